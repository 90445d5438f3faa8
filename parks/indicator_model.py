"""What a figure of the digital economy is: its definition, document and words."""

from dataclasses import dataclass
from enum import StrEnum

from parks.language import Language


class Qualifier(StrEnum):
    """How the source bounds a figure."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at-least"


class Kind(StrEnum):
    """What a figure is: measured, wanted, or reckoned ahead by the plan's drafters."""

    REPORTED = "reported"
    TARGET = "target"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Document:
    """
    A document that figures are taken from.

    Attributes
    ----------
    file
        Its name in the folder of source documents.
    title, title_en, publisher, publisher_en
        Its title and who published it; the title in English says what it is.
    date
        ISO date or year; empty if it has none.
    dating_zh, dating_en
        How its date is known, or why it has none; may be empty.
    url
        Where it is published, empty if the copy does not say.
    """

    id: str
    file: str
    title: str
    title_en: str
    publisher: str
    publisher_en: str
    date: str
    dating_zh: str
    dating_en: str
    url: str


@dataclass(frozen=True, slots=True)
class Definition:
    """
    What a figure counts.

    Attributes
    ----------
    zh, en
        What it is called.
    explanation_zh, explanation_en
        What it counts, and what the sources leave open.
    warning_zh, warning_en
        What must not be made of it; may be empty.
    not_with
        Ids of the definitions that it must not be compared with.
    """

    id: str
    zh: str
    en: str
    explanation_zh: str
    explanation_en: str
    warning_zh: str
    warning_en: str
    not_with: tuple[str, ...]

    def name(self, language: Language) -> str:
        """Name the definition."""
        return self.en if language is Language.EN else self.zh

    def explain(self, language: Language) -> str:
        """Say what it counts."""
        is_english = language is Language.EN
        return self.explanation_en if is_english else self.explanation_zh

    def warn(self, language: Language) -> str:
        """Say what must not be made of it; may be empty."""
        return self.warning_en if language is Language.EN else self.warning_zh


@dataclass(frozen=True, slots=True)
class Indicator:
    """
    A figure.

    Attributes
    ----------
    zh, en
        What it is of.
    value
        In `unit`.
    stated
        The figure as it stands in `quote`.
    unit
        ``yi-yuan`` (100 million yuan), ``percent``, or the name of what is counted.
    period
        The year, quarter (``2020-Q1``) or month whose figure it is; empty if the
        document does not say.
    place
        ``shenzhen`` or ``beijing``.
    quote
        The words of the document that hold it, verbatim.
    """

    id: str
    zh: str
    en: str
    value: float
    stated: str
    unit: str
    qualifier: Qualifier
    kind: Kind
    period: str
    place: str
    definition: Definition
    document: Document
    quote: str

    def name(self, language: Language) -> str:
        """Name what the figure is of."""
        return self.en if language is Language.EN else self.zh

    @property
    def year(self) -> int:
        """The year of a figure that has one."""
        return int(self.period[:4])


@dataclass(frozen=True, slots=True)
class Goal:
    """
    A target of the plan with its base and what is known of its way.

    Attributes
    ----------
    base, growth_before
        The figure it starts from, and that figure's own growth.
    target, growth_wanted
        What is to be reached, and the yearly growth the plan names for it.
    computed
        What the drafters computed for the target's year.
    reported
        Figures of the years after the base, in order; none if there are none.
    """

    id: str
    base: Indicator
    growth_before: Indicator
    target: Indicator
    growth_wanted: Indicator
    computed: Indicator
    reported: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Figures of two cities in one definition, not always of one year."""

    shenzhen: Indicator
    beijing: Indicator


@dataclass(frozen=True, slots=True)
class Indicators:
    """All there is: figures, in the order to number them, goals and pairs."""

    all: tuple[Indicator, ...]
    goals: tuple[Goal, ...]
    pairs: tuple[Pair, ...]

    def find(self, id_: str) -> Indicator:
        """
        Find a figure by its id.

        Raises
        ------
        KeyError
            If there is none.
        """
        for each in self.all:
            if each.id == id_:
                return each
        raise KeyError(id_)

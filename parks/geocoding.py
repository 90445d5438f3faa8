"""Places of a table's parks from geocoders: what to ask, what the answers make."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.geocoders import (
    CITY,
    TITLES,
    Answer,
    Chain,
    Outcome,
    Progress,
    Question,
    place_all,
)
from geodata.geocoders.errors import (
    CoarseAnswerError,
    GeocoderError,
    LongQuestionError,
    MissingKeyError,
    OutsideDistrictError,
    PlaceNotFoundError,
    WrongCityError,
)
from geodata.places import Precision
from parks.model import Row, Table
from parks.places import ZONE

_GOOD: Final = frozenset((Precision.SITE, Precision.NEAR))
"""What is known so precisely by its name is not asked for by its address too."""
_LASTING: Final = (
    CoarseAnswerError,
    LongQuestionError,
    MissingKeyError,
    OutsideDistrictError,
    PlaceNotFoundError,
    WrongCityError,
)
"""Failures that asking once more would only repeat."""

Answered = MutableMapping[Question, Outcome]
"""What became of the questions asked so far."""


@dataclass(frozen=True, slots=True)
class Sought:
    """
    A park, or a zone without parks, that wants a place.

    Attributes
    ----------
    row
        Position of its row in `Table.rows`.
    park
        Position of its name in `Row.parks`; `ZONE` for the row's zone.
    name
        As the table writes it.
    questions
        What to ask, in order: its name, then its address where the row gives one
        for it alone.
    """

    row: int
    park: int
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A place that was found but not taken: in another district, or only called alike.

    Attributes
    ----------
    sought
        Whose place it may be.
    answer
        The place.
    reason
        Why it was not taken; None where only the answer's own doubts say it.
    """

    sought: Sought
    answer: Answer
    reason: GeocoderError | None

    @property
    def key(self) -> tuple[int, int, float, float]:
        """What tells it from every other candidate of its table."""
        return self.sought.row, self.sought.park, self.answer.lon, self.answer.lat


def list_sought(table: Table, *, city: str = CITY) -> list[Sought]:
    """
    List what geocoders can be asked for: all that brings no coordinates itself.

    Parameters
    ----------
    table
        A table as it was read.
    city
        The city it is about.
    """
    address = table.noted.get("address", "")
    sought: list[Sought] = []
    for position, row in enumerate(table.rows):
        if row.position is not None and row.position.system:
            continue
        names = list(enumerate(row.parks)) or [(ZONE, row.zone or "")]
        where = row.extra.get(address, "") if len(names) == 1 else ""
        for park, name in names:
            texts = filter(None, (name.strip(), where.strip()))
            questions = tuple(_ask_for(text, row, city) for text in texts)
            if questions:
                sought.append(Sought(position, park, name, questions))
    return sought


def _ask_for(text: str, row: Row, city: str) -> Question:
    # As `Chain.place` asks: cells may hold halves of characters.
    query = text.encode(errors="replace").decode()
    return Question(query, row.district or None, city)


def ask(
    sought: Sequence[Sought], chain: Chain, answered: Answered
) -> Iterator[Progress]:
    """
    Ask for places, first all names, then the addresses of what is not well known.

    To stop, stop iterating; what was answered is kept, and the same call goes on.

    Parameters
    ----------
    sought
        What to place.
    chain
        What places it.
    answered
        What was answered before, which is not asked again; filled on the way.

    Yields
    ------
    Progress
        One for each question asked.
    """
    yield from _ask_all((each.questions[0] for each in sought), chain, answered)
    by_address = (
        each.questions[1]
        for each in sought
        if len(each.questions) > 1 and not _is_good(answered.get(each.questions[0]))
    )
    yield from _ask_all(by_address, chain, answered)


def _ask_all(
    questions: Iterable[Question], chain: Chain, answered: Answered
) -> Iterator[Progress]:
    distinct = dict.fromkeys(questions)
    waiting = [question for question in distinct if question not in answered]
    before = len(distinct) - len(waiting)
    for progress in place_all(waiting, chain):
        answered[progress.outcome.question] = progress.outcome
        yield Progress(before + progress.done, len(distinct), progress.outcome)


def _is_good(outcome: Outcome | None) -> bool:
    answer = None if outcome is None else outcome.answer
    return answer is not None and answer.precision in _GOOD


def choose_outcome(
    sought: Sought, answered: Mapping[Question, Outcome]
) -> Outcome | None:
    """Choose what answers best for a park; None if nothing was asked yet."""
    outcomes = [answered[each] for each in sought.questions if each in answered]
    ranks = list(Precision)
    return min(
        outcomes,
        key=lambda each: ranks.index(each.answer.precision) if each.answer else 99,
        default=None,
    )


def list_candidates(
    sought: Iterable[Sought], answered: Mapping[Question, Outcome]
) -> list[Candidate]:
    """List the places found but not taken, each with the reason."""
    candidates: dict[tuple[int, int, float, float], Candidate] = {}
    for each in sought:
        for question in each.questions:
            outcome = answered.get(question)
            for answer in outcome.doubtful if outcome else ():
                candidate = Candidate(each, answer, _find_reason(outcome, answer))
                candidates.setdefault(candidate.key, candidate)
    return list(candidates.values())


def _find_reason(outcome: Outcome | None, answer: Answer) -> GeocoderError | None:
    """Find why a geocoder's answer was not taken, where it is not only alike."""
    is_alike = any(doubt.code == "alike" for doubt in answer.doubts)
    if outcome is None or is_alike:
        return None
    title = TITLES.get(answer.geocoder)
    return next((each for each in outcome.failures if each.geocoder == title), None)


def forget_passing(answered: Answered) -> None:
    """Forget what a failure spoilt that may pass, so that it is asked once more."""
    for question, outcome in list(answered.items()):
        if has_passing(outcome):
            del answered[question]


def has_passing(outcome: Outcome) -> bool:
    """Tell whether a geocoder failed for a reason that is none of the question's."""
    return any(not isinstance(each, _LASTING) for each in outcome.failures)

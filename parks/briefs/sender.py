"""Who sends a brief, and what they have to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from parks.briefs.plain_text import clean
from parks.briefs.sentences import say
from parks.language import Language
from parks.wording import write_day

FIELDS: Final = {
    "name": "Your name",
    "organisation": "Organisation",
    "telephone": "Telephone",
    "remark": "Remark",
}
"""What a sender may fill in, with the words that ask for it."""
LIMITS: Final = {"name": 60, "organisation": 120, "telephone": 60, "remark": 2_000}
"""Characters that a brief has room for, by field."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a brief; what is empty is not there. The remark may have lines."""

    name: str = ""
    organisation: str = ""
    telephone: str = ""
    remark: str = ""


NOBODY: Final = Sender()


def read_sender(
    given: Mapping[str, str], language: Language
) -> tuple[Sender, tuple[str, ...]]:
    """
    Read what somebody typed of themselves, any text.

    Parameters
    ----------
    given
        By the fields of `Sender`.
    language
        To say in what was not taken over.

    Returns
    -------
    (Sender, tuple of str)
        Its texts cleaned and as long as there is room, all but the remark on one
        line; and a sentence for each thing that was left out.
    """
    taken: dict[str, str] = {}
    told: list[str] = []
    for field, title in FIELDS.items():
        text, dropped = clean(given.get(field, ""))
        text = text.strip() if field == "remark" else " ".join(text.split())
        taken[field] = text[: LIMITS[field]]
        name = say(title, language)
        if dropped:
            told.append(
                say(
                    "{field}: {count} characters that no document can hold were left "
                    "out.",
                    language,
                    field=name,
                    count=dropped,
                )
            )
        if len(text) > LIMITS[field]:
            told.append(
                say(
                    "{field}: {count} characters are more than there is room for; the "
                    "first {most} are in the brief.",
                    language,
                    field=name,
                    count=len(text),
                    most=LIMITS[field],
                )
            )
    return Sender(**taken), tuple(told)


def list_sender(
    sender: Sender, day: date | None, language: Language
) -> list[tuple[str, str]]:
    """List who sends a brief and when, as far as that is said, under headings."""
    said = [
        (say("From", language), sender.name),
        (say("Organisation", language), sender.organisation),
        (say("Telephone", language), sender.telephone),
        (say("Remark", language), sender.remark),
    ]
    if day is not None:
        said.append((say("Date", language), write_day(day.isoformat(), language)))
    return [(label, text) for label, text in said if text]

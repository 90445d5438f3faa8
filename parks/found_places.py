"""What geocoders' answers make of a park: its location, its doubts, its notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.geocoders import TITLES, Answer, Outcome, Question
from geodata.geocoders.embedded import EmbeddedGazetteer
from geodata.geocoders.errors import GeocoderError
from geodata.places import Precision
from parks.geocoding import Candidate, Sought, choose_outcome
from parks.language import Language, state, translate
from parks.location import Location
from parks.model import Problem, Row
from parks.places import NOTHING, ZONE, Found

_PLACED: Final = "{geocoder} placed it when asked for {query}, in {datum}."
_MATCHED: Final = "It took {matched}."
_LEVEL: Final = "Its own word for the precision is {level}."
_CONFIRMED: Final = "A reader of this visit confirmed that this place is meant."
_FAILED: Final = "No place was given: {reason}."
NOTES: Final = (_PLACED, _MATCHED, _LEVEL, _CONFIRMED, _FAILED)
"""The sentences that notes are made of, with gaps."""
_GAPS: Final = {Language.ZH: "", Language.EN: " "}
_ENDS: Final = {Language.ZH: "。", Language.EN: "."}


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """
    What geocoders made of a table.

    Attributes
    ----------
    locations
        What `parks.places.place_rows` takes.
    problems
        What to check before a place is relied on.
    """

    locations: Found
    problems: tuple[Problem, ...] = ()


NOTHING_FOUND: Final = FoundPlaces(NOTHING)


def find_places(
    sought: Sequence[Sought],
    answered: Mapping[Question, Outcome],
    rows: Sequence[Row],
    confirmed: Iterable[Candidate] = (),
) -> FoundPlaces:
    """
    Make locations of answers.

    What the embedded gazetteer answers is left to `parks.places`, which knows its
    notes; a candidate that a reader confirmed goes before every answer.

    Parameters
    ----------
    sought
        What was to be placed.
    answered
        What became of the questions.
    rows
        The rows of the table.
    confirmed
        The candidates that a reader took.
    """
    locations: dict[tuple[int, int], Location] = {}
    problems: list[Problem] = []
    taken = {(each.sought.row, each.sought.park): each for each in confirmed}
    for each in sought:
        key = each.row, each.park
        outcome = choose_outcome(each, answered)
        if key in taken:
            locations[key] = _locate(taken[key].answer, each, is_confirmed=True)
            continue
        if outcome is None:
            continue
        answer = outcome.answer
        if answer is None:
            if (location := _explain(outcome)).note_en:
                locations[key] = location
        elif answer.geocoder != EmbeddedGazetteer.name:
            locations[key] = _locate(answer, each, outcome=outcome)
            problems += _list_problems(answer, each, rows[each.row])
    return FoundPlaces(locations, tuple(problems))


def _locate(
    answer: Answer,
    sought: Sought,
    *,
    outcome: Outcome | None = None,
    is_confirmed: bool = False,
) -> Location:
    source = f"{answer.source} ({answer.datum})"
    return Location(
        answer.lon,
        answer.lat,
        # A zone is no point: whatever is found for it only stands for the whole.
        Precision.ZONE if sought.park == ZONE else answer.precision,
        f"{source}, {answer.date.isoformat()}" if answer.date else source,
        *(
            _note(answer, sought, language, outcome, is_confirmed=is_confirmed)
            for language in (Language.ZH, Language.EN)
        ),
    )


def _note(
    answer: Answer,
    sought: Sought,
    language: Language,
    outcome: Outcome | None,
    *,
    is_confirmed: bool,
) -> str:
    query = outcome.question.query if outcome else sought.name
    facts = {
        "geocoder": TITLES.get(answer.geocoder, answer.geocoder),
        "query": query,
        "datum": answer.datum,
        "matched": answer.matched,
        "level": answer.level,
    }
    wanted = [
        _PLACED,
        _MATCHED if answer.matched else "",
        _LEVEL if answer.level else "",
        _CONFIRMED if is_confirmed else "",
    ]
    said = [translate(text, language).format_map(facts) for text in wanted if text]
    said += [
        translate(doubt.template, language).format_map(doubt.facts) + _ENDS[language]
        for doubt in answer.doubts
    ]
    said += _say_failures(outcome.failures if outcome else (), language)
    return _GAPS[language].join(said)


def _explain(outcome: Outcome) -> Location:
    """Say why no geocoder placed it, in a location that is nowhere."""
    notes = (
        _GAPS[language].join(_say_failures(outcome.failures, language))
        for language in (Language.ZH, Language.EN)
    )
    return Location(None, None, None, "", *notes)


def _say_failures(failures: Iterable[GeocoderError], language: Language) -> list[str]:
    sentence = translate(_FAILED, language)
    return [
        sentence.format(reason=state(failure, language))
        for failure in failures
        # That most parks are not in the gazetteer goes without saying.
        if failure.geocoder != EmbeddedGazetteer.title
    ]


def _list_problems(answer: Answer, sought: Sought, row: Row) -> list[Problem]:
    """Say each doubt of an answer as a problem of its row."""
    title = TITLES.get(answer.geocoder, answer.geocoder)
    used = f"{title}: {answer.matched}" if answer.matched else title
    return [
        Problem(row.seq, "parks", f"place-{doubt.code}", sought.name, used, sought.row)
        for doubt in answer.doubts
    ]

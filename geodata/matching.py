"""
Which known place a name means that no place bears exactly.

A wrong place is worse than none: a match is taken only within the district, and only
if nothing that tells parks apart differs. What comes near is offered, never taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Generic, Protocol, TypeVar

from rapidfuzz import fuzz

from geodata._names import likeness
from geodata.park_names import LONGEST, ParkName, plain_name, read_name
from geodata.surroundings import describe_surroundings

TAKEN: Final = 0.8
"""Names at least so alike are taken, if nothing stands against it."""
OFFERED: Final = 0.55
"""Names less alike than this are not worth offering."""
_JUST_BELOW: Final = TAKEN - 0.001
_SAME_WORDS: Final = 0.999
"""A name that is not written alike never scores 1."""
_TELLING: Final = 2
"""Characters that a name needs of its own to be known without its district."""
_SUBDISTRICT: Final = "街道"


class Outcome(StrEnum):
    """What came of a search for a name."""

    TAKEN = "taken"
    OFFERED = "offered"
    NONE = "none"


class Reason(StrEnum):
    """Why a candidate is taken, or what stands against it."""

    SAME = "same"
    """The same words, written or ordered otherwise, or with the place before them."""
    LIKE = "like"
    """The same but for common words as 科技."""
    NO_DISTRICT = "no-district"
    """Nobody says in which district to look."""
    DISTRICT = "district"
    """The name says another district."""
    PART = "part"
    """One names a phase, section or building, the other another or none."""
    ASIDE = "aside"
    """Something unknown stands in brackets."""
    OWN = "own"
    """Whose or where it is differs."""
    KIND = "kind"
    """What it is, or what is made there, differs."""
    COMMON = "common"
    """Without its district the name is made of common words only."""
    UNLIKE = "unlike"
    """Too many words differ."""
    SEVERAL = "several"
    """Another place suits as well."""


TAKING: Final = frozenset({Reason.SAME, Reason.LIKE})
"""The reasons for which a candidate is taken."""


class Named(Protocol):
    """A place to be found by its name."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def district(self) -> str:
        """The short name of its district."""

    @property
    def zone(self) -> str | None:
        """The name of its zone, if it lies in one."""


P = TypeVar("P", bound=Named)


@dataclass(frozen=True, slots=True)
class Candidate(Generic[P]):
    """A place that a name may mean, how alike the names are, and what decided."""

    place: P
    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Match(Generic[P]):
    """
    What came of a search.

    Attributes
    ----------
    outcome
        Whether the first candidate is taken, or all are but offered.
    candidates
        Best first.
    """

    outcome: Outcome
    candidates: tuple[Candidate[P], ...] = ()


def judge(name: ParkName, known: ParkName, place: Named) -> tuple[float, Reason]:
    """
    Compare a name with that of a place in the district where it is looked for.

    Returns
    -------
    float
        From 0 to below 1; at least `TAKEN` just if the place may be taken.
    Reason
        Why it may be taken, or what stands against it.
    """
    around = describe_surroundings(place.name, place.district, place.zone)
    readings = [name, *_without_surroundings(name, around)]
    judged = [_compare(each, known, place.district, around) for each in readings]
    return max(judged, key=lambda pair: pair[0])


def rank(name: str, places: Iterable[P]) -> list[Candidate[P]]:
    """Rank places of one district, or of any, by how alike their names are."""
    if len(name) > LONGEST or not plain_name(name):
        return []
    read = read_name(name)
    found = [
        Candidate(place, *judge(read, read_name(place.name), place)) for place in places
    ]
    return sorted(
        (each for each in found if each.score >= OFFERED), key=lambda each: -each.score
    )


def decide(candidates: Sequence[Candidate[P]]) -> Match[P]:
    """Take the best of ranked candidates, if it alone may be taken."""
    if not candidates:
        return Match(Outcome.NONE)
    taking = [each for each in candidates if each.reason in TAKING]
    if len(taking) == 1:
        return Match(Outcome.TAKEN, tuple(candidates))
    if taking:
        candidates = [_doubt(each, Reason.SEVERAL) for each in candidates]
    return Match(Outcome.OFFERED, tuple(candidates))


def refuse(candidates: Sequence[Candidate[P]], reason: Reason) -> Match[P]:
    """Offer candidates that for some reason none of may be taken."""
    doubted = tuple(_doubt(each, reason) for each in candidates)
    return Match(Outcome.OFFERED if doubted else Outcome.NONE, doubted)


def _doubt(candidate: Candidate[P], reason: Reason) -> Candidate[P]:
    if candidate.reason not in TAKING:
        return candidate
    return Candidate(candidate.place, min(candidate.score, _JUST_BELOW), reason)


def _without_surroundings(name: ParkName, around: str) -> list[ParkName]:
    """Read a name without the zone or sub-district that stands before it."""
    readings = []
    bare = name.text
    for district in name.districts:
        bare = bare.removeprefix(district).removeprefix("区")
    for text in {name.text, bare}:
        ends = range(len(text) - 1, _TELLING - 1, -1)
        end = next((end for end in ends if text[:end] in around), None)
        if end is not None:
            rest = read_name(text[end:].removeprefix(_SUBDISTRICT))
            parts, districts = name.parts | rest.parts, name.districts | rest.districts
            readings.append(
                replace(rest, parts=parts, districts=districts, asides=name.asides)
            )
    return readings


def _compare(
    name: ParkName, known: ParkName, district: str, around: str
) -> tuple[float, Reason]:
    alike = fuzz.token_sort_ratio(name.words, known.words) / 100
    doubt = _find_doubt(name, known, district, around)
    if doubt is None and alike >= TAKEN:
        same = alike == 1
        return min(alike, _SAME_WORDS), Reason.SAME if same else Reason.LIKE
    written = likeness(name.text, known.text)
    return min(max(alike, written), _JUST_BELOW), doubt or Reason.UNLIKE


def _find_doubt(
    name: ParkName, known: ParkName, district: str, around: str
) -> Reason | None:
    """Find what tells two names apart beside the words they are free to have."""
    asides = {
        aside.removesuffix(_SUBDISTRICT) for aside in {*name.asides} ^ {*known.asides}
    }
    doubts = {
        Reason.DISTRICT: bool(name.districts - {district}),
        Reason.PART: name.parts != known.parts,
        Reason.ASIDE: any(len(it) < _TELLING or it not in around for it in asides),
        Reason.OWN: name.own != known.own,
        Reason.KIND: (name.trades, name.head) != (known.trades, known.head)
        or (not name.own and name.written_head != known.written_head),
        Reason.COMMON: len(name.own) < _TELLING
        and bool(known.districts - name.districts),
    }
    return next((reason for reason, holds in doubts.items() if holds), None)

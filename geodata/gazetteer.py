"""
Where parks, zones and districts lie, each with its precision and its source.

A name without an honest place has no record here: whoever looks it up falls back to
its zone, then to its district, and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final

from geodata._anchors import Neighbours
from geodata._names import name_key
from geodata._records import DATA
from geodata._sourced import parse_sourced, read_sourced
from geodata.district_names import find_district, find_district_by_key
from geodata.errors import DataFileError
from geodata.matching import (
    OFFERED,
    Candidate,
    Match,
    Outcome,
    Reason,
    decide,
    rank,
    refuse,
)
from geodata.places import Confidence, Kind, Place, Precision

__all__ = [
    "GAZETTEER_FILE",
    "LEAST_SIMILARITY",
    "Confidence",
    "Gazetteer",
    "Kind",
    "Place",
    "Precision",
    "read_gazetteer",
]

GAZETTEER_FILE: Final = DATA / "gazetteer.csv"
LEAST_SIMILARITY: Final = OFFERED
"""Names less alike than this are not worth offering."""
_LONGEST_SOUGHT: Final = 1_000
"""Characters, blanks too: what is longer is no name, and slow to fold."""

_KINDS_OF_DISTRICTS: Final = frozenset((None, Kind.DISTRICT))
"""The kinds asked for that a district may answer, whose names have many forms."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places to be looked up by name."""

    places: tuple[Place, ...]
    _by_key: dict[str, list[Place]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _by_district: dict[str, list[Place]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _neighbours: dict[tuple[str, str], Neighbours[Place]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Index the places by name and by district."""
        for place in self.places:
            self._by_key.setdefault(name_key(place.name), []).append(place)
            self._by_district.setdefault(place.district, []).append(place)

    def find(
        self, name: str, *, district: str | None = None, kind: str | None = None
    ) -> Place | None:
        """
        Find the place of exactly this name.

        Width, case, quotes, brackets, dashes and spaces do not matter; a district may
        be named in any form that `find_district` understands.

        Parameters
        ----------
        name
            Name of a park, zone or district.
        district
            Where it must lie, in any form of a district's name; anywhere if None.
        kind
            One of `Kind`; any if None.

        Returns
        -------
        Place | None
            The place; None if there is none, or if several bear the name.
        """
        if len(name) > _LONGEST_SOUGHT:
            return None
        key = name_key(name)
        found = self._by_key.get(key, [])
        if not found and kind in _KINDS_OF_DISTRICTS:
            named = find_district_by_key(key)
            found = [] if named is None else self._by_key.get(name_key(named), [])
        found = [place for place in found if _is_meant(place, district, kind)]
        return found[0] if len(found) == 1 else None

    def match(
        self, name: str, *, district: str | None, kind: str | None = None
    ) -> Match[Place]:
        """
        Find the place that a name means, be it written otherwise.

        Parameters
        ----------
        name
            Name of a park, zone or district.
        district
            Where it lies, in any form of a district's name; without it nothing is
            taken but the exact name.
        kind
            One of `Kind`; any if None.

        Returns
        -------
        Match[Place]
            The place taken, first and with the reason; or what comes near it.
        """
        exact = self.find(name, district=district, kind=kind)
        if exact is not None:
            return Match(Outcome.TAKEN, (Candidate(exact, 1.0, Reason.SAME),))
        ranked = rank(name, self._select(district, kind))
        if district is None:
            return refuse(ranked, Reason.NO_DISTRICT)
        return decide(ranked)

    def take(self, name: str, *, district: str, kind: str) -> Place | None:
        """Find the place that `match` takes; at once where no name comes near."""
        where = find_district(district) or district
        if where not in self._by_district:
            return None
        if (where, kind) not in self._neighbours:
            places = self._select(where, kind)
            self._neighbours[where, kind] = Neighbours(places)
        return self._neighbours[where, kind].take(name)

    def search(
        self, name: str, *, district: str | None = None, limit: int = 5
    ) -> list[tuple[Place, float]]:
        """
        Find the places whose names are most like a text, best first.

        Likeness is 1 for equal names (as `find` compares them); else what
        `matching.judge` gives: at least `matching.TAKEN` just where `match` may take
        the place. Of equals the more precise goes first.

        Parameters
        ----------
        name
            What somebody looks for.
        district
            Where it must lie, in any form of a district's name; anywhere if None.
        limit
            The most places to give.

        Returns
        -------
        list[tuple[Place, float]]
            Places and their likeness, from 1 down to `LEAST_SIMILARITY`.
        """
        exact = self.find(name, district=district)
        others = [place for place in self._select(district, None) if place is not exact]
        found = rank(name, others)
        scored = [(each.place, each.score) for each in found]
        if exact is not None:
            scored.append((exact, 1.0))
        ranks = list(Precision)
        scored.sort(key=lambda pair: (-pair[1], ranks.index(pair[0].precision)))
        return scored[: max(limit, 0)]

    def _select(self, district: str | None, kind: str | None) -> list[Place]:
        places: Iterable[Place] = self.places
        if district is not None:
            places = self._by_district.get(find_district(district) or district, ())
        return [place for place in places if kind in (None, place.kind)]


def read_gazetteer(path: Path = GAZETTEER_FILE) -> Gazetteer:
    """
    Read the places of the project, or those of another file of the same columns.

    Raises
    ------
    DataFileError
        If the file is missing or malformed; the reason names the line.
    """
    columns = [column.name for column in fields(Place)]
    places = read_sourced(path, columns, _parse)
    if not places:
        raise DataFileError(path=path, reason="it holds no place")
    return Gazetteer(places)


def _parse(record: Mapping[str, str]) -> Place:
    """Make a place of a record, or raise a ValueError that says what is wrong."""
    sourced = parse_sourced(record, but=("zone", "source_date"))
    return Place(zone=record["zone"] or None, **sourced)


def _is_meant(place: Place, district: str | None, kind: str | None) -> bool:
    """Tell whether a place lies where, and is of the kind that, is asked for."""
    where = None if district is None else find_district(district) or district
    return where in (None, place.district) and kind in (None, place.kind)

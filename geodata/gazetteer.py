"""
Where parks, zones and districts lie, each with its precision and its source.

A name without an honest place has no record here: whoever looks it up falls back to
its zone, then to its district, and says so.
"""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Final

from geodata._names import likeness, name_key
from geodata._records import DATA, read_records
from geodata.datums import Datum
from geodata.district_names import find_district, find_district_by_key
from geodata.errors import DataFileError

GAZETTEER_FILE: Final = DATA / "gazetteer.csv"
LEAST_SIMILARITY: Final = 0.55
"""Names less alike than this are not worth offering."""


class Kind(StrEnum):
    """What sort of thing a place is."""

    PARK = "park"
    ZONE = "zone"
    DISTRICT = "district"


class Precision(StrEnum):
    """How precisely a place is known, best first."""

    SITE = "site"
    """The park itself or a building of it."""
    NEAR = "near"
    """A named neighbour within some hundred metres."""
    STREET = "street"
    """Only the sub-district or the road is known."""
    ZONE = "zone"
    """A point that stands for a whole zone."""
    DISTRICT = "district"
    """A point that stands for a whole district."""


class Confidence(StrEnum):
    """How well the source bears the place out, best first."""

    HIGH = "high"
    """Named in a map vendor's own result with a stated datum, or computed."""
    MEDIUM = "medium"
    """A matching record whose datum or distance had to be inferred."""
    LOW = "low"
    """Doubtful: the note says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    A named place.

    Attributes
    ----------
    name, district, zone
        As in the table, the district in its short form; no zone for a district.
    lon, lat
        Degrees in WGS 84, to six decimals.
    source_datum
        The datum that the source gave the position in.
    source, matched
        A short citation, and what the source calls the thing at this position.
    note_zh, note_en
        For a planner: how far off it may be, what is doubtful, why this source.
    """

    name: str
    kind: Kind
    district: str
    zone: str | None
    lon: float
    lat: float
    precision: Precision
    confidence: Confidence
    source_datum: Datum
    source: str
    matched: str
    note_zh: str
    note_en: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places to be looked up by name."""

    places: tuple[Place, ...]
    _by_key: dict[str, list[Place]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Index the places by name."""
        for place in self.places:
            self._by_key.setdefault(name_key(place.name), []).append(place)

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
        key = name_key(name)
        found = self._by_key.get(key, [])
        if not found:
            named = find_district_by_key(key)
            found = [] if named is None else self._by_key.get(name_key(named), [])
        found = [place for place in found if _is_meant(place, district, kind)]
        return found[0] if len(found) == 1 else None

    def search(
        self, name: str, *, district: str | None = None, limit: int = 5
    ) -> list[tuple[Place, float]]:
        """
        Find the places whose names are most like a text, best first.

        Likeness is 1 for equal names (as `find` compares them); else difflib's ratio,
        twice the characters that match in order over the characters of both, but where
        one name contains the other at least 0.5 and half the shorter one's share of the
        longer. Of equals the more precise goes first.

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
        key, exact = name_key(name), self.find(name, district=district)
        scored = [
            (place, 1.0 if place is exact else likeness(key, name_key(place.name)))
            for place in self.places
            if _is_meant(place, district, None)
        ]
        likely = [pair for pair in scored if pair[1] >= LEAST_SIMILARITY]
        ranks = list(Precision)
        likely.sort(key=lambda pair: (-pair[1], ranks.index(pair[0].precision)))
        return likely[: max(limit, 0)]


def read_gazetteer(path: Path = GAZETTEER_FILE) -> Gazetteer:
    """
    Read the places of the project, or those of another file of the same columns.

    Raises
    ------
    DataFileError
        If the file is missing or malformed; the reason names the line.
    """
    columns = [column.name for column in fields(Place)]
    places: list[Place] = []
    for line, record in read_records(path, columns):
        try:
            places.append(_parse(record))
        except ValueError as error:
            reason = f"line {line}: {error}"
            raise DataFileError(path=path, reason=reason) from error
    if not places:
        raise DataFileError(path=path, reason="it holds no place")
    return Gazetteer(tuple(places))


def _parse(record: dict[str, str]) -> Place:
    """Make a place of a record, or raise a ValueError that says what is wrong."""
    blank = [name for name, value in record.items() if not value and name != "zone"]
    if blank:
        raise ValueError(f"{blank[0]} is empty")
    lon, lat = float(record["lon"]), float(record["lat"])
    if not (abs(lon) <= 180 and abs(lat) <= 90):  # noqa: PLR2004 - degrees
        raise ValueError(f"{lon} {lat} is no position")
    return Place(
        name=record["name"],
        kind=Kind(record["kind"]),
        district=record["district"],
        zone=record["zone"] or None,
        lon=lon,
        lat=lat,
        precision=Precision(record["precision"]),
        confidence=Confidence(record["confidence"]),
        source_datum=Datum(record["source_datum"]),
        source=record["source"],
        matched=record["matched"],
        note_zh=record["note_zh"],
        note_en=record["note_en"],
    )


def _is_meant(place: Place, district: str | None, kind: str | None) -> bool:
    """Tell whether a place lies where, and is of the kind that, is asked for."""
    where = None if district is None else find_district(district) or district
    return where in (None, place.district) and kind in (None, place.kind)

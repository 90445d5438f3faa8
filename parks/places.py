"""Where a park stands, how precisely that is known, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeAlias

from geodata.gazetteer import Place
from geodata.unplaced import find_unplaced
from parks.location import NOWHERE, Location, locate_at, pass_down
from parks.model import Problem, Row
from parks.own_places import read_own_places

PRECISIONS: Final = ("site", "near", "street", "zone", "district")
"""From the best known place to the least; the contract's vocabulary."""

PRECISION_NAMES: Final = {
    "site": "Site",
    "near": "Near by",
    "street": "Street",
    "zone": "Zone point",
    "district": "District point",
}
"""What each precision is called where there is little room."""
PRECISION_WORDS: Final = {
    "site": "the park itself",
    "near": "a named neighbour, some hundred metres off",
    "street": "its road or sub-district only, up to some km off",
    "zone": "its zone's point, not the park's own",
    "district": "its district's point only",
}
"""What each precision means for who relies on it."""


ZONE: Final = -1
"""Stands for a row's zone where a park would have its number."""
Found: TypeAlias = Mapping[tuple[int, int], Location]
"""
Locations by position of the row and of the park in it, or `ZONE`; one without
coordinates says only why nothing was found.
"""
NOTHING: Final[Found] = {}


class Gazetteer(Protocol):
    """What finds a place by its name."""

    def find(
        self, name: str, *, district: str | None = None, kind: str | None = None
    ) -> Place | None:
        """Find the place of exactly this name, or None."""

    def take(self, name: str, *, district: str, kind: str) -> Place | None:
        """Find the one place of a district that a name surely means, or None."""


_MATCHED: Final = (
    "按名称对应到“{known}”（表中写作“{written}”）。",
    "Matched by name to {known} (the table writes {written}). ",
)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """Where a row's zone stands, and each of its parks."""

    zone: Location
    parks: tuple[Location, ...]


def place_rows(
    rows: Sequence[Row],
    districts: Sequence[str | None],
    gazetteer: Gazetteer,
    found: Found = NOTHING,
) -> tuple[list[PlacedRow], list[Problem]]:
    """
    Place every row's zone and parks.

    Parameters
    ----------
    rows
        The rows of a table.
    districts
        Short name of each row's district.
    gazetteer
        What is known of places.
    found
        What geocoders found, which goes before the gazetteer but not before a row's
        own coordinates.

    Returns
    -------
    list of PlacedRow
        One for each row.
    list of Problem
        What is wrong with places that rows bring themselves.
    """
    zones: dict[tuple[str | None, str | None], tuple[Location, Location]] = {}
    placed: list[PlacedRow] = []
    own, problems = read_own_places(rows)
    for row, district in zip(rows, districts, strict=True):
        key = row.zone, district
        if key not in zones:
            zone = place_zone(row, district, gazetteer)
            zones[key] = zone, pass_down(zone)
        brought = own.get(len(placed))
        each = _place_row(row, district, (brought, zones[key]), gazetteer)
        if found and not isinstance(brought, Location):
            each = _take_found(each, len(placed), found)
        placed.append(each)
        if isinstance(brought, Problem):
            problems.append(brought)
    return placed, problems


def _take_found(placed: PlacedRow, row: int, found: Found) -> PlacedRow:
    """Put what geocoders found in the place of what the gazetteer knows of a row."""
    zone = placed.zone
    if zone is NOWHERE or zone.precision == "district":
        zone = _prefer(found.get((row, ZONE)), zone)
    parks = enumerate(placed.parks)
    return PlacedRow(
        zone, tuple(_prefer(found.get((row, number)), known) for number, known in parks)
    )


def _prefer(found: Location | None, known: Location) -> Location:
    if found is None or found.lon is not None:
        return found or known
    return replace(
        known,
        note_zh=known.note_zh + found.note_zh,
        note_en=f"{known.note_en.rstrip()} {found.note_en}",
    )


def _place_row(
    row: Row,
    district: str | None,
    found: tuple[Location | Problem | None, tuple[Location, Location]],
    gazetteer: Gazetteer,
) -> PlacedRow:
    own, (zone, inherited) = found
    if isinstance(own, Location):
        return PlacedRow(own if zone is NOWHERE else zone, (own,) * len(row.parks))
    if own is not None:
        inherited = pass_down(zone, is_unread=True)
        known = [place_park(name, district, gazetteer) for name in row.parks]
        parks = [place or inherited for place in known]
        return PlacedRow(inherited if zone is NOWHERE else zone, tuple(parks))
    parks = [
        place_park(name, district, gazetteer)
        or _inherit(name, district, zone, inherited)
        for name in row.parks
    ]
    return PlacedRow(zone, tuple(parks))


def _inherit(
    name: str, district: str | None, zone: Location, inherited: Location
) -> Location:
    """Give a park its zone's place, with what was sought for that park if it was."""
    unplaced = find_unplaced(name, district)
    return inherited if unplaced is None else pass_down(zone, because=unplaced)


def place_zone(row: Row, district: str | None, gazetteer: Gazetteer) -> Location:
    """
    Place a row's zone, or its district where the zone has no place.

    Parameters
    ----------
    row
        The row; its zone is looked up by name.
    district
        Short name of the row's district: a namesake elsewhere is not taken.
    gazetteer
        What is known of places.
    """
    for kind, name in (("zone", row.zone), ("district", district)):
        place = gazetteer.find(name, district=district, kind=kind) if name else None
        if place is not None:
            return locate_at(place)
    return NOWHERE


def place_park(
    name: str, district: str | None, gazetteer: Gazetteer
) -> Location | None:
    """
    Place a park by its name; None where only its zone's place can be passed down.

    Where the gazetteer writes the name otherwise, the notes say how.

    Parameters
    ----------
    name
        The park's name in the table.
    district
        Short name of its district: a namesake elsewhere is not taken.
    gazetteer
        What is known of places.
    """
    place = gazetteer.find(name, district=district, kind="park")
    if place is not None:
        return locate_at(place)
    known = district and gazetteer.take(name, district=district, kind="park")
    if not known:
        return None
    zh, en = (note.format(known=known.name, written=name) for note in _MATCHED)
    zh, en = zh + known.note_zh, en + known.note_en
    return replace(locate_at(known), note_zh=zh, note_en=en)

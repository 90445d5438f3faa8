"""One edition of a table as frames: its parks, zones and districts."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas as gpd
import shapely

from geodata.district_names import find_district
from geodata.districts import find_outside
from parks.extents import outline_zones
from parks.model import Problem, Role, Row, Table
from parks.normalise import number_repeats, slug, syllables
from parks.places import (
    NOWHERE,
    Gazetteer,
    Location,
    place_park,
    place_zone,
    read_own_place,
)
from parks.search import SearchIndex

WGS84: Final = "EPSG:4326"
PARK_COLUMNS: Final = (
    "park_id",
    "name",
    "district",
    "district_code",
    "zone",
    "seq",
    "direction",
    "focus",
    "sectors",
    "policies",
    "precision",
    "location_source",
    "location_note",
)
"""What every download says of a park, in this order."""
_WHOLE: Final = frozenset({"seq", "row", "park_count"})


@dataclass(frozen=True, eq=False)
class Edition:
    """
    A table with everything that was derived from it; never altered.

    Attributes
    ----------
    key
        Short hash of the table's content: equal tables have equal keys.
    table
        The table as read and tagged, with every problem.
    parks
        One row a park: `PARK_COLUMNS`, then ``location_note_en``, ``row`` (position
        of its row in ``table.rows``) and ``geometry``, a point in EPSG:4326 or None.
        ``focus``, ``sectors`` and ``policies`` hold tuples of text.
    zones
        One row a table row: ``zone_id, zone, district, district_code, seq,
        direction, focus, sectors, policies, park_count, location_source,
        location_note, location_note_en`` and ``geometry``, the indicative extent,
        a polygon in EPSG:4326 or None.
    districts
        The polygons of `geodata.districts.read_districts`.
    """

    key: str
    table: Table
    parks: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame

    @cached_property
    def search_index(self) -> SearchIndex:
        """What free text is looked up in."""
        return SearchIndex.of(self.table.rows, self.parks)

    def keep(self, chosen: NDArray[np.bool_]) -> "Edition":
        """Make an edition of the chosen parks alone; the table keeps its rows."""
        return replace(self, parks=self.parks[chosen].reset_index(drop=True))

    @cached_property
    def district_names(self) -> tuple[str, ...]:
        """The districts that rows name, in the order of the table."""
        return tuple(dict.fromkeys(self.zones["district"].dropna()))

    def count_zones_and_districts(self, chosen: NDArray[np.bool_]) -> tuple[int, int]:
        """Count the zones and the districts that the chosen parks lie in."""
        rows = set(self.parks["row"].to_numpy()[chosen].tolist())
        places = {self._row_places[row] for row in rows}
        zones = {place for place in places if place[1] is not None}
        districts = {district for district, _ in places if district is not None}
        return len(zones), len(districts)

    @cached_property
    def _row_places(self) -> list[tuple[str | None, str | None]]:
        names = self.zones["district"].tolist(), self.zones["zone"].tolist()
        return list(zip(*names, strict=True))

    @cached_property
    def _sectors_by_role(self) -> dict[str, list[frozenset[str]]]:
        tagged = [
            {role: {t.id for t in row.sectors if t.role is role} for role in Role}
            for row in self.table.rows
        ]
        return {
            "focus": [frozenset(tags[Role.FOCUS]) for tags in tagged],
            "mention": [frozenset(tags[Role.MENTION]) for tags in tagged],
            "any": [frozenset().union(*tags.values()) for tags in tagged],
        }

    def sector_rows(self, role: str) -> list[frozenset[str]]:
        """Give for each table row the sectors it takes up as ``focus …`` or ``any``."""
        return self._sectors_by_role[role]


def build_edition(
    table: Table, gazetteer: Gazetteer, districts: gpd.GeoDataFrame
) -> Edition:
    """
    Make the frames of a tagged table.

    Parameters
    ----------
    table
        A table whose rows carry their sectors.
    gazetteer
        What is known of places.
    districts
        District polygons, in EPSG:4326.
    """
    # A missing code is None here, as every missing text is.
    codes = {
        name: code if isinstance(code, str) else None
        for name, code in zip(
            districts["district"], districts["district_code"], strict=True
        )
    }
    names = [_name_district(row) for row in table.rows]
    located = [
        _place_row(row, name, gazetteer)
        for row, name in zip(table.rows, names, strict=True)
    ]
    parks = _frame_parks(table.rows, names, codes, [place for place, _ in located])
    zones = _frame_zones(table.rows, names, codes, [place.zone for place, _ in located])
    zones = zones.set_geometry(outline_zones(zones, parks, districts))
    problems = [problem for _, found in located for problem in found]
    problems += _doubt_places(parks, districts)
    return Edition(
        key=_hash_table(table),
        table=Table(table.source, table.rows, (*table.problems, *problems)),
        parks=parks,
        zones=zones,
        districts=districts,
    )


@dataclass(frozen=True, slots=True)
class _PlacedRow:
    zone: Location
    parks: tuple[Location, ...]


def _place_row(
    row: Row, district: str | None, gazetteer: Gazetteer
) -> tuple[_PlacedRow, list[Problem]]:
    own = read_own_place(row)
    zone = place_zone(row, district, gazetteer)
    if isinstance(own, Location):
        zone = zone if zone is not NOWHERE else own
        return _PlacedRow(zone, tuple(own for _ in row.parks)), []
    parks = tuple(place_park(name, district, zone, gazetteer) for name in row.parks)
    return _PlacedRow(zone, parks), [] if own is None else [own]


def _name_district(row: Row) -> str | None:
    """Give the district its short name where it is known, else as it stands."""
    if row.district is None:
        return None
    return find_district(row.district) or row.district


def _frame_parks(
    rows: Sequence[Row],
    districts: Sequence[str | None],
    codes: dict[str, str | None],
    places: Sequence[_PlacedRow],
) -> gpd.GeoDataFrame:
    entries = [
        (index, name, place)
        for index, row in enumerate(rows)
        for name, place in zip(row.parks, places[index].parks, strict=True)
    ]
    index = np.array([entry[0] for entry in entries], dtype=np.intp)
    names = [entry[1] for entry in entries]
    zone_slugs = [slug(syllables(row.zone)) if row.zone else "" for row in rows]
    columns: dict[str, Iterable[object]] = {
        "park_id": number_repeats(
            (slug(syllables(name)) for name in names), (zone_slugs[i] for i in index)
        ),
        "name": names,
        **_inherit(rows, districts, codes, index),
        **_describe_locations([entry[2] for entry in entries]),
        "row": index,
    }
    return _with_points(columns, [entry[2] for entry in entries])


def _frame_zones(
    rows: Sequence[Row],
    districts: Sequence[str | None],
    codes: dict[str, str | None],
    places: Sequence[Location],
) -> gpd.GeoDataFrame:
    index = np.arange(len(rows), dtype=np.intp)
    slugs = (slug(syllables(row.zone or row.district or "")) for row in rows)
    columns: dict[str, Iterable[object]] = {
        "zone_id": number_repeats(
            slugs, (slug(syllables(district or "")) for district in districts)
        ),
        **_inherit(rows, districts, codes, index),
        "park_count": [len(row.parks) for row in rows],
        **_describe_locations(places),
    }
    return _with_points(columns, places)


def _inherit(
    rows: Sequence[Row],
    districts: Sequence[str | None],
    codes: dict[str, str | None],
    index: NDArray[np.intp],
) -> dict[str, list[object]]:
    """Spread what a table row says over its parks."""
    said = [
        (
            district,
            codes.get(district or ""),
            row.zone,
            row.seq,
            row.direction,
            tuple(tag.id for tag in row.sectors if tag.role is Role.FOCUS),
            tuple(tag.id for tag in row.sectors),
            tuple(
                policy.title + (f"（{policy.number}）" if policy.number else "")
                for policy in row.policies
            ),
        )
        for row, district in zip(rows, districts, strict=True)
    ]
    names = PARK_COLUMNS[2:10]
    return {
        name: [said[i][position] for i in index] for position, name in enumerate(names)
    }


def _describe_locations(places: Sequence[Location]) -> dict[str, list[object]]:
    return {
        "precision": [place.precision for place in places],
        "location_source": [place.source for place in places],
        "location_note": [place.note_zh for place in places],
        "location_note_en": [place.note_en for place in places],
    }


def _with_points(
    columns: Mapping[str, Iterable[object]],
    places: Sequence[Location],
) -> gpd.GeoDataFrame:
    frame = pd.DataFrame(
        {
            # Text stays Python text: a missing value is None, never a NaN.
            name: pd.Series(list(values), dtype=int if name in _WHOLE else object)
            for name, values in columns.items()
        }
    )
    lon = np.array([place.lon for place in places], dtype=float)
    lat = np.array([place.lat for place in places], dtype=float)
    points = np.asarray(shapely.points(lon, lat), dtype=object)
    points[np.isnan(lon)] = None
    return gpd.GeoDataFrame(frame, geometry=points, crs=WGS84)


def _doubt_places(
    parks: gpd.GeoDataFrame, districts: gpd.GeoDataFrame
) -> list[Problem]:
    """Name the parks that stand outside the district their row names."""
    outside = find_outside(parks, districts)
    return [
        Problem(
            int(parks["seq"].iloc[position]),
            "parks",
            "place-outside-district",
            str(parks["name"].iloc[position]),
            f"{metres:.0f} m",
        )
        for position, metres in zip(outside.index.tolist(), outside, strict=True)
    ]


def _hash_table(table: Table) -> str:
    said = repr((table.rows, table.problems, table.source))
    return hashlib.sha256(said.encode()).hexdigest()[:16]

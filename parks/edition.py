"""One edition of a table as frames: its parks, zones and districts."""

import hashlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

import geopandas as gpd
import shapely

from geodata.district_names import find_district
from geodata.districts import find_outside
from parks.extents import outline_zones
from parks.frames import frame_parks, frame_zones, spread_rows
from parks.memberships import Memberships, gather_memberships
from parks.model import Problem, Role, Row, Table
from parks.places import NOTHING, Found, Gazetteer, place_rows
from parks.search import SearchIndex
from parks.system_check import doubt_system
from parks.writing import write_out

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


@dataclass(frozen=True, eq=False)
class Edition:
    """
    A table with everything that was derived from it; never altered.

    Attributes
    ----------
    key
        Short hash of the table's content and of the places that geocoders found
        for it: what is equal has equal keys.
    table
        The table as read and tagged, with every problem.
    parks
        One row a park: `PARK_COLUMNS`, then ``location_note_en``, ``row`` (position
        of its row in ``table.rows``) and ``geometry``, a point in EPSG:4326 or None.
        ``focus``, ``sectors`` and ``policies`` hold tuples of text.
    zones
        One row a table row: ``zone_id, zone, district, district_code, seq,
        direction, focus, sectors, policies, park_count, location_source,
        location_note, location_note_en``, ``point``, where the zone itself is put, and
        ``geometry``, the indicative extent, a polygon; both in EPSG:4326 or None.
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
        zones, districts = (
            # Numbers are small and many: counting them is quicker than sorting them.
            int(np.count_nonzero(np.bincount(numbers[chosen] + 1)[1:]))
            for numbers in self._place_numbers
        )
        return zones, districts

    @cached_property
    def whole_count(self) -> tuple[int, int]:
        """Of how many zones and districts there are parks at all."""
        return self.count_zones_and_districts(np.ones(len(self.parks), dtype=np.bool_))

    @cached_property
    def _place_numbers(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """For each park the number of its zone and its district, -1 for none."""
        districts, zones = self.zones["district"].tolist(), self.zones["zone"].tolist()
        # Zones of two districts may have one name.
        pairs = [
            None if zone is None else (district, zone)
            for district, zone in zip(districts, zones, strict=True)
        ]
        rows = self.parks["row"].to_numpy(dtype=np.intp)
        return _number(pairs)[rows], _number(districts)[rows]

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

    @cached_property
    def memberships(self) -> Memberships:
        """What the parks belong to, quick to choose by and to count."""
        return gather_memberships(
            self.table.rows, self._sectors_by_role, self.zones, self.parks
        )

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where in `parks` each park stands, by its id."""
        return {id_: at for at, id_ in enumerate(self.parks["park_id"].tolist())}

    @cached_property
    def coordinates(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Longitudes and latitudes of the parks; NaN for one without a place."""
        points = np.asarray(self.parks.geometry, dtype=object)
        return shapely.get_x(points), shapely.get_y(points)


def _number(things: Sequence[Hashable]) -> NDArray[np.intp]:
    """Give equal things equal numbers, from 0 on, and None -1."""
    numbers: dict[Hashable, int] = {None: -1}
    found = [numbers.setdefault(thing, len(numbers) - 1) for thing in things]
    return np.array(found, dtype=np.intp)


def build_edition(
    table: Table,
    gazetteer: Gazetteer,
    districts: gpd.GeoDataFrame,
    found: Found = NOTHING,
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
    found
        What geocoders found, as `parks.places.place_rows` takes it.
    """
    # A missing code is None here, as every missing text is.
    codes = {
        name: code if isinstance(code, str) else None
        for name, code in zip(
            districts["district"], districts["district_code"], strict=True
        )
    }
    names = _name_districts(table.rows)
    places, problems = place_rows(table.rows, names, gazetteer, found)
    said = spread_rows(table.rows, names, codes)
    parks = frame_parks(table.rows, said, places)
    zones = frame_zones(table.rows, said, places)
    outlines = outline_zones(zones, parks, districts)
    zones = zones.assign(point=zones.geometry).set_geometry(outlines)
    problems += doubt_places(parks, districts)
    problems += doubt_system(table.rows, districts)
    return Edition(
        key=_hash_table(table, found),
        table=replace(table, problems=(*table.problems, *problems)),
        parks=parks,
        zones=zones,
        districts=districts,
    )


def _name_districts(rows: Sequence[Row]) -> list[str | None]:
    """Give the districts their short names where they are known, else as they stand."""
    names = (row.district for row in rows)
    return [name and (find_district(name) or name) for name in names]


def doubt_places(parks: gpd.GeoDataFrame, districts: gpd.GeoDataFrame) -> list[Problem]:
    """
    Name the parks that stand outside the district their row names.

    Parameters
    ----------
    parks
        All or some of the parks of an edition.
    districts
        Its districts.
    """
    outside = find_outside(parks, districts)
    doubtful = parks.iloc[parks.index.get_indexer(outside.index)]
    # As lists: to take cells of a frame one by one doubles the time of a long table.
    columns = (doubtful[name].tolist() for name in ("seq", "name", "row"))
    return [
        Problem(
            int(seq),
            "parks",
            "place-outside-district",
            str(name),
            f"{metres:.0f} m",
            int(row),
        )
        for seq, name, row, metres in zip(*columns, outside, strict=True)
    ]


def _hash_table(table: Table, found: Found) -> str:
    """Hash ``repr((rows, problems, source))`` without ever holding it whole."""
    digest = hashlib.sha256()
    for part in write_out(table):
        digest.update(part.encode())
    # The same table is another map once geocoders placed more of it.
    for place in sorted(found.items(), key=itemgetter(0)):
        digest.update(repr(place).encode())
    return digest.hexdigest()[:16]

"""A table's own points, to be held against the districts that their rows name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.district_names import find_district
from geodata.planes import order_axes
from geodata.reference_systems import ReferenceSystem, to_wgs84
from parks.coordinates import read_angle, read_metres
from parks.location import Location
from parks.model import Row, WrittenPosition
from parks.own_places import read_own_places

_MOST_POINTS: Final = 1000
_MOST_DEGREES: Final = 180.0
_MARGIN_DEGREES: Final = 0.001
"""Some 100 m: by so much a border may be drawn amiss, and a park's point lie aside."""
_FAR_DEGREES: Final = 0.05
"""Some 5 km: no datum in use shifts so far, what is farther off is no such slip."""
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SamplePoints:
    """Different points of rows whose district is known, as numbers of any unit."""

    rows: Sequence[Row]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    names: NDArray[np.str_]
    borders: dict[str, tuple[BaseGeometry, BaseGeometry]]

    @classmethod
    def of(cls, rows: Sequence[Row], districts: gpd.GeoDataFrame) -> "SamplePoints":
        """Take rows spread evenly over the table."""
        sample = rows[:: -(-len(rows) // _MOST_POINTS)]
        polygons = dict(zip(districts["district"], districts.geometry, strict=True))
        distinct: dict[tuple[str, WrittenPosition], Row] = {}
        for row in sample:
            name = find_district(row.district or "")
            if name is not None and name in polygons and row.position is not None:
                distinct.setdefault((name, row.position), row)
        names = [name for name, _ in distinct]
        numbers = [_read_numbers(position) for _, position in distinct]
        x, y = np.array(numbers, dtype=float).reshape(-1, 2).T
        borders = {name: _widen(polygons[name]) for name in set(names)}
        return cls(list(distinct.values()), x, y, np.array(names, dtype=str), borders)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows)

    def place_now(self) -> tuple[Mask, Mask]:
        """Say which points lie inside, and which near by, as they are read now."""
        own, _ = read_own_places(self.rows)
        nowhere = np.nan, np.nan
        places = [own.get(place) for place in range(self.count)]
        points = [
            (place.lon, place.lat) if isinstance(place, Location) else nowhere
            for place in places
        ]
        lon, lat = np.array(points, dtype=float).reshape(-1, 2).T
        return self._lie_in(0, lon, lat), self._lie_in(1, lon, lat)

    def place_in(self, system: ReferenceSystem, *, is_swapped: bool) -> Mask:
        """Say which points would lie inside in a system."""
        x, y = (self.y, self.x) if is_swapped else (self.x, self.y)
        if system.is_plane:
            x, y, _ = order_axes(x, y, system.meridian)
        return self._lie_in(0, *to_wgs84(x, y, system))

    def _lie_in(
        self, margin: int, lon: NDArray[np.float64], lat: NDArray[np.float64]
    ) -> Mask:
        is_inside = np.zeros(self.count, dtype=bool)
        is_placed = np.isfinite(lon) & np.isfinite(lat)
        for name, borders in self.borders.items():
            these = is_placed & (self.names == name)
            is_inside[these] = shapely.contains_xy(
                borders[margin], lon[these], lat[these]
            )
        return is_inside


def _widen(polygon: BaseGeometry) -> tuple[BaseGeometry, BaseGeometry]:
    """Widen a district a little, and by far."""
    widened = (
        shapely.buffer(polygon, _MARGIN_DEGREES, quad_segs=2),
        shapely.buffer(polygon.envelope, _FAR_DEGREES, quad_segs=2),
    )
    for one in widened:
        shapely.prepare(one)
    return widened


def _read_numbers(at: WrittenPosition) -> tuple[float, float]:
    """Read both numbers of a position in whatever unit; NaN for what is none."""
    metres = [read_metres(text) or 0.0 for text in (at.x, at.y)]
    if max(map(abs, metres)) > _MOST_DEGREES:
        return metres[0], metres[1]
    angles = [read_angle(text) for text in (at.x, at.y)]
    one, two = (np.nan if angle is None else angle.degrees for angle in angles)
    return one, two

"""Circles and polygons on the ground that parks are selected by."""

import math
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.datums import Numbers
from geodata.distances import measure_metres
from parks.shape_errors import (
    CircleRadiusError,
    CrossingShapeError,
    FewCornersError,
    FlatShapeError,
    ManyCornersError,
    ShapePositionError,
    UnreadableShapeError,
)

LARGEST_RADIUS_METRES: Final = 500_000
"""What is larger is a part of the country, not the surroundings of a place."""
MOST_CORNERS: Final = 500
_FEWEST_CORNERS: Final = 3
_DECIMALS: Final = 6
"""Of degrees, in texts: a tenth of a metre."""
_RADIUS_DECIMALS: Final = 2
_LEAST_AREA: Final = 1e-12
"""Square degrees: a square of a tenth of a metre, the last decimal of a corner."""
_SHORTEST_DEGREE_METRES: Final = 110_570.0
"""No degree of latitude on WGS 84 is shorter: at the equator it has 110,574 m."""
_MOST_QUOTED: Final = 60
"""Characters of a text that an error repeats."""
_EDGE_LON: Final = 180.0
_EDGE_LAT: Final = 90.0

_Position = tuple[float, float]


class Shape(ABC):
    """A part of the ground: what lies in it or on its edge is selected."""

    __slots__ = ()

    @staticmethod
    def parse(text: str) -> "Shape":
        """
        Read a shape as a link or a command gives it; full-width signs are taken too.

        Parameters
        ----------
        text
            ``circle:LON,LAT,METRES`` or ``polygon:LON LAT,LON LAT,…`` in degrees of
            WGS 84, which are rounded to six decimals. The last corner of a polygon
            may repeat the first.

        Raises
        ------
        ShapeError
            If it is no shape; it is a `FilterError` of the option ``within``.
        """
        kind, _, said = unicodedata.normalize("NFKC", text).strip().partition(":")
        reader = _READERS.get(kind.strip().lower())
        if reader is None:
            raise UnreadableShapeError(value=_quote(text))
        return reader(said)

    @abstractmethod
    def to_text(self) -> str:
        """Write the shape for a link; `parse` reads it back."""

    @abstractmethod
    def contains(self, lon: Numbers, lat: Numbers) -> NDArray[np.bool_]:
        """
        Tell which positions lie in the shape or on its edge.

        Parameters
        ----------
        lon, lat
            Degrees in WGS 84, arrays of one shape; NaN, a park without a place, is
            never inside.
        """


@dataclass(frozen=True, slots=True)
class Circle(Shape):
    """
    All ground within a distance of a point, along the ellipsoid of WGS 84.

    Attributes
    ----------
    lon, lat
        The centre, in degrees of WGS 84.
    radius_metres
        True ground distance, at most `LARGEST_RADIUS_METRES`.
    """

    lon: float
    lat: float
    radius_metres: float

    def __post_init__(self) -> None:
        """Refuse a circle that is none; raises `ShapeError`."""
        _check_position(self.lon, self.lat)
        if not 0 < self.radius_metres <= LARGEST_RADIUS_METRES:
            radius = _write_number(self.radius_metres, _RADIUS_DECIMALS)
            raise CircleRadiusError(value=radius, most=f"{LARGEST_RADIUS_METRES:,}")

    def to_text(self) -> str:
        """Write the circle for a link, its radius in metres to the centimetre."""
        radius = _write_number(self.radius_metres, _RADIUS_DECIMALS)
        return f"circle:{self.lon:.6f},{self.lat:.6f},{radius}"

    def contains(self, lon: Numbers, lat: Numbers) -> NDArray[np.bool_]:
        """Tell which positions lie at most the radius away, by geodesics."""
        # Nothing further off in latitude alone can be near; most parks end here.
        reach = self.radius_metres / _SHORTEST_DEGREE_METRES
        inside: NDArray[np.bool_] = np.abs(lat - self.lat) <= reach
        inside &= np.isfinite(lon)
        near_lon, near_lat = lon[inside], lat[inside]
        centre = np.full_like(near_lon, self.lon), np.full_like(near_lat, self.lat)
        inside[inside] = measure_metres(near_lon, near_lat, *centre) <= (
            self.radius_metres
        )
        return inside


@dataclass(frozen=True, slots=True)
class Polygon(Shape):
    """
    The ground within an outline of straight edges.

    Edges are straight in longitude and latitude (plate carrée), not geodesics: an
    edge of 10 km leaves the geodesic by less than 1 m at Shenzhen, one of 30 km by 7 m.

    Attributes
    ----------
    corners
        Longitude and latitude of each corner once, in degrees of WGS 84.
    """

    corners: tuple[_Position, ...]

    def __post_init__(self) -> None:
        """Refuse a polygon that is none; raises `ShapeError`."""
        if len(self.corners) > MOST_CORNERS:
            raise ManyCornersError(value=len(self.corners), most=MOST_CORNERS)
        for corner in self.corners:
            _check_position(*corner)
        different = len(set(self.corners))
        if different < _FEWEST_CORNERS:
            raise FewCornersError(value=different)
        outline = shapely.LinearRing(self.corners)
        if outline.convex_hull.area < _LEAST_AREA:
            raise FlatShapeError(value=_quote(self.to_text()))
        if not outline.is_simple:
            raise CrossingShapeError(value=_quote(self.to_text()))

    def to_text(self) -> str:
        """Write the polygon for a link, its first corner not repeated."""
        return "polygon:" + ",".join(
            f"{lon:.6f} {lat:.6f}" for lon, lat in self.corners
        )

    def contains(self, lon: Numbers, lat: Numbers) -> NDArray[np.bool_]:
        """Tell which positions lie within the outline or on it."""
        inside: NDArray[np.bool_] = shapely.intersects_xy(_draw(self.corners), lon, lat)
        return inside


def _read_circle(said: str) -> Circle:
    parts = said.split(",", 3)
    try:
        lon, lat, radius = map(float, parts)
    except ValueError:
        raise UnreadableShapeError(value=_quote(f"circle:{said}")) from None
    return Circle(*_round(lon, lat), round(radius, _RADIUS_DECIMALS))


def _read_polygon(said: str) -> Polygon:
    count = said.count(",") + 1
    # The first corner may stand at the end once more.
    if count > MOST_CORNERS + 1:
        raise ManyCornersError(value=count, most=MOST_CORNERS)
    corners = [_read_corner(corner) for corner in said.split(",")]
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    return Polygon(tuple(corner for corner, _ in groupby(corners)))


def _read_corner(text: str) -> _Position:
    try:
        lon, lat = map(float, text.split())
    except ValueError:
        raise ShapePositionError(value=_quote(text.strip())) from None
    return _round(lon, lat)


_READERS: Final[dict[str, Callable[[str], Shape]]] = {
    "circle": _read_circle,
    "polygon": _read_polygon,
}


def _round(lon: float, lat: float) -> _Position:
    # Adding zero makes of -0.0, which is written otherwise, 0.0.
    return round(lon, _DECIMALS) + 0.0, round(lat, _DECIMALS) + 0.0


def _check_position(lon: float, lat: float) -> None:
    if not (abs(lon) <= _EDGE_LON and abs(lat) <= _EDGE_LAT):
        raise ShapePositionError(value=f"{lon:g} {lat:g}")


def _write_number(number: float, decimals: int) -> str:
    if not math.isfinite(number):
        return f"{number}"
    text = f"{number:.{decimals}f}"
    return text.rstrip("0").rstrip(".")


def _quote(text: str) -> str:
    return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED]}…"


@lru_cache(maxsize=64)
def _draw(corners: tuple[_Position, ...]) -> shapely.Polygon:
    """Draw a polygon, prepared for many questions."""
    drawn = shapely.Polygon(corners)
    shapely.prepare(drawn)
    return drawn

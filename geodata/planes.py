"""
Eastings and northings in metres: CGCS2000's 3-degree Gauss-Krüger, Web Mercator.

Both are EPSG's, computed by PROJ. A plane is told here by its central meridian, None
for Web Mercator, which has none of its own.
"""

from functools import cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

import pyproj

from geodata.datums import Numbers

MERIDIANS: Final = range(75, 136, 3)
"""Central meridians of China's 3-degree zones, in degrees east: zones 25 to 45."""
FIRST_CODE: Final = 4534
"""EPSG's code of CGCS2000 / 3-degree Gauss-Kruger CM 75E; the next are 1 more each."""
WEB_MERCATOR_CODE: Final = 3857
"""EPSG's code of WGS 84 / Pseudo-Mercator."""
_ZONE_METRES: Final = 1_000_000.0
"""An easting with its zone's number in front is so many times that number larger."""
_FIRST_ZONED_EAST: Final = 25_000_000.0
"""Metres; no easting of zone 25 or a later one is less, with the number in front."""
_MOST_NORTH: Final = 6_200_000.0
"""Metres; China ends at 53.6 degrees, a northing of 5,940,000."""
_LEAST_NORTH: Final = 1_000_000.0
"""Metres; what is less may as well be an easting, and lies south of 9 degrees."""
_MERCATOR_EAST: Final = (7_900_000.0, 15_400_000.0)
"""Metres of Web Mercator between 71 and 138 degrees east, where China lies."""
_MERCATOR_NORTH: Final = (0.0, 7_600_000.0)
"""Metres of Web Mercator from the equator to 56 degrees north."""
_MERCATOR_EDGE: Final = 20_037_508.35
"""Metres; half the equator of WGS 84, where the square of Web Mercator ends."""


def to_degrees(
    x: npt.ArrayLike, y: npt.ArrayLike, meridian: int | None
) -> tuple[Numbers, Numbers]:
    """
    Give the longitudes and latitudes of eastings and northings.

    Parameters
    ----------
    x, y
        Easting, with its zone's number in front or without, and northing, in metres.
    meridian
        The plane's central meridian.

    Returns
    -------
    tuple
        Degrees in the plane's own datum; NaN for what is no position in the plane.
    """
    east, north = _read_numbers(x, y)
    if meridian is not None:
        offset = meridian // 3 * _ZONE_METRES
        east = np.where(east >= offset, east - offset, east)
    is_position = _lies_in_plane(east, north, meridian)
    return _transform(east, north, is_position, meridian, "INVERSE")


def to_metres(
    lon: npt.ArrayLike, lat: npt.ArrayLike, meridian: int | None
) -> tuple[Numbers, Numbers]:
    """
    Give the eastings, without a zone's number, and northings of places.

    Parameters
    ----------
    lon, lat
        Degrees in the plane's own datum.
    meridian
        The plane's central meridian.

    Returns
    -------
    tuple
        Metres; NaN for what lies too far off for the plane.
    """
    lons, lats = _read_numbers(lon, lat)
    everywhere = np.ones(lons.shape, dtype=bool)
    east, north = _transform(lons, lats, everywhere, meridian, "FORWARD")
    is_position = _lies_in_plane(east, north, meridian)
    return np.where(is_position, east, np.nan), np.where(is_position, north, np.nan)


def put_zone_first(east: Numbers, meridian: int) -> Numbers:
    """Write the number of the zone before eastings."""
    return np.asarray(east + meridian // 3 * _ZONE_METRES)


def order_axes(
    first: npt.ArrayLike, second: npt.ArrayLike, meridian: int | None
) -> tuple[Numbers, Numbers, npt.NDArray[np.bool_]]:
    """
    Tell easting from northing by their size, whichever was written first.

    Surveyors in China write X for the northing, and EPSG's axes of these systems run
    north first; web maps and GIS write X for the easting. In China the two cannot be
    taken for one another, but for Gauss-Krüger south of 9 degrees north.

    Parameters
    ----------
    first, second
        Arrays of one shape, in metres.
    meridian
        The plane's central meridian.

    Returns
    -------
    tuple
        Easting, northing, and for each pair whether the first was the northing.
    """
    one, two = _read_numbers(first, second)
    if meridian is None:
        is_turned = _is_between(two, *_MERCATOR_EAST)
        is_turned &= _is_between(one, *_MERCATOR_NORTH)
    else:
        is_turned = _is_between(one, _LEAST_NORTH, _MOST_NORTH)
        is_turned &= _is_between(two, 0, _LEAST_NORTH) | (two >= _FIRST_ZONED_EAST)
    return np.where(is_turned, two, one), np.where(is_turned, one, two), is_turned


def find_zone(easting: float) -> int | None:
    """Find the number of a 3-degree zone before an easting, None if it has none."""
    zone = int(easting // _ZONE_METRES) if np.isfinite(easting) else 0
    return zone if 3 * zone in MERIDIANS else None


def _read_numbers(x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Numbers, Numbers]:
    one, two = np.broadcast_arrays(
        np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    )
    return one, two


def _is_between(values: Numbers, least: float, most: float) -> npt.NDArray[np.bool_]:
    return np.asarray((values >= least) & (values <= most))


def _lies_in_plane(
    east: Numbers, north: Numbers, meridian: int | None
) -> npt.NDArray[np.bool_]:
    """Say which eastings, without a zone's number, and northings can be meant."""
    if meridian is None:
        edge = _MERCATOR_EDGE
        return _is_between(east, -edge, edge) & _is_between(north, -edge, edge)
    return _is_between(east, 0, _ZONE_METRES) & _is_between(north, 0, _MOST_NORTH)


def _transform(
    x: Numbers,
    y: Numbers,
    is_position: npt.NDArray[np.bool_],
    meridian: int | None,
    direction: Literal["FORWARD", "INVERSE"],
) -> tuple[Numbers, Numbers]:
    one, two = _open_plane(meridian).transform(
        np.where(is_position, x, np.nan),
        np.where(is_position, y, np.nan),
        direction=direction,
    )
    # PROJ answers infinity to what it cannot project.
    one, two = (np.where(np.isfinite(values), values, np.nan) for values in (one, two))
    return one, two


@cache
def _open_plane(meridian: int | None) -> pyproj.Transformer:
    """Open the projection from a plane's own longitudes and latitudes to it."""
    code = WEB_MERCATOR_CODE
    if meridian is not None:
        code = FIRST_CODE + MERIDIANS.index(meridian)
    plane = pyproj.CRS.from_epsg(code)
    return pyproj.Transformer.from_crs(plane.geodetic_crs, plane, always_xy=True)

"""
Coordinates between the datums of Chinese maps, longitude first everywhere.

China's map services publish GCJ-02, which shifts WGS 84 by some hundred metres;
Baidu shifts it once more, to BD-09. Neither has an EPSG code. Their formulas were
never published officially: those here are the ones all open implementations share
(eviltransform, coordtransform), written anew.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TypeAlias, overload

import numpy as np
import numpy.typing as npt

from geodata._names import name_key
from geodata.errors import CoordinateError, UnknownDatumError

Numbers: TypeAlias = npt.NDArray[np.float64]
_Shift: TypeAlias = Callable[[Numbers, Numbers], tuple[Numbers, Numbers]]

KRASOVSKY_SEMI_MAJOR_AXIS = 6378245.0
"""Metres; the ellipsoid Krasovsky 1940, on which GCJ-02's shift is scaled."""
KRASOVSKY_ECCENTRICITY_SQUARED = 0.00669342162296594323
"""From Krasovsky 1940's flattening of 1/298.3."""
CHINA_BOX = (72.004, 0.8293, 137.8347, 55.8271)
"""West, south, east, north in degrees; outside GCJ-02 and BD-09 shift nothing."""
EDGE_WIDTH = 0.05
"""Degrees inside `CHINA_BOX` over which the shift fades to nothing."""

# Baidu's constants, in degrees, as every open implementation has them.
_BAIDU_EAST, _BAIDU_NORTH = 0.0065, 0.006
_BAIDU_RADIUS_WAVE, _BAIDU_ANGLE_WAVE = 0.00002, 0.000003
_BAIDU_FREQUENCY = np.pi * 3000.0 / 180.0

# 1e-12 degrees are 0.1 micrometres. Inside China each step gains two decimals; in
# the fading edge the slowest gains a quarter of one, hence so many.
_CONVERGED_DEGREES = 1e-12
_MOST_STEPS = 60


class Datum(StrEnum):
    """The datums that longitudes and latitudes in China come in."""

    WGS84 = "WGS-84"
    """What GPS and OpenStreetMap use; EPSG:4326."""
    CGCS2000 = "CGCS2000"
    """China's own, which Tianditu and surveyors use; EPSG:4490."""
    GCJ02 = "GCJ-02"
    """AMap's, Tencent's and all other licensed web maps' but Baidu's."""
    BD09 = "BD-09"
    """Baidu's, as longitude and latitude."""


def parse_datum(text: str) -> Datum:
    """
    Read the name of a datum, in any case, with hyphens, spaces or without.

    Raises
    ------
    UnknownDatumError
        If `text` names no datum known here.
    """
    datum = _DATUM_BY_KEY.get(name_key(text))
    if datum is None:
        raise UnknownDatumError(datum=text, known=", ".join(Datum))
    return datum


@overload
def convert(
    lon: float, lat: float, *, source: Datum, target: Datum
) -> tuple[float, float]: ...
@overload
def convert(
    lon: npt.ArrayLike, lat: npt.ArrayLike, *, source: Datum, target: Datum
) -> tuple[Numbers, Numbers]: ...
def convert(
    lon: npt.ArrayLike, lat: npt.ArrayLike, *, source: Datum, target: Datum
) -> tuple[float, float] | tuple[Numbers, Numbers]:
    """
    Convert longitudes and latitudes from one datum to another.

    There and back again leaves less than 0.01 m everywhere, since the inverses are
    iterated until they stand still. CGCS2000 and WGS 84 are taken as one: they were
    the same when CGCS2000 was fixed (epoch 2000.0) and have drifted apart with the
    continent by less than a metre, for which PROJ (EPSG:4490 to 4326) knows only a
    "ballpark" identity too. Outside `CHINA_BOX` all four are one: GCJ-02 shifts
    nothing there, and Baidu gives WGS 84 abroad. A sharp edge would map two places to
    one, with no way back, so the shift fades over the `EDGE_WIDTH` inside the box,
    far from any Chinese land.

    Parameters
    ----------
    lon, lat
        Degrees in `source`; numbers, or arrays of one shape.
    source, target
        The datums to convert from and to.

    Returns
    -------
    tuple
        Longitude and latitude in `target`; floats for numbers, else arrays, in which
        a position that is not finite or out of range becomes NaN.

    Raises
    ------
    CoordinateError
        If a single position is not finite or out of range.
    """
    lons, lats = np.broadcast_arrays(
        np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
    )
    is_position = (np.abs(lons) <= 180) & (np.abs(lats) <= 90)  # noqa: PLR2004
    if lons.ndim == 0 and not is_position:
        raise CoordinateError(lon=lon, lat=lat)
    lons = np.where(is_position, lons, np.nan)
    lats = np.where(is_position, lats, np.nan)
    for step in _steps(source, target):
        lons, lats = step(lons, lats)
    if lons.ndim == 0:
        return float(lons), float(lats)
    return lons, lats


def _steps(source: Datum, target: Datum) -> list[_Shift]:
    """Name the conversions that lead from one datum over GCJ-02 to another."""
    if _LEVEL[source] < _LEVEL[target]:
        shifts = _SHIFTS[_LEVEL[source] : _LEVEL[target]]
        return [partial(_add, shift) for shift in shifts]
    shifts = _SHIFTS[_LEVEL[target] : _LEVEL[source]]
    return [partial(_subtract, shift) for shift in reversed(shifts)]


def _add(shift: _Shift, lon: Numbers, lat: Numbers) -> tuple[Numbers, Numbers]:
    """Move positions by their own shift."""
    east, north = shift(lon, lat)
    return lon + east, lat + north


def _subtract(shift: _Shift, lon: Numbers, lat: Numbers) -> tuple[Numbers, Numbers]:
    """Find the positions that their own shift moved here, by fixed-point iteration."""
    found_lon, found_lat = lon, lat
    for _ in range(_MOST_STEPS):
        east, north = shift(found_lon, found_lat)
        moved = np.maximum(
            np.abs(lon - east - found_lon), np.abs(lat - north - found_lat)
        )
        found_lon, found_lat = lon - east, lat - north
        if not np.any(moved > _CONVERGED_DEGREES):
            break
    return found_lon, found_lat


def _gcj02_shift(lon: Numbers, lat: Numbers) -> tuple[Numbers, Numbers]:
    """Give GCJ-02's shift in degrees at positions in WGS 84."""
    x, y = lon - 105.0, lat - 35.0
    root = np.sqrt(np.abs(x))
    ripple = _waves(x, (20.0, 6.0), (20.0, 2.0))
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += ripple + _waves(x, (20.0, 1.0), (40.0, 1 / 3))
    east += _waves(x, (150.0, 1 / 12), (300.0, 1 / 30))
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += ripple + _waves(y, (20.0, 1.0), (40.0, 1 / 3))
    north += _waves(y, (160.0, 1 / 12), (320.0, 1 / 30))

    phi = np.radians(lat)
    squash = 1.0 - KRASOVSKY_ECCENTRICITY_SQUARED * np.sin(phi) ** 2
    transverse_radius = KRASOVSKY_SEMI_MAJOR_AXIS / np.sqrt(squash)
    meridian_radius = transverse_radius * (1 - KRASOVSKY_ECCENTRICITY_SQUARED) / squash
    share = _share_of_shift(lon, lat)
    parallel_radius = np.where(share > 0, transverse_radius * np.cos(phi), np.inf)
    return (
        share * np.degrees(east / parallel_radius),
        share * np.degrees(north / meridian_radius),
    )


def _waves(degrees: Numbers, *waves: tuple[float, float]) -> Numbers:
    """Sum sine waves (metres, half-waves a degree), of which GCJ-02 takes 2/3."""
    total = np.zeros_like(degrees)
    for metres, frequency in waves:
        total += metres * np.sin(frequency * np.pi * degrees)
    return total * 2.0 / 3.0


def _bd09_shift(lon: Numbers, lat: Numbers) -> tuple[Numbers, Numbers]:
    """Give Baidu's further shift in degrees at positions in GCJ-02."""
    radius = np.hypot(lon, lat)
    radius += _BAIDU_RADIUS_WAVE * np.sin(lat * _BAIDU_FREQUENCY)
    angle = np.arctan2(lat, lon) + _BAIDU_ANGLE_WAVE * np.cos(lon * _BAIDU_FREQUENCY)
    share = _share_of_shift(lon, lat)
    return (
        share * (radius * np.cos(angle) + _BAIDU_EAST - lon),
        share * (radius * np.sin(angle) + _BAIDU_NORTH - lat),
    )


def _share_of_shift(lon: Numbers, lat: Numbers) -> Numbers:
    """Give 1 inside `CHINA_BOX`, 0 outside, and a slope between along its edge."""
    west, south, east, north = CHINA_BOX
    depth = np.minimum(
        np.minimum(lon - west, east - lon), np.minimum(lat - south, north - lat)
    )
    return np.clip(depth / EDGE_WIDTH, 0.0, 1.0)


_DATUM_BY_KEY = {name_key(datum): datum for datum in Datum}
_SHIFTS: tuple[_Shift, ...] = (_gcj02_shift, _bd09_shift)
# How many of `_SHIFTS` lie between WGS 84 and the datum.
_LEVEL = {Datum.WGS84: 0, Datum.CGCS2000: 0, Datum.GCJ02: 1, Datum.BD09: 2}

"""Distances on the ground."""

from typing import Final, overload

import numpy as np

import pyproj

from geodata.datums import Numbers

_ELLIPSOID: Final = pyproj.Geod(ellps="WGS84")


@overload
def measure_metres(
    lon: float, lat: float, other_lon: float, other_lat: float
) -> float: ...
@overload
def measure_metres(
    lon: Numbers, lat: Numbers, other_lon: Numbers, other_lat: Numbers
) -> Numbers: ...
def measure_metres(
    lon: float | Numbers,
    lat: float | Numbers,
    other_lon: float | Numbers,
    other_lat: float | Numbers,
) -> float | Numbers:
    """
    Measure the geodesics between positions on the ellipsoid of WGS 84.

    Parameters
    ----------
    lon, lat, other_lon, other_lat
        Degrees in WGS 84; numbers, or arrays of one shape.

    Returns
    -------
    float or array
        Metres; a float for numbers.
    """
    *_, metres = _ELLIPSOID.inv(lon, lat, other_lon, other_lat)
    return metres if isinstance(metres, np.ndarray) else float(metres)


def measure_from(
    lon: float, lat: float, other_lon: Numbers, other_lat: Numbers
) -> tuple[Numbers, Numbers]:
    """
    Measure the geodesics from one position to others on the ellipsoid of WGS 84.

    Parameters
    ----------
    lon, lat, other_lon, other_lat
        Degrees in WGS 84.

    Returns
    -------
    (array, array)
        Metres, and the direction in which each begins: degrees clockwise from
        north, from 0 to below 360.
    """
    start = np.full_like(other_lon, lon), np.full_like(other_lat, lat)
    azimuths, _, metres = _ELLIPSOID.inv(*start, other_lon, other_lat)
    return metres, azimuths % 360.0

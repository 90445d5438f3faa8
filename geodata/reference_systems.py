"""
The reference systems in which tables and offices in China give coordinates.

Longitudes and latitudes come in the datums of `geodata.datums`, plane coordinates in
those of `geodata.planes`. CGCS2000 is taken as WGS 84, as `geodata.datums.convert`
says.
"""

from dataclasses import dataclass
from typing import Final, overload

import numpy as np
import numpy.typing as npt

from geodata.datums import Datum, Numbers, convert
from geodata.errors import DistantPlaceError, PlaneCoordinateError
from geodata.planes import (
    FIRST_CODE,
    MERIDIANS,
    WEB_MERCATOR_CODE,
    put_zone_first,
    to_degrees,
    to_metres,
)

_FIRST_OF_ZONES: Final = 4513
"""EPSG's code of zone 25, whose eastings begin with the zone's number."""


@dataclass(frozen=True, slots=True)
class ReferenceSystem:
    """
    What pairs of numbers mean as positions.

    Attributes
    ----------
    name
        ``WGS-84``, ``CGCS2000``, ``GCJ-02``, ``BD-09`` or an EPSG code such as
        ``EPSG:4547``.
    datum
        Of longitudes and latitudes in degrees; None for plane coordinates in metres.
    meridian
        Central meridian of a Gauss-Krüger zone in degrees east; else None.
    has_zone_number
        Whether its eastings are written with the zone's number in front.
    """

    name: str
    datum: Datum | None = None
    meridian: int | None = None
    has_zone_number: bool = False

    @property
    def is_plane(self) -> bool:
        """Whether its coordinates are metres of a plane."""
        return self.datum is None

    def __str__(self) -> str:
        """Name the system."""
        return self.name


WGS84: Final = ReferenceSystem(Datum.WGS84.value, Datum.WGS84)
CGCS2000: Final = ReferenceSystem(Datum.CGCS2000.value, Datum.CGCS2000)
GCJ02: Final = ReferenceSystem(Datum.GCJ02.value, Datum.GCJ02)
BD09: Final = ReferenceSystem(Datum.BD09.value, Datum.BD09)
WEB_MERCATOR: Final = ReferenceSystem(f"EPSG:{WEB_MERCATOR_CODE}")
GAUSS_KRUGER: Final = tuple(
    ReferenceSystem(f"EPSG:{FIRST_CODE + place}", meridian=meridian)
    for place, meridian in enumerate(MERIDIANS)
)
"""By central meridian, false easting 500 km: EPSG:4534 to EPSG:4554."""
GAUSS_KRUGER_ZONES: Final = tuple(
    ReferenceSystem(
        f"EPSG:{_FIRST_OF_ZONES + place}", meridian=meridian, has_zone_number=True
    )
    for place, meridian in enumerate(MERIDIANS)
)
"""The same with zone numbers before the eastings: EPSG:4513 to EPSG:4533."""
SYSTEMS: Final = (
    *(WGS84, CGCS2000, GCJ02, BD09),
    *(WEB_MERCATOR, *GAUSS_KRUGER, *GAUSS_KRUGER_ZONES),
)
"""Every system that is known here."""


def find_gauss_kruger(lon: float) -> ReferenceSystem:
    """Choose the 3-degree zone of a place in China by its longitude in degrees."""
    place = round((lon - MERIDIANS[0]) / 3)
    return GAUSS_KRUGER[min(max(place, 0), len(GAUSS_KRUGER) - 1)]


@overload
def to_wgs84(x: float, y: float, system: ReferenceSystem) -> tuple[float, float]: ...
@overload
def to_wgs84(
    x: npt.ArrayLike, y: npt.ArrayLike, system: ReferenceSystem
) -> tuple[Numbers, Numbers]: ...
def to_wgs84(
    x: npt.ArrayLike, y: npt.ArrayLike, system: ReferenceSystem
) -> tuple[float, float] | tuple[Numbers, Numbers]:
    """
    Convert positions in any reference system to WGS 84.

    Parameters
    ----------
    x, y
        Longitude and latitude in degrees, or easting and northing in metres; numbers,
        or arrays of one shape. An easting in Gauss-Krüger may have its zone's number
        in front or not, whichever way the system writes it.
    system
        The reference system that they are in.

    Returns
    -------
    tuple
        Longitude and latitude; floats for numbers, else arrays, in which what is no
        position becomes NaN.

    Raises
    ------
    CoordinateError, PlaneCoordinateError
        If a single pair of numbers is no position in the system.
    """
    if system.datum is not None:
        return convert(x, y, source=system.datum, target=Datum.WGS84)
    lon, lat = to_degrees(x, y, system.meridian)
    if lon.ndim == 0 and np.isnan(lon):
        raise PlaneCoordinateError(x=x, y=y, system=system)
    return (float(lon), float(lat)) if lon.ndim == 0 else (lon, lat)


@overload
def from_wgs84(
    lon: float, lat: float, system: ReferenceSystem
) -> tuple[float, float]: ...
@overload
def from_wgs84(
    lon: npt.ArrayLike, lat: npt.ArrayLike, system: ReferenceSystem
) -> tuple[Numbers, Numbers]: ...
def from_wgs84(
    lon: npt.ArrayLike, lat: npt.ArrayLike, system: ReferenceSystem
) -> tuple[float, float] | tuple[Numbers, Numbers]:
    """
    Convert positions in WGS 84 to any reference system.

    Parameters
    ----------
    lon, lat
        Degrees; numbers, or arrays of one shape.
    system
        The reference system to convert to.

    Returns
    -------
    tuple
        Longitude and latitude in degrees, or easting and northing in metres; floats
        for numbers, else arrays, in which what has no position there becomes NaN.

    Raises
    ------
    CoordinateError
        If a single position is not finite or out of range.
    DistantPlaceError
        If a single position lies too far off for the plane.
    """
    if system.datum is not None:
        return convert(lon, lat, source=Datum.WGS84, target=system.datum)
    lons, lats = convert(
        np.asarray(lon, dtype=np.float64),
        np.asarray(lat, dtype=np.float64),
        source=Datum.WGS84,
        target=Datum.WGS84,
    )
    x, y = to_metres(lons, lats, system.meridian)
    if x.ndim == 0 and np.isnan(x):
        raise DistantPlaceError(lon=lon, lat=lat, system=system)
    if system.has_zone_number and system.meridian is not None:
        x = put_zone_first(x, system.meridian)
    return (float(x), float(y)) if x.ndim == 0 else (x, y)


def convert_between(
    x: float, y: float, *, source: ReferenceSystem, target: ReferenceSystem
) -> tuple[float, float]:
    """
    Convert one position from one reference system to another.

    Parameters
    ----------
    x, y
        As for `to_wgs84`.
    source, target
        The reference systems to convert from and to.

    Raises
    ------
    CoordinateError, PlaneCoordinateError, DistantPlaceError
        If it is no position in either.
    """
    if source.datum is not None and target.datum is not None:
        return convert(x, y, source=source.datum, target=target.datum)
    return from_wgs84(*to_wgs84(x, y, source), target)

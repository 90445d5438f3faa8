"""Coordinates as somebody types or pastes them, in any reference system."""

from collections.abc import Callable
from typing import Final

from geodata.datums import CHINA_BOX
from geodata.errors import CoordinateError, PlaneCoordinateError
from geodata.planes import order_axes
from geodata.reference_systems import (
    BD09,
    CGCS2000,
    GCJ02,
    SYSTEMS,
    WEB_MERCATOR,
    WGS84,
    ReferenceSystem,
    find_gauss_kruger,
    to_wgs84,
)
from parks.coordinates import read_angle, read_metres, read_position
from parks.errors import (
    FarPositionError,
    SwappedPositionError,
    UnreadablePositionError,
)

MOST_TYPED: Final = 100
"""Characters of typed coordinates: degrees, minutes and seconds take half of it."""
_SEPARATORS: Final = ",，;；、/|"
_BY_NAME: Final = {system.name: system for system in SYSTEMS}
_MIDDLE_LON: Final = 114.0
"""Of Shenzhen, in degrees east: where a park without a place is looked for."""


def offer_references(lon: float | None) -> tuple[str, ...]:
    """
    Name the reference systems that coordinates near a place are written in.

    Parameters
    ----------
    lon
        Degrees east of the place, which choose the 3-degree zone; None if unknown.
    """
    plane = find_gauss_kruger(_MIDDLE_LON if lon is None else lon)
    systems = WGS84, CGCS2000, GCJ02, BD09, plane, WEB_MERCATOR
    return tuple(system.name for system in systems)


def read_point(text: str, reference: str) -> tuple[float, float]:
    """
    Read coordinates as somebody typed or pasted them.

    Parameters
    ----------
    text
        Longitude and latitude, in any notation of `parks.coordinates`, with a comma,
        a semicolon or a blank between. The latitude may come first only where both
        say what they are, by N and E or 北纬 and 东经. Of a plane two numbers in
        metres, in either order: surveyors' X is the northing, a GIS's the easting.
    reference
        Name of one of `geodata.reference_systems.SYSTEMS`.

    Returns
    -------
    (float, float)
        Longitude and latitude in WGS 84.

    Raises
    ------
    UnreadablePositionError, SwappedPositionError, FarPositionError
        If it is no position, or none in China.
    CoordinateError, PlaneCoordinateError
        If a number is out of range.
    """
    plain = " ".join(text[: MOST_TYPED + 1].split())
    system = _BY_NAME[reference]
    halves = _split(plain, read_metres if system.is_plane else read_angle)
    if halves is None or len(plain) > MOST_TYPED:
        raise UnreadablePositionError(text=plain[:MOST_TYPED])
    if system.is_plane:
        return _read_plane(halves, system, plain)
    lon, lat = _read_degrees(halves, plain)
    if not _is_in_china(lon, lat):
        if _is_in_china(lat, lon):
            raise SwappedPositionError(text=plain)
        raise FarPositionError(text=plain)
    return to_wgs84(lon, lat, system)


def _read_plane(
    halves: tuple[str, str], system: ReferenceSystem, plain: str
) -> tuple[float, float]:
    """Read an easting and a northing, told apart by their size."""
    first, second = (read_metres(half) for half in halves)
    if first is None or second is None:
        raise PlaneCoordinateError(x=halves[0], y=halves[1], system=system)
    east, north, _ = order_axes(first, second, system.meridian)
    lon, lat = to_wgs84(float(east), float(north), system)
    if not _is_in_china(lon, lat):
        raise FarPositionError(text=plain)
    return lon, lat


def _read_degrees(halves: tuple[str, str], plain: str) -> tuple[float, float]:
    """Read a longitude and a latitude that are on earth."""
    position = read_position(*halves)
    if isinstance(position, tuple):
        return position
    first, second = (read_angle(half) for half in halves)
    if first is None or second is None:
        raise UnreadablePositionError(text=plain)
    if (first.axis, second.axis) == ("lat", "lon"):
        return second.degrees, first.degrees
    if position == "place-swapped":
        raise SwappedPositionError(text=plain)
    raise CoordinateError(lon=first.degrees, lat=second.degrees)


def _split(plain: str, read: Callable[[str], object | None]) -> tuple[str, str] | None:
    """Part a text in two at its one separator, or at the blank where both read."""
    for separator in _SEPARATORS:
        plain = plain.replace(separator, ",")
    if "," in plain:
        first, _, second = plain.partition(",")
        return (first, second) if "," not in second else None
    words = plain.split(" ")
    pairs = (
        (" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))
    )
    fitting = [pair for pair in pairs if None not in map(read, pair)]
    return fitting[0] if len(fitting) == 1 else None


def _is_in_china(lon: float, lat: float) -> bool:
    west, south, east, north = CHINA_BOX
    return west <= lon <= east and south <= lat <= north

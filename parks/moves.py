"""A new place for a park while it is still being chosen: read, measured, weighed."""

from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import shapely

from geodata.datums import CHINA_BOX, Datum, convert
from geodata.districts import find_outside
from geodata.errors import CoordinateError
from parks.coordinates import read_angle, read_position
from parks.edition import WGS84, Edition
from parks.errors import (
    FarPositionError,
    SwappedPositionError,
    UnreadablePositionError,
)

REFERENCES: Final = tuple(Datum)
"""The reference systems that coordinates can be typed in."""
MOST_TYPED: Final = 100
"""Characters of typed coordinates: degrees, minutes and seconds take half of it."""
_SEPARATORS: Final = ",，;；、/|"


@dataclass(frozen=True, slots=True)
class Move:
    """
    Where a park would come to lie.

    Attributes
    ----------
    lon, lat
        WGS 84 degrees, to six decimals.
    district
        Short name of the district it would lie in; None outside all that are known.
    metres_outside
        Metres to the district that the park's row names: 0 inside, None where that
        district is not known.
    """

    lon: float
    lat: float
    district: str | None
    metres_outside: float | None


def read_point(text: str, reference: str) -> tuple[float, float]:
    """
    Read coordinates as somebody typed or pasted them.

    Parameters
    ----------
    text
        Longitude and latitude, in any notation of `parks.coordinates`, with a comma,
        a semicolon or a blank between. The latitude may come first only where both
        say what they are, by N and E or 北纬 and 东经.
    reference
        One of `REFERENCES`.

    Returns
    -------
    (float, float)
        Longitude and latitude in WGS 84.

    Raises
    ------
    UnreadablePositionError, SwappedPositionError, FarPositionError
        If it is no position, or none in China.
    CoordinateError
        If a number is out of range.
    """
    plain = " ".join(text[: MOST_TYPED + 1].split())
    lon, lat = _read_pair(plain)
    if not _is_in_china(lon, lat):
        if _is_in_china(lat, lon):
            raise SwappedPositionError(text=plain)
        raise FarPositionError(text=plain)
    return convert(lon, lat, source=Datum(reference), target=Datum.WGS84)


def weigh_move(edition: Edition, position: int, lon: float, lat: float) -> Move:
    """
    Weigh a new place of a park against the districts.

    Parameters
    ----------
    edition
        The edition the park is in.
    position
        The park's position in it.
    lon, lat
        WGS 84 degrees.
    """
    lon, lat = round(lon, 6), round(lat, 6)
    point = shapely.Point(lon, lat)
    districts = edition.districts
    around = districts.loc[districts.geometry.covers(point), "district"].tolist()
    named = edition.parks["district"].iloc[position]
    metres = None
    if named in set(districts["district"]):
        frame = gpd.GeoDataFrame({"district": [named]}, geometry=[point], crs=WGS84)
        metres = float(find_outside(frame, districts).sum())
    return Move(lon, lat, around[0] if around else None, metres)


def _is_in_china(lon: float, lat: float) -> bool:
    west, south, east, north = CHINA_BOX
    return west <= lon <= east and south <= lat <= north


def _read_pair(plain: str) -> tuple[float, float]:
    """Read a longitude and a latitude that are two numbers at least."""
    halves = _split(plain)
    if halves is None or len(plain) > MOST_TYPED:
        raise UnreadablePositionError(text=plain[:MOST_TYPED])
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


def _split(plain: str) -> tuple[str, str] | None:
    """Part a text into two angles at its one separator, or at the blank that fits."""
    for separator in _SEPARATORS:
        plain = plain.replace(separator, ",")
    if "," in plain:
        first, _, second = plain.partition(",")
        return (first, second) if "," not in second else None
    words = plain.split(" ")
    pairs = (
        (" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))
    )
    fitting = [pair for pair in pairs if all(map(read_angle, pair))]
    return fitting[0] if len(fitting) == 1 else None

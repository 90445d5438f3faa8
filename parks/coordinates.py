"""Coordinates as tables write them: 113.945, 113°56′42″, 东经113度, 2493597.67米."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

# As printed, as typed, and as NFKC leaves them.
_DEGREE: Final = r"(?:°|度|deg)"
_MINUTE: Final = r"(?:['′’‘´`]|分|min)"
_SECOND: Final = r"(?:[\"″”“]|['′’‘´`]{2}|秒|sec)"
_FIGURE: Final = r"\d{1,3}(?:\.\d{1,12})?"
_HALF: Final = "[EWNS]|[东東西]经?|[东東西]經|[南北]纬?|[南北]緯"
_ANGLE = re.compile(
    rf"(?P<before>{_HALF})?\s*"
    rf"(?P<degrees>{_FIGURE})\s*"
    rf"(?:{_DEGREE}\s*"
    rf"(?:(?P<minutes>{_FIGURE})\s*{_MINUTE}\s*"
    rf"(?:(?P<seconds>{_FIGURE})\s*{_SECOND}\s*)?)?)?"
    rf"(?P<after>{_HALF})?",
    re.IGNORECASE,
)
# Kept short, for cells may hold any text; thousands may be parted by commas.
_METRES = re.compile(
    r"([-+]?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(?:\.\d{0,12})?)(?:\s?(?:m|米))?"
)
_AXES: Final = dict.fromkeys("EW东東西", "lon") | dict.fromkeys("NS南北", "lat")
_NEGATIVE: Final = frozenset("WS西南")
# Ordinal and ring stand for a degree; NFKC would make an o or a blank of them.
_DEGREES: Final = {ord(sign): "°" for sign in "º˚"}
_LONGEST: Final = 40
_SIXTY: Final = 60
_UNITS: Final = (1, 60, 3600)
_MOST_LON: Final = 180
_MOST_LAT: Final = 90


@dataclass(frozen=True, slots=True)
class Angle:
    """
    A longitude or latitude.

    Attributes
    ----------
    degrees
        Negative in the west and south; any number, for a caller to bound.
    axis
        "lon" or "lat" where the text itself says which, by E or 北纬; else None.
    """

    degrees: float
    axis: str | None = None


def read_angle(text: str) -> Angle | None:
    """
    Read a longitude or latitude in any of the notations of tables.

    Parameters
    ----------
    text
        Decimal degrees, or degrees, minutes and seconds with their signs, in
        full or half width, with or without E, W, N, S, 东经, 西经, 北纬, 南纬
        (before or after it, but not both).

    Returns
    -------
    Angle or None
        None for anything else: a sign beside a hemisphere, minutes or seconds of 60
        and more, a fraction before a smaller unit.
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text.translate(_DEGREES)).strip()
    try:
        # Python reads 1_14 as 114; in a table that is no number.
        return None if "_" in plain else Angle(float(plain))
    except ValueError:
        match = _ANGLE.fullmatch(plain)
    if match is None or (match["before"] and match["after"]):
        return None
    degrees = _add_up([match["degrees"], match["minutes"], match["seconds"]])
    half = (match["before"] or match["after"] or "").upper()[:1]
    if degrees is None:
        return None
    return Angle(-degrees if half in _NEGATIVE else degrees, _AXES.get(half))


def _add_up(figures: list[str | None]) -> float | None:
    """Add up degrees, minutes and seconds; only the last may have a fraction."""
    given = [figure for figure in figures if figure is not None]
    if any("." in figure for figure in given[:-1]):
        return None
    values = [float(figure) for figure in given]
    if any(value >= _SIXTY for value in values[1:]):
        return None
    return sum(value / unit for value, unit in zip(values, _UNITS, strict=False))


def reads_past_sixty(text: str) -> bool:
    """Say whether a text would be an angle if its minutes and seconds were below 60."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST].translate(_DEGREES)).strip()
    match = _ANGLE.fullmatch(plain)
    parts = (match["minutes"], match["seconds"]) if match else ()
    return any(part is not None and float(part) >= _SIXTY for part in parts)


def read_metres(text: str) -> float | None:
    """
    Read an easting or northing: 2493597.67, 2,493,597.67 or 2493597米.

    Returns
    -------
    float or None
        Metres; None for anything else.
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    match = _METRES.fullmatch(plain)
    return float(match[1].replace(",", "")) if match else None


def read_position(lon_text: str, lat_text: str) -> tuple[float, float] | str:
    """
    Read a longitude and a latitude.

    Returns
    -------
    (float, float) or str
        Degrees of longitude and latitude in the datum they were written in; or what
        is wrong, one of `parks.problems.SENTENCES`.
    """
    first, second = read_angle(lon_text), read_angle(lat_text)
    if first is None or second is None:
        return "place-unreadable"
    lon, lat = first.degrees, second.degrees
    axes = first.axis or "lon", second.axis or "lat"
    if axes == ("lat", "lon") or abs(lon) <= _MOST_LAT < abs(lat) <= _MOST_LON:
        return "place-swapped"
    # What is no number compares as false.
    is_on_earth = abs(lon) <= _MOST_LON and abs(lat) <= _MOST_LAT
    return (lon, lat) if is_on_earth and axes == ("lon", "lat") else "place-unreadable"

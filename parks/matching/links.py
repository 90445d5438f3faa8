"""
A wish as the options of a link: what is wanted, where, how near, and what counts.

``want=ai&want=ic:0.5`` names sectors with their weights (1 if none is said),
``near=LON,LAT`` a point in degrees of WGS 84, ``district=nanshan`` wished districts,
``radius=5`` kilometres, ``weights=6,2,1,1`` those of `parks.matching.wishes.Weights`
in its order. A business scope never stands in a link.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Final

from geodata.district_names import read_district_names
from parks.edition import Edition
from parks.errors import FilterError
from parks.filter_values import read_leniently
from parks.matching.wishes import MOST_RADIUS, Weights, Wish
from parks.named_points import NamedPoint
from parks.sectors import find_sector, read_taxonomy

OPTIONS: Final = ("want", "near", "district", "radius", "weights")
"""The options of a wish, in the order of a link."""
MOST_WEIGHT: Final = 10.0
"""Of a part of the score: as much as its slider goes to."""
LEAST_RADIUS: Final = 0.1
"""Kilometres of a radius at least: places are known no better than that."""
_MOST_QUOTED: Final = 60
_MOST_REFUSED: Final = 5
"""Values of one option whose errors are told; a link may hold thousands."""
_EDGE: Final = (180.0, 90.0)
_DECIMALS: Final = 6


def read_wish(
    options: Mapping[str, Sequence[str]], edition: Edition
) -> tuple[Wish, list[FilterError]]:
    """
    Read a wish from the options of a link; what means nothing is left out.

    Returns
    -------
    Wish
        With all that was understood; it may want nothing.
    list of FilterError
        What was not understood.
    """
    given = {name: [v for v in options.get(name, ()) if v.strip()] for name in OPTIONS}
    wanted, errors = _read_wanted(given["want"])
    districts, refused = read_leniently("district", given["district"], edition)
    errors += refused[:_MOST_REFUSED]
    point, radius, weights = None, None, Weights()
    if text := _last(given["near"]):
        point = _read_point(text)
        errors += [] if point else [_refuse("near", text, "LON,LAT")]
    if text := _last(given["radius"]):
        radius = _read_radius(text)
        errors += (
            []
            if radius
            else [_refuse("radius", text, f"{LEAST_RADIUS:g}–{MOST_RADIUS:g}")]
        )
    if text := _last(given["weights"]):
        read = _read_weights(text)
        errors += [] if read else [_refuse("weights", text, "6,2,1,1")]
        weights = read or weights
    wish = Wish(wanted, {}, point, tuple(districts), radius, weights)
    return wish, errors


def write_wish(wish: Wish) -> dict[str, list[str]]:
    """Write a wish as options of a link, with ids; `read_wish` reads it back."""
    pinyin = {district.name: district.pinyin for district in read_district_names()}
    point, radius = wish.point, wish.radius
    written = {
        "want": [
            id_ if share == 1 else f"{id_}:{share:g}"
            for id_, share in wish.wanted.items()
        ],
        "near": [f"{point.lon:.6f},{point.lat:.6f}"] if point else [],
        "district": [pinyin.get(name, name) for name in wish.districts],
        "radius": [f"{radius:g}"] if radius is not None else [],
        "weights": [",".join(f"{share:g}" for share in astuple(wish.weights))]
        if wish.weights != Weights()
        else [],
    }
    return {name: values for name, values in written.items() if values}


def _read_wanted(
    values: Sequence[str],
) -> tuple[dict[str, float], list[FilterError]]:
    wanted: dict[str, float] = {}
    errors: list[FilterError] = []
    for value in values[: len(read_taxonomy()) * 2]:
        name, _, number = value.rpartition(":") if ":" in value else (value, "", "1")
        sector, share = find_sector(name), _read_number(number)
        if sector is None or share is None or not 0 < share <= 1:
            known = ", ".join(each.id for each in read_taxonomy()[:5]) + " …"
            errors.append(_refuse("want", value, known))
        else:
            wanted[sector.id] = share
    return wanted, errors[:_MOST_REFUSED]


def _read_point(text: str) -> NamedPoint | None:
    numbers = [_read_number(part) for part in text.split(",", 2)]
    if len(numbers) != len(_EDGE):
        return None
    lon, lat = numbers
    if lon is None or lat is None or abs(lon) > _EDGE[0] or abs(lat) > _EDGE[1]:
        return None
    return NamedPoint("", round(lon, _DECIMALS), round(lat, _DECIMALS))


def _read_radius(text: str) -> float | None:
    number = _read_number(text)
    is_length = number is not None and LEAST_RADIUS <= number <= MOST_RADIUS
    return number if is_length else None


def _read_weights(text: str) -> Weights | None:
    numbers = [_read_number(part) for part in text.split(",", 4)]
    known = [n for n in numbers if n is not None and 0 <= n <= MOST_WEIGHT]
    is_whole = len(known) == len(numbers) == len(astuple(Weights()))
    return Weights(*known) if is_whole else None


def _read_number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _last(values: Sequence[str]) -> str:
    return values[-1] if values else ""


def _refuse(option: str, value: str, known: str) -> FilterError:
    quoted = value if len(value) <= _MOST_QUOTED else f"{value[:_MOST_QUOTED]}…"
    return FilterError(option=option, value=quoted, known=known)

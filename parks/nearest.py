"""The parks nearest to a point, with what their distances are worth."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.distances import measure_from
from parks.edition import Edition
from parks.language import Language, translate

MOST_LISTED: Final = 10
_EVEN_METRES: Final = 0.01
"""Distances that differ by less are equal: places are known to a tenth of a metre."""
_STEPS_METRES: Final = {
    "site": 10,
    "near": 100,
    "street": 1_000,
    "zone": 1_000,
    "district": 5_000,
}
"""To what a distance is rounded, by how well its park's place is known."""
_METRES_PER_KILOMETRE: Final = 1_000
WINDS: Final = (
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
)
"""The directions that are told apart, clockwise from north."""
WORDS: Final = (
    *WINDS,
    "{number} m",
    "{number} km",
    "about {distance}",
    "less than {distance}",
)
"""What distances and directions are said with."""


@dataclass(frozen=True, slots=True)
class NearPark:
    """
    A park and how far it is.

    Attributes
    ----------
    position
        Of the park in `Edition.parks`.
    rank
        From 1; parks equally far have the same.
    metres
        Along the ellipsoid of WGS 84, to the point that stands for the park.
    azimuth
        In which direction, in degrees clockwise from north.
    """

    position: int
    rank: int
    metres: float
    azimuth: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """
    The nearest parks.

    Attributes
    ----------
    parks
        Nearest first; of those equally far in the order of the table.
    even
        How many more lie exactly as far as the last of them.
    placeless
        How many could not be measured, since no place is known for them.
    """

    parks: tuple[NearPark, ...]
    even: int
    placeless: int


def find_nearest(
    edition: Edition,
    chosen: NDArray[np.bool_],
    lon: float,
    lat: float,
    most: int = MOST_LISTED,
) -> Nearest:
    """
    Find the parks nearest to a point.

    Parameters
    ----------
    edition
        Whose parks are meant.
    chosen
        For each park whether it is among those asked about.
    lon, lat
        The point, in degrees of WGS 84.
    most
        How many to give at most.
    """
    x, y = edition.coordinates
    placed = np.flatnonzero(chosen & np.isfinite(x))
    metres, azimuths = measure_from(lon, lat, x[placed], y[placed])
    order = np.argsort(metres, kind="stable")
    listed = metres[order[:most]]
    # Two lengths that differ only by rounding are one.
    is_further = np.diff(listed, prepend=-np.inf) >= _EVEN_METRES
    ranks = np.maximum.accumulate(np.where(is_further, np.arange(len(listed)) + 1, 0))
    parks = tuple(
        NearPark(int(placed[at]), int(rank), float(metres[at]), float(azimuths[at]))
        for at, rank in zip(order, ranks, strict=False)
    )
    rest = metres[order[most:]]
    even = int((rest - listed[-1] < _EVEN_METRES).sum()) if len(rest) else 0
    return Nearest(parks, even, int(chosen.sum()) - len(placed))


def say_distance(metres: float, precision: str | None, language: Language) -> str:
    """
    Say a distance as exactly as its park's place is known, and no more.

    Parameters
    ----------
    metres
        To the point that stands for the park.
    precision
        Of `parks.places.PRECISIONS`; anything else counts as the last of them.
    language
        Whose words and units to use.
    """
    step = _find_step(precision)
    rounded = round(metres / step) * step
    if rounded == 0:
        said = _say_metres(step, language)
        return translate("less than {distance}", language).format(distance=said)
    said = _say_metres(rounded, language)
    if step == _STEPS_METRES["site"]:
        return said
    return translate("about {distance}", language).format(distance=said)


def say_direction(near: NearPark, precision: str | None, language: Language) -> str:
    """Say in which direction a park lies; nothing where that may be any."""
    if near.metres < _find_step(precision):
        return ""
    wind = round(near.azimuth / 360 * len(WINDS)) % len(WINDS)
    return translate(WINDS[wind], language)


def _find_step(precision: str | None) -> int:
    return _STEPS_METRES.get(precision or "", _STEPS_METRES["district"])


def _say_metres(metres: int, language: Language) -> str:
    if metres < _METRES_PER_KILOMETRE:
        return translate("{number} m", language).format(number=metres)
    kilometres = metres / _METRES_PER_KILOMETRE
    return translate("{number} km", language).format(number=f"{kilometres:,g}")

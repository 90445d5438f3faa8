"""Bounding boxes as clients write them."""

import math
import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

import shapely

from service.ogc.problems import RefusalError, refuse
from service.ogc.references import Reference

_NUMBER: Final = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
"""Python reads more: underscores between digits, and digits of other scripts."""
FEWEST_NUMBERS: Final = 4
MOST_NUMBERS: Final = 6
"""Of a box: with heights it has six."""
_NOT_NUMBERS: Final = (
    "bbox {value!r} is no box: give four numbers with commas between, "
    "lower corner first"
)
_UPSIDE_DOWN: Final = (
    "bbox {value!r} is upside down: give the lower corner first, then the upper one"
)
_FAR: Final = 1e9
"""Farther than any coordinate of ours, and still a number GEOS reckons with."""
_POLE: Final = 90
_BEYOND: Final = "bbox {value!r} lies beyond the poles: latitudes go from -90 to 90"


@dataclass(frozen=True, slots=True)
class Box:
    """
    A box in a reference system; with west greater than east it is across the date line.

    Attributes
    ----------
    west, south, east, north
        Degrees or metres, in that system.
    reference
        The system.
    """

    west: float
    south: float
    east: float
    north: float
    reference: Reference

    def meets(self, geometries: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Tell which geometries of its reference system it meets; None are never."""
        drawn = self.draw()
        shapely.prepare(drawn)
        met: NDArray[np.bool_] = shapely.intersects(drawn, geometries)
        return met

    def draw(self) -> shapely.Geometry:
        """Draw it, x first; across the date line it is two boxes."""
        if self.west <= self.east:
            return self._draw(self.west, self.east)
        # The far halves of the earth on either side of the line.
        halves = self._draw(self.west, math.inf), self._draw(-math.inf, self.east)
        drawn: shapely.Geometry = shapely.union(*halves)
        return drawn

    def _draw(self, west: float, east: float) -> shapely.Geometry:
        x = np.clip((west, east), -_FAR, _FAR)
        y = np.clip((self.south, self.north), -_FAR, _FAR)
        # GEOS answers for a box without width only as a point or line.
        ends = shapely.multipoints([[x[0], y[0]], [x[1], y[1]]])
        drawn: shapely.Geometry = shapely.envelope(ends)
        return drawn


@dataclass(frozen=True, slots=True)
class Corners:
    """
    What is given for a box, before the system it is in is known.

    Attributes
    ----------
    numbers
        Four, or six of which the heights are left alone.
    written
        How they were written, for a refusal to show.
    parameter
        That they were given in.
    """

    numbers: tuple[float, ...]
    written: str
    parameter: str

    def place(self, reference: Reference) -> Box:
        """
        Read them as a box in a reference system.

        Raises
        ------
        RefusalError
            If they are none.
        """
        numbers = self.numbers
        if len(numbers) not in (FEWEST_NUMBERS, MOST_NUMBERS) or not all(
            map(math.isfinite, numbers)
        ):
            raise self._refuse(_NOT_NUMBERS)
        half = len(numbers) // 2
        lower, upper = numbers[:half], numbers[half:]
        if half > 2 and lower[2] > upper[2]:  # noqa: PLR2004 - the third is the height
            raise self._refuse(_UPSIDE_DOWN)
        first, second = (1, 0) if reference.is_northing_first else (0, 1)
        west, east = lower[first], upper[first]
        south, north = lower[second], upper[second]
        if south > north or (west > east and not reference.is_around):
            raise self._refuse(_UPSIDE_DOWN)
        if reference.crs.is_geographic and (south < -_POLE or north > _POLE):
            raise self._refuse(_BEYOND)
        return Box(west, south, east, north, reference)

    def _refuse(self, template: str) -> RefusalError:
        return refuse(template, self.parameter, value=self.written)


def read_box(value: str, reference: Reference) -> Box:
    """
    Read a box of four numbers, or six of which the heights are left alone.

    Raises
    ------
    RefusalError
        If it is none.
    """
    parts = [part.strip(" ") for part in value.split(",", MOST_NUMBERS)]
    if not all(map(_NUMBER.fullmatch, parts)):
        raise refuse(_NOT_NUMBERS, "bbox", value=value)
    return Corners(tuple(map(float, parts)), value, "bbox").place(reference)

"""What the map of a brief shows: its parks in the districts around them."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.districts import simplify_for_display
from parks.briefs.brief import Mark, Sketch
from parks.edition import Edition
from parks.model import Role
from parks.sectors import find_sector

METRES_PER_DEGREE: Final = 111_195
"""Of latitude, on a sphere of the mean radius 6,371 km; ample for a small map."""
NO_SECTOR: Final = "#545a62"
"""Of a park whose row names no focus sector, as on the large map."""
_TOLERANCE_METRES: Final = 60
"""Finer than the picture's pixels wherever a whole district is on it."""
_LEAST_METRES: Final = 6_000
_MARGIN: Final = 0.06
_KEPT: Final = 4


def make_sketch(edition: Edition, positions: Sequence[int]) -> Sketch | None:
    """
    Sketch where parks lie, with all of their districts; None if no place is known.

    Parameters
    ----------
    edition
        Whose parks and districts are shown.
    positions
        In `Edition.parks`; the first is number 1.
    """
    marks = tuple(
        mark
        for number, position in enumerate(positions, 1)
        if (mark := _mark(edition, number, position)) is not None
    )
    if not marks:
        return None
    named = set(edition.parks["district"].iloc[list(positions)])
    own = edition.districts["district"].isin(named).to_numpy()
    shapes = [shapely.Point(mark.lon, mark.lat) for mark in marks]
    bounds = _widen(shapely.total_bounds([*shapes, *edition.districts.geometry[own]]))
    view = shapely.box(*bounds)
    seen = [shape for shape in _simplify(edition) if shapely.intersects(shape, view)]
    return Sketch(bounds, tuple(seen), marks)


def shrink_longitude(sketch: Sketch) -> float:
    """Tell how much shorter a degree of longitude is than one of latitude there."""
    _, south, _, north = sketch.bounds
    return math.cos(math.radians((south + north) / 2))


def _mark(edition: Edition, number: int, position: int) -> Mark | None:
    park = edition.parks.iloc[position]
    point = park["geometry"]
    if not isinstance(point, shapely.Point) or point.is_empty:
        return None
    row = edition.table.rows[park["row"]]
    focus = [tag.id for tag in row.sectors if tag.role is Role.FOCUS]
    sector = find_sector(focus[0]) if focus else None
    colour = sector.colour if sector else NO_SECTOR
    return Mark(number, point.x, point.y, str(park["precision"]), colour)


def _widen(bounds: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Add a margin, and make sure that there is some ground to see."""
    west, south, east, north = (float(each) for each in bounds.tolist())
    lat = (south + north) / 2
    least = _LEAST_METRES / METRES_PER_DEGREE
    up = max((north - south) * (1 + 2 * _MARGIN), least) / 2
    across = max(
        (east - west) * (1 + 2 * _MARGIN),
        least / max(math.cos(math.radians(lat)), 0.01),
    )
    middle = (west + east) / 2
    return middle - across / 2, lat - up, middle + across / 2, lat + up


@lru_cache(maxsize=_KEPT)
def _simplify(edition: Edition) -> tuple[shapely.Geometry, ...]:
    if not len(edition.districts):
        return ()
    return tuple(simplify_for_display(edition.districts, _TOLERANCE_METRES).geometry)

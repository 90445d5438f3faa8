"""How far rows and their parks lie from a point, and which of them a radius reaches."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.distances import measure_from
from parks.comparison import take_zone
from parks.edition import Edition
from parks.matching.errors import NothingKnownReachedError, NothingReachedError
from parks.matching.measures import rate_precision
from parks.matching.wishes import Wish

_METRES_PER_KILOMETRE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a row and its parks lie, in lists, which are far quicker than frames.

    Attributes
    ----------
    metres
        From the point to the nearest park, or to the row's own place where no park
        has one; NaN where that is not known.
    positions
        The parks within the radius, in `Edition.parks`.
    park_metres, park_precisions
        For each of them how far it is, and how well its place is known, rated.
    precision
        The mean of `park_precisions`, or that of the row's own place.
    """

    metres: float
    positions: Sequence[int]
    park_metres: Sequence[float]
    park_precisions: Sequence[float]
    precision: float


@dataclass(frozen=True, slots=True)
class Reach:
    """
    Which rows of those that fit are ranked, and what became of the others.

    Attributes
    ----------
    within
        The rows within all limits.
    elsewhere
        How many are within the radius, but outside the wished districts.
    beyond
        How many of the wished districts are beyond the radius.
    unmeasured
        How many of the wished districts have no place to measure a radius to.
    """

    within: Sequence[int]
    elsewhere: int
    beyond: int
    unmeasured: int


def measure_places(
    edition: Edition, wish: Wish, rows: Sequence[int]
) -> dict[int, Place]:
    """Measure how far rows and their parks lie; NaN without a point or a place."""
    points = np.asarray(edition.parks.geometry, dtype=object)
    metres = _measure_points(wish, points).tolist()
    points = np.asarray(edition.zones["point"], dtype=object)
    own = _measure_points(wish, points).tolist()
    parks: dict[int, list[int]] = {at: [] for at in rows}
    for position, row in enumerate(edition.parks["row"].tolist()):
        if row in parks:
            parks[row].append(position)
    rated = [rate_precision(each) for each in edition.parks["precision"].tolist()]
    zones = edition.zones["precision"].tolist()
    places = {}
    for at, positions in parks.items():
        known = [m for m in (metres[each] for each in positions) if math.isfinite(m)]
        near = [each for each in positions if _is_near(metres[each], wish.radius)]
        precisions = [rated[each] for each in near]
        own_precision = precisions or [rate_precision(zones[at])]
        places[at] = Place(
            min(known, default=own[at]),
            near,
            [metres[each] for each in near],
            precisions,
            sum(own_precision) / len(own_precision),
        )
    return places


def _measure_points(wish: Wish, points: NDArray[np.object_]) -> NDArray[np.float64]:
    metres = np.full(len(points), np.nan)
    is_placed = ~shapely.is_missing(points)
    if wish.point is not None and is_placed.any():
        lon, lat = shapely.get_x(points[is_placed]), shapely.get_y(points[is_placed])
        metres[is_placed] = measure_from(wish.point.lon, wish.point.lat, lon, lat)[0]
    return metres


def _is_near(metres: float, radius: float | None) -> bool:
    return radius is None or metres <= radius * _METRES_PER_KILOMETRE


def limit(
    edition: Edition, wish: Wish, places: Mapping[int, Place], wished: Sequence[bool]
) -> Reach:
    """
    Keep the rows within the districts and the radius of a wish.

    Parameters
    ----------
    edition
        Whose rows they are.
    wish
        What limits them.
    places
        The rows that fit, with where they lie.
    wished
        For each row of the table whether it is of a wished district.

    Raises
    ------
    NothingReachedError, NothingKnownReachedError
        If rows of the wished districts lie beyond the radius and none within.
    """
    near = [at for at, place in places.items() if _is_near(place.metres, wish.radius)]
    inside = {at: places[at].metres for at in places if wished[at]}
    within = [at for at in near if wished[at]]
    known = {at: metres for at, metres in inside.items() if math.isfinite(metres)}
    has_radius = wish.radius is not None
    unmeasured = len(inside) - len(known) if has_radius else 0
    elsewhere = len(near) - len(within)
    reach = Reach(within, elsewhere, len(inside) - len(within) - unmeasured, unmeasured)
    if has_radius and known and not within:
        raise _refuse(edition, wish, known, reach)
    return reach


def _refuse(
    edition: Edition, wish: Wish, known: Mapping[int, float], reach: Reach
) -> NothingReachedError | NothingKnownReachedError:
    """Say that a radius reaches nothing, and what comes nearest."""
    nearest = min(known, key=known.__getitem__)
    facts = {
        "radius": f"{wish.radius:g}",
        "name": take_zone(edition, nearest).name,
        "distance": f"{known[nearest] / _METRES_PER_KILOMETRE:.1f}",
    }
    if not reach.unmeasured and not reach.elsewhere:
        return NothingReachedError(**facts)
    return NothingKnownReachedError(
        **facts, unmeasured=reach.unmeasured, elsewhere=reach.elsewhere
    )

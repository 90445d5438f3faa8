"""Zones of different districts that lie close together and aim at the same sector."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import shapely

from geodata.distances import measure_metres
from parks.district_matrix import Scope, is_in_scope, sort_sectors
from parks.edition import Edition
from parks.second_sources import PRECISE

MOST_PAIRS: Final = 200
"""Pairs that are kept, the nearest; of the rest only how many there are."""
_BLOCK: Final = 64
"""Zones that are put to the index at once: keeps a long table within memory."""
_METRES_A_DEGREE: Final = 110_000.0
"""Less than a degree of latitude anywhere, so that no pair is missed."""
_POLAR: Final = 0.05
"""Least cosine of a latitude: that of 87 degrees."""


@dataclass(frozen=True, slots=True)
class ZonePair:
    """
    Two zones of different districts.

    Attributes
    ----------
    first, second
        Positions in `Edition.zones`, the first the smaller.
    metres
        Between their points, along the WGS 84 ellipsoid.
    shared
        Ids of the sectors that both take up as their focus, in the vocabulary's order.
    is_rough
        Whether either point stands for more than a spot, so that the distance says
        little; true of every zone unless the table gives a place of its own.
    """

    first: int
    second: int
    metres: float
    shared: tuple[str, ...]
    is_rough: bool


@dataclass(frozen=True, slots=True)
class ZonePairs:
    """
    The pairs within a distance.

    Attributes
    ----------
    pairs
        Nearest first, at most `MOST_PAIRS`.
    total
        How many there are.
    placeless
        How many zones with a focus cannot be measured, since no place is known.
    """

    pairs: tuple[ZonePair, ...]
    total: int
    placeless: int


@lru_cache(maxsize=16)
def find_zone_pairs(
    edition: Edition, metres: float, scope: Scope = Scope.ALL
) -> ZonePairs:
    """
    Find the zones of different districts that share a focus sector and lie close.

    Parameters
    ----------
    edition
        Whose zones are meant; each row of its table is one.
    metres
        How far the points of two zones may lie apart at most, along the ellipsoid.
    scope
        Which sectors count as shared.
    """
    focus = [
        frozenset(id_ for id_ in ids if is_in_scope(id_, scope))
        for ids in edition.sector_rows("focus")
    ]
    points = np.asarray(edition.zones["point"], dtype=object)
    aims = np.array([bool(ids) for ids in focus], dtype=np.bool_)
    aims &= edition.zones["district"].notna().to_numpy()
    is_placed = ~shapely.is_missing(points)
    at = np.flatnonzero(aims & is_placed)
    precisions = edition.zones["precision"].tolist()
    found: list[ZonePair] = []
    total = 0
    for first, second, distance in _pair(edition, points, at, focus, metres):
        total += len(first)
        nearest = np.argsort(distance, kind="stable")[:MOST_PAIRS]
        for one, other, apart in zip(
            first[nearest].tolist(),
            second[nearest].tolist(),
            distance[nearest].tolist(),
            strict=True,
        ):
            shared = sort_sectors(focus[one] & focus[other])
            is_rough = not {precisions[one], precisions[other]} <= PRECISE
            found.append(ZonePair(one, other, apart, shared, is_rough))
        found = sorted(found, key=lambda p: (p.metres, p.first, p.second))[:MOST_PAIRS]
    return ZonePairs(tuple(found), total, int((aims & ~is_placed).sum()))


def _pair(
    edition: Edition,
    points: NDArray[np.object_],
    at: NDArray[np.intp],
    focus: list[frozenset[str]],
    metres: float,
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]]:
    """Give, block by block, the pairs with the metres between them."""
    if not len(at):
        return
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    districts, _ = pd.factorize(edition.zones["district"])
    takes = _mark(focus)
    reach = metres / _METRES_A_DEGREE / _narrow(lat[at])
    tree = shapely.STRtree(points[at])
    for begin in range(0, len(at), _BLOCK):
        block = at[begin : begin + _BLOCK]
        ours, theirs = tree.query(points[block], predicate="dwithin", distance=reach)
        first, second = block[ours], at[theirs]
        kept = (first < second) & (districts[first] != districts[second])
        first, second = first[kept], second[kept]
        kept = (takes[first] & takes[second]).any(axis=1)
        first, second = first[kept], second[kept]
        apart = measure_metres(lon[first], lat[first], lon[second], lat[second])
        near = apart <= metres
        yield first[near], second[near], apart[near]


def _narrow(lat: NDArray[np.float64]) -> float:
    """Give by how much degrees of longitude narrow at most over these latitudes."""
    return max(_POLAR, cos(radians(min(90.0, float(np.abs(lat).max()) + 1.0))))


def _mark(focus: list[frozenset[str]]) -> NDArray[np.bool_]:
    """Mark for each row which sectors it takes up, one column a sector."""
    columns = {
        id_: at for at, id_ in enumerate(sort_sectors(frozenset().union(*focus)))
    }
    marks = np.zeros((len(focus), max(1, len(columns))), dtype=np.bool_)
    for row, ids in enumerate(focus):
        marks[row, [columns[id_] for id_ in ids]] = True
    return marks

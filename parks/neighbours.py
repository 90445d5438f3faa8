"""Which parks belong with a park: those of its zone, and those like it near by."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.distances import measure_metres
from parks.edition import Edition
from parks.second_sources import PRECISE

MOST_NEIGHBOURS: Final = 8
"""Parks near by that are listed unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """
    A park near by.

    Attributes
    ----------
    position
        Of the park in `Edition.parks`.
    metres
        To it along the WGS 84 ellipsoid, from point to point.
    shared
        The sectors that both take up as their focus, in the order of the first.
    is_rough
        Whether either point stands for more than the park itself, so that the
        distance says little.
    """

    position: int
    metres: float
    shared: tuple[str, ...]
    is_rough: bool


def find_zone_mates(edition: Edition, position: int) -> NDArray[np.intp]:
    """
    Find the other parks of a park's zone, in the order of the table.

    Rows that name the same zone of the same district are one zone. Where a row names
    no zone its own parks are meant, for a district is none.

    Parameters
    ----------
    edition
        Whose parks are asked about.
    position
        Of the park in `Edition.parks`.
    """
    return np.flatnonzero(_is_in_zone(edition, position, with_self=False))


def find_neighbours(
    edition: Edition, position: int, most: int = MOST_NEIGHBOURS
) -> list[Neighbour]:
    """
    Find the nearest parks outside the zone that share a focus sector with a park.

    The zone's own parks inherit the same direction; they are left to
    `find_zone_mates`.

    Parameters
    ----------
    edition
        Whose parks are asked about.
    position
        Of the park in `Edition.parks`.
    most
        How many are given at most.

    Returns
    -------
    list of Neighbour
        Nearest first, as the table has them where distances are equal; empty where
        the park has no place or its row no focus.
    """
    parks = edition.parks
    point = parks.geometry.iloc[position]
    rows = parks["row"].to_numpy()
    own = parks["focus"].iloc[position]
    if not isinstance(point, shapely.Point) or not own:
        return []
    focus = edition.sector_rows("focus")
    is_like = np.array([not taken.isdisjoint(own) for taken in focus])[rows]
    is_like &= ~_is_in_zone(edition, position, with_self=True)
    points = np.asarray(parks.geometry, dtype=object)
    like = np.flatnonzero(is_like & ~shapely.is_missing(points))
    lon, lat = shapely.get_x(points[like]), shapely.get_y(points[like])
    home = np.full(len(like), point.x), np.full(len(like), point.y)
    metres = measure_metres(*home, lon, lat)
    nearest = np.argsort(metres, kind="stable")[:most]
    is_known = parks["precision"].isin(PRECISE).to_numpy()
    return [
        Neighbour(
            int(like[index]),
            float(metres[index]),
            tuple(sector for sector in own if sector in focus[rows[like[index]]]),
            not (is_known[position] and is_known[like[index]]),
        )
        for index in nearest
    ]


def _is_in_zone(
    edition: Edition, position: int, *, with_self: bool
) -> NDArray[np.bool_]:
    rows, zones = edition.parks["row"].to_numpy(), edition.zones
    own = zones.iloc[rows[position]]
    names = zip(zones["zone"], zones["district"], strict=True)
    is_same = np.array([name == (own["zone"], own["district"]) for name in names])
    if own["zone"] is None:
        is_same = np.arange(len(zones)) == rows[position]
    is_mate = np.asarray(is_same[rows], dtype=np.bool_)
    is_mate[position] = with_self
    return is_mate

"""Indicative extents of zones, derived from the points they are known by."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas as gpd
import shapely

MARGIN_METRES: Final = 500
"""Added around the points: a zone is never as small as the points it is known by."""
_METRES_PER_DEGREE: Final = 111_195
"""Of latitude, on a sphere of the mean radius 6,371 km; ample for an outline."""


def outline_zones(
    zones: gpd.GeoDataFrame, parks: gpd.GeoDataFrame, districts: gpd.GeoDataFrame
) -> gpd.GeoSeries:
    """
    Outline each zone by the hull of its points with a margin.

    The points are the zone's own and those of its parks known at ``site`` or
    ``near`` precision; parks known less well would stretch the outline by kilometres.
    The outline is clipped to the zone's district and stays indicative: no source
    gives a zone's real boundary. Rows that name the same zone of the same district
    share one outline.

    Parameters
    ----------
    zones
        Points in EPSG:4326 with columns ``zone``, ``district`` and ``precision``; a
        row of precision ``district`` has no place of its own.
    parks
        Points in EPSG:4326 with columns ``row`` (position in `zones`) and
        ``precision``.
    districts
        Polygons in EPSG:4326 with a column ``district``.

    Returns
    -------
    gpd.GeoSeries
        Polygons in EPSG:4326 under the index of `zones`, None without a place.
    """
    groups = zones.groupby(["district", "zone"], dropna=True, sort=False).ngroup()
    group = groups.fillna(-1).to_numpy(dtype=int)
    own = zones.geometry.where(zones["precision"] == "zone")
    known = parks[parks["precision"].isin(["site", "near"])]
    points = pd.DataFrame(
        {
            "group": [*group, *group[known["row"]]],
            "geometry": [*own, *known.geometry],
        }
    ).dropna()
    points = points[points["group"] >= 0]
    numbers, hulls = _surround(
        np.asarray(points["geometry"], dtype=object),
        points["group"].to_numpy(dtype=int),
    )
    # Each outline is clipped once, however many rows share it; the last is of no group.
    count = group.max(initial=-1) + 1
    names, outlines = np.full((2, count + 1), None, dtype=object)
    names[group] = zones["district"]
    outlines[numbers] = _clip(hulls, names[numbers].tolist(), districts)
    return gpd.GeoSeries(outlines[group], zones.index, zones.crs)


def _surround(
    points: NDArray[np.object_], groups: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.object_]]:
    """Draw the hull with a margin around each group of points, in local metres."""
    if not len(points):
        return groups, points
    names, members = np.unique(groups, return_inverse=True)
    degrees = shapely.get_coordinates(points)
    lat = np.bincount(members, degrees[:, 1]) / np.bincount(members)
    scale = _METRES_PER_DEGREE * np.column_stack((np.cos(np.radians(lat)), lat * 0 + 1))
    order = np.argsort(members, kind="stable")
    clouds = shapely.multipoints(
        degrees[order] * scale[members[order]], indices=members[order]
    )
    hulls = shapely.buffer(shapely.convex_hull(clouds), MARGIN_METRES, quad_segs=6)
    metres, owner = shapely.get_coordinates(hulls, return_index=True)
    degrees_again = shapely.set_coordinates(hulls, metres / scale[owner])
    return names, np.asarray(degrees_again, dtype=object)


def _clip(
    outlines: NDArray[np.object_],
    names: Sequence[str | None],
    districts: gpd.GeoDataFrame,
) -> NDArray[np.object_]:
    """Keep the part of each outline that lies in its district, where that is known."""
    polygons = dict(zip(districts["district"], districts.geometry, strict=True))
    masks = np.array([polygons.get(name or "") for name in names], dtype=object)
    clipped = _intersect(outlines, masks)
    lost = shapely.is_missing(masks) | shapely.is_empty(clipped)
    return np.where(lost, outlines, clipped)


def _intersect(
    ones: NDArray[np.object_], others: NDArray[np.object_]
) -> NDArray[np.object_]:
    """Intersect pair by pair on every core: GEOS runs outside Python's lock."""
    cores = os.cpu_count() or 1
    parts = (np.array_split(pairs, cores) for pairs in (ones, others))
    with ThreadPoolExecutor(cores) as pool:
        return np.concatenate(list(pool.map(shapely.intersection, *parts)))

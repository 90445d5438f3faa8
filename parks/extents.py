"""Indicative extents of zones, derived from the points they are known by."""

from collections.abc import Sequence
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
    group = zones.groupby(["district", "zone"], dropna=True, sort=False).ngroup()
    own = zones.geometry.where(zones["precision"] == "zone")
    known = parks[parks["precision"].isin(["site", "near"])]
    points = pd.DataFrame(
        {
            "group": [*group, *group.to_numpy()[known["row"]]],
            "geometry": [*own, *known.geometry],
        }
    ).dropna()
    points = points[points["group"] >= 0]
    hulls = _surround(
        np.asarray(points["geometry"], dtype=object),
        points["group"].to_numpy(dtype=int),
    )
    outlines = np.array([hulls.get(number) for number in group], dtype=object)
    clipped = _clip(outlines, zones["district"].tolist(), districts)
    return gpd.GeoSeries(clipped, zones.index, zones.crs)


def _surround(
    points: NDArray[np.object_], groups: NDArray[np.intp]
) -> dict[int, shapely.Geometry]:
    """Draw the hull with a margin around each group of points, in local metres."""
    if not len(points):
        return {}
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
    return dict(zip(names.tolist(), degrees_again, strict=True))


def _clip(
    outlines: NDArray[np.object_],
    names: Sequence[str | None],
    districts: gpd.GeoDataFrame,
) -> NDArray[np.object_]:
    """Keep the part of each outline that lies in its district, where that is known."""
    polygons = dict(zip(districts["district"], districts.geometry, strict=True))
    masks = np.array([polygons.get(name or "") for name in names], dtype=object)
    clipped = np.asarray(shapely.intersection(outlines, masks), dtype=object)
    lost = shapely.is_missing(masks) | shapely.is_empty(clipped)
    return np.where(lost, outlines, clipped)

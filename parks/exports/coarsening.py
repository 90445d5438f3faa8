"""Places as coarse as an operator publishes them, and what follows from those."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

import geopandas as gpd
import shapely

from parks.edition import Edition
from parks.extents import outline_zones


@lru_cache(maxsize=2)
def coarsen_edition(edition: Edition, decimals: int) -> Edition:
    """
    Round the points of an edition and outline its zones by the rounded ones.

    The outlines are not rounded themselves: their corners, taken together, would tell
    the exact point again, and the coarsest would be no polygons.

    Parameters
    ----------
    edition
        What is published.
    decimals
        Of degrees of WGS 84.

    Returns
    -------
    Edition
        The same but for the geometry of parks and zones and the ``point`` of zones.
        Districts, whose borders anybody may see, are left as they are.
    """
    parks = round_rows(edition.parks, decimals)
    zones = round_rows(edition.zones.set_geometry("point"), decimals)
    outlines = outline_zones(zones, parks, edition.districts)
    zones = zones.assign(geometry=outlines).set_geometry("geometry")
    return replace(edition, parks=parks, zones=zones[edition.zones.columns])


def round_rows(rows: gpd.GeoDataFrame, decimals: int) -> gpd.GeoDataFrame:
    """Round the points of rows in WGS 84 to decimals of a degree."""
    rounded = shapely.transform(
        np.asarray(rows.geometry, dtype=object), lambda xy: np.round(xy, decimals)
    )
    name = str(rows.geometry.name)
    series = gpd.GeoSeries(rounded, index=rows.index, crs=rows.crs)
    return gpd.GeoDataFrame(rows.assign(**{name: series}), geometry=name)

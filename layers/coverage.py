"""How much of each district lies inside the indicative extents of which zones."""

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

import geopandas as gpd
import shapely
from pyproj import Transformer

MOST_COVERED: Final = 250
"""Zones: the pieces that overlapping extents cut each other into grow by the square."""
_EQUAL_AREA: Final = "EPSG:6933"
"""WGS 84 / NSIDC EASE-Grid 2.0 Global: a cylinder that keeps the ellipsoid's areas."""
_SQUARE_METRES_PER_HECTARE: Final = 1e4
_DECIMALS: Final = 3


def measure_hectares(
    shapes: NDArray[np.object_] | Sequence[shapely.Geometry],
) -> NDArray[np.float64]:
    """Measure the ground area of polygons in EPSG:4326, in hectares."""
    transformer = _find_transformer()
    flat = shapely.transform(
        np.asarray(shapes, dtype=object),
        lambda lon_lat: np.column_stack(transformer.transform(*lon_lat.T)),
    )
    areas: NDArray[np.float64] = shapely.area(flat) / _SQUARE_METRES_PER_HECTARE
    return areas


def describe_coverage(
    extents: Sequence[shapely.Geometry | None], districts: gpd.GeoDataFrame
) -> dict[str, object] | None:
    """
    Cut districts by the extents of zones, so that any choice of zones can be summed.

    Extents overlap. Each piece of ground is therefore told once, with all the zones
    whose extent it lies in: the ground inside some of the zones is the sum of the
    pieces that name one of them, whatever is chosen.

    Parameters
    ----------
    extents
        Polygons in EPSG:4326 by the number of their zone, None without one.
    districts
        Polygons in EPSG:4326 with a column ``district``.

    Returns
    -------
    dict or None
        ``districts``: the hectares of each district by name. ``pieces``: for each
        district, hectares and the numbers of zones. None where there are more than
        `MOST_COVERED` extents.
    """
    numbers = [number for number, extent in enumerate(extents) if extent is not None]
    if len(numbers) > MOST_COVERED:
        return None
    zones = np.array([extents[number] for number in numbers], dtype=object)
    names = districts["district"].tolist()
    polygons = np.asarray(districts.geometry, dtype=object)
    total = measure_hectares(polygons).round(_DECIMALS).tolist()
    pieces = {
        name: _list_pieces(polygon, zones, numbers)
        for name, polygon in zip(names, polygons, strict=True)
    }
    return {
        "districts": dict(zip(names, total, strict=True)),
        "pieces": {name: found for name, found in pieces.items() if found},
    }


@cache
def _find_transformer() -> Transformer:
    return Transformer.from_crs("EPSG:4326", _EQUAL_AREA, always_xy=True)


def _list_pieces(
    district: shapely.Geometry, zones: NDArray[np.object_], numbers: Sequence[int]
) -> list[tuple[float, list[int]]]:
    """List the pieces of a district with the zones each lies in."""
    if not len(zones):
        return []
    shapely.prepare(district)
    near = np.flatnonzero(shapely.intersects(zones, district))
    inside = shapely.intersection(zones[near], district)
    has_area = shapely.area(inside) > 0
    near, inside = near[has_area], inside[has_area]
    if not len(near):
        return []
    lines = shapely.union_all(shapely.boundary(inside))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    points = shapely.point_on_surface(faces)
    covers = shapely.contains(inside[np.newaxis, :], points[:, np.newaxis])
    # A face in no extent is a hole between them.
    kept = covers.any(axis=1)
    hectares = measure_hectares(faces[kept]).round(_DECIMALS).tolist()
    return [
        (size, [numbers[near[place]] for place in np.flatnonzero(row)])
        for size, row in zip(hectares, covers[kept], strict=True)
        if size
    ]

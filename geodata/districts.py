"""Where Shenzhen's eleven districts lie: their polygons and what lies outside."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

import geopandas as gpd
import pyogrio.errors
import shapely

from geodata._records import DATA
from geodata.district_names import find_district, read_district_names
from geodata.errors import DataFileError

DISTRICTS_FILE = DATA / "districts.geojson"
WGS84 = "EPSG:4326"
METRIC = "EPSG:4547"
"""CGCS2000 / 3-degree Gauss-Kruger CM 114E: true to 0.02 % over Shenzhen and 深汕."""
COLUMNS = (
    "district",
    "name_zh",
    "name_en",
    "district_code",
    "county_code",
    "pinyin",
    "source",
    "geometry",
)


def read_districts(path: Path = DISTRICTS_FILE) -> gpd.GeoDataFrame:
    """
    Read the districts, one row each, in the order of the table.

    Their land borders are shared vertex by vertex. The coasts are generalised outwards,
    so that an area measured on these polygons includes some sea.

    Returns
    -------
    gpd.GeoDataFrame
        The columns `COLUMNS`, polygons in EPSG:4326; `district_code` is None for
        大鹏 and 深汕.

    Raises
    ------
    DataFileError
        If the file is missing, cannot be read, or does not hold the eleven districts
        with a valid polygon each.
    """
    try:
        districts = gpd.read_file(path)
    except (pyogrio.errors.DataSourceError, OSError, shapely.GEOSException) as error:
        raise DataFileError(path=path, reason=str(error)) from error
    reason = _fault(districts)
    if reason is not None:
        raise DataFileError(path=path, reason=reason)
    codes = districts["district_code"].astype(object)
    return districts.assign(district_code=codes.where(codes.notna(), None))[
        list(COLUMNS)
    ]


def simplify_for_display(
    districts: gpd.GeoDataFrame, tolerance_metres: float
) -> gpd.GeoDataFrame:
    """
    Draw the districts with fewer vertices, neighbours' borders still shared.

    Parameters
    ----------
    districts
        As `read_districts` gives them.
    tolerance_metres
        Corners are dropped while the triangle they cut off is smaller than about the
        square of this (Visvalingam and Whyatt's measure, as GEOS's coverage
        simplifier takes it).

    Returns
    -------
    gpd.GeoDataFrame
        A new frame, fit for looking at, not for deciding which side of a border a
        point is on.
    """
    metric = _to_metric(districts.geometry.to_numpy())
    simpler = shapely.coverage_simplify(metric, tolerance_metres)
    return districts.set_geometry(
        gpd.GeoSeries(simpler, index=districts.index, crs=METRIC).to_crs(WGS84)
    )


def find_outside(
    points: gpd.GeoDataFrame, districts: gpd.GeoDataFrame
) -> "pd.Series[float]":
    """
    Find the points that do not lie in the district they name.

    Parameters
    ----------
    points
        Points in any reference system that the frame names, with a column `district`
        in any form that `find_district` understands.
    districts
        As `read_districts` gives them.

    Returns
    -------
    pd.Series
        Metres to the district's polygon, for each point outside, under the index of
        `points`. Of rows without a point, and of those whose district is not among
        `districts`, nothing can be said: they are left out.

    Raises
    ------
    ValueError
        If `points` names no reference system.
    """
    numbers = {name: number for number, name in enumerate(districts["district"])}
    own_numbers = np.array(
        [numbers.get(_short_name(cell) or "", -1) for cell in points["district"]],
        dtype=np.intp,
    )
    # One more for the districts that are not known: it is no polygon.
    own = np.array([*districts.geometry, None], dtype=object)[own_numbers]
    # Many points are asked of few polygons: an index of each pays at once.
    shapely.prepare(own)
    positions = points.geometry.to_crs(WGS84).to_numpy()
    is_known = shapely.is_geometry(own) & ~shapely.is_empty(positions)
    is_known &= shapely.is_geometry(positions)
    is_outside = is_known & ~shapely.covers(own, positions)
    metres = _measure(
        _to_metric(districts.geometry.to_numpy()),
        own_numbers[is_outside],
        _to_metric(positions[is_outside]),
    )
    return pd.Series(metres, index=points.index[is_outside], name="distance_metres")


def _measure(
    polygons: npt.NDArray[np.object_],
    numbers: npt.NDArray[np.intp],
    points: npt.NDArray[np.object_],
) -> npt.NDArray[np.float64]:
    """Measure how far each point lies outside the polygon of its number."""
    metres = np.zeros(len(points))
    for number in np.unique(numbers):
        is_meant = numbers == number
        # Of thousands of edges an index finds the nearest without asking the others.
        edges = shapely.STRtree(_cut_edges(polygons[number]))
        nearest, distances = edges.query_nearest(
            points[is_meant], all_matches=False, return_distance=True
        )
        measured = np.zeros(np.count_nonzero(is_meant))
        measured[nearest[0]] = distances
        metres[is_meant] = measured
    return metres


def _cut_edges(polygon: shapely.Geometry) -> npt.NDArray[np.object_]:
    """Cut a polygon's rings into their edges."""
    rings = shapely.get_rings(shapely.get_parts(polygon))
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    is_edge = ring[1:] == ring[:-1]
    pairs = np.stack((corners[:-1][is_edge], corners[1:][is_edge]), axis=1)
    return np.asarray(shapely.linestrings(pairs), dtype=object)


def _to_metric(geometries: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Project geometries in WGS 84 to `METRIC`."""
    projected = gpd.GeoSeries(geometries, crs=WGS84).to_crs(METRIC).to_numpy()
    return np.asarray(projected, dtype=object)


def _short_name(text: object) -> str | None:
    """Give the short name of the district that a cell names, if it names one."""
    return find_district(text) if isinstance(text, str) else None


def _fault(districts: pd.DataFrame) -> str | None:
    """Say what is wrong with a file of districts, None if nothing is."""
    missing = [column for column in COLUMNS if column not in districts]
    if missing or not isinstance(districts, gpd.GeoDataFrame):
        return f"it lacks {', '.join(missing)}"
    expected = [district.name for district in read_district_names()]
    if districts["district"].to_list() != expected:
        return f"it must hold the districts {' '.join(expected)}, in this order"
    if districts.crs != WGS84:
        return "it is not in WGS 84"
    if not set(districts.geom_type) <= {"Polygon", "MultiPolygon"}:
        return "a district is no polygon"
    return None if districts.is_valid.all() else "a polygon crosses itself"

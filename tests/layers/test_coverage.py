"""How much of a district lies inside the extents of zones."""

import numpy as np
import pytest

import geopandas as gpd
import shapely
from pyproj import Geod

from layers.coverage import MOST_COVERED, describe_coverage, measure_hectares

DISTRICT = shapely.box(114.0, 22.5, 114.1, 22.6)
EXTENTS = [
    shapely.box(114.00, 22.50, 114.04, 22.54),
    shapely.box(114.02, 22.52, 114.06, 22.56),
    shapely.box(114.09, 22.59, 114.20, 22.70),
]


def describe(extents):
    districts = gpd.GeoDataFrame(
        {"district": ["甲"]}, geometry=[DISTRICT], crs="EPSG:4326"
    )
    return describe_coverage(extents, districts)


def test_areas_are_those_of_the_ellipsoid():
    square_metres, _ = Geod(ellps="WGS84").geometry_area_perimeter(DISTRICT)
    (hectares,) = measure_hectares([DISTRICT])
    assert hectares == pytest.approx(square_metres / 1e4, rel=1e-5)


@pytest.mark.parametrize("chosen", [{0}, {1}, {0, 1}, {0, 1, 2}, set()])
def test_any_choice_of_zones_sums_to_the_area_of_their_union(chosen):
    told = describe(EXTENTS)
    summed = sum(size for size, zones in told["pieces"]["甲"] if chosen & {*zones})
    inside = shapely.union_all([EXTENTS[n] for n in chosen]).intersection(DISTRICT)
    expected = measure_hectares(np.array([inside], dtype=object))[0]
    assert summed == pytest.approx(expected, abs=0.01)


def test_a_zone_without_an_extent_covers_nothing():
    told = describe([None, EXTENTS[0]])
    assert [zones for _, zones in told["pieces"]["甲"]] == [[1]]


def test_more_extents_than_can_be_told_apart_are_not_told():
    assert describe([EXTENTS[0]] * (MOST_COVERED + 1)) is None

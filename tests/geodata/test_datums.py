from itertools import permutations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pyproj import Geod, Transformer

from geodata.datums import CHINA_BOX, EDGE_WIDTH, Datum, convert, parse_datum
from geodata.errors import CoordinateError, UnknownDatumError

WGS84, CGCS2000, GCJ02, BD09 = Datum
ELLIPSOID = Geod(ellps="WGS84")
WEST, SOUTH, EAST, NORTH = CHINA_BOX
pairs = pytest.mark.parametrize(("source", "target"), list(permutations(Datum, 2)))
longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


def there_and_back(lon, lat, source, target):
    middle = convert(lon, lat, source=source, target=target)
    return convert(*middle, source=target, target=source)


def shift_metres(lon, lat, target):
    lons, lats = np.atleast_1d(lon), np.atleast_1d(lat)
    shifted = convert(lons, lats, source=WGS84, target=target)
    return ELLIPSOID.inv(lons, lats, *shifted)[2]


def edge_positions(count=4000):
    """Positions up to 0.1 degree either side of the box, on all its sides."""
    random = np.random.default_rng(20)
    along = random.uniform(0, 1, count)
    across = random.uniform(-2 * EDGE_WIDTH, 2 * EDGE_WIDTH, count)
    lon, lat = WEST + along * (EAST - WEST), SOUTH + along * (NORTH - SOUTH)
    return (
        np.concatenate([lon, lon, WEST + across, EAST + across]),
        np.concatenate([SOUTH + across, NORTH + across, lat, lat]),
    )


# The tests of googollee/eviltransform, longitude first: Shanghai, Shenzhen, Beijing.
@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
        ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
        ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
        # wandergis/coordtransform
        ((116.404, 39.915), (116.41024449916938, 39.91640428150164)),
    ],
)
def test_published_points_of_gcj02_agree_to_a_micrometre(wgs84, gcj02):
    assert convert(*wgs84, source=WGS84, target=GCJ02) == pytest.approx(
        gcj02, abs=1e-11
    )
    assert convert(*gcj02, source=GCJ02, target=WGS84) == pytest.approx(
        wgs84, abs=1e-11
    )


def test_published_point_of_bd09_agrees():
    # wandergis/coordtransform
    gcj02, bd09 = (116.404, 39.915), (116.41036949371029, 39.92133699351021)
    assert convert(*gcj02, source=GCJ02, target=BD09) == pytest.approx(bd09, abs=1e-11)
    assert convert(*bd09, source=BD09, target=GCJ02) == pytest.approx(gcj02, abs=1e-11)


def test_wgs84_to_bd09_goes_over_gcj02():
    published = (116.41662724378733, 39.922699552216216)
    assert convert(116.404, 39.915, source=WGS84, target=BD09) == pytest.approx(
        published, abs=1e-11
    )


def test_the_usual_one_step_inverse_is_metres_off_and_ours_is_not():
    lon, lat = (
        grid.ravel() for grid in np.meshgrid([113.8, 114.2, 114.6], [22.5, 22.8])
    )
    gcj02 = convert(lon, lat, source=WGS84, target=GCJ02)
    again = convert(*gcj02, source=WGS84, target=GCJ02)
    one_step = (2 * gcj02[0] - again[0], 2 * gcj02[1] - again[1])
    ours = convert(*gcj02, source=GCJ02, target=WGS84)
    assert ELLIPSOID.inv(lon, lat, *one_step)[2].max() > 1
    assert ELLIPSOID.inv(lon, lat, *ours)[2].max() < 1e-6


def test_gcj02_lies_567_to_619_metres_off_over_shenzhen():
    lon, lat = np.meshgrid(
        np.linspace(113.75, 114.63, 80), np.linspace(22.44, 22.87, 60)
    )
    metres = shift_metres(lon.ravel(), lat.ravel(), GCJ02)
    assert metres.min() == pytest.approx(567, abs=10)
    assert metres.max() == pytest.approx(619, abs=10)


def test_gcj02_shifts_shenzhen_to_the_south_east():
    lon, lat = convert(114.05, 22.55, source=WGS84, target=GCJ02)
    assert lon > 114.05
    assert lat < 22.55


@pairs
@given(lon=longitudes, lat=latitudes)
@example(lon=180.0, lat=90.0)
@example(lon=-180.0, lat=-90.0)
@example(lon=0.0, lat=0.0)
@example(lon=114.05, lat=22.55)
@example(lon=WEST, lat=SOUTH)
@example(lon=EAST, lat=NORTH)
@settings(deadline=None, max_examples=60)
def test_there_and_back_leaves_less_than_a_centimetre(source, target, lon, lat):
    back = there_and_back(lon, lat, source, target)
    assert ELLIPSOID.inv(lon, lat, *back)[2] < 0.01


@pairs
@given(lon=st.floats(113.7, 115.3), lat=st.floats(22.3, 23.1))
@settings(deadline=None, max_examples=60)
def test_there_and_back_in_shenzhen_leaves_less_than_a_micrometre(
    source, target, lon, lat
):
    back = there_and_back(lon, lat, source, target)
    assert ELLIPSOID.inv(lon, lat, *back)[2] < 1e-6


@pairs
def test_there_and_back_is_exact_across_the_edge_of_the_box(source, target):
    lon, lat = edge_positions()
    back = there_and_back(lon, lat, source, target)
    assert ELLIPSOID.inv(lon, lat, *back)[2].max() < 0.01


@pytest.mark.parametrize("target", [GCJ02, BD09])
def test_the_shift_has_no_jump_at_the_edge(target):
    step = 1e-7
    for lon, lat in [(WEST, 30.0), (EAST, 30.0)]:
        assert shift_metres(lon - step, lat, target)[0] < 0.02
        assert shift_metres(lon + step, lat, target)[0] < 0.02


@pytest.mark.parametrize("target", [GCJ02, BD09])
@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (-0.1276, 51.5072),
        (151.2093, -33.8688),
        (72.0, 30.0),
        (100.0, 55.9),
        (139.7, 35.7),
    ],
)
def test_outside_the_box_nothing_is_shifted(lon, lat, target):
    assert convert(lon, lat, source=WGS84, target=target) == (lon, lat)


def test_the_shift_is_full_wherever_china_has_land():
    # Pamir, Heixiazi, Mohe, Zengmu reef
    for lon, lat in [(73.5, 39.3), (135.09, 48.4), (123.3, 53.55), (112.3, 3.97)]:
        west, south = lon - WEST, lat - SOUTH
        assert min(west, south, EAST - lon, NORTH - lat) > EDGE_WIDTH
        assert shift_metres(lon, lat, GCJ02)[0] > 50


def test_cgcs2000_is_wgs84_as_proj_has_it():
    lon, lat = 113.943, 22.54
    assert convert(lon, lat, source=CGCS2000, target=WGS84) == (lon, lat)
    proj = Transformer.from_crs("EPSG:4490", "EPSG:4326", always_xy=True)
    assert proj.transform(lon, lat) == pytest.approx((lon, lat), abs=1e-9)


@pytest.mark.parametrize("datum", list(Datum))
def test_a_datum_to_itself_changes_nothing(datum):
    assert convert(113.943, 22.54, source=datum, target=datum) == (113.943, 22.54)


@pairs
def test_arrays_give_what_numbers_give(source, target):
    lon, lat = np.array([113.9, 114.3, 2.35]), np.array([22.5, 22.7, 48.85])
    lons, lats = convert(lon, lat, source=source, target=target)
    for index in range(3):
        alone = convert(lon[index], lat[index], source=source, target=target)
        # The loop ends for all at once, so the last digits may differ.
        assert (lons[index], lats[index]) == pytest.approx(alone, abs=1e-11)


def test_arrays_keep_their_shape_and_the_argument_its_values():
    lon, lat = np.full((2, 3), 114.0), np.full((2, 3), 22.5)
    lons, lats = convert(lon, lat, source=WGS84, target=BD09)
    assert lons.shape == lats.shape == (2, 3)
    assert (lon == 114.0).all()
    assert (lat == 22.5).all()


def test_an_empty_array_gives_an_empty_array():
    lons, lats = convert([], [], source=GCJ02, target=WGS84)
    assert lons.size == lats.size == 0


def test_numbers_give_plain_floats():
    for value in convert(114, 22, source=WGS84, target=GCJ02):
        assert type(value) is float


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (float("nan"), 22.5),
        (114.0, float("inf")),
        (180.1, 22.5),
        (-181, 0),
        (22.5, 114.0),  # swapped
        (114.0, -90.5),
    ],
)
@pytest.mark.parametrize("target", list(Datum))
def test_a_number_that_is_no_position_is_an_error(lon, lat, target):
    with pytest.raises(CoordinateError, match="is no position") as caught:
        convert(lon, lat, source=WGS84, target=target)
    assert isinstance(caught.value, ValueError)
    assert caught.value.facts["lat"] == lat


@pytest.mark.parametrize("target", list(Datum))
def test_in_arrays_what_is_no_position_becomes_nan_alone(target):
    lon = np.array([114.0, np.nan, np.inf, 200.0, 114.0])
    lat = np.array([22.5, 22.5, 22.5, 22.5, -91.0])
    lons, lats = convert(lon, lat, source=WGS84, target=target)
    assert np.isnan(lons).tolist() == [False, True, True, True, True]
    assert np.isnan(lats).tolist() == [False, True, True, True, True]


@pytest.mark.parametrize(
    ("text", "datum"),
    [
        ("WGS-84", WGS84),
        ("wgs84", WGS84),
        (" Wgs 84 ", WGS84),
        ("CGCS2000", CGCS2000),
        ("cgcs-2000", CGCS2000),
        ("GCJ02", GCJ02),
        ("gcj-02", GCJ02),
        ("ＧＣＪ－０２", GCJ02),
        ("bd_09", BD09),
        ("BD-09", BD09),
    ],
)
def test_datums_are_read_in_any_case_with_or_without_hyphen(text, datum):
    assert parse_datum(text) is datum


@pytest.mark.parametrize("datum", list(Datum))
def test_a_datum_reads_its_own_name(datum):
    assert parse_datum(str(datum)) is datum


@pytest.mark.parametrize("text", ["", "Beijing 54", "GCJ", "EPSG:4326", "火星坐标"])
def test_an_unknown_datum_is_an_error_that_names_those_known(text):
    with pytest.raises(UnknownDatumError) as caught:
        parse_datum(text)
    assert repr(text) in str(caught.value)
    assert all(datum in str(caught.value) for datum in Datum)

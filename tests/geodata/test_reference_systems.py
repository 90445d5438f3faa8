"""Plane coordinates and datums alike become WGS 84, and what is none is refused."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pyproj import Geod

from geodata.errors import CoordinateError, DistantPlaceError, PlaneCoordinateError
from geodata.planes import MERIDIANS, find_zone, order_axes
from geodata.reference_systems import (
    BD09,
    GAUSS_KRUGER,
    GAUSS_KRUGER_ZONES,
    GCJ02,
    SYSTEMS,
    WEB_MERCATOR,
    WGS84,
    find_gauss_kruger,
    from_wgs84,
    to_wgs84,
)

BY_NAME = {system.name: system for system in SYSTEMS}
SHENZHEN = BY_NAME["EPSG:4547"]
ELLIPSOID = Geod(ellps="GRS80")
every_system = pytest.mark.parametrize("system", SYSTEMS, ids=str)
# China's land, within which every system but a zone of Gauss-Krüger is used.
longitudes = st.floats(73.5, 135.0)
latitudes = st.floats(18.0, 53.6)


def metres_between(one, other):
    return ELLIPSOID.inv(*one, *other)[2]


def test_zones_are_those_of_epsg():
    assert len(GAUSS_KRUGER) == len(GAUSS_KRUGER_ZONES) == len(MERIDIANS) == 21
    assert [str(s) for s in (GAUSS_KRUGER[0], GAUSS_KRUGER[-1])] == [
        "EPSG:4534",
        "EPSG:4554",
    ]
    assert [str(s) for s in (GAUSS_KRUGER_ZONES[0], GAUSS_KRUGER_ZONES[-1])] == [
        "EPSG:4513",
        "EPSG:4533",
    ]
    assert SHENZHEN.meridian == 114
    assert BY_NAME["EPSG:4526"].meridian == 114


# epsg.io/4522 (zone 34, CM 102E) publishes the corners of its area in metres.
@pytest.mark.parametrize(
    ("lon", "lat", "east", "north"),
    [
        (100.5, 21.13, 34344166.57, None),
        (103.5, 21.13, 34655833.43, None),
        (102.0, 21.13, 34500000.00, 2337470.19),
        (100.5, 42.69, None, 4729373.22),
        (103.5, 42.69, None, 4729373.22),
    ],
)
def test_published_corners_of_a_zone_agree_to_a_centimetre(lon, lat, east, north):
    zone, plain = BY_NAME["EPSG:4522"], BY_NAME["EPSG:4543"]
    found = from_wgs84(lon, lat, zone)
    for value, published in zip(found, (east, north), strict=True):
        assert published is None or value == pytest.approx(published, abs=0.01)
    assert to_wgs84(*found, zone) == pytest.approx((lon, lat), abs=1e-9)
    assert from_wgs84(lon, lat, plain)[0] == pytest.approx(found[0] - 34e6, abs=1e-6)


def test_the_meridian_arc_is_helmerts_series():
    # An independent formula: the arc from the equator on GRS 80, in Helmert's series
    # (n up to the 4th power), as in Deakin and Hunter, Geometric Geodesy.
    flattening, lat = 1 / 298.257222101, np.radians(22.54)
    n = flattening / (2 - flattening)
    arc = (
        (1 + n**2 / 4 + n**4 / 64) * lat
        - 1.5 * (n - n**3 / 8) * np.sin(2 * lat)
        + 15 / 16 * (n**2 - n**4 / 4) * np.sin(4 * lat)
        - 35 / 48 * n**3 * np.sin(6 * lat)
        + 315 / 512 * n**4 * np.sin(8 * lat)
    )
    north = 6378137 / (1 + n) * arc
    assert from_wgs84(114.0, 22.54, SHENZHEN) == pytest.approx(
        (500_000, north), abs=1e-4
    )


def test_published_point_of_web_mercator_agrees_to_a_centimetre():
    # IOGP Guidance Note 7-2, Popular Visualisation Pseudo Mercator (method 1024).
    place = -(100 + 20 / 60), 24 + 22 / 60 + 54.433 / 3600
    plane = -11169055.58, 2800000.00
    assert from_wgs84(*place, WEB_MERCATOR) == pytest.approx(plane, abs=0.01)
    assert to_wgs84(*plane, WEB_MERCATOR) == pytest.approx(place, abs=1e-7)


def test_published_point_from_bd09_to_web_mercator_agrees_to_a_metre():
    # hujiulong/gcoord, whose inverse of BD-09 is one step only.
    place = to_wgs84(123.0, 45.0, BD09)
    published = 13690919.46621167, 5620217.339885741
    assert from_wgs84(*place, WEB_MERCATOR) == pytest.approx(published, abs=1)


@every_system
@given(lon=longitudes, lat=latitudes, aside=st.floats(-1.7, 1.7))
@example(lon=114.05, lat=22.54, aside=0.05)
@settings(deadline=None, max_examples=40)
def test_there_and_back_leaves_less_than_a_millimetre(system, lon, lat, aside):
    if system.meridian is not None:
        lon = system.meridian + aside
    back = to_wgs84(*from_wgs84(lon, lat, system), system)
    assert metres_between((lon, lat), back) < 1e-3


@every_system
def test_arrays_give_what_numbers_give(system):
    centre = system.meridian or 114
    lon, lat = np.array([centre - 1.2, centre + 0.3]), np.array([22.5, 41.0])
    xs, ys = from_wgs84(lon, lat, system)
    lons, lats = to_wgs84(xs, ys, system)
    for place in range(2):
        alone = from_wgs84(lon[place], lat[place], system)
        assert (xs[place], ys[place]) == pytest.approx(alone, abs=1e-6)
        assert type(alone[0]) is float
        alone = to_wgs84(float(xs[place]), float(ys[place]), system)
        assert (lons[place], lats[place]) == pytest.approx(alone, abs=1e-11)


def test_an_easting_is_read_with_its_zone_or_without():
    zoned = BY_NAME["EPSG:4526"]
    plain = to_wgs84(505_000.0, 2_493_000.0, SHENZHEN)
    for system in (SHENZHEN, zoned):
        for east in (505_000.0, 38_505_000.0):
            assert to_wgs84(east, 2_493_000.0, system) == plain
    assert from_wgs84(*plain, zoned)[0] == pytest.approx(38_505_000, abs=1e-4)


@pytest.mark.parametrize(
    ("x", "y", "system"),
    [
        (39_505_000.0, 2_493_000.0, SHENZHEN),  # the number of the next zone
        (2_493_000.0, 505_000.0, SHENZHEN),  # northing first
        (114.05, 22.54e6, SHENZHEN),
        (-5.0, 2_493_000.0, SHENZHEN),
        (float("nan"), 2_493_000.0, SHENZHEN),
        (505_000.0, float("inf"), SHENZHEN),
        (3e7, 0.0, WEB_MERCATOR),
        (0.0, 3e7, WEB_MERCATOR),
    ],
)
def test_what_is_no_position_is_refused_alone_and_nan_in_an_array(x, y, system):
    with pytest.raises(PlaneCoordinateError, match=str(system)):
        to_wgs84(x, y, system)
    lons, lats = to_wgs84([x, 505_000.0], [y, 2_493_000.0], system)
    assert np.isnan([lons[0], lats[0]]).all()
    assert np.isfinite([lons[1], lats[1]]).all()


@every_system
@pytest.mark.parametrize("lon", [200.0, float("nan")])
def test_what_is_no_longitude_has_no_place_anywhere(system, lon):
    with pytest.raises(CoordinateError):
        from_wgs84(lon, 22.0, system)
    assert np.isnan(from_wgs84([lon, lon], [22.0, 22.0], system)).all()


def test_a_place_on_the_other_side_of_the_earth_has_no_easting_in_a_zone():
    with pytest.raises(DistantPlaceError, match="EPSG:4547"):
        from_wgs84(-73.9, 40.7, SHENZHEN)
    assert np.isnan(from_wgs84([-73.9], [40.7], SHENZHEN)).all()


@pytest.mark.parametrize(
    ("lon", "meridian"),
    [(114.05, 114), (113.75, 114), (115.3, 114), (121.49, 120), (121.51, 123),
     (73.5, 75), (135.05, 135)],
)  # fmt: skip
def test_the_zone_of_a_place_is_chosen_by_its_longitude(lon, meridian):
    assert find_gauss_kruger(lon).meridian == meridian


@given(lon=longitudes, lat=latitudes)
@settings(deadline=None)
def test_no_place_is_more_than_half_a_zone_from_its_meridian(lon, lat):
    zone = find_gauss_kruger(lon)
    assert abs(lon - zone.meridian) <= 1.5 + 1e-9
    east, _ = from_wgs84(lon, lat, zone)
    assert 330_000 < east < 670_000


@pytest.mark.parametrize(
    "system",
    [SHENZHEN, BY_NAME["EPSG:4526"], WEB_MERCATOR],
    ids=str,
)
@given(lon=st.floats(112.6, 115.4), lat=latitudes)
@settings(deadline=None)
def test_northing_first_or_easting_first_is_told_by_size(system, lon, lat):
    east, north = from_wgs84(lon, lat, system)
    for first, second, turned in [(east, north, False), (north, east, True)]:
        x, y, is_turned = order_axes([first], [second], system.meridian)
        assert (x[0], y[0], is_turned[0]) == (east, north, turned)


def test_numbers_that_are_neither_keep_their_order():
    x, y, is_turned = order_axes([114.05, np.nan], [22.54, 5e5], 114)
    assert x[0] == 114.05
    assert y.tolist() == [22.54, 5e5]
    assert not is_turned.any()


@pytest.mark.parametrize(
    ("easting", "zone"),
    [(38_505_000.0, 38), (505_000.0, None), (20_505_000.0, None), (np.nan, None)],
)
def test_the_zone_before_an_easting_is_found(easting, zone):
    assert find_zone(easting) == zone


def test_datums_convert_as_they_do_alone():
    lon, lat = to_wgs84(114.05, 22.54, GCJ02)
    assert metres_between((114.05, 22.54), (lon, lat)) == pytest.approx(600, abs=40)
    assert to_wgs84(114.05, 22.54, WGS84) == (114.05, 22.54)

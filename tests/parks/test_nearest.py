"""The nearest parks to a point, and distances no more exact than the places."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pyproj

from parks.catalogue import open_edition
from parks.language import Language
from parks.nearest import NearPark, find_nearest, say_direction, say_distance

GEOD = pyproj.Geod(ellps="WGS84")
EDITION = open_edition()
LON, LAT = EDITION.coordinates
HEADING = "园区名称,经度,纬度"
STEPS = {"site": 10, "near": 100, "street": 1000, "zone": 1000, "district": 5000}


@given(
    st.floats(113.7, 115.2),
    st.floats(22.3, 23.0),
    st.lists(st.booleans(), min_size=59, max_size=59),
    st.integers(1, 70),
)
def test_the_nearest_are_those_found_one_by_one(lon, lat, bits, most):
    chosen = np.array(bits)
    found = find_nearest(EDITION, chosen, lon, lat, most)
    each = {
        at: GEOD.inv(lon, lat, LON[at], LAT[at])[2]
        for at in np.flatnonzero(chosen)
        if not np.isnan(LON[at])
    }
    expected = sorted(each, key=lambda at: (each[at], at))[:most]
    assert [it.position for it in found.parks] == expected
    assert [it.metres for it in found.parks] == pytest.approx(
        [each[at] for at in expected]
    )
    assert found.placeless == int(chosen.sum()) - len(each)
    last = found.parks[-1].metres if found.parks else 0
    rest = [each[at] for at in each if at not in expected]
    assert found.even == sum(metres - last < 0.01 for metres in rest)


def test_parks_on_one_point_share_a_rank(make):
    edition = make(
        "甲园,114.00,22.5",
        "乙园,114.01,22.5",
        "丙园,114.01,22.5",
        "丁园,114.02,22.5",
        heading=HEADING,
    )
    every = np.ones(4, dtype=np.bool_)
    found = find_nearest(edition, every, 114.0, 22.5)
    assert [it.rank for it in found.parks] == [1, 2, 2, 4]
    cut = find_nearest(edition, every, 114.0, 22.5, 2)
    assert (len(cut.parks), cut.even) == (2, 1)


def test_a_park_without_a_place_is_counted_apart(make):
    edition = make("甲园,114.00,22.5", "乙园,,", heading=HEADING)
    found = find_nearest(edition, np.ones(2, dtype=np.bool_), 114.0, 22.5)
    assert [it.position for it in found.parks] == [0]
    assert found.placeless == 1
    nothing = find_nearest(edition, np.array([False, True]), 114.0, 22.5)
    assert (nothing.parks, nothing.even, nothing.placeless) == ((), 0, 1)


@pytest.mark.parametrize(
    ("metres", "precision", "zh", "en"),
    [
        (847.3, "site", "850 米", "850 m"),
        (5231.0, "site", "5.23 公里", "5.23 km"),
        (847.3, "near", "约 800 米", "about 800 m"),
        (6480.0, "near", "约 6.5 公里", "about 6.5 km"),
        (2847.3, "zone", "约 3 公里", "about 3 km"),
        (130.0, "zone", "不到 1 公里", "less than 1 km"),
        (12_900.0, "district", "约 15 公里", "about 15 km"),
        (3.0, "site", "不到 10 米", "less than 10 m"),
        (700.0, None, "不到 5 公里", "less than 5 km"),
    ],
)
def test_a_distance_is_as_exact_as_the_place(metres, precision, zh, en):
    assert say_distance(metres, precision, Language.ZH) == zh
    assert say_distance(metres, precision, Language.EN) == en


@given(st.floats(0, 2_000_000), st.sampled_from([*STEPS]))
def test_what_is_said_is_never_off_by_more_than_it_is_rounded_to(metres, precision):
    said = say_distance(metres, precision, Language.EN)
    number, unit = re.search(r"([\d,.]+) (k?m)$", said).groups()
    value = float(number.replace(",", "")) * (1000 if unit == "km" else 1)
    if said.startswith("less than"):
        assert metres <= value
    else:
        assert abs(value - metres) <= STEPS[precision] / 2 + 1e-6


@pytest.mark.parametrize(
    ("azimuth", "zh", "en"),
    [
        (0, "北", "north"),
        (22.4, "北", "north"),
        (22.6, "东北", "north-east"),
        (135, "东南", "south-east"),
        (270, "西", "west"),
        (359, "北", "north"),
    ],
)
def test_a_direction_is_said_in_words(azimuth, zh, en):
    near = NearPark(0, 1, 5000.0, azimuth)
    assert say_direction(near, "site", Language.ZH) == zh
    assert say_direction(near, "site", Language.EN) == en


def test_no_direction_is_said_where_it_may_be_any():
    assert say_direction(NearPark(0, 1, 600.0, 0), "zone", Language.ZH) == ""
    assert say_direction(NearPark(0, 1, 600.0, 0), "site", Language.ZH) == "北"

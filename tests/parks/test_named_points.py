"""A point that somebody types: coordinates of any system, or a name."""

import pytest

from geodata.datums import Datum, convert
from geodata.errors import StatedError
from geodata.reference_systems import WGS84
from parks.named_points import read_typed


def test_coordinates_of_any_system_are_one_point():
    gcj = convert(113.9345, 22.5401, source=Datum.WGS84, target=Datum.GCJ02)
    (plain,) = read_typed("113.9345, 22.5401", WGS84.name)
    (shifted,) = read_typed(f"{gcj[0]:.8f} {gcj[1]:.8f}", "GCJ-02")
    assert (plain.lon, plain.lat) == (113.9345, 22.5401)
    assert (shifted.lon, shifted.lat) == pytest.approx((113.9345, 22.5401), abs=1e-6)
    assert plain.name == ""


@pytest.mark.parametrize("name", ["万科云城", "留仙洞片区", "南山区"])
def test_an_exact_name_is_its_place(name):
    (found,) = read_typed(name, WGS84.name)
    assert 113.8 < found.lon < 114.1
    assert found.precision


def test_a_name_that_is_only_like_others_offers_them():
    found = read_typed("留仙洞", WGS84.name)
    assert "留仙洞片区" in [point.name for point in found]


def test_an_unknown_name_offers_nothing():
    assert read_typed("北京天安门广场东侧", WGS84.name) == []


@pytest.mark.parametrize("text", ["", "22.5401, 113.9345", "113.9345", "2.35, 48.86"])
def test_what_is_no_position_says_so(text):
    with pytest.raises(StatedError):
        read_typed(text, WGS84.name)

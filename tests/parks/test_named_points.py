"""A point that somebody types: coordinates of any system, or a name."""

import pytest

from geodata.datums import Datum, convert
from geodata.errors import StatedError
from geodata.reference_systems import WGS84
from parks.corrections import Correction, correct, recall_location
from parks.named_points import UnplacedNameError, read_typed


def test_coordinates_of_any_system_are_one_point(embedded):
    gcj = convert(113.9345, 22.5401, source=Datum.WGS84, target=Datum.GCJ02)
    (plain,) = read_typed("113.9345, 22.5401", WGS84.name, embedded)
    (shifted,) = read_typed(f"{gcj[0]:.8f} {gcj[1]:.8f}", "GCJ-02", embedded)
    assert (plain.lon, plain.lat) == (113.9345, 22.5401)
    assert (shifted.lon, shifted.lat) == pytest.approx((113.9345, 22.5401), abs=1e-6)
    assert plain.name == ""


@pytest.mark.parametrize("name", ["万科云城", "留仙洞片区", "南山区"])
def test_an_exact_name_is_its_place(name, embedded):
    (found,) = read_typed(name, WGS84.name, embedded)
    assert 113.8 < found.lon < 114.1
    assert found.precision


def test_a_name_that_is_only_like_others_offers_them(embedded):
    found = read_typed("留仙洞", WGS84.name, embedded)
    assert "留仙洞片区" in [point.name for point in found]
    assert all(point.is_alike for point in found)


def test_an_unknown_name_offers_nothing(embedded):
    assert read_typed("北京天安门广场东侧", WGS84.name, embedded) == []


@pytest.mark.parametrize("text", ["", "22.5401, 113.9345", "113.9345", "2.35, 48.86"])
def test_what_is_no_position_says_so(text, embedded):
    with pytest.raises(StatedError):
        read_typed(text, WGS84.name, embedded)


def test_a_corrected_park_is_where_it_was_put(embedded):
    old = recall_location(embedded, embedded.positions["wan-ke-yun-cheng"])
    said = ("wan-ke-yun-cheng", 113.99, 22.60, "near", "现场核对", old, "2026-11-30")
    edition = correct(embedded, [Correction(*said)])
    (found,) = read_typed("万科云城", WGS84.name, edition)
    assert (found.lon, found.lat, found.precision) == (113.99, 22.60, "near")


OWN = (
    "1,南山,科技城片区,甲园,,,113.95,22.54",
    "2,罗湖,罗片区,丁园,,,114.1,22.56",
    "3,罗湖,罗片区,同名园,,,114.11,22.57",
    "4,福田,福片区,同名园,,,114.05,22.54",
    "5,火星,火片区,无处园,,,,",
)


@pytest.fixture
def own(make):
    heading = "序号,辖区,片区,园区名称,产业方向,规划依据,经度,纬度"
    return make(*OWN, heading=heading)


def test_an_own_tables_parks_and_zones_go_before_the_gazetteer(own):
    (park,) = read_typed("丁园", WGS84.name, own)
    assert (park.name, park.lon, park.lat) == ("丁园", 114.1, 22.56)
    assert read_typed("甲园", WGS84.name, own)[0].lon == 113.95
    (zone,) = read_typed("科技城片区", WGS84.name, own)
    assert zone.name == "科技城片区"


def test_names_that_several_bear_are_told_apart_by_district(own):
    found = read_typed("同名园", WGS84.name, own)
    assert [point.name for point in found] == ["同名园（罗湖）", "同名园（福田）"]


def test_part_of_an_own_name_is_offered_and_not_taken(own):
    (found,) = read_typed("科技城", WGS84.name, own)[:1]
    assert (found.name, found.is_alike) == ("科技城片区", True)


def test_a_name_of_the_table_without_a_place_takes_no_namesakes(own):
    with pytest.raises(UnplacedNameError, match="its place is not known"):
        read_typed("无处园", WGS84.name, own)

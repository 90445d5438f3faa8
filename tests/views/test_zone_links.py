"""A zone's link opens its own parks, whatever other rows are called."""

import pytest

from parks.catalogue import make_edition, open_edition
from parks.filter import Filter
from views._district_neighbours import filter_zone, link_zone

NAMESAKES = """序号,辖区,片区,园区名称,产业方向,规划依据
1,南山,科技城片区,甲园,重点发展人工智能产业。,
2,福田,科技城片区,乙园,重点发展人工智能产业。,
3,宝安,,丙园,重点发展人工智能产业。,
4,宝安,空港片区,丁园,重点发展人工智能产业。,
5,龙岗,坂田片区,戊园,重点发展人工智能产业。,
6,龙岗,坂田片区,己园,重点发展人工智能产业。,
7,宝安,,/,重点发展人工智能产业。,
8,,,/,重点发展人工智能产业。,
"""


@pytest.fixture(scope="module")
def edition():
    return make_edition(NAMESAKES.encode(), name="mine.csv")


def name_parks(edition, filter_):
    return edition.parks["name"][filter_.select(edition)].tolist()


@pytest.mark.parametrize(
    ("at", "own"), [(0, "甲园"), (1, "乙园"), (2, "丙园"), (3, "丁园"), (5, "己园")]
)
def test_a_zones_filter_shows_its_own_parks_alone(edition, at, own):
    filter_ = filter_zone(edition, at)
    assert name_parks(edition, filter_) == [own]
    assert Filter.parse(filter_.to_options(), edition) == filter_


@pytest.mark.parametrize("at", [6, 7])
def test_a_zone_without_parks_or_a_name_is_no_link(edition, at):
    assert filter_zone(edition, at) is None
    assert link_zone(edition, at, "<宝安>") == "&lt;宝安&gt;"


def test_the_row_without_a_zone_shows_its_district_and_not_the_whole_table():
    embedded = open_edition()
    assert filter_zone(embedded, 20) == Filter(districts=("大鹏",))

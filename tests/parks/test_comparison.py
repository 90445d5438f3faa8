"""What two to four parks or zones share, and how far apart they lie."""

import pytest

from geodata.distances import measure_metres
from parks.asked import find_member
from parks.comparison import (
    Kind,
    compare_policies,
    compare_sectors,
    measure_pairs,
    take_park,
    take_zone,
)
from parks.model import Role


def parks(edition, *names):
    return [take_park(edition, find_member(edition, Kind.PARK, name)) for name in names]


@pytest.fixture
def three(embedded):
    return parks(embedded, "万科云城", "新一代产业园", "鹏城实验室")


def test_every_sector_of_any_member_is_one_line(three):
    lines = compare_sectors(three)
    expected = {tag.id for member in three for tag in member.row.sectors}
    assert sorted(line.item for line in lines) == sorted(expected)
    for line in lines:
        for member, mark in zip(three, line.marks, strict=True):
            roles = {tag.id: tag.role for tag in member.row.sectors}
            assert roles.get(line.item) == mark


def test_what_all_share_comes_first(three):
    lines = compare_sectors(three)
    assert [line.item for line in lines if line.is_shared] == ["internet"]
    assert lines[0].item == "internet"
    assert lines[0].marks == (Role.FOCUS, Role.MENTION, Role.FOCUS)
    counts = [sum(mark is not None for mark in line.marks) for line in lines]
    assert counts == sorted(counts, reverse=True)


def test_policies_are_lined_up_by_title_and_number(make):
    edition = make(
        "1,南山,甲片区,一园,重点发展人工智能,《规划》（深府〔2018〕84号）、《方案》",
        "2,南山,乙片区,二园,重点发展人工智能,《规划》（深府〔2018〕84号）",
    )
    lines = compare_policies(edition, parks(edition, "一园", "二园"))
    assert [(line.item.title, line.is_shared) for line in lines] == [
        ("规划", True),
        ("方案", False),
    ]


@pytest.mark.parametrize("other", [17, 8])
def test_a_document_cited_in_another_form_is_shared(embedded, other):
    zones = [take_zone(embedded, 0), take_zone(embedded, other)]
    shared = [each for each in compare_policies(embedded, zones) if each.is_shared]
    assert [each.item.number for each in shared] == ["深府〔2018〕84号"]


def test_one_title_with_two_numbers_is_two_documents(make):
    edition = make(
        "1,南山,甲片区,一园,重点发展人工智能,《规划》（深府〔2018〕84号）",
        "2,南山,乙片区,二园,重点发展人工智能,《规划》（深府〔2019〕12号）",
    )
    lines = compare_policies(edition, parks(edition, "一园", "二园"))
    assert [line.is_shared for line in lines] == [False, False]


def test_distances_are_those_of_the_ellipsoid_between_each_two(three):
    pairs = measure_pairs(three)
    assert [(pair.first, pair.second) for pair in pairs] == [(0, 1), (0, 2), (1, 2)]
    one, other = three[0].point, three[1].point
    assert pairs[0].metres == measure_metres(one.x, one.y, other.x, other.y)


def test_parks_on_one_point_are_said_to_be_so(three):
    assert measure_pairs(three)[1].is_one_point
    assert not measure_pairs(three)[0].is_one_point


def test_a_zones_point_makes_a_distance_rough(embedded):
    zones = [take_zone(embedded, 0), take_zone(embedded, 6)]
    (pair,) = measure_pairs(zones)
    assert pair.is_rough
    assert pair.metres > 1000


def test_without_a_place_there_is_no_distance(make):
    edition = make(
        "1,火星,甲片区,一园,重点发展人工智能,《规划》",
        "2,南山,留仙洞片区,万科云城,重点发展人工智能,《规划》",
    )
    (pair,) = measure_pairs([take_park(edition, 0), take_park(edition, 1)])
    assert pair.metres is None


def test_a_row_without_a_zone_is_called_by_its_district(embedded):
    assert take_zone(embedded, 20).name == "大鹏"

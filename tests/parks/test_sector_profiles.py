"""Who takes up each sector: counted by hand, and against the rows themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.catalogue import make_edition
from parks.filter import Filter
from parks.model import Role
from parks.sector_profiles import (
    find_kin,
    find_namesakes,
    find_profile,
    find_untaken,
    lies_in_shenzhen,
    list_further_profiles,
    list_key_profiles,
    profile_sectors,
)
from parks.sectors import find_sector, read_taxonomy
from parks.sectors.taxonomy import Group


def profile(edition, sector):
    return find_profile(edition, find_sector(sector))


def numbers(edition, positions):
    return [edition.table.rows[zone].seq for zone in positions]


def test_the_appendix_leaves_five_of_the_twelve_to_nobody(embedded):
    mentioned, unnamed = find_untaken(embedded)
    assert mentioned == ()
    assert [sector.zh for sector in unnamed] == [
        *("信息安全", "集成电路", "智慧城市", "数字创意", "其他新兴业态")
    ]


# Read off the appendix with a pencil.
@pytest.mark.parametrize(
    ("sector", "focus", "mentioned", "districts"),
    [
        ("big-data", [10], [], {"南山": 1}),
        ("cloud", [10], [1], {"南山": 1}),
        ("blockchain", [4], [], {"罗湖": 1}),
        ("industrial-internet", [14, 17, 22], [], {"宝安": 1, "龙华": 1, "深汕": 1}),
        ("fintech", [1, 2, 3, 10, 15], [], {"福田": 3, "南山": 1, "宝安": 1}),
        ("e-commerce", [5], [], {"罗湖": 1}),
    ],
)
def test_the_appendix_rows_are_these(embedded, sector, focus, mentioned, districts):
    found = profile(embedded, sector)
    assert [taking.seq for taking in found.list_zones(Role.FOCUS)] == focus
    assert [taking.seq for taking in found.list_zones(Role.MENTION)] == mentioned
    assert found.list_districts(Role.FOCUS) == districts


def test_the_words_are_the_table_s_own_and_counted(embedded):
    assert profile(embedded, "cloud").words == (("云计算", 2),)
    for each in profile_sectors(embedded):
        for taking in each.takings:
            direction = embedded.table.rows[taking.zone].direction
            for word in taking.evidence:
                assert direction[word.start : word.end] == word.text


def test_sectors_that_share_rows_come_by_how_many(embedded):
    kin = find_kin(embedded, find_sector("cloud"))
    assert [(each.sector.id, numbers(embedded, each.zones)) for each in kin] == [
        ("fintech", [1, 10]),
        ("internet", [1, 10]),
        ("big-data", [10]),
        ("ai", [1]),
        ("iot", [1]),
    ]


def test_the_parks_are_those_that_the_filter_finds(embedded):
    for each in profile_sectors(embedded):
        for role in Role:
            chosen = Filter(sectors=(each.sector.id,), role=role.value)
            found = chosen.select(embedded).nonzero()[0].tolist()
            assert list(each.list_parks(role)) == found


def test_a_park_s_name_alone_makes_no_zone_of_a_sector(embedded):
    smart = find_sector("smart-city")
    names = embedded.parks["name"]
    assert [names[at] for at in find_namesakes(embedded, smart)] == [
        "罗湖智慧城市产业园"
    ]
    # 清水河人工智能产业基地 is called so and its row says so too.
    assert find_namesakes(embedded, find_sector("ai")) == ()


def test_a_mention_is_no_focus(make):
    edition = make("1,南山,甲,一园,重点发展软件；充分发挥大数据的作用。,")
    mentioned, unnamed = find_untaken(edition)
    assert [sector.id for sector in mentioned] == ["big-data"]
    assert len(unnamed) == 11


def test_a_zone_without_parks_counts_as_a_zone(make):
    edition = make("1,南山,甲,/,重点发展人工智能,")
    found = profile(edition, "ai")
    assert len(found.list_zones(Role.FOCUS)) == 1
    assert found.list_parks(Role.FOCUS) == ()


def test_a_table_without_directions_takes_nothing_up(make):
    edition = make("1,南山,甲,一园,,")
    assert all(not each.takings for each in profile_sectors(edition))
    assert all(not list_further_profiles(edition, group) for group in Group)
    assert len(find_untaken(edition)[1]) == 12


def test_further_sectors_are_those_that_a_row_names(make):
    edition = make("1,南山,甲,一园,重点发展新能源、教育培训,")
    further = {
        group: [each.sector.id for each in list_further_profiles(edition, group)]
        for group in (Group.DIGITAL, Group.STRATEGIC, Group.SECTION)
    }
    assert further == {
        Group.DIGITAL: [],
        Group.STRATEGIC: ["new-energy"],
        Group.SECTION: ["education"],
    }


def test_the_twelve_stand_in_the_taxonomy_s_order(embedded):
    keys = [each.sector for each in list_key_profiles(embedded)]
    assert keys == [sector for sector in read_taxonomy() if sector.is_key]


@pytest.mark.parametrize(
    ("district", "is_there"),
    [("南山", True), ("大鹏", True), ("浦东新区", False), ("", False)],
)
def test_only_a_table_of_shenzhen_s_districts_is_shenzhen_s(make, district, is_there):
    rows = ["1,福田,甲,一园,软件,", f"2,{district},乙,二园,软件,"]
    if not district:
        rows.reverse()
    assert lies_in_shenzhen(make(*rows)) is is_there


TEXTS = st.sampled_from(
    [
        "重点发展人工智能、软件",
        "以大数据为支撑，打造智慧城市",
        "集成电路",
        "",
        "风景秀丽",
    ]
)


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_whatever_the_order_of_the_rows_the_counts_are_the_same(texts):
    def count(directions):
        rows = [
            f"{number},南山,片区{number},园{number},{text},"
            for number, text in enumerate(directions, 1)
        ]
        lines = "\n".join(["序号,辖区,片区,园区名称,产业方向,规划依据", *rows])
        edition = make_edition(lines.encode(), name="mine.csv")
        return [
            [len(each.list_zones(role)) for role in Role]
            for each in profile_sectors(edition)
        ]

    counts = count(texts)
    assert counts == count(texts[::-1])
    assert all(0 <= zones <= len(texts) for each in counts for zones in each)

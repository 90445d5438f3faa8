"""What a link asks to compare, and what of it is not honoured."""

import pytest

from parks.asked import find_member, read_members, suggest_members
from parks.comparison import Kind
from parks.errors import (
    ManyMembersError,
    MixedMembersError,
    RepeatedMemberError,
    UnknownMemberError,
)

FIVE = ("万科云城", "新一代产业园", "鹏城实验室", "蛇口网谷", "南山智园")


def names(asked):
    return [member.name for member in asked.members]


def test_ids_and_names_are_understood_in_the_links_order(embedded):
    asked = read_members({"park": ["鹏城实验室", "wan-ke-yun-cheng"]}, embedded)
    assert names(asked) == ["鹏城实验室", "万科云城"]
    assert asked.errors == ()


def test_zones_are_compared_where_the_link_names_zones_alone(embedded):
    asked = read_members({"zone": ["da-peng", "留仙洞片区"]}, embedded)
    assert asked.kind is Kind.ZONE
    assert names(asked) == ["大鹏", "留仙洞片区"]


def test_a_fifth_is_left_out_and_named(embedded):
    asked = read_members({"park": FIVE}, embedded)
    assert names(asked) == list(FIVE[:4])
    (error,) = asked.errors
    assert isinstance(error, ManyMembersError)
    assert "南山智园" in str(error)


def test_what_is_repeated_counts_once(embedded):
    asked = read_members(
        {"park": ["万科云城", "wan-ke-yun-cheng", "蛇口网谷"]}, embedded
    )
    assert names(asked) == ["万科云城", "蛇口网谷"]
    assert [type(error) for error in asked.errors] == [RepeatedMemberError]


def test_an_unknown_one_is_named_with_the_nearest(embedded):
    asked = read_members({"park": ["wan-ke-yun-chen", "蛇口网谷"]}, embedded)
    assert names(asked) == ["蛇口网谷"]
    (error,) = asked.errors
    assert isinstance(error, UnknownMemberError)
    assert "万科云城" in str(error)


def test_parks_go_before_zones(embedded):
    asked = read_members({"park": FIVE[:2], "zone": ["大鹏"]}, embedded)
    assert names(asked) == list(FIVE[:2])
    assert [type(error) for error in asked.errors] == [MixedMembersError]


@pytest.mark.parametrize("options", [{}, {"park": []}, {"park": ["", "  "]}])
def test_nothing_asked_is_nothing_found(embedded, options):
    asked = read_members(options, embedded)
    assert (asked.members, asked.errors) == ((), ())


def test_thousands_of_values_are_few_sentences(embedded):
    asked = read_members({"park": [f"x{n}" * 60 for n in range(5000)]}, embedded)
    assert len(asked.errors) <= 4
    assert all(len(str(error)) < 300 for error in asked.errors)


def test_a_name_of_several_parks_is_no_answer(make):
    edition = make(
        "1,南山,甲片区,创新园,重点发展人工智能,《规划》",
        "2,福田,乙片区,创新园,重点发展人工智能,《规划》",
    )
    assert find_member(edition, Kind.PARK, "创新园") is None
    ids = edition.parks["park_id"].tolist()
    assert [find_member(edition, Kind.PARK, each) for each in ids] == [0, 1]


def test_typing_errors_and_pinyin_find_the_nearest(embedded):
    (first, *_) = suggest_members(embedded, Kind.PARK, "万科云诚")
    assert embedded.parks["name"].iloc[first] == "万科云城"

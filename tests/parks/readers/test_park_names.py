"""Which parks a cell names: counted and listed ones, and what stays one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.catalogue import EMBEDDED_PATH
from parks.readers import read_path
from parks.readers.park_names import read_parks


def codes(text):
    return [doubt.code for doubt in read_parks(text).doubts]


@pytest.mark.parametrize(
    "text",
    [
        "1. 甲园；2. 乙园",
        "1．甲园2．乙园",
        "1、甲园 2、乙园",
        "（1）甲园（2）乙园",
        "1)甲园 2)乙园",
        "①甲园②乙园。",
        "一、甲园，二、乙园",
        "（一）甲园（二）乙园",
        "一是甲园；二是乙园。",
        "9、甲园10、乙园",
        "九、甲园；十、乙园",
        "十九是甲园；二十是乙园",
    ],
)
def test_numbers_that_count_on_part_the_parks_and_are_taken_off(text):
    reading = read_parks(text)
    assert reading.value == ("甲园", "乙园")
    assert [(d.code, d.found, d.used) for d in reading.doubts] == [
        ("parks-numbered", text, "甲园、乙园"),
        ("parks-split", text, "甲园 | 乙园"),
    ]


def test_a_counted_park_keeps_its_brackets_and_may_begin_with_a_number():
    counted = read_parks("1、甲园（一期、2、3期）2、3D打印园、5G园 3、丙园")
    assert counted.value == ("甲园（一期、2、3期）", "3D打印园", "5G园", "丙园")
    lines = read_parks("1、3D打印产业园\n2、5G园\n一是丙园")
    assert lines.value == ("3D打印产业园", "5G园", "一是丙园")


@pytest.mark.parametrize(
    "name",
    [
        "1号园",
        "3D打印产业园",
        "2025创新园",
        "3.0产业园",
        "3．0产业园",
        "甲园（1）期",
        "5G/6G产业园",
        "TCL 国际E城",
        "Café Park",
        "中和园",
        "和谐科技园",
        "高等教育园",
        "天安云谷 二期",
        "甲园 （一期）",
        "甲园（含：乙园、丙园和丁园）",
        "“甲、乙”园",
        "深圳湾·创新科技中心",
        "车公庙-泰然",
        "一是园",
    ],
)
def test_names_that_only_look_like_lists_are_left_alone(name):
    reading = read_parks(name)
    assert reading.value == (name,)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "parks"),
    [
        ("甲园,乙园,丙园", ("甲园", "乙园", "丙园")),
        ("甲科技园， 乙大厦", ("甲科技园", "乙大厦")),
        ("甲园 乙园\u3000丙产业园", ("甲园", "乙园", "丙产业园")),
        ("甲园/乙基地", ("甲园", "乙基地")),
        ("甲园（一期，二期），TCL 乙城", ("甲园（一期，二期）", "TCL 乙城")),
        ("甲园、乙园，丙园", ("甲园", "乙园", "丙园")),
    ],
)
def test_listed_parks_are_parted_where_each_is_surely_one(text, parks):
    reading = read_parks(text)
    assert reading.value == parks
    assert [(d.code, d.used) for d in reading.doubts] == [
        ("parks-split", " | ".join(parks))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "甲园和乙园",
        "甲园及乙园",
        "甲园以及乙园",
        "丙园等10个园区",
        "丙园等十余家",
        "甲园等",
        "拟建：甲园",
        "甲园*",
        "甲园①",
        "甲园[1]",
        "★甲园",
        "- 甲园",
        "3",
        "2024",
        "２０２４年",
        "甲园,A座二层",
        "甲园/未定",
        "甲园。乙园",
        "高新区 软件园",
        "甲园 某某楼",
        "Cyber Park, Galaxy",
        "1、2号园",
        "八一、二三工业园",
        "甲园一期、二期",
        "甲园A、B座",
        "甲" * 121,
    ],
)
def test_what_may_be_more_than_a_name_is_kept_whole_and_said(text):
    assert read_parks(text).value == (text,)
    assert codes(text) == ["parks-doubtful"]


def test_a_stop_is_taken_off_and_said():
    reading = read_parks("甲园。")
    assert reading.value == ("甲园",)
    assert [(d.code, d.found, d.used) for d in reading.doubts] == [
        ("parks-doubtful", "甲园。", "甲园")
    ]
    assert read_parks("甲园、乙园。").value == ("甲园", "乙园")


def test_buildings_named_alone_are_parks_of_their_own():
    assert read_parks("A1栋、A2栋").value == ("A1栋", "A2栋")


def test_no_park_of_the_appendix_is_doubted():
    table = read_path(EMBEDDED_PATH)
    assert not [p for p in table.problems if p.column == "parks"]


@given(st.text("甲乙园城和等、，,；。/（）()①②一二是12.： \n*", max_size=40))
def test_nothing_is_lost_and_nothing_is_changed_in_silence(text):
    reading = read_parks(text)
    kept = "".join(reading.value)
    for letter in "甲乙园城和等":
        assert kept.count(letter) == text.count(letter)
    if not reading.doubts:
        # Separators and blanks between whole names say nothing.
        assert bare(kept) == bare(text)


def bare(text):
    return "".join(text.translate({ord(mark): "" for mark in "、；"}).split())

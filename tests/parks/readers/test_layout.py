"""Tables lie in many ways: side by side, turned, with columns of nothing."""

import io

import openpyxl
import pytest

from parks.readers import read_table


def read(*rows, merges=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in merges:
        book.active.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return read_table(file.getvalue(), name="x.xlsx")


def codes(table):
    return [p.code for p in table.problems if p.code != "column-missing"]


def test_tables_side_by_side_are_read_one_below_the_other():
    table = read(
        ["序号", "园区", "产业", None, "序号", "园区", "产业"],
        [1, "甲园", "软件", None, 3, "丙园", "汽车"],
        [2, "乙园", "金融"],
    )
    assert [(row.seq, row.parks, row.direction) for row in table.rows] == [
        (1, ("甲园",), "软件"),
        (2, ("乙园",), "金融"),
        (3, ("丙园",), "汽车"),
    ]
    assert all(not row.extra for row in table.rows)
    assert codes(table) == ["tables-abreast"]


def test_a_title_across_tables_side_by_side_is_that_of_both():
    table = read(
        ["序号", "园区", "产业", "序号", "园区", "产业"],
        ["一、南山区"],
        [1, "甲园", "软件", 2, "乙园", "汽车"],
        ["二、福田区"],
        [3, "丙园", "软件", 4, "丁园", "汽车"],
    )
    assert [(row.seq, row.district) for row in table.rows] == [
        (1, "南山区"),
        (2, "南山区"),
        (3, "福田区"),
        (4, "福田区"),
    ]


def test_what_stands_between_the_tables_keeps_them_one():
    table = read(
        ["园区", "产业", None, "园区", "产业"],
        ["甲园", "软件", "待定", "乙园", "汽车"],
    )
    assert table.rows[0].parks == ("甲园",)
    assert "乙园" in table.rows[0].extra.values()
    assert "columns-repeated" in codes(table)


def test_headings_that_repeat_a_meaning_are_named():
    table = read(
        ["园区名称", "开发区名称", "重点产业", "产业", "备注"],
        ["甲园", "乙区", "软件", None, "无"],
    )
    said = [p.found for p in table.problems if p.code == "columns-repeated"]
    assert said == ["开发区名称"]


def test_columns_of_nothing_are_none():
    table = read(
        [None, "序号", None, "园区", None, "产业", None],
        [None, 1, None, "甲园", None, "软件", None],
        [None, 2, None, "乙园"],
        [None, 3, None, "丙园", "在建", "芯片"],
    )
    assert [dict(row.extra) for row in table.rows] == [
        {"#3": ""},
        {"#3": ""},
        {"#3": "在建"},
    ]
    said = [p.used for p in table.problems if p.code == "cells-missing"]
    assert said == ["产业"]


@pytest.mark.parametrize("above", [[], [["某市园区表"]]])
def test_a_table_on_its_side_is_turned(above):
    table = read(
        *above,
        ["序号", 1, 2],
        ["辖区", "南山区", "福田区"],
        ["片区", "留仙洞", "香蜜湖"],
        ["核心产业园", "甲园", "乙园"],
        ["备注", None, "在建"],
        ["产业方向", "软件", "金融"],
    )
    assert [(r.seq, r.district, r.zone, r.parks, r.direction) for r in table.rows] == [
        (1, "南山区", "留仙洞", ("甲园",), "软件"),
        (2, "福田区", "香蜜湖", ("乙园",), "金融"),
    ]
    assert table.rows[1].extra == {"备注": "在建"}
    assert codes(table)[0] == "table-rotated"
    assert codes(table).count("text-outside") == len(above)


def test_a_text_on_its_side_is_turned():
    text = "辖区,南山区,福田区\n片区,留仙洞,香蜜湖\n园区,甲园,乙园\n"
    table = read_table(text.encode(), name="x.csv")
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",)]
    assert "table-rotated" in codes(table)


def test_names_that_are_words_for_parks_make_no_headings():
    table = read(
        ["园区", "产业"], ["科技园", "软件"], ["产业基地", "芯片"], ["高新区", "软件"]
    )
    assert [row.parks for row in table.rows] == [
        ("科技园",),
        ("产业基地",),
        ("高新区",),
    ]


def test_a_unit_in_the_upper_heading_is_kept():
    table = read(
        ["园区", "规模（公顷）", None],
        [None, "规划面积", "人数"],
        ["甲园", 12, 30],
        merges=("A1:A2", "B1:C1"),
    )
    assert dict(table.rows[0].extra) == {
        "规模（公顷） 规划面积": "12",
        "规模（公顷） 人数": "30",
    }
    assert dict(table.noted) == {"area": "规模（公顷） 规划面积"}


def test_parts_of_a_direction_are_joined():
    table = read(
        ["园区", "主导产业", None, "备注"],
        [None, "第一", "第二", None],
        ["甲园", "软件", "金融", "在建"],
        ["乙园", "芯片", None, None],
        merges=("A1:A2", "B1:C1", "D1:D2"),
    )
    assert [row.direction for row in table.rows] == ["软件、金融", "芯片"]
    assert table.rows[0].extra == {"备注": "在建"}
    said = [(p.found, p.used) for p in table.problems if p.code == "columns-spanned"]
    assert said == [("主导产业 第一、主导产业 第二", "主导产业")]

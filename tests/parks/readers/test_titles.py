"""Titles, totals and headings of two lines: read for what they are, never as parks."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.readers import read_table


def read(text):
    return read_table(text.encode(), name="x.csv")


def codes(table):
    return [p.code for p in table.problems if p.code != "column-missing"]


def test_a_title_that_names_a_district_is_the_district_of_the_rows_below():
    table = read(
        "序号,园区名称,主导产业\n"
        "一、南山区（2个）,,\n1,甲园,软件\n2,乙园,芯片\n"
        "福田区,,\n3,丙园,金融\n"
    )
    assert [row.district for row in table.rows] == ["南山区", "南山区", "福田区"]
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",), ("丙园",)]
    assert table.places == (1, 2, 4)
    said = [(p.found, p.used) for p in table.problems if p.code == "row-district"]
    assert said == [("一、南山区（2个）", "南山区"), ("福田区", "福田区")]
    assert codes(table).count("district-titled") == 3


def test_another_title_is_noted_by_the_rows_below():
    table = read(
        "园区名称,主导产业,面积（公顷）\n"
        "一、国家级开发区,,\n甲园,软件,12\n二、省级开发区,,\n乙园,化工,3.5\n"
    )
    assert [dict(row.extra) for row in table.rows] == [
        {"面积（公顷）": "12", "section": "一、国家级开发区"},
        {"面积（公顷）": "3.5", "section": "二、省级开发区"},
    ]
    assert dict(table.noted) == {"area": "面积（公顷）"}


def test_a_district_of_the_row_itself_ends_the_title():
    table = read("辖区,园区,产业\n南山区,,\n,甲园,软件\n福田区,乙园,金融\n,丙园,金融\n")
    assert [row.district for row in table.rows] == ["南山区", "福田区", "福田区"]


@pytest.mark.parametrize(
    ("lines", "districts"),
    [
        (
            ["一,南山区,–", "1,甲园,软件", "二,福田区,", "2,乙园,芯片"],
            ["南山区", "福田区"],
        ),
        (
            ["（一）,南山,", "1,甲园,软件", "（二）,福田,/", "2,乙园,芯片"],
            ["南山", "福田"],
        ),
    ],
)
def test_a_numeral_and_a_district_are_a_title(lines, districts):
    table = read("\n".join(["序号,园区名称,主导产业", *lines, ""]))
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",)]
    assert [row.district for row in table.rows] == districts
    assert codes(table).count("row-district") == 2


def test_a_numeral_and_a_name_are_a_title():
    table = read("序号,辖区,园区,产业\n（一）,国家级开发区,,\n1,南山区,甲园,软件\n")
    assert [row.district for row in table.rows] == ["南山区"]
    assert table.rows[0].extra == {"section": "（一） 国家级开发区"}


def test_rows_numbered_in_chinese_are_rows():
    table = read("序号,园区,产业\n一,甲园,\n二,乙园,软件\n三,丙园,–\n")
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",), ("丙园",)]


@pytest.mark.parametrize("word", ["合计", "总 计", "小计：", "Total"])
def test_totals_are_no_park(word):
    table = read(f"序号,园区,面积\n1,甲园,3\n{word},,3\n,{word},3\n")
    assert [row.parks for row in table.rows] == [("甲园",)]
    assert codes(table).count("row-total") == 2


def test_a_park_alone_in_its_line_is_a_park():
    table = read("园区,产业,面积\n甲园,软件,3\n乙园,,\n")
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",)]


def test_a_row_without_any_name_says_so():
    table = read("园区,产业,面积\n甲园,软件,3\n,芯片,2\n")
    assert len(table.rows) == 2
    assert codes(table) == ["row-nameless"]


def test_headings_of_two_lines_are_one():
    table = read(
        "序号,园区名称,坐标,,规模,\n,,经度,纬度,面积,人数\n1,甲园,113.9,22.5,3,40\n"
    )
    assert len(table.rows) == 1
    assert dict(table.rows[0].extra) == {
        "lon": "113.9",
        "lat": "22.5",
        "规模 面积": "3",
        "规模 人数": "40",
    }
    assert "headings-joined" in codes(table)


def test_headings_merged_in_a_sheet_are_one():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["某市产业园区一览表"])
    sheet.append(["园区名称", "产业", None, "备注"])
    sheet.append([None, "主导产业", "鼓励类", None])
    sheet.append(["甲园", "软件", "金融", "无"])
    sheet.append(["乙园", "芯片", None, None])
    for area in ("A1:D1", "A2:A3", "B2:C2", "D2:D3"):
        sheet.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    table = read_table(file.getvalue(), name="x")
    assert [row.direction for row in table.rows] == ["软件", "芯片"]
    assert table.rows[0].extra == {"产业 鼓励类": "金融", "备注": "无"}


def test_a_first_row_under_blank_headings_stays_a_row():
    table = read("名称,,备注,\n甲园,乙,,\n丙园,丁,戊,己\n")
    assert len(table.rows) == 2


WORDS = st.sampled_from(
    ["", "", "甲园", "乙", "南山区", "一、省级", "合计", "3", "软件", "注：无", "园区"]
)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=12))
def test_every_line_is_a_row_or_named(lines):
    text = "序号,园区,产业,备注\n" + "".join(",".join(line) + "\n" for line in lines)
    table = read(text)
    full = [line for line in lines if any(line)]
    named = sum(
        p.code in {"row-title", "row-district", "row-total", "row-note"}
        for p in table.problems
    )
    # A block of text outside may be several lines; its range is said.
    outside = 0
    for problem in table.problems:
        if problem.code in {"text-outside", "heading-repeated"}:
            first, _, last = problem.used.partition("–")
            outside += int(last or first) - int(first) + 1
    assert len(table.rows) + named + outside >= len(full)
    assert len(table.rows) + named <= len(full)
    assert len(table.places) == len(table.rows)


def test_a_problem_knows_its_row_where_numbers_repeat():
    table = read("序号,区,片区,园区\n1,南山,甲片区,甲园\n1,南山,乙片区,\n1,南山,,\n")
    doubted = [(p.row, p.place) for p in table.problems if p.code == "row-nameless"]
    assert doubted == [(1, 2)]
    assert {p.place for p in table.problems if p.row is None} == {None}

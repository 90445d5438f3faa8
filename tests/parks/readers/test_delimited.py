"""CSV and TSV, with the habits of those who save them."""

import csv
import io

import pytest

from parks.errors import NoTableError, ParksError
from parks.readers import read_table

HEADING = ["序号", "辖区", "片区", "园区名称", "产业方向", "规划依据"]
ROWS = [
    ["1", "南山", "留仙洞片区", "万科云城\n鹏城实验室", "人工智能，软件", "《甲方案》"],
    ["2", "", "蛇口片区", "蛇口网谷", "互联网", "《乙方案》（深府〔2018〕84号）"],
]


def write(rows, delimiter=",", encoding="utf-8-sig"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_delimiter_and_encoding_are_found(delimiter, encoding):
    table = read_table(write([HEADING, *ROWS], delimiter, encoding), name="x.csv")
    assert [row.parks for row in table.rows] == [
        ("万科云城", "鹏城实验室"),
        ("蛇口网谷",),
    ]
    assert [row.district for row in table.rows] == ["南山", "南山"]
    assert table.rows[1].policies[0].number == "深府〔2018〕84号"


def test_title_lines_above_the_heading_are_passed_over_and_named():
    table = read_table(write([["某市园区一览表"], [], HEADING, *ROWS]), name="x.csv")
    assert len(table.rows) == 2
    assert "text-outside" in {p.code for p in table.problems}


def test_a_table_brings_its_own_coordinates_as_text():
    rows = [[*HEADING, "经度", "纬度"], [*ROWS[0], "113.93", "22.58"]]
    row = read_table(write(rows), name="x.csv").rows[0]
    assert (row.extra["lon"], row.extra["lat"]) == ("113.93", "22.58")


def test_the_guard_before_a_formula_is_taken_off():
    rows = [HEADING, ["1", "南山", "片区", "'=园区", "'+方向", "《甲》"]]
    row = read_table(write(rows), name="x.csv").rows[0]
    assert row.parks == ("=园区",)
    assert row.direction == "+方向"


def test_several_parks_in_one_line_are_split_and_said():
    rows = [HEADING, ["1", "南山", "片区", "甲园、乙园；丙（一期、二期）园", "", ""]]
    table = read_table(write(rows), name="x.csv")
    assert table.rows[0].parks == ("甲园", "乙园", "丙（一期、二期）园")
    assert "parks-split" in {p.code for p in table.problems}


@pytest.mark.parametrize("cell", ["/", "／", "-", "—", "无", "N/A"])
def test_a_placeholder_is_nothing_and_is_said(cell):
    table = read_table(write([HEADING, ["1", "南山", "片区", cell, "", ""]]), name="x")
    assert table.rows[0].parks == ()
    assert "placeholder" in {p.code for p in table.problems}


def test_an_unclosed_quotation_mark_is_said_with_its_line():
    with pytest.raises(ParksError, match="line 2"):
        read_table('序号,园区\n1,"甲园\n2,乙园\n'.encode(), name="x.csv")


def test_ten_thousand_rows_are_ten_thousand_rows():
    rows = [
        [str(n), "南山", "片区", f"园{n}", "人工智能", ""] for n in range(1, 10_001)
    ]
    table = read_table(write([HEADING, *rows]), name="x.csv")
    assert len(table.rows) == 10_000
    assert table.rows[-1].parks == ("园10000",)


def test_a_sentence_that_lists_columns_is_no_table():
    text = "The table has a district, zone, core parks, and policy basis.\nAnd so on.\n"
    with pytest.raises(NoTableError):
        read_table(text.encode(), name="readme.md")


@pytest.mark.parametrize(
    "prose",
    [
        (
            "What is offered here\ndistricts, and how they differ, aims, all\n"
            "many firms ask where to go, parks, and what they may expect there\n"
            "Nothing else is said, except that it rains, often.\n"
        ),
        "各区差异,说明\n大家常问的是去哪里,园区,以及其他\n除此之外,没有什么可说\n到此为止\n",
    ],
)
def test_sentences_that_name_parks_between_commas_are_no_table(prose):
    with pytest.raises(ParksError):
        read_table(prose.encode(), name="notes.txt")


def test_one_known_column_among_others_is_a_table_all_the_same():
    text = "园区,得分,名次,备注\n甲园,90,1,\n乙园,80,2,\n丙园,70,3,x\n"
    rows = read_table(text.encode(), name="a.csv").rows
    assert [row.parks for row in rows] == [("甲园",), ("乙园",), ("丙园",)]

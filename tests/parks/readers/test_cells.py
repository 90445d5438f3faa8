"""The rules of single cells."""

import pytest

from parks.readers import read_table
from parks.readers.cells import read_direction, read_name, read_number
from parks.readers.park_names import read_parks


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        (" 22 ", 22),
        ("１２", 12),
        ("3.", 3),
        ("（4）", 4),
        ("5.0", 5),
        ("六", None),
        ("1.5", None),
        ("-1", None),
        ("²", 2),
        ("", None),
        ("9" * 30, None),
    ],
)
def test_row_numbers(text, number):
    assert read_number(text) == number


def test_a_name_broken_over_lines_is_joined_and_said():
    reading = read_name("大运\n\n新城")
    assert reading.value == "大运新城"
    assert [doubt.code for doubt in reading.doubts] == ["name-joined"]
    assert read_name("Qianhai\nBay").value == "Qianhai Bay"


def test_whole_names_on_several_lines_are_not_run_together():
    reading = read_name("甲片区\n乙片区")
    assert reading.value == "甲片区、乙片区"
    assert [doubt.code for doubt in reading.doubts] == ["name-several"]


@pytest.mark.parametrize(
    ("text", "parks", "codes"),
    [
        ("甲园\n\n乙园\n", ("甲园", "乙园"), []),
        ("甲园、乙园", ("甲园", "乙园"), ["parks-split"]),
        ("“甲、乙”园；丙园", ("“甲、乙”园", "丙园"), ["parks-split"]),
        ("1、甲园\n2、乙园", ("甲园", "乙园"), ["parks-numbered"] * 2),
        ("3.0产业园", ("3.0产业园",), []),
        ("甲园\n甲园", ("甲园", "甲园"), ["parks-duplicate"]),
        ("甲园（一期、\n二期）", ("甲园（一期、二期）",), ["name-joined"]),
        ("/", (), ["placeholder"]),
        ("", (), []),
    ],
)
def test_parks(text, parks, codes):
    reading = read_parks(text)
    assert reading.value == parks
    assert [doubt.code for doubt in reading.doubts] == codes


def test_a_direction_changes_only_at_its_edges():
    text = "   人工智能；\n\n  第二段  \n第三段  \n\n"
    assert read_direction(text).value == "人工智能；\n  第二段  \n第三段"
    assert read_direction(" \n").value is None


@pytest.mark.parametrize(
    "failed",
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "＃Ｎ／Ａ"],
)
def test_a_formula_that_failed_in_the_spreadsheet_says_nothing(failed):
    line = ",".join(["1", "南山", *[failed] * 5])
    table = read_table(
        f"序号,辖区,片区,园区,产业方向,规划依据,备注\n{line}\n".encode(), name="x.csv"
    )
    (row,) = table.rows
    assert (row.zone, row.parks, row.direction, row.policies) == (None, (), None, ())
    assert row.extra == {"备注": ""}
    said = [(p.column, p.found) for p in table.problems if p.code == "placeholder"]
    columns = ["zone", "parks", "direction", "policies", "备注"]
    assert said == [(column, failed) for column in columns]


def test_a_number_sign_before_other_text_is_text():
    table = read_table("园区,备注\n甲园,#3楼\n".encode(), name="x.csv")
    assert table.rows[0].extra == {"备注": "#3楼"}

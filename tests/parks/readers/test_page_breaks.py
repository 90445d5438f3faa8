"""What copying leaves in a text: page numbers, rows cut in two, drawn lines."""

import pytest

from parks.readers import read_table
from parks.readers.page_marks import is_page_mark

MARKS = [
    *("- 12 -", "—3—", "－ 4 －", "第 2 页 共 3 页", "第2页", "第2页/共9页"),
    *("1 / 3", "12/30", "Page 3 of 9", "共9页，第2页", "１／３"),
]
HEADINGS = ("序号", "辖区", "园区名称", "主导产业")
ROWS = [
    ("1", "南山区", "甲园", "人工智能"),
    ("2", "南山区", "乙园", "软件"),
    ("3", "福田区", "丙园", "金融"),
    ("4", "宝安区", "丁园", "智能制造"),
]


def read(text):
    return read_table(text.encode(), name="x.txt")


def parks(table):
    return [(row.district, *row.parks, row.direction) for row in table.rows]


def said(table, code):
    return [(p.found, p.used) for p in table.problems if p.code == code]


WHOLE = [row[1:] for row in ROWS]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("between", ["   ", "\t", " "], ids=["wide", "tab", "narrow"])
def test_the_number_of_a_page_between_rows_is_left_out_and_named(mark, between):
    lines = [between.join(row) for row in (HEADINGS, *ROWS)]
    lines.insert(3, mark)
    table = read("\n".join(lines))
    assert parks(table) == WHOLE
    assert said(table, "text-outside") == [(mark, "4")]


@pytest.mark.parametrize("mark", MARKS)
def test_the_number_of_a_page_between_cells_on_lines_is_no_cell(mark):
    lines = [cell for row in (HEADINGS, *ROWS) for cell in row]
    lines.insert(12, mark)
    table = read("\n".join(lines))
    assert parks(table) == WHOLE
    assert said(table, "text-outside") == [(mark, "13")]


@pytest.mark.parametrize("line", ["12", "3", "1-2", "5/4", "第2期", "12 号", "A / 3"])
def test_a_line_that_may_be_a_cell_is_no_page_number(line):
    assert not is_page_mark(line)


def test_the_title_that_each_page_repeats_is_left_out_and_named():
    rows = ["   ".join(row) for row in (HEADINGS, *ROWS)]
    top = "深圳市产业园区一览表"
    lines = [top, *rows[:3], "- 1 -", "", top, rows[0], *rows[3:]]
    table = read("\n".join(lines))
    assert parks(table) == WHOLE
    assert [found for found, _ in said(table, "text-outside")] == [top, "- 1 -"]
    assert len(said(table, "heading-repeated")) == 1


def join(*lines):
    return "\n".join("\t".join(line) for line in lines)


def test_a_row_that_a_line_break_cut_in_two_is_one_row():
    table = read(
        join(
            HEADINGS,
            ("1", "南山区", "甲园"),
            ("乙园", "软件"),
            ROWS[2],
            ("4", "宝安区", "丁园"),
            ("戊园",),
            ("己园", "物流"),
        )
    )
    assert [row.parks for row in table.rows] == [
        ("甲园", "乙园"),
        ("丙园",),
        ("丁园", "戊园", "己园"),
    ]
    assert [row.direction for row in table.rows] == ["软件", "金融", "物流"]
    assert said(table, "row-rejoined") == [
        ("1 南山区 甲园", "乙园 软件"),
        ("4 宝安区 丁园", "戊园 己园 物流"),
    ]


def test_without_numbers_a_row_is_put_together_where_others_are_whole():
    lines = [row[1:] for row in (HEADINGS, ROWS[0])]
    table = read(join(*lines, ("福田区", "丙园"), ("丁园", "金融")))
    assert [row.parks for row in table.rows] == [("甲园",), ("丙园", "丁园")]


@pytest.mark.parametrize(
    "lines",
    [
        [HEADINGS, ("1", "南山区", "甲园"), ("2", "福田区")],
        [HEADINGS, ROWS[0], ("乙园", "软件")],
        [HEADINGS[1:], ("南山区", "甲园"), ("福田区", "乙园")],
        [HEADINGS[1:], ROWS[0][1:], ("南山区", "甲园"), ("福田区", "乙园")],
    ],
    ids=["two rows", "a whole row", "no whole row", "two districts"],
)
def test_rows_that_only_lack_cells_stay_apart(lines):
    table = read(join(*lines))
    assert not said(table, "row-rejoined")
    assert len(table.rows) == len(lines) - 1


@pytest.mark.parametrize("bar", ["｜", "│", "┃"])
def test_other_upright_bars_part_cells_too(bar):
    lines = [bar.join(row) for row in (HEADINGS, *ROWS)]
    assert parks(read("\n".join(lines))) == WHOLE


def test_the_lines_of_a_box_are_no_text():
    rule = "┼".join(["────"] * 4)
    drawn = [f"│{'│'.join(row)}│" for row in (HEADINGS, *ROWS)]
    lines = [f"┌{rule}┐", drawn[0], f"├{rule}┤", *drawn[1:], f"└{rule}┘", "来源：某局"]
    table = read("\n".join(lines))
    assert parks(table) == WHOLE
    assert said(table, "text-outside") == [("来源：某局", "9")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_recognised(encoding):
    text = "\n".join(",".join(row) for row in (HEADINGS, *ROWS, ("5", "", "一园", "")))
    table = read_table(text.encode(encoding), name="x.csv")
    assert len(table.rows) == 5
    assert said(table, "encoding-guessed") == [("", "UTF-16")]

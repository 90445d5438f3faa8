"""Tables copied so that every cell, or paragraph of one, is a line of its own."""

import pytest
import text_forms
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.catalogue import EMBEDDED_PATH, read_any
from parks.errors import NoTableError
from parks.readers import read_table

APPENDIX = read_any("embedded").rows
HEADINGS = "序号\n辖区\n片区\n核心产业园\n产业方向\n规划依据\n"
ROW = "1\n福田\n梅林片区\n新一代产业园\n人工智能。\n《甲规划》\n"
NEXT = "2\n南山\n蛇口片区\n蛇口网谷\n互联网。\n《乙规划》\n"


MENU = """首页
园区
产业
政策
联系我们
一、总体要求
为深入贯彻落实，制定本方案。
（一）发展目标
到2022年，产业规模达到万亿元。
二、主要任务
各区应当推进。
"""


def read(text):
    return read_table(text.encode(), name="x.txt")


def said(rows):
    return [(r.seq, r.district, r.zone, r.parks, r.direction, r.policies) for r in rows]


def problems(table, code):
    return [
        (p.row, p.column, p.found, p.used) for p in table.problems if p.code == code
    ]


@pytest.mark.parametrize("form", ["write_lines", "write_row_blocks"])
def test_the_appendix_is_the_same_and_each_cell_of_several_lines_is_said(form):
    table = read_table(getattr(text_forms, form)(APPENDIX), name="x.txt")
    assert said(table.rows) == said(APPENDIX)
    assert table.source.format == "text"
    joined = {
        (row, column): used for row, column, _, used in problems(table, "cell-pieced")
    }
    assert {row for row, column in joined if column == "parks"} == {
        row.seq for row in APPENDIX if len(row.parks) > 1
    }
    assert {row for row, column in joined if column == "direction"} == {5, 18}
    assert joined[7, "parks"] == "万科云城 | 鹏城实验室"
    assert {p.code for p in table.problems if p.row != 21} == {"cell-pieced"}


def test_the_appendix_with_blank_lines_between_cells_is_read_without_a_doubt():
    table = read_table(text_forms.write_spread_lines(APPENDIX), name="x.txt")
    assert said(table.rows) == said(APPENDIX)
    assert {p.row for p in table.problems} == {21}


@pytest.mark.parametrize(
    "form", ["write_lines", "write_spread_lines", "write_row_blocks"]
)
def test_districts_of_merged_cells_are_taken_from_above_and_said(form):
    rows = text_forms.without_repeats(APPENDIX)
    table = read_table(getattr(text_forms, form)(rows), name="x.txt")
    assert said(table.rows) == said(APPENDIX)
    lacking = {row for row, *_ in problems(table, "district-missing")}
    assert lacking == {row.seq for row in rows if row.district is None}


def test_lacking_cells_are_named():
    table = read(HEADINGS + ROW + "2\n香蜜湖片区\n香蜜湖新金融中心\n金融。\n《乙》\n")
    assert table.rows[1].district == "福田"
    assert problems(table, "district-missing") == [(2, "district", "", "福田")]
    table = read(HEADINGS + ROW + "2\n南山\n蛇口片区\n蛇口网谷\n《乙》\n")
    assert table.rows[1].direction is None
    assert problems(table, "cells-missing") == [(2, None, "5", "产业方向")]


def test_a_line_that_could_be_of_two_columns_is_doubted():
    table = read(HEADINGS + ROW + "2\n南山\n蛇口网谷二期\n互联网。\n《乙》\n")
    assert problems(table, "cell-doubtful") == [(2, "parks", "蛇口网谷二期", "片区")]


def test_a_zone_broken_over_lines_is_joined_and_said():
    broken = "1\n龙岗\n大运\n新城\n大运软件小镇\n启迪协信科技园\n人工智能。\n《甲》\n"
    table = read(HEADINGS + broken + NEXT)
    assert table.rows[0].zone == "大运新城"
    assert table.rows[0].parks == ("大运软件小镇", "启迪协信科技园")
    assert problems(table, "name-joined")[0][3] == "大运新城"


@pytest.mark.parametrize("blank_lines", ["kept", "lost"])
def test_the_official_text_without_its_tabs_is_the_same(blank_lines):
    text = EMBEDDED_PATH.read_text(encoding="utf-8").replace("\t", "")
    if blank_lines == "lost":
        text = "\n".join(line for line in text.split("\n") if line.strip())
    table = read(text)
    assert said(table.rows) == said(APPENDIX)
    guessed = [row for row, *_ in problems(table, "row-guessed")]
    assert guessed == [18, 19, 20, 22]
    lacking = {row for row, *_ in problems(table, "district-missing")}
    assert lacking == {2, 3, 5, 8, 9, 10, 11, 13, 14, 15, 20}


def test_a_district_of_several_rows_is_taken_from_above():
    rows = "天河区\n天河软件园\n软件\n天河科学园\n芯片\n番禺区\n番禺基地\n电商\n"
    table = read("区县\n园区名称\n主导产业\n" + rows)
    got = [(row.district, *row.parks, row.direction) for row in table.rows]
    assert got == [
        ("天河区", "天河软件园", "软件"),
        ("天河区", "天河科学园", "芯片"),
        ("番禺区", "番禺基地", "电商"),
    ]
    assert problems(table, "row-guessed") == [
        (2, None, "天河科学园", ""),
        (3, None, "番禺区", ""),
    ]


def test_rows_without_a_number_are_read_and_said():
    numberless = HEADINGS + ROW.removeprefix("1\n") + NEXT.removeprefix("2\n")
    table = read(numberless)
    assert [row.zone for row in table.rows] == ["梅林片区", "蛇口片区"]
    assert problems(table, "row-guessed") == [(2, None, "南山", "")]


def test_text_around_the_table_is_named_and_not_swallowed():
    text = (
        "深圳市园区规划一览表\n" + HEADINGS + ROW + NEXT + "附件2\n起草说明\n各区推进。"
    )
    table = read(text)
    assert len(table.rows) == 2
    assert [used for *_, used in problems(table, "text-outside")] == ["1", "20–22"]


def test_text_right_under_the_table_is_left_out_and_said():
    text = HEADINGS + ROW + NEXT + "起草说明如下\n为贯彻国家战略，我局起草了方案。\n"
    table = read(text)
    assert said(table.rows) == said(read(HEADINGS + ROW + NEXT).rows)
    assert problems(table, "table-end-guessed")[0][2:] == ("起草说明如下", "19")


def test_headings_of_a_new_page_are_passed_over_and_said():
    table = read(HEADINGS + ROW + HEADINGS + NEXT)
    assert [row.seq for row in table.rows] == [1, 2]
    assert [used for *_, used in problems(table, "heading-repeated")] == ["13"]


def test_two_tables_stay_apart():
    text = "表1\n" + HEADINGS + ROW + "表2\n" + HEADINGS + ROW.replace("福田", "南山")
    assert read(text).rows[0].district == "福田"
    second = read_table(text.encode(), name="x.txt", number=2)
    assert [row.district for row in second.rows] == ["南山"]


def test_a_column_without_meaning_is_kept_if_rows_come_out_whole():
    rows = "甲园\n软件\n一批\n乙园\n芯片\n二批\n丙园\n医药\n一批\n"
    table = read("园区名称\n主导产业\n批次\n" + rows)
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",), ("丙园",)]
    assert [row.extra["批次"] for row in table.rows] == ["一批", "二批", "一批"]
    assert problems(table, "headings-guessed") == [(None, None, "", "批次")]
    assert problems(table, "rows-counted") == [(None, None, "3", "")]


def test_another_numeric_column_is_no_row_number():
    text = "序号\n园区名称\n面积\n主导产业\n1\n甲园\n2\n软件\n2\n乙园\n3\n芯片\n"
    assert [row.parks for row in read(text).rows] == [("甲园",), ("乙园",)]


@pytest.mark.parametrize(
    "text",
    [
        HEADINGS,
        HEADINGS * 2,
        MENU,
        "产业园区\n主导产业\n片区\n本市共有园区十个，主导产业为软件。\n各片区协同发展。",
        HEADINGS + "为深入贯彻落实文件精神，我们推进了工作。\n" * 500,
    ],
    ids=["headings", "headings twice", "menu", "words above prose", "prose"],
)
def test_what_does_not_read_as_rows_is_no_table(text):
    with pytest.raises(NoTableError):
        read(text)


def test_a_csv_below_a_menu_is_still_a_csv():
    table = read("首页\n园区\n产业\n\n序号,园区,产业\n1,甲园,软件\n")
    assert (table.source.format, table.rows[0].parks) == ("csv", ("甲园",))


def test_thirty_thousand_lines_are_all_rows():
    rows = [
        f"{n}\n福田\n片{n}片区\n甲{n}园\n发展人工智能{n}。\n《规划{n}》\n"
        for n in range(1, 5_001)
    ]
    table = read(HEADINGS + "".join(rows))
    assert len(table.rows) == 5_000
    assert table.rows[-1].parks == ("甲5000园",)


@pytest.mark.parametrize(
    "text",
    ["园" * 1_600_000, HEADINGS * 2_000, HEADINGS + "\n" * 5_000_000 + "1"],
    ids=["one line", "headings only", "blank lines"],
)
def test_odd_and_large_texts_are_refused(text):
    with pytest.raises(NoTableError):
        read(text)


NAMES = st.text("东南西北金银星云", min_size=2, max_size=5)
PARKS = st.tuples(NAMES, st.sampled_from(["产业园", "科技城", "基地", "大厦"])).map(
    "".join
)
INDUSTRIES = st.sampled_from(["软件", "生物医药、新材料", "电子信息；装备制造", "芯片"])
DISTRICTS = st.sampled_from(["天河区", "番禺区", "黄埔区", "增城市"])


@given(st.lists(st.tuples(DISTRICTS, PARKS, INDUSTRIES), min_size=1, max_size=8))
@settings(deadline=None)
def test_a_table_of_another_city_reads_back(rows):
    lines = ["区县", "园区名称", "主导产业", *(cell for row in rows for cell in row)]
    table = read("\n".join(lines))
    got = [(row.district, *row.parks, row.direction) for row in table.rows]
    assert got == rows


@given(st.lists(st.tuples(PARKS, INDUSTRIES), min_size=1, max_size=8))
@settings(deadline=None)
def test_a_table_of_parks_and_industries_only_reads_back(rows):
    lines = ["园区", "产业", *(cell for row in rows for cell in row)]
    table = read("\n".join(lines))
    assert [(*row.parks, row.direction) for row in table.rows] == rows

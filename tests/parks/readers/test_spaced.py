"""Tables copied as a row a line with blanks between the cells."""

import pytest
import text_forms

from parks.catalogue import read_any
from parks.errors import NoTableError
from parks.readers import read_table

APPENDIX = read_any("embedded").rows
HEADING = "序号 辖区 片区 核心产业园 产业方向 规划依据\n"


def read(text):
    return read_table(text.encode(), name="x.txt")


def said(rows):
    return [(r.seq, r.district, r.zone, r.parks, r.direction, r.policies) for r in rows]


def problems(table, code):
    return [
        (p.row, p.column, p.found, p.used) for p in table.problems if p.code == code
    ]


@pytest.mark.parametrize("form", ["write_wide", "write_narrow", "write_full_width"])
def test_the_appendix_is_the_same_and_each_blank_in_a_cell_is_said(form):
    table = read_table(getattr(text_forms, form)(APPENDIX), name="x.txt")
    assert said(table.rows) == said(APPENDIX)
    assert table.source.format == "text"
    pieced = {(row, column) for row, column, *_ in problems(table, "cell-pieced")}
    assert pieced == {
        *((row.seq, "parks") for row in APPENDIX if len(row.parks) > 1),
        (5, "direction"),
        (18, "direction"),
    }
    assert {p.code for p in table.problems if p.row != 21} == {"cell-pieced"}


@pytest.mark.parametrize("form", ["write_wide", "write_narrow", "write_full_width"])
def test_districts_of_merged_cells_are_taken_from_above_and_said(form):
    rows = text_forms.without_repeats(APPENDIX)
    table = read_table(getattr(text_forms, form)(rows), name="x.txt")
    assert said(table.rows) == said(APPENDIX)
    lacking = {row for row, *_ in problems(table, "district-missing")}
    assert lacking == {row.seq for row in rows if row.district is None}


def test_a_blank_within_a_name_is_kept_and_said():
    table = read(HEADING + "1 光明 光明片区 TCL 国际E城 光明云谷 软件。 《甲》\n")
    assert table.rows[0].parks == ("TCL 国际E城", "光明云谷")
    assert problems(table, "cell-pieced") == [
        (1, "parks", "3", "TCL 国际E城 | 光明云谷")
    ]


def test_a_cell_goes_on_in_the_next_line():
    text = "1 福田 梅林片区 新一代产业园 打造信息经济集聚\n基地和示范区。 《甲规划》\n"
    table = read(HEADING + text + "2 南山 蛇口片区 蛇口网谷 互联网。 《乙规划》\n")
    assert [row.zone for row in table.rows] == ["梅林片区", "蛇口片区"]
    assert table.rows[0].direction == "打造信息经济集聚基地和示范区。"
    assert problems(table, "cell-pieced")[0][:3] == (1, "direction", "2")


def test_what_stands_beneath_a_cell_is_part_of_it():
    text = (
        "序号  辖区  片区      核心产业园        产业方向\n"
        "1     福田  梅林片区  福田电子商务      人工智能，\n"
        "                      产业园            软件。\n"
        "2     南山  蛇口片区  蛇口网谷          互联网。\n"
    )
    table = read(text)
    assert table.rows[0].parks == ("福田电子商务产业园",)
    assert table.rows[0].direction == "人工智能，软件。"
    assert {column for _, column, *_ in problems(table, "cell-pieced")} == {
        "parks",
        "direction",
    }


def test_rows_without_numbers_are_lines_with_as_many_cells_as_headings():
    table = read("区县 园区名称 主导产业\n天河区 软件园 软件\n番禺区 万博园 电商\n")
    assert [row.parks for row in table.rows] == [("软件园",), ("万博园",)]
    assert not problems(table, "row-guessed")


def test_a_row_that_may_be_the_rest_of_a_cell_is_said():
    text = "园区 产业\n甲园 软件和信息服务业，重点发展\n集聚基地 等\n乙园 芯片\n"
    assert (2, None, "集聚基地", "") in problems(read(text), "row-guessed")


def test_a_line_under_a_merged_district_is_a_row():
    text = (
        "区县    园区名称        主导产业\n"
        "天河区  天河软件园      软件\n"
        "        天河科学园      芯片\n"
    )
    table = read(text)
    assert [row.parks for row in table.rows] == [("天河软件园",), ("天河科学园",)]
    assert problems(table, "row-guessed") == [(2, None, "天河科学园", "")]


def test_a_table_of_another_language_is_read_where_wide_blanks_part_its_cells():
    text = (
        "No  District  Park name  Industry\n1  Nanshan  Shekou Net Valley  Internet\n"
    )
    table = read(text)
    assert table.rows[0].parks == ("Shekou Net Valley",)
    assert not problems(table, "cell-pieced")


def test_a_row_that_lacks_its_number_is_said():
    rows = "1 福田 梅林片区 新一代产业园 软件。 《甲》\n坪山 坪山片区 甲基地 医药。\n"
    table = read(HEADING + rows)
    assert [row.district for row in table.rows] == ["福田", "坪山"]
    assert problems(table, "row-guessed") == [(2, None, "坪山", "")]


def test_text_around_and_headings_of_a_new_page_are_said():
    row = "{} 福田 梅林片区 新一代产业园 软件。 《甲》\n"
    text = f"园区一览表\n{HEADING}{row.format(1)}{HEADING}{row.format(2)}"
    table = read(text + "注：截至2020年。\n")
    assert [row.seq for row in table.rows] == [1, 2]
    assert [used for *_, used in problems(table, "text-outside")] == ["1", "6"]
    assert [used for *_, used in problems(table, "heading-repeated")] == ["4"]


@pytest.mark.parametrize(
    "text",
    [
        HEADING,
        HEADING * 2,
        HEADING * 10_000,
        "首页 园区 产业 政策 联系我们\n深圳市近日印发通知，要求推进。\n各区落实。\n",
        "园区 产业 " * 500_000,
        "园区 产业\n" + " " * 5_000_000 + "x",
        "No District Zone Park Industry\n1 Nanshan Shekou Zone Net Valley software\n",
    ],
    ids=["one", "two", "very many", "menu", "one line", "blanks", "Latin words"],
)
def test_what_does_not_read_as_rows_is_no_table(text):
    with pytest.raises(NoTableError):
        read(text)


def test_a_title_of_words_above_a_csv_is_no_heading():
    table = read("园区 产业 一览表\n序号,园区,产业\n1,甲园 一期,软件\n")
    assert (table.source.format, table.rows[0].parks) == ("csv", ("甲园 一期",))


def test_five_thousand_lines_are_all_rows():
    rows = [
        f"{n} 福田 片{n}片区 甲{n}园 软件{n}。 《规划{n}》" for n in range(1, 5_001)
    ]
    table = read(HEADING + "\n".join(rows))
    assert len(table.rows) == 5_000

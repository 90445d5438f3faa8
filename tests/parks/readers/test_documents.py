"""Flattened documents of other shapes: other orders, other ends, other places."""

import itertools

import pytest

from parks.catalogue import EMBEDDED_PATH
from parks.readers import read_path, read_table

TEXT = EMBEDDED_PATH.read_text(encoding="utf-8")
TABLE = TEXT[TEXT.index("\t序号") :].rstrip("\n")
WHOLE = read_path(EMBEDDED_PATH)
HEADINGS = ("序号", "辖区", "片区", "核心产业园", "产业方向", "规划依据")
SIMPLE = [
    ("1", "福田", "梅林片区", "甲园\n\n乙园", "人工智能，软件。", "《甲规划》"),
    ("2", "", "香蜜湖片区", "丙园", "金融，科技。", "《乙规划》、《丙方案》"),
    ("3", "南山", "蛇口片区", "丁园", "互联网，软件。", "《甲规划》"),
]


def read(text, **options):
    return read_table(text.encode(), name="document.txt", **options)


def flatten(rows, headings=HEADINGS):
    cells = [*(f"\t{heading}" for heading in headings), ""]
    for row in rows:
        cells += [*(f"\t{cell}" for cell in row if cell is not None), ""]
    return "\n".join(cells)


def essence(table):
    return [
        (row.seq, row.district, row.zone, row.parks, row.direction, row.policies)
        for row in table.rows
    ]


def codes(table, row=None):
    return {p.code for p in table.problems if row is None or p.row == row}


@pytest.mark.parametrize("order", list(itertools.permutations(range(6)))[::23])
def test_columns_may_stand_in_any_order(order):
    rows = [[row[place] for place in order] for row in SIMPLE]
    table = read(flatten(rows, [HEADINGS[place] for place in order]))
    assert essence(table) == essence(read(flatten(SIMPLE)))


@pytest.mark.parametrize(
    ("place", "lost"),
    [(0, "seq"), (1, "district"), (3, "parks"), (4, "direction"), (5, "policies")],
)
def test_a_row_short_of_a_cell_keeps_the_others_in_their_columns(place, lost):
    short = [list(row) for row in SIMPLE]
    short[1][place] = None
    table, whole = read(flatten(short)), read(flatten(SIMPLE))
    for field in ("seq", "district", "zone", "parks", "direction", "policies"):
        assert field == lost or (
            getattr(table.rows[1], field) == getattr(whole.rows[1], field)
        )
    assert table.rows[2] == whole.rows[2]
    assert codes(table, 2) & {"cells-missing", "seq-missing", "district-missing"}


@pytest.mark.parametrize(
    "tail",
    [
        "\n\n\n附件2\n\n《方案》起草说明\n",
        "\n附件2\n\n《方案》起草说明\n",
        "\n\n注：数据截至2020年。\n",
        "\n\n《某方案（征求意见稿）》\n\n起草说明\n",
        "\n为深入贯彻落实《中共中央意见》，抢抓战略机遇。\n\n第二段。",
        "\n\n\n附件2\n\n\t为深入贯彻落实意见。\n\t第二段。\n",
        "\n\n\t为深入贯彻落实《意见》，抢抓战略机遇。\n\t第二段，也很长。\n",
    ],
    ids=["two blanks", "no blank", "note", "title", "prose", "indents", "only indents"],
)
def test_what_follows_the_table_is_left_out_and_named(tail):
    table = read(TABLE + tail)
    assert table.rows == WHOLE.rows
    assert "text-outside" in codes(table)


def test_a_last_cell_of_several_paragraphs_is_whole_where_others_have_several():
    rows = [list(row) for row in SIMPLE]
    rows[0][5] = rows[2][5] = "《甲规划》\n\n《乙规划》"
    table = read(flatten(rows))
    assert len(table.rows[2].policies) == 2
    assert "table-end-guessed" not in codes(table)


def test_a_doubtful_end_is_said_with_its_row():
    table = read(flatten(SIMPLE).rstrip() + "\n\n起草情况如下\n")
    assert [p.row for p in table.problems if p.code == "table-end-guessed"] == [3]
    assert table.rows[2].policies[0].title == "甲规划"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n \t", "\n\t"),
        lambda text: text.replace("\n \t", "\n\u3000\t"),
        lambda text: "\n".join(line for line in text.split("\n") if line),
        lambda text: "\n".join(
            line.rstrip() if line.strip() else "" for line in text.split("\n")
        ),
        lambda text: text.replace("\t规划依据\n\n", "\t规划依据\n"),
    ],
    ids=[
        "marks lost",
        "full-width marks",
        "no blank lines",
        "trimmed",
        "tight heading",
    ],
)
def test_white_space_lost_on_the_way_loses_no_row(change):
    assert read(change(TEXT)).rows == WHOLE.rows


@pytest.mark.parametrize("number", [1, 2])
def test_the_same_table_twice_is_two_tables(number):
    table = read(f"{TABLE}\n\n\n第二张\n\n{TABLE}\n", number=number)
    assert table.rows == WHOLE.rows
    assert table.source.table == number


def test_headings_repeated_on_a_new_page_do_not_end_the_table():
    head = TABLE[: TABLE.index("\t1\n")]
    table = read(TABLE.replace("\t12\n", f"{head}\t12\n"))
    assert table.rows == WHOLE.rows
    assert "heading-repeated" in codes(table)


def test_a_district_below_a_gap_is_doubted():
    start, end = TEXT.index("\t4\n"), TEXT.index("\t5\n")
    table = read(TEXT[:start] + TEXT[end:])
    assert {"seq-odd", "district-doubtful"} <= codes(table, 5)


def test_an_indented_paragraph_stays_with_its_cell():
    rows = [list(row) for row in SIMPLE]
    rows[0][4] = "人工智能，软件。\n\t第二段，也是方向。"
    table = read(flatten(rows))
    assert table.rows[0].direction == "人工智能，软件。\n第二段，也是方向。"
    assert "cells-merged" in codes(table, 1)
    assert len(table.rows) == 3


def test_a_row_written_on_one_line_is_a_row():
    head = flatten([])
    table = read(head + "\n\t1\t福田\t梅林片区\t甲园\t人工智能，软件。\t《甲规划》\n")
    assert essence(table)[0][:4] == (1, "福田", "梅林片区", ("甲园",))
    assert table.rows[0].policies[0].title == "甲规划"


def test_districts_of_another_city_are_kept_and_said():
    headings = ("序号", "区域", "园区名称", "主导产业", "面积（公顷）")
    rows = [
        ("1", "天河", "天河智慧城", "软件，人工智能", "120"),
        ("2", "黄埔区", "广州科学城", "生物医药", "37.5"),
        ("3", "", "中新知识城", "半导体", "/"),
    ]
    table = read(flatten(rows, headings))
    assert [row.district for row in table.rows] == ["天河", "黄埔区", "黄埔区"]
    assert [row.extra["面积（公顷）"] for row in table.rows] == ["120", "37.5", "/"]
    unknown = [p.found for p in table.problems if p.code == "district-unknown"]
    assert unknown == ["天河", "黄埔区"]
    known = read(flatten(rows, headings), known_districts=frozenset({"天河", "黄埔"}))
    assert "district-unknown" not in codes(known)


@pytest.mark.parametrize(
    "cell", ["《", "》", "（", "1、", "、", "甲园\n", "《》", "\t", "\t甲\n", "“"]
)
def test_no_cell_makes_the_reader_slow(cell):
    big = cell * 30_000
    table = read(flatten([("1", "福田", "梅林片区", big, "方向，", "《甲规划》")]))
    assert table.rows[0].seq == 1

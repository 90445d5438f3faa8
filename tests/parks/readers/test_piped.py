"""Pipe tables, as Markdown writes them."""

import pytest
import text_forms

from parks.catalogue import read_any
from parks.errors import NoTableError
from parks.readers import read_table

APPENDIX = read_any("embedded").rows


def read(text):
    return read_table(text.encode(), name="x.md")


def said(rows):
    return [(r.seq, r.district, r.zone, r.parks, r.direction, r.policies) for r in rows]


def test_the_appendix_is_the_same_field_for_field():
    table = read_table(text_forms.write_pipes(APPENDIX), name="x.md")
    assert said(table.rows) == said(APPENDIX)
    assert table.source.format == "markdown"
    outside = [p.used for p in table.problems if p.code == "text-outside"]
    assert outside == ["1", "28"]
    assert {p.row for p in table.problems} <= {None, 21}


def test_bars_and_breaks_within_cells():
    table = read("| 园区 | 产业 |\n|:--|--:|\n| 甲园<br/>乙园 | 软件 \\| 芯片 |\n")
    assert table.rows[0].parks == ("甲园", "乙园")
    assert table.rows[0].direction == "软件 | 芯片"


def test_outer_bars_and_the_rule_may_be_lacking():
    assert read("园区|产业\n甲园|软件\n").rows[0].parks == ("甲园",)


def test_the_borders_of_a_printed_table_are_no_rows():
    rule = "+------+------+\n"
    table = read(f"{rule}| 园区 | 产业 |\n{rule}| 甲园 | 软件 |\n{rule}")
    assert [row.parks for row in table.rows] == [("甲园",)]
    assert not [p for p in table.problems if p.code == "text-outside"]


def test_short_rows_are_said():
    table = read("| 片区 | 园区 | 产业 |\n|---|---|---|\n| 甲片区 | 甲园 |\n")
    assert [p.used for p in table.problems if p.code == "cells-missing"] == ["产业"]


@pytest.mark.parametrize(
    "text",
    ["|" * 100_000, "| 姓名 | 电话 |\n|---|---|\n| 甲 | 1 |\n", "园区|" * 100_000],
)
def test_other_bars_are_no_table(text):
    with pytest.raises(NoTableError):
        read(text)


def test_a_bar_in_a_csv_leaves_it_a_csv():
    table = read("序号,园区,产业\n1,甲园|乙园,软件|芯片\n")
    assert table.source.format == "csv"

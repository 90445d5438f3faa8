"""Tables of web pages as the page shows them: footnotes, hidden text, captions."""

import pytest

from parks.readers import open_tables, read_table

HEADINGS = "<tr><th>序号<th>辖区<th>园区<th>产业</tr>"
ROW = "<tr><td>1<td>南山区<td>甲园<td>软件</tr>"


def page(*rows, before="", caption=""):
    table = f"<table>{caption}{''.join(rows)}</table>"
    return f"<html><meta charset=utf-8><body>{before}{table}</html>".encode()


def read(*rows):
    return read_table(page(*rows), name="x.html")


def said(table, code):
    return [(p.found, p.used) for p in table.problems if p.code == code]


@pytest.mark.parametrize("mark", ["①", "[1]", "（2）", "*", "注1", "1", "a"])
def test_the_mark_of_a_footnote_is_no_text(mark):
    marked = HEADINGS.replace("园区", f"园区<sup>{mark}</sup>")
    table = read(marked, ROW.replace("甲园", f"<b>甲园</b><sup><a>{mark}</a></sup>"))
    assert table.rows[0].parks == ("甲园",)
    assert said(table, "marks-dropped") == [(mark, "2")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [("1.2km<sup>2</sup>", "1.2km2"), ("3平方米<sup>2</sup>", "3平方米2")],
)
def test_a_power_of_a_unit_is_text(cell, text):
    table = read(HEADINGS.replace("产业", "备注"), ROW.replace("软件", cell))
    assert table.rows[0].extra["备注"] == text
    assert not said(table, "marks-dropped")


@pytest.mark.parametrize(
    "how", ['style="color:red; DISPLAY : none"', "hidden", 'style="visibility:hidden"']
)
def test_text_that_the_page_hides_is_left_out_and_said(how):
    table = read(HEADINGS, ROW.replace("甲园", f"甲园<span {how}>旧名</span>"))
    assert table.rows[0].parks == ("甲园",)
    assert said(table, "text-hidden") == [("旧名", "1")]


def test_a_hidden_column_is_left_out_and_said():
    table = read(
        HEADINGS.replace("<th>辖区", "<th hidden>编码<th>辖区"),
        ROW.replace("<td>南山区", "<td hidden>X1<td>南山区"),
    )
    assert table.rows[0].district == "南山区"
    assert table.rows[0].extra == {}
    assert said(table, "text-hidden") == [("编码", "2")]


def test_a_hidden_row_is_read_and_said():
    table = read(HEADINGS, ROW, '<tr style="display:none"><td>2<td>福田区<td>乙园</tr>')
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",)]
    assert said(table, "rows-hidden") == [("", "3")]


def test_headings_that_reach_over_two_lines_are_one():
    upper = "".join(f"<th rowspan=2>{name}" for name in ("序号", "辖区", "园区"))
    table = read(f"<thead><tr>{upper}<th>产业</tr><tr><th>主导产业</tr></thead>", ROW)
    assert [row.direction for row in table.rows] == ["软件"]
    assert len(said(table, "headings-joined")) == 1


@pytest.mark.parametrize(
    ("before", "caption", "title"),
    [
        ("<h2>福田区</h2>", "<caption>南山区</caption>", "南山区"),
        ("<h2>福田区</h2>", "", "福田区"),
        ("<div><p>各区名单</p><p>福田区</p></div><div>", "", "福田区"),
        ("<h2>别表</h2><table><tr><td>一</td></tr></table>", "", ""),
        ("", "", ""),
    ],
)
def test_the_caption_or_the_line_above_is_the_title(before, caption, title):
    content = page(HEADINGS, ROW, before=before, caption=caption)
    (table,) = [t for t in open_tables(content, name="x") if t.rows]
    assert table.title == title

"""Tables of Word documents: inside cells, cut in two, under tracked changes."""

import io

import docx
import pytest
from docx.oxml import OxmlElement

from parks.errors import NoTableError
from parks.readers import open_tables, read_table

HEADINGS = ("序号", "辖区", "园区名称", "产业方向")
FIRST = ("1", "南山区", "甲园", "人工智能")
SECOND = ("2", "福田区", "乙园", "金融")


def add_table(place, *rows):
    table = place.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return table


def save(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(document):
    return read_table(save(document), name="x.docx")


def parks(table):
    return [row.parks for row in table.rows]


def said(table, code):
    return [(p.row, p.found, p.used) for p in table.problems if p.code == code]


@pytest.fixture
def document():
    return docx.Document()


def test_a_table_inside_a_cell_gives_lines_of_the_cell(document):
    table = add_table(document, HEADINGS, FIRST)
    cell = table.rows[1].cells[2]
    add_table(cell, ("丙园",), ("丁园",))
    cell.add_paragraph()
    read_back = read(document)
    assert parks(read_back) == [("甲园", "丙园", "丁园")]
    assert said(read_back, "table-inside") == [(1, "", "丙园 | 丁园")]
    assert not said(read_back, "tables-unknown")


def test_a_table_inside_a_table_inside_a_cell_is_not_lost_either(document):
    cell = add_table(document, HEADINGS, FIRST).rows[1].cells[3]
    inner = add_table(cell, ("软件", "芯片")).rows[0].cells[1]
    add_table(inner, ("机器人",))
    assert read(document).rows[0].direction == "人工智能\n软件 芯片 机器人"


def test_a_table_of_parks_inside_a_cell_stays_a_table_of_its_own(document):
    cell = add_table(document, HEADINGS, FIRST).rows[1].cells[2]
    add_table(cell, ("园区名称", "产业"), ("丙园", "软件"))
    tables = open_tables(save(document), name="x.docx")
    assert [row[-1] for table in tables for row in table.rows] == ["人工智能", "软件"]


def test_a_table_inside_one_that_only_lays_out_the_page_is_read(document):
    cell = document.add_table(1, 1).rows[0].cells[0]
    add_table(cell, HEADINGS, FIRST)
    assert parks(read(document)) == [("甲园",)]


@pytest.mark.parametrize("line", ["续表", "表1（续）", "附表 续表1"])
def test_a_table_that_is_said_to_go_on_is_part_of_the_one_above(document, line):
    add_table(document, HEADINGS, FIRST)
    document.add_paragraph(line)
    add_table(document, SECOND)
    table = read(document)
    assert parks(table) == [("甲园",), ("乙园",)]
    assert said(table, "table-continued") == [(None, "2 福田区 乙园 金融", "1")]


def test_a_table_whose_numbers_go_on_is_part_of_the_one_above(document):
    add_table(document, HEADINGS, FIRST)
    document.add_paragraph()
    add_table(document, SECOND)
    document.add_paragraph()
    add_table(document, HEADINGS, ("3", "福田区", "丙园", "软件"))
    table = read(document)
    assert parks(table) == [("甲园",), ("乙园",), ("丙园",)]
    assert len(said(table, "table-continued")) == 2
    assert len(said(table, "heading-repeated")) == 1


def test_a_table_without_numbers_goes_on_where_it_names_a_district(document):
    add_table(document, HEADINGS[1:], FIRST[1:])
    document.add_paragraph()
    add_table(document, SECOND[1:])
    assert parks(read(document)) == [("甲园",), ("乙园",)]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("", [("科室", "联系人", "电话", "邮箱"), ("甲科", "张", "1", "a")]),
        ("联系方式", [SECOND]),
        ("", [("9", "福田区", "乙园", "金融")]),
        ("续表", [("2", "福田区", "乙园")]),
    ],
    ids=["other headings", "a title", "other numbers", "other columns"],
)
def test_another_table_is_not_taken_for_more_rows(document, line, rows):
    add_table(document, HEADINGS, FIRST)
    document.add_paragraph(line)
    add_table(document, *rows)
    table = read(document)
    assert parks(table) == [("甲园",)]
    assert said(table, "tables-unknown")


def test_two_tables_with_the_same_headings_stay_two(document):
    add_table(document, HEADINGS, FIRST)
    document.add_paragraph()
    add_table(document, HEADINGS, ("1", "福田区", "乙园", "金融"))
    assert len(open_tables(save(document), name="x.docx")) == 2


def track(row, change):
    row._tr.get_or_add_trPr().append(OxmlElement(change))  # noqa: SLF001 - no other way


def test_a_row_that_a_tracked_change_deleted_is_no_row(document):
    table = add_table(document, HEADINGS, FIRST, SECOND, ("3", "", "丙园", ""))
    track(table.rows[2], "w:del")
    track(table.rows[3], "w:ins")
    read_back = read(document)
    assert parks(read_back) == [("甲园",), ("丙园",)]
    assert said(read_back, "rows-deleted") == [(None, "", "1")]


def test_text_that_a_tracked_change_moved_stands_only_where_it_was_moved_to(document):
    table = add_table(document, HEADINGS, FIRST, SECOND)
    runs = table.rows[1].cells[2].paragraphs[0]._p  # noqa: SLF001
    moved = OxmlElement("w:moveFrom")
    moved.extend(list(runs))
    runs.append(moved)
    assert parks(read(document)) == [(), ("乙园",)]


def test_the_line_above_a_table_is_its_title(document):
    document.add_paragraph("附件")
    document.add_paragraph("福田区")
    document.add_paragraph("单位：公顷")
    add_table(document, HEADINGS, FIRST)
    add_table(document, HEADINGS, ("1", "福田区", "乙园", "金融"))
    first, second = open_tables(save(document), name="x.docx")
    assert (first.title, second.title) == ("福田区", "")


def test_comments_and_the_targets_of_links_are_counted(document):
    cell = add_table(document, HEADINGS, FIRST).rows[1].cells[2]
    cell.paragraphs[0]._p.append(OxmlElement("w:hyperlink"))  # noqa: SLF001
    document.add_comment(cell.paragraphs[0].runs, text="待核")
    assert said(read(document), "comments-dropped") == [(None, "1", "1")]


def test_a_document_without_tables_is_refused(document):
    document.add_paragraph("园区")
    with pytest.raises(NoTableError):
        read(document)

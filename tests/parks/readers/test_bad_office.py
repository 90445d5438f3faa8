"""Office files and web pages that are broken, hostile or not what they seem."""

import contextlib
import datetime as dt
import io
import tracemalloc
import zipfile

import docx
import openpyxl
import pytest
from archives import change_part
from docx.oxml import OxmlElement
from forms import write_docx, write_html, write_xlsx

from parks.catalogue import read_any
from parks.errors import (
    BrokenFileError,
    NoTableError,
    OversizedFileError,
    ParksError,
)
from parks.readers import read_table

APPENDIX = read_any("embedded").rows
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
    + b"ha" * 5000
    + b'">'
    + b"".join(
        b'<!ENTITY %s "%s">' % (bytes([98 + i]), b"&%s;" % bytes([97 + i]) * 20)
        for i in range(8)
    )
    + b"]>"
)
FETCH = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def with_entities(content, part, declaration):
    """Put a document type before a part, and its entity i where text stands."""

    def change(body):
        root = body.index(b"?>") + 2 if body.startswith(b"<?xml") else 0
        text = body[root:].replace("南山".encode(), b"&i;", 1)
        return declaration + text

    return change_part(content, part, change)


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_a_file_cut_off_is_said_to_be_damaged(write, share):
    content = write(APPENDIX)
    with pytest.raises(ParksError):
        read_table(content[: int(len(content) * share)], name="x")


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
def test_flipped_bytes_are_an_error_of_ours_or_a_table(write):
    content = bytearray(write(APPENDIX))
    for place in range(40, len(content), 997):
        damaged = bytes(
            content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        )
        with contextlib.suppress(ParksError):
            read_table(bytes(damaged), name="x")


@pytest.mark.parametrize(
    ("write", "part"),
    [(write_docx, "word/document.xml"), (write_xlsx, "xl/worksheets/sheet2.xml")],
)
@pytest.mark.parametrize("declaration", [BOMB, FETCH])
def test_no_entity_is_expanded_or_fetched(write, part, declaration):
    content = with_entities(write(APPENDIX), part, declaration)
    tracemalloc.start()
    try:
        table = read_table(content, name="x")
    except ParksError:
        table = None
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000
    assert table is None or "root:" not in str(table.rows)


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml"])
def test_an_archive_that_unpacks_to_too_much_is_refused_unread(part):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, b"<x/>")
        with archive.open("bomb.xml", "w", force_zip64=True) as bomb:
            for _ in range(310):
                bomb.write(b"\0" * 1_000_000)
    with pytest.raises(OversizedFileError, match="300 MB"):
        read_table(target.getvalue(), name="x")


def test_a_sheet_with_a_cell_in_its_last_corner_is_read():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["片区", "园区"])
    sheet.append(["甲区", "甲园"])
    sheet.cell(1_048_576, 16_384, "far")
    file = io.BytesIO()
    book.save(file)
    table = read_table(file.getvalue(), name="x")
    assert table.rows[0].parks == ("甲园",)


def test_a_workbook_of_too_many_rows_is_refused():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(100_010):
        sheet.append(["片区" if number == 0 else "甲区"])
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(OversizedFileError, match="100,000"):
        read_table(file.getvalue(), name="x")


def test_formulas_are_neither_run_nor_shown():
    book = openpyxl.Workbook()
    book.active.append(["片区", "园区", "产业方向"])
    book.active.append(["甲区", "甲园", '=HYPERLINK("http://evil.example")'])
    file = io.BytesIO()
    book.save(file)
    table = read_table(file.getvalue(), name="x")
    assert table.rows[0].direction is None
    (said,) = (p for p in table.problems if p.code == "formula-uncomputed")
    assert (said.row, said.column) == (1, "direction")


def test_numbers_and_days_read_as_they_are_written():
    book = openpyxl.Workbook()
    book.active.append(["序号", "片区", "园区", "面积", "日期"])
    book.active.append([3.0, "甲区", "甲园", 12.5, dt.date(2026, 1, 2)])
    file = io.BytesIO()
    book.save(file)
    row = read_table(file.getvalue(), name="x").rows[0]
    assert row.seq == 3
    assert row.extra == {"面积": "12.5", "日期": "2026-01-02"}


def test_spans_without_end_are_kept_to_the_table():
    page = (
        "<table><tr><th>片区<th>园区</tr>"
        "<tr><td rowspan=100000>甲区<td colspan=100000>甲园</tr>"
        "<tr><td>乙园</tr></table>"
    )
    rows = read_table(page.encode(), name="x").rows
    assert [row.parks for row in rows] == [("甲园",), ("乙园",)]
    assert [row.zone for row in rows] == ["甲区", "甲区"]


def test_a_page_of_endless_spans_or_depth_is_read():
    head = "<table><tr><th>片区<th>园区</tr>"
    spans = "<tr><td rowspan=100000>甲区<td rowspan=99999 colspan=9999>甲园</tr>" * 500
    assert len(read_table(f"{head}{spans}</table>".encode(), name="x").rows) == 500
    deep = f"{head}<tr><td>甲区<td>{'<div>' * 2000}甲园</table>"
    assert read_table(deep.encode(), name="x").rows[0].parks == ("甲园",)
    with pytest.raises(BrokenFileError, match="depth"):
        read_table(deep.replace("<div>", "<div>" * 50).encode(), name="x")


def test_a_page_is_text_and_nested_tables_are_read():
    page = (
        "<html><body><table><tr><td>"
        "<table><tr><th>片区<th>园区</tr><tr><td>甲&amp;区<br>"
        "<td>甲园<script>alert(1)</script><!-- 注 --></tr></table>"
        "</td></tr></table></body></html>"
    )
    (row,) = read_table(page.encode("gb18030"), name="x").rows
    assert (row.zone, row.parks) == ("甲&区", ("甲园",))


@pytest.mark.parametrize(
    "content", [b"<html></html>", b"<table>", b"<!-- -->", b"<html"]
)
def test_a_page_without_a_table_is_said_so(content):
    with pytest.raises(NoTableError):
        read_table(content, name="x")


def test_a_document_without_a_table_is_said_so():
    file = io.BytesIO()
    docx.Document().save(file)
    with pytest.raises(NoTableError):
        read_table(file.getvalue(), name="x.docx")


def test_another_archive_is_no_table():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "片区,园区\n甲,乙\n")
    with pytest.raises(ParksError):
        read_table(target.getvalue(), name="x.zip")


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table.row_cells(0), ["片区", "园区"], strict=True):
        cell.text = text
    table.cell(1, 0).text = "甲区"
    paragraph = table.cell(1, 1).paragraphs[0]
    paragraph.add_run("甲园")
    (run,) = paragraph._p.r_lst  # noqa: SLF001 - python-docx writes no changes
    run.addprevious(_tracked("w:ins", "新", "w:t"))
    run.addnext(_tracked("w:del", "旧", "w:delText"))
    file = io.BytesIO()
    document.save(file)
    (row,) = read_table(file.getvalue(), name="x").rows
    assert row.parks == ("新甲园",)


def _tracked(change, text, tag):
    outer, run, inner = map(OxmlElement, (change, "w:r", tag))
    inner.text = text
    run.append(inner)
    outer.append(run)
    return outer


def test_a_broken_part_is_said_to_be():
    content = change_part(
        write_docx(APPENDIX), "word/document.xml", lambda body: body[:900]
    )
    with pytest.raises(BrokenFileError, match="damaged"):
        read_table(content, name="x.docx")


def test_a_web_page_reads_like_the_rest():
    assert len(read_table(write_html(APPENDIX), name="x").rows) == 22

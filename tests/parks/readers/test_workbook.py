"""What Excel and other programs write into a workbook, and what is read of it."""

import datetime as dt
import io
import re

import openpyxl
import pytest
import xlsxwriter
from archives import change_part

from parks.errors import BrokenFileError, OversizedFileError
from parks.readers import read_table

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ROWS = [
    ["片区", "园区", "产业方向"],
    ["甲区", "甲园\n乙园", "人工智能"],
    ["乙区", "丙园", None],
]
FETCH = b'<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def write(rows=ROWS, **options):
    """Write a workbook; its texts are shared unless it is written row by row."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **options})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def save(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def substitute(content, part, pattern, replacement):
    def edit(body):
        edited, count = re.subn(pattern, replacement, body)
        assert count
        return edited

    return change_part(content, part, edit)


def read(content):
    return read_table(content, name="x.xlsx")


WHOLE = read(write())


def test_texts_within_their_cells_read_like_shared_ones():
    assert read(write(constant_memory=True)).rows == WHOLE.rows
    assert WHOLE.rows[0].parks == ("甲园", "乙园")


@pytest.mark.parametrize("part", [SHEET, TEXTS])
def test_the_namespace_may_have_any_prefix(part):
    content = substitute(write(), part, rb"<(/?)(?=[a-z])", rb"<\1q:")
    content = substitute(content, part, b"xmlns=", b"xmlns:q=")
    assert read(content).rows == WHOLE.rows


@pytest.mark.parametrize("part", [SHEET, TEXTS])
def test_a_part_may_be_in_another_encoding(part):
    def encode(body):
        return body.decode().replace("UTF-8", "UTF-16").encode("utf-16")

    assert read(change_part(write(), part, encode)).rows == WHOLE.rows


def test_comments_and_quoted_texts_change_nothing():
    content = substitute(
        write(), TEXTS, rb"<t([^>]*)>([^<]*)</t>", rb"<t\1><!-- x --><![CDATA[\2]]></t>"
    )
    content = substitute(content, SHEET, b"<v>", b"<v><!-- 9 -->")
    assert read(content).rows == WHOLE.rows


def test_formats_within_a_text_and_its_pronunciation_are_left_out():
    content = substitute(
        write(),
        TEXTS,
        b"<t>(...)(.*?)</t>",
        rb"<r><rPr><b/></rPr><t>\1</t></r><r><t>\2</t></r>"
        rb'<rPh sb="0" eb="1"><t>jia</t></rPh>',
    )
    assert read(content).rows == WHOLE.rows


def test_cells_and_rows_need_no_reference():
    content = write([row[:2] for row in ROWS])
    bare = substitute(content, SHEET, rb' r="[A-Z]*[0-9]+"', b"")
    assert read(bare).rows == read(content).rows


def test_rows_that_the_sheet_leaves_out_do_not_move_merged_cells():
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in (
        (3, ["片区", "园区"]),
        (6, ["甲区", "甲园"]),
        (7, ["", "乙园"]),
    ):
        for column, text in enumerate(row, 1):
            sheet.cell(number, column, text)
    sheet.merge_cells("A6:A7")
    rows = read(save(book)).rows
    assert [(row.zone, row.parks) for row in rows] == [
        ("甲区", ("甲园",)),
        ("甲区", ("乙园",)),
    ]


def test_the_last_of_two_values_for_a_cell_counts_and_none_lies_behind_the_last_cell():
    twice = b'<c r="B2" t="inlineStr"><is><t>X</t></is></c>'
    content = substitute(write(), SHEET, b'(<c r="B2".*?</c>)', rb"\1" + twice)
    assert read(content).rows[0].parks == ("X",)
    swapped = substitute(
        write(), SHEET, b'(<c r="B2".*?</c>)(<c r="C2".*?</c>)', rb"\2\1"
    )
    assert read(swapped).rows[0].direction is None


def test_values_read_as_excel_shows_them():
    book = openpyxl.Workbook()
    book.active.append(["片区", "园区", "面积", "起", "时", "长", "误"])
    start = dt.datetime.fromisoformat("2026-01-02T03:04")
    span = dt.timedelta(hours=30)
    book.active.append(["甲区", "甲园", 1e20, start, dt.time(5, 6), span, "#N/A"])
    book.active["F2"].number_format = "[h]:mm:ss"
    table = read(save(book))
    row = table.rows[0]
    assert row.extra["起"] == "2026-01-02T03:04:00"
    assert row.extra["时"] == "05:06:00"
    assert row.extra["长"] == "1 day, 6:00:00"
    assert row.extra["误"] == ""
    assert ("误", "#N/A") in [
        (p.column, p.found) for p in table.problems if p.code == "placeholder"
    ]


def test_a_number_that_is_no_date_is_an_error_of_its_cell():
    book = openpyxl.Workbook()
    book.active.append(["片区", "园区", "日期"])
    book.active.append(["甲区", "甲园", 99_999_999_999])
    book.active["C2"].number_format = "yyyy-mm-dd"
    table = read(save(book))
    assert table.rows[0].extra == {"日期": ""}
    assert [p.found for p in table.problems if p.code == "placeholder"] == ["#VALUE!"]


def test_a_sheet_of_a_chart_is_passed_over():
    book = openpyxl.Workbook()
    book.create_chartsheet("图", 0)
    for row in (["片区", "园区"], ["甲区", "甲园"]):
        book.worksheets[0].append(row)
    assert read(save(book)).rows[0].parks == ("甲园",)


@pytest.mark.parametrize("part", [SHEET, TEXTS])
def test_entities_are_refused_in_every_part(part):
    def declare(body):
        root = body.index(b"?>") + 2
        return body[:root] + FETCH + body[root:]

    with pytest.raises(BrokenFileError, match="Entities"):
        read(change_part(write(), part, declare))


@pytest.mark.parametrize("part", [SHEET, TEXTS])
def test_an_entity_that_only_its_absent_grammar_knows_is_refused(part):
    def refer(body):
        root = body.index(b"?>") + 2
        text = re.sub(rb"<(v|t)>", rb"<\1>&a;", body[root:])
        return body[:root] + b'<!DOCTYPE x SYSTEM "a.dtd">' + text

    with pytest.raises(BrokenFileError, match="undefined entity"):
        read(change_part(write(), part, refer))


@pytest.mark.parametrize("part", [SHEET, TEXTS, "xl/styles.xml", "xl/workbook.xml"])
def test_a_part_that_ends_too_soon_is_said_to_be_damaged(part):
    with pytest.raises(BrokenFileError, match="damaged"):
        read(change_part(write(), part, lambda body: body[: len(body) * 2 // 3]))


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (b"<v>3</v>", b"<v>999</v>"),
        (b"<v>3</v>", b"<v>three</v>"),
        (b'<row r="2"', b'<row r="2.5"'),
        (b'<row r="2"', b'<row r="1000000000"'),
        (b'r="B2"', b'r="2"'),
    ],
    ids=["no-such-text", "no-number", "half-row", "row-too-far", "no-column"],
)
def test_a_cell_that_is_not_what_it_says_is_damage(pattern, replacement):
    with pytest.raises(BrokenFileError, match="damaged"):
        read(substitute(write(), SHEET, pattern, replacement))


def test_a_list_of_contents_without_a_workbook_is_damage():
    content = substitute(
        write(), "[Content_Types].xml", rb"spreadsheetml\.sheet\.main", b"other"
    )
    with pytest.raises(BrokenFileError, match="workbook"):
        read(content)


def test_rows_too_many_are_refused_however_little_they_hold():
    row = b'<row><c r="F1"><v>1</v></c></row>'
    content = substitute(write(), SHEET, b"</sheetData>", row * 100_010 + b"\\g<0>")
    with pytest.raises(OversizedFileError, match="100,000"):
        read(content)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("甲园_x000D_\n乙园", ("甲园", "乙园")),
        ("a_x005F_x000D_b", ("a_x000D_b",)),
        ("甲_x0041_园", ("甲A园",)),
        ("甲_xD800_园_x0000_", ("甲_xD800_园_x0000_",)),
        ("a_xyz_", ("a_xyz_",)),
    ],
)
def test_characters_that_excel_writes_by_number_are_read(written, read):
    content = change_part(
        write([["片区", "园区"], ["甲区", "@"]]),
        TEXTS,
        lambda body: body.replace(b"@", written.encode()),
    )
    assert read_table(content, name="x").rows[0].parks == read

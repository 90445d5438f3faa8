"""Excel files of before 2007: odd, old, broken, hostile or not what they seem."""

import contextlib
import datetime as dt
import io
import random
import tracemalloc
from struct import pack, pack_into

import pytest
import xlwt
from forms import write_html, write_xls
from old_excel import (
    EOF,
    SHEET,
    begin,
    record,
    write_compound,
    write_label,
    write_stream,
    write_text,
)

from parks.catalogue import read_any
from parks.errors import (
    BrokenFileError,
    EncryptedFileError,
    OldOfficeFileError,
    OversizedFileError,
    ParksError,
)
from parks.readers import open_tables, read_table

APPENDIX = read_any("embedded").rows
FAT_PLACES, FIRST_DIRECTORY, FIRST_EXTRA = 76, 48, 68
LAST = 0xFFFFFFFE


def save(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_rows(*rows, style=None):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if style is not None and isinstance(value, (int, float, dt.date)):
                sheet.write(number, column, value, style)
            else:
                sheet.write(number, column, value)
    return save(book)


def change(content, form, place, *values):
    changed = bytearray(content)
    pack_into(form, changed, place, *values)
    return bytes(changed)


def code(text, row, column, encoding="gb18030", number=0x0204):
    """Write a cell with its text, as before shared texts."""
    content = text.encode(encoding)
    return record(number, pack("<HHHH", row, column, 0, len(content)) + content)


def test_numbers_days_and_signs_read_as_excel_shows_them():
    day = xlwt.easyxf(num_format_str="yyyy/m/d")
    rows = [
        ["序号", "片区", "园区", "面积", "是否", "启用", "时刻", "错误"],
        [3.0, "甲区", "甲园", 12.5, True],
    ]
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    sheet.write(1, 5, dt.date(2026, 1, 2), day)
    sheet.write(1, 6, 0.75, xlwt.easyxf(num_format_str="h:mm"))
    sheet.row(1).set_cell_error(7, 0x2A)
    row = read_table(save(book), name="x.xls").rows[0]
    assert row.seq == 3
    assert row.extra == {
        "面积": "12.5",
        "是否": "TRUE",
        "启用": "2026-01-02",
        "时刻": "18:00:00",
        "错误": "",
    }


def test_a_number_that_is_no_day_stays_a_number():
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    content = write_rows(
        ["片区", "园区", "日期"], ["甲区", "甲园", 20260102], style=day
    )
    assert read_table(content, name="x").rows[0].extra == {"日期": "20260102"}


def test_days_are_counted_from_1904_where_the_file_says_so():
    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("表")
    for column, heading in enumerate(["片区", "园区", "日期"]):
        sheet.write(0, column, heading)
    sheet.write(1, 0, "甲区")
    sheet.write(1, 1, "甲园")
    sheet.write(1, 2, dt.date(2026, 1, 2), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    assert read_table(save(book), name="x").rows[0].extra == {"日期": "2026-01-02"}


def test_breaks_within_a_cell_are_lines_and_controls_are_blanks():
    content = write_rows(["片区", "园区"], ["甲区", "甲园\r\n乙园\r丙\x07园"])
    assert read_table(content, name="x").rows[0].parks == ("甲园", "乙园", "丙 园")


def test_every_sheet_is_read_hidden_ones_too():
    book = xlwt.Workbook()
    for name, park in [("一", "甲园"), ("二", "乙园")]:
        sheet = book.add_sheet(name)
        for column, heading in enumerate(["片区", "园区"]):
            sheet.write(0, column, heading)
        sheet.write(1, 0, "甲区")
        sheet.write(1, 1, park)
        sheet.visibility = int(name == "二")
    tables = open_tables(save(book), name="x")
    assert [table.rows[0][1] for table in tables] == ["甲园", "乙园"]


def test_an_empty_cell_with_a_border_is_not_missing():
    border = xlwt.easyxf("borders: left thin, right thin")
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for column, heading in enumerate(["片区", "园区", "产业方向"]):
        sheet.write(0, column, heading)
    sheet.write(1, 0, "甲区")
    sheet.write(1, 1, "甲园")
    sheet.write(1, 2, None, border)
    table = read_table(save(book), name="x")
    assert "cells-missing" not in {problem.code for problem in table.problems}


def test_a_merged_range_over_two_columns_fills_its_first():
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for column, heading in enumerate(["片区", "园区", "产业方向"]):
        sheet.write(0, column, heading)
    sheet.write_merge(1, 3, 0, 0, "甲区")
    for row, park in enumerate(["甲园", "乙园", "丙园"], 1):
        sheet.write(row, 1, park)
    sheet.write_merge(2, 3, 2, 3, "软件")
    table = read_table(save(book), name="x")
    assert [row.zone for row in table.rows] == ["甲区"] * 3
    assert [row.direction for row in table.rows] == [None, "软件", "软件"]
    merged = {(p.row, p.column) for p in table.problems if p.code == "cell-merged"}
    assert {(2, "zone"), (3, "zone"), (3, "direction")} <= merged
    assert (1, "zone") not in merged


@pytest.mark.parametrize("name", ["Book", "BOOK", "Workbook"])
def test_a_workbook_of_excel_95_is_read_in_its_code_page(name):
    codes = record(0x42, pack("<H", 936))
    cells = [["片区", "园区"], ["甲区", "甲园"]]
    sheet = b"".join(
        code(text, row, column)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    )
    stream = write_stream(codes, sheet, version=0x0500)
    table = read_table(write_compound(stream, name), name="x.xls")
    assert table.rows[0].parks == ("甲园",)
    assert table.source.format == "xls"
    assert "encoding-guessed" not in {problem.code for problem in table.problems}


def test_a_bare_sheet_that_names_no_encoding_is_read_as_chinese_and_said_so():
    cells = [["片区", "园区"], ["甲区", "甲园"]]
    stream = begin(SHEET, 0) + b"".join(
        code(text, row, column)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    )
    table = read_table(stream + EOF, name="报表.xls")
    assert table.rows[0].parks == ("甲园",)
    guessed = [p.used for p in table.problems if p.code == "encoding-guessed"]
    assert guessed == ["GB18030"]


@pytest.mark.parametrize(
    "content",
    [
        write_html(APPENDIX),
        "辖区,片区,园区\n南山区,甲区,前海园\n".encode("gb18030"),
        "辖区\t片区\t园区\n南山区\t甲区\t前海园\n".encode("utf-16"),
    ],
)
def test_a_web_page_or_text_called_xls_is_read_for_what_it_is(content):
    table = read_table(content, name="园区.xls")
    assert table.source.format != "xls"
    assert table.rows[0].parks[0] in {"福田国际电子商务产业园", "前海园"}


def test_a_file_with_a_password_is_said_to_have_one():
    locked = write_stream(record(0x2F, b"\x01\0" * 27), b"\x93" * 400)
    with pytest.raises(EncryptedFileError, match="password"):
        read_table(write_compound(locked), name="x.xls")
    with pytest.raises(EncryptedFileError, match="password"):
        read_table(write_compound(b"\0" * 5000, "EncryptedPackage"), name="x.xlsx")


def test_a_word_document_is_asked_for_in_its_new_format():
    with pytest.raises(OldOfficeFileError, match=r"\.docx or \.xlsx"):
        read_table(write_compound(b"\0" * 5000, "WordDocument"), name="x.doc")


def test_a_workbook_within_a_document_is_not_the_document():
    content = write_compound(write_stream(b"", b""), "ObjectPool")
    place = content.rindex("ObjectPool".encode("utf-16-le"))
    name = "Workbook".encode("utf-16-le")
    within = bytearray(content[place : place + 128])
    within[:66] = name.ljust(64, b"\0") + pack("<H", len(name) + 2)
    content = change(content, "<128s", place + 128, bytes(within))
    content = change(content, "<BBIII", place + 66, 1, 1, 2**32 - 1, 2**32 - 1, 2)
    with pytest.raises(OldOfficeFileError):
        read_table(content, name="x.doc")


@pytest.mark.parametrize("share", [0.001, 0.01, 0.3, 0.9, 0.95])
def test_a_file_cut_off_is_said_to_be_damaged(share):
    content = write_xls(APPENDIX)
    with pytest.raises(BrokenFileError, match="damaged"):
        read_table(content[: 8 + int(len(content) * share)], name="x")


def test_any_damage_is_an_error_of_ours_or_a_table_and_prints_nothing(capfd):
    content = write_xls(APPENDIX)
    chance = random.Random(20260102)  # noqa: S311 - the same damage in every run
    for _ in range(400):
        damaged = bytearray(content)
        for _ in range(chance.choice([1, 1, 2, 4, 16])):
            damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
        with contextlib.suppress(ParksError):
            read_table(bytes(damaged), name="x")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("form", "place", "values"),
    [
        ("<H", 30, (20,)),
        ("<I", FIRST_DIRECTORY, (7,)),
        ("<I", FIRST_DIRECTORY, (2**31,)),
        ("<I", FAT_PLACES, (10**6,)),
        ("<I", FAT_PLACES, (0,)),
    ],
)
def test_tables_that_lead_nowhere_are_said_to_be_damaged(form, place, values):
    with pytest.raises(BrokenFileError):
        read_table(change(write_xls(APPENDIX), form, place, *values), name="x")


def test_tables_that_lead_in_circles_end():
    content = write_xls(APPENDIX)
    (table,) = (int.from_bytes(content[76:80], "little"),)
    for sector in range(len(content) // 512 - 1):
        entry = (table + 1) * 512 + sector * 4
        with contextlib.suppress(ParksError):
            read_table(change(content, "<I", entry, sector), name="x")
    extra = change(content, "<II", FIRST_EXTRA, 3, 2**31)
    with contextlib.suppress(ParksError):
        read_table(extra, name="x")


def test_a_tree_of_names_that_branches_into_itself_ends():
    content = write_xls(APPENDIX)
    place = content.rindex("Workbook".encode("utf-16-le"))
    for entry, after in [(1, 2), (2, 3), (3, 0)]:
        links = place + (entry - 1) * 128 + 68
        content = change(content, "<II", links, after, after)
    assert len(read_table(content, name="x").rows) == 22


def heads():
    texts = [write_text(text) for text in ["片区", "园区"]]
    return texts, write_label(0, 0, 0) + write_label(0, 1, 1)


def write_shared(texts):
    return record(0xFC, pack("<II", len(texts), len(texts)) + b"".join(texts))


def test_a_text_shown_by_a_million_cells_is_refused_before_it_fills_memory():
    texts, labels = heads()
    texts.append(write_text("园" * 3000))
    cells = b"".join(write_label(row, 1, 2) for row in range(1, 20_000))
    content = write_compound(write_stream(write_shared(texts), labels + cells))
    tracemalloc.start()
    with pytest.raises(OversizedFileError, match="30,000,000"):
        read_table(content, name="x")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


def test_a_merge_over_every_column_is_refused():
    texts, labels = heads()
    cells = b"".join(write_label(1, column, 0) for column in range(256))
    cells += b"".join(write_label(row, 0, 0) for row in range(2, 10_000))
    ranges = b"".join(pack("<4H", 1, 9_999, place, place) for place in range(256))
    cells += record(0xE5, pack("<H", 256) + ranges)
    content = write_compound(write_stream(write_shared(texts), labels + cells))
    with pytest.raises(OversizedFileError, match="1,500,000"):
        read_table(content, name="x")


def test_more_rows_than_can_be_read_are_refused():
    texts, labels = heads()
    rows = b"".join(write_label(row, 0, 0) for row in range(1, 51_000))
    stream = write_stream(write_shared(texts), labels + rows, labels + rows)
    with pytest.raises(OversizedFileError, match="100,000"):
        read_table(write_compound(stream), name="x")


def test_more_records_or_texts_than_can_be_read_are_refused():
    many = write_stream(b"", record(0x0999) * 1_500_001)
    with pytest.raises(OversizedFileError, match="1,500,000"):
        read_table(write_compound(many), name="x")
    long = record(0xFC, pack("<II", 1, 1)) + record(0x3C, b"x" * 8000) * 1600
    with pytest.raises(OversizedFileError, match="12 MB"):
        read_table(write_compound(write_stream(long)), name="x")


def test_names_links_and_charts_in_a_workbook_are_passed_over():
    texts, labels = heads()
    texts += [write_text("甲区"), write_text("甲园")]
    chart = begin(0x20) + write_label(1, 1, 0) + EOF
    link = record(0x01B8, b"\xff" * 3)
    cells = labels + write_label(1, 0, 2) + link + write_label(1, 1, 3) + chart
    name = record(0x18, b"\xff" * 9)
    stream = write_stream(name + write_shared(texts), cells)
    (row,) = read_table(write_compound(stream), name="x").rows
    assert (row.zone, row.parks) == ("甲区", ("甲园",))


def test_merged_cells_that_claim_more_than_there_is_are_damage():
    texts, labels = heads()
    merges = record(0xE5, pack("<H", 9) + pack("<4H", 0, 1, 0, 0))
    stream = write_stream(write_shared(texts), labels + merges)
    with pytest.raises(BrokenFileError, match="MERGEDCELLS"):
        read_table(write_compound(stream), name="x")

"""What a workbook hides is read and said; what is not read is counted."""

import io

import openpyxl
import pytest
import xlsxwriter
import xlwt
from archives import change_part

from parks.readers import open_tables, read_table

ROWS = [
    ["序号", "辖区", "园区", "内部备注", "产业"],
    [1, "南山区", "甲园", "机密", "软件"],
    [2, "福田区", "乙园", "", "金融"],
    [3, "福田区", "丙园", "", "物流"],
]


def write_xlsx(name="南山区", state=None):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("目录")
    sheet.write_row(0, 0, ["科室", "电话"])
    sheet = book.add_worksheet(name)
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    if state:
        sheet.hide() if state == "hidden" else sheet.very_hidden()
    # Rows and columns without anything in them are nobody's loss.
    for number in (1, 2, 7):
        sheet.set_row(number, options={"hidden": True})
    sheet.set_column("D:D", options={"hidden": True})
    sheet.set_column("H:XFD", options={"hidden": True})
    sheet.write_comment("C2", "待核")
    sheet.write_comment("C3", "待核")
    sheet.write_url("C4", "https://example.org/", string="丙园")
    book.close()
    return file.getvalue()


def write_xls(name="南山区", state=None):
    book = xlwt.Workbook()
    sheet = book.add_sheet(name)
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    for number in (1, 2, 7):
        sheet.row(number).hidden = True
    sheet.col(3).hidden = sheet.col(9).hidden = True
    sheet.visibility = 0
    if state:
        book.add_sheet("封面")
        book.active_sheet = 1
        sheet.visibility = 1 if state == "hidden" else 2
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def said(content):
    table = read_table(content, name="x")
    codes = {"rows-hidden", "columns-hidden", "sheet-hidden", "comments-dropped"}
    return {p.code: (p.row, p.found, p.used) for p in table.problems if p.code in codes}


def test_hidden_rows_and_columns_that_hold_something_are_read_and_said():
    assert len(read_table(write_xlsx(), name="x").rows) == 3
    assert said(write_xlsx()) == {
        "rows-hidden": (None, "", "2–3"),
        "columns-hidden": (None, "", "D"),
        "comments-dropped": (None, "2", "1"),
    }


def test_an_old_workbook_says_the_same():
    assert len(read_table(write_xls(), name="x").rows) == 3
    assert said(write_xls()) == {
        "rows-hidden": (None, "", "2–3"),
        "columns-hidden": (None, "", "D"),
    }


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
@pytest.mark.parametrize("state", ["hidden", "very hidden"])
def test_a_hidden_sheet_is_read_and_said(write, state):
    assert said(write(state=state))["sheet-hidden"] == (None, "", "南山区")


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_a_table_has_the_name_of_its_sheet_for_a_title(write):
    assert [table.title for table in open_tables(write(), name="x")][-1] == "南山区"


@pytest.mark.parametrize(
    ("name", "district"),
    [("南山区", "南山区"), ("深圳市南山区", "深圳市南山区"), ("名单", None)],
)
def test_a_sheet_called_by_a_district_tells_the_district_of_its_rows(name, district):
    book = openpyxl.Workbook()
    book.active.title = name
    book.active.append(["园区", "产业", "面积"])
    book.active.append(["甲园", "软件", 3])
    file = io.BytesIO()
    book.save(file)
    table = read_table(file.getvalue(), name="x")
    assert table.rows[0].district == district
    used = [p.used for p in table.problems if p.code == "district-titled"]
    assert used == ([district] if district else [])


def test_a_column_of_districts_says_more_than_the_name_of_the_sheet():
    table = read_table(write_xlsx(), name="x")
    assert [row.district for row in table.rows] == ["南山区", "福田区", "福田区"]


def test_a_sheet_that_hides_nothing_says_nothing():
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    assert said(file.getvalue()) == {}


def test_what_only_tells_of_hidden_columns_never_refuses_a_file():
    content = change_part(
        write_xlsx(),
        "xl/worksheets/sheet2.xml",
        lambda body: body.replace(b'min="4"', b'min="x"'),
    )
    assert "columns-hidden" not in said(content)

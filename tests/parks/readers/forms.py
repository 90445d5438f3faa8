"""Writes rows of parks in each form that planners hold them in."""

import html
import io

import docx
import openpyxl
import xlwt

HEADINGS = ["序号", "辖区", "片区", "核心产业园", "产业方向", "规划依据"]
TITLE = "深圳市数字经济产业园区规划布局一览表"


def list_cells(row):
    """Write what a row says as the cells of a table."""
    policies = "\n".join(
        f"《{policy.title}》" + (f"（{policy.number}）" if policy.number else "")
        for policy in row.policies
    )
    cells = [str(row.seq), row.district, row.zone, "\n".join(row.parks)]
    return [cell or "" for cell in (*cells, row.direction, policies)]


def find_blocks(texts):
    """Find the runs of equal texts: first and last place of each."""
    blocks, first = [], 0
    for place in range(1, len(texts) + 1):
        if place == len(texts) or texts[place] != texts[first]:
            blocks.append((first, place - 1))
            first = place
    return blocks


def write_docx(rows, *, others=1):
    """Write a Word document: prose, other tables, then ours with merged districts."""
    document = docx.Document()
    document.add_heading(TITLE)
    document.add_paragraph("各区应当结合片区定位推进，详见下表。")
    for _ in range(others):
        other = document.add_table(rows=1, cols=2)
        other.rows[0].cells[0].text = "联系人"
        other.rows[0].cells[1].text = "电话"
    table = document.add_table(rows=0, cols=len(HEADINGS), style="Table Grid")
    for cells in [HEADINGS, *map(list_cells, rows)]:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            first, *more = text.split("\n")
            cell.text = first
            for line in more:
                cell.add_paragraph(line)
    for first, last in find_blocks([row.district for row in rows]):
        for number in range(first + 2, last + 2):
            table.cell(number, 1).text = ""
        merged = table.cell(first + 1, 1).merge(table.cell(last + 1, 1))
        merged.text = rows[first].district or ""
    return _bytes(document)


def write_xlsx(rows):
    """Write a workbook: a sheet of notes, then a title above ours, districts merged."""
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active.append(["本表由各区填报。"])
    sheet = book.create_sheet("一览表")
    sheet.append([TITLE])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=6)
    sheet.append([])
    sheet.append(HEADINGS)
    for row in rows:
        seq, *texts = list_cells(row)
        sheet.append([int(seq), *texts])
    for first, last in find_blocks([row.district for row in rows]):
        if last > first:
            sheet.merge_cells(
                start_row=first + 4, end_row=last + 4, start_column=2, end_column=2
            )
    return _bytes(book)


def write_xls(rows):
    """Write a workbook of before 2007: as `write_xlsx`."""
    book = xlwt.Workbook()
    book.add_sheet("说明").write(0, 0, "本表由各区填报。")
    sheet = book.add_sheet("一览表")
    sheet.write_merge(0, 0, 0, 5, TITLE)
    for column, heading in enumerate(HEADINGS):
        sheet.write(2, column, heading)
    for number, row in enumerate(rows, 3):
        seq, _, *texts = list_cells(row)
        sheet.write(number, 0, int(seq))
        for column, text in enumerate(texts, 2):
            sheet.write(number, column, text)
    for first, last in find_blocks([row.district for row in rows]):
        sheet.write_merge(first + 3, last + 3, 1, 1, rows[first].district or "")
    return _bytes(book)


def write_html(rows):
    """Write a web page: a menu in a table, then ours with spanning districts."""
    spans = {
        first: last - first + 1
        for first, last in find_blocks([row.district for row in rows])
    }
    lines = [f"<th>{heading}</th>" for heading in HEADINGS]
    body = [f"<tr>{''.join(lines)}</tr>"]
    for number, row in enumerate(rows):
        cells = [
            "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
            for text in list_cells(row)
        ]
        span = spans.get(number)
        district = f"<td rowspan={span}>{cells[1]}</td>" if span else ""
        others = "".join(f"<td>{cell}</td>" for cell in cells[2:])
        body.append(f"<tr><td>{cells[0]}</td>{district}{others}</tr>")
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}</title>"
        "<script>var 片区 = '园区';</script></head><body>"
        "<table><tr><td><a href=/>首页</a></td></tr></table>"
        f"<table><tbody>{''.join(body)}</tbody></table></body></html>"
    ).encode()


WRITERS = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "xls": write_xls,
    "html": write_html,
}


def _bytes(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()

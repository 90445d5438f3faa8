"""Sheets of Excel in which every cell is text or number, never a formula or a link."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

import xlsxwriter

from parks.exports.flat import list_cells, name_columns
from parks.exports.layer import ExportLayer
from parks.language import Language, translate

WIDTHS: Final = {
    "name": 28,
    "parks": 28,
    "zone": 24,
    "direction": 60,
    "policies": 60,
    "location_note": 40,
    "location_source": 40,
    "correction": 40,
    "wkt": 30,
}
"""Of the wide columns, in characters; others have `WIDTH`."""
WIDTH: Final = 14
_LONGEST_CELL: Final = 32_767
"""Units of UTF-16 that Excel holds in a cell."""
_CUT: Final = (
    "{count} cell(s) are longer than Excel can hold and end early here; "
    "GeoJSON and CSV have them whole."
)
_MADE: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""Written as date of creation, so that the same rows give the same bytes."""


@contextmanager
def open_book(file: io.BytesIO) -> Iterator[xlsxwriter.Workbook]:
    """Open a workbook to write; it is whole when the block ends."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": _MADE})
        yield book


def say_cut(cut: int, language: Language) -> dict[str, str]:
    """Say on the sheet about the book that cells were too long, if any were."""
    if not cut:
        return {}
    return {translate("Cut", language): translate(_CUT, language).format(count=cut)}


def write_layer(
    book: xlsxwriter.Workbook, layer: ExportLayer, language: Language
) -> int:
    """Write a layer as a sheet and count the cells that Excel could not hold whole."""
    cut = 0
    sheet = book.add_worksheet(translate(layer.name.capitalize(), language))
    bold = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    columns = name_columns(layer)
    for position, name in enumerate(columns):
        sheet.set_column(position, position, WIDTHS.get(name, WIDTH), plain)
        sheet.write_string(0, position, *layer.list_fields(name), bold)
    for number, cells in enumerate(list_cells(layer), start=1):
        for position, cell in enumerate(cells):
            cut += write_cell(sheet, number, position, cell)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(layer.rows), 1), len(columns) - 1)
    return cut


def write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: str | float | None,
    *formats: xlsxwriter.format.Format,
) -> bool:
    """Write a cell as text or number and say whether it was too long for Excel."""
    if isinstance(cell, str):
        text, is_cut = _cut(cell)
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such text for markup of its own and would write it as
            # that; in pieces it is text again, and Excel shows it as one.
            sheet.write_rich_string(row, column, "<", "r", text[2:], *formats)
        else:
            sheet.write_string(row, column, text, *formats)
        return is_cut
    if cell is not None:
        sheet.write_number(row, column, cell, *formats)
    elif formats:
        sheet.write_blank(row, column, None, *formats)
    return False


def _cut(text: str) -> tuple[str, bool]:
    """Cut a text to what a cell holds, and say whether it was longer."""
    # Excel counts units of UTF-16: an emoji is two.
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * _LONGEST_CELL:
        return text, False
    return units[: 2 * _LONGEST_CELL].decode("utf-16-le", "ignore"), True


def write_about(
    book: xlsxwriter.Workbook, about: dict[str, str], language: Language
) -> None:
    """Write label and text on a sheet of their own."""
    sheet = book.add_worksheet(translate("About", language))
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, (label, text) in enumerate(about.items()):
        write_cell(sheet, row, 0, label)
        write_cell(sheet, row, 1, text)

"""Excel in which every cell is text or number, never a formula or a link."""

import io
from datetime import UTC, datetime
from typing import Final

import xlsxwriter

from parks.exports.flat import list_cells, name_columns
from parks.exports.layer import ExportLayer
from parks.headings import head
from parks.language import Language, translate

_WIDTHS: Final = {
    "name": 28,
    "zone": 24,
    "direction": 60,
    "policies": 60,
    "location_note": 40,
    "location_source": 40,
    "wkt": 30,
}
_WIDTH: Final = 14
_LONGEST_CELL: Final = 32_767
"""Characters that Excel holds in a cell."""
_CUT: Final = (
    "{count} cell(s) are longer than Excel can hold and end early here; "
    "GeoJSON and CSV have them whole."
)
_MADE: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""Written as date of creation, so that the same rows give the same bytes."""


def write_xlsx(
    layer: ExportLayer, *, language: Language, about: dict[str, str]
) -> bytes:
    """
    Write a layer as a workbook: the rows, and a sheet that says what they are.

    Parameters
    ----------
    layer
        The rows.
    language
        Of the headings.
    about
        What the second sheet says, label and text.
    """
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": _MADE})
        cut = _write_rows(book, layer, language)
        if cut:
            said = translate(_CUT, language).format(count=cut)
            about = {**about, translate("Cut", language): said}
        _write_about(book, about, language)
    return file.getvalue()


def _write_rows(
    book: xlsxwriter.Workbook, layer: ExportLayer, language: Language
) -> int:
    """Write the rows and count the cells that Excel could not hold whole."""
    cut = 0
    sheet = book.add_worksheet(translate(layer.name.capitalize(), language))
    bold = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    columns = name_columns(layer)
    for position, name in enumerate(columns):
        sheet.set_column(position, position, _WIDTHS.get(name, _WIDTH), plain)
        sheet.write_string(0, position, head(name, language), bold)
    for number, cells in enumerate(list_cells(layer), start=1):
        for position, cell in enumerate(cells):
            _write_cell(sheet, number, position, cell)
            cut += isinstance(cell, str) and len(cell) > _LONGEST_CELL
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(layer.rows), 1), len(columns) - 1)
    return cut


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: str | float | None,
) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_LONGEST_CELL])
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _write_about(
    book: xlsxwriter.Workbook, about: dict[str, str], language: Language
) -> None:
    sheet = book.add_worksheet(translate("About", language))
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, (label, text) in enumerate(about.items()):
        _write_cell(sheet, row, 0, label)
        _write_cell(sheet, row, 1, text)

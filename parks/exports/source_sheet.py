"""A sheet of Excel that leads each field and each row back to the table."""

from typing import Final

import xlsxwriter

from parks.exports.layer_record import FieldRecord
from parks.exports.record import ExportRecord
from parks.exports.sheets import write_cell
from parks.headings import head
from parks.language import Language, translate

FIELD_HEADINGS: Final = ("Field", "In Chinese", "In English", "Where it comes from")
ROW_HEADINGS: Final = ("Row's id", "Row number of the table", "Line of its body")
_WIDTHS: Final = (34, 24, 24, 44)


def write_sources(
    book: xlsxwriter.Workbook, record: ExportRecord, language: Language
) -> None:
    """
    Write for each field its column of the table, for each row its row and line.

    Both together give the cell that a value comes from.
    """
    sheet = book.add_worksheet(translate("Sources", language))
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    # The workbook holds the first layer alone.
    layer = record.layers[0]
    described = [_describe(field, language) for field in layer.fields]
    listed = [(row.id, row.seq, row.line) for row in layer.rows]
    headings = {
        0: FIELD_HEADINGS,
        len(described) + 2: ROW_HEADINGS if listed else (),
    }
    for at, names in headings.items():
        for column, name in enumerate(names):
            sheet.write_string(at, column, translate(name, language), bold)
    for first, rows in ((1, described), (len(described) + 3, listed)):
        for at, cells in enumerate(rows, first):
            for column, cell in enumerate(cells):
                write_cell(sheet, at, column, cell)
    sheet.freeze_panes(0, 1)


def _describe(field: FieldRecord, language: Language) -> tuple[str, ...]:
    origin = translate("derived, no cell of the table", language)
    if field.column is not None:
        said = translate("column “{column}” of the table", language)
        origin = said.format(column=head(field.column, language))
    return field.written, field.zh, field.en, origin

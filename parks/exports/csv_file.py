"""CSV that a Chinese Excel opens without garbling and runs nothing of."""

import csv
import io
from typing import Final

from parks.exports.flat import list_cells, name_columns
from parks.exports.layer import ExportLayer

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(layer: ExportLayer) -> bytes:
    """
    Write a layer as CSV in UTF-8 with a byte order mark.

    A text that Excel would run as a formula gets an apostrophe before it, which
    Excel hides and our own reader takes away again.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(name_columns(layer))
    for cells in list_cells(layer):
        writer.writerow([_disarm(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _disarm(cell: str | float | None) -> str | float | None:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return "'" + cell
    return cell

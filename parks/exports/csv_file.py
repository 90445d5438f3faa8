"""CSV that a Chinese Excel opens without garbling and runs nothing of."""

import csv
import io

from parks.exports.bundle import ExportBundle
from parks.exports.flat import list_cells
from parks.exports.written_names import name_cells_and_wkt
from parks.formulas import disarm


def write_csv(bundle: ExportBundle) -> bytes:
    """
    Write a layer as CSV in UTF-8 with a byte order mark, places as numbers and WKT.

    A text that Excel would run as a formula gets an apostrophe before it, which
    Excel hides and our own reader takes away again.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    layer = bundle.layer
    writer.writerow(name_cells_and_wkt(layer).values())
    for cells in list_cells(layer, with_wkt=True):
        writer.writerow(
            [disarm(cell) if isinstance(cell, str) else cell for cell in cells]
        )
    return text.getvalue().encode("utf-8-sig")

"""Excel in which every cell is text or number, never a formula or a link."""

import io

from parks.exports.bundle import ExportBundle
from parks.exports.sheets import open_book, say_cut, write_about, write_layer


def write_xlsx(bundle: ExportBundle) -> bytes:
    """Write a layer as a workbook: the rows, and a sheet that says what they are."""
    file = io.BytesIO()
    language = bundle.language
    with open_book(file) as book:
        cut = write_layer(book, bundle.layer, language)
        write_about(book, {**bundle.about, **say_cut(cut, language)}, language)
    return file.getvalue()

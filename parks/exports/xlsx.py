"""Excel in which every cell is text or number, never a formula or a link."""

import io

from parks.exports.bundle import ExportBundle
from parks.exports.row_words import speak_notes
from parks.exports.sheets import open_book, say_cut, write_about, write_layer
from parks.exports.source_sheet import write_sources


def write_xlsx(bundle: ExportBundle) -> bytes:
    """
    Write a layer as a workbook: the rows, what they are, and where each comes from.

    Rows that are no layer of an edition have no sheet on where they come from.
    """
    file = io.BytesIO()
    language = bundle.language
    with open_book(file) as book:
        cut = write_layer(book, speak_notes(bundle.layer, language), language)
        write_about(book, {**bundle.about, **say_cut(cut, language)}, language)
        if bundle.record is not None:
            write_sources(book, bundle.record, language)
    return file.getvalue()

"""Excel in which every cell is text or number, never a formula or a link."""

import io

from parks.exports.layer import ExportLayer
from parks.exports.sheets import open_book, say_cut, write_about, write_layer
from parks.language import Language


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
    with open_book(file) as book:
        cut = write_layer(book, layer, language)
        write_about(book, {**about, **say_cut(cut, language)}, language)
    return file.getvalue()

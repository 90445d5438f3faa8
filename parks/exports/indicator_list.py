"""The figures as CSV and Excel, with all that is known of each."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

import xlsxwriter

from parks.citations import number_notes
from parks.exports.sheets import open_book, write_about, write_cell
from parks.formulas import disarm
from parks.indicator_model import Definition, Indicator
from parks.indicator_words import (
    KIND_NAMES,
    PLACE_NAMES,
    QUALIFIER_NAMES,
    convert_money,
    name_unit,
    write_date,
    write_period,
)
from parks.indicators import read_indicators
from parks.language import Language, translate

FIELDS: Final = (
    "id",
    "zh",
    "en",
    "value",
    "unit",
    "qualifier",
    "kind",
    "period",
    "place",
    "stated",
    "quote",
)
"""Fields of a figure that the CSV has under their own names."""
DEFINITION_FIELDS: Final = (
    "id",
    "zh",
    "en",
    "explanation_zh",
    "explanation_en",
    "warning_zh",
    "warning_en",
)
DOCUMENT_FIELDS: Final = (
    "title",
    "title_en",
    "publisher",
    "publisher_en",
    "date",
    "dating_zh",
    "dating_en",
    "url",
)
HEADINGS: Final = {
    "Figure": 34,
    "City of the figure": 12,
    "Time": 16,
    "Number": 12,
    "Unit": 14,
    "Bound": 16,
    "Kind of figure": 18,
    "As it stands in the text": 18,
    "Counted as": 36,
    "What must not be made of it": 44,
    "Quotation": 60,
    "Document": 44,
    "Published by": 26,
    "Published on": 20,
    "Address": 40,
    "Note number": 8,
}
"""Headings of the sheet of figures, with the width of each column in characters."""
DEFINITION_HEADINGS: Final = {
    "Counted as": 40,
    "What it counts": 70,
    "What must not be made of it": 50,
    "Not to be compared with": 50,
}
"""Headings of the sheet of definitions, with widths."""
SHEET_NAMES: Final = ("Figures", "Definitions")
ABOUT_WORDS: Final = {
    "What this is": (
        "Figures of the digital economy of Shenzhen, and of Beijing's where they are "
        "set beside them, as the documents named give them. The quotation holds the "
        "figure word for word."
    ),
    "Comparing": (
        "Compare figures of one definition only. Where two figures have different "
        "years, say so."
    ),
    "Money": (
        "In the Chinese sheet in 亿元, which is 100 million yuan and what the texts "
        "count in; in the English sheet in billion yuan."
    ),
}
"""Labels and texts of the sheet about the book."""


def write_indicators_csv() -> bytes:
    """Write every figure as CSV in UTF-8 with a byte order mark, in both languages."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        [
            *FIELDS,
            *(f"definition_{name}" for name in DEFINITION_FIELDS),
            "definition_not_with",
            *(f"document_{name}" for name in DOCUMENT_FIELDS),
            "note",
        ]
    )
    for each in read_indicators().all:
        cells = [
            *(getattr(each, name) for name in FIELDS),
            *(getattr(each.definition, name) for name in DEFINITION_FIELDS),
            "; ".join(each.definition.not_with),
            *(getattr(each.document, name) for name in DOCUMENT_FIELDS),
            number_notes()[each.id],
        ]
        writer.writerow([disarm(c) if isinstance(c, str) else c for c in cells])
    return text.getvalue().encode("utf-8-sig")


def write_indicators_xlsx(language: Language) -> bytes:
    """Write figures, definitions and what they are as a workbook in a language."""
    found = read_indicators().all
    definitions = {each.definition.id: each.definition for each in found}
    about = {
        translate(label, language): translate(text, language)
        for label, text in ABOUT_WORDS.items()
    }
    file = io.BytesIO()
    with open_book(file) as book:
        figures = [_tell(each, language) for each in found]
        _write_sheet(book, SHEET_NAMES[0], HEADINGS, figures, language)
        defined = [
            _define(each, definitions, language) for each in definitions.values()
        ]
        _write_sheet(book, SHEET_NAMES[1], DEFINITION_HEADINGS, defined, language)
        write_about(book, about, language)
    return file.getvalue()


def _write_sheet(
    book: xlsxwriter.Workbook,
    name: str,
    headings: Mapping[str, int],
    lines: Sequence[Sequence[str | float]],
    language: Language,
) -> None:
    sheet = book.add_worksheet(translate(name, language))
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, (heading, width) in enumerate(headings.items()):
        sheet.set_column(column, column, width, plain)
        sheet.write_string(0, column, translate(heading, language), bold)
    for number, line in enumerate(lines, 1):
        for column, cell in enumerate(line):
            write_cell(sheet, number, column, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(lines), len(headings) - 1)


def _tell(each: Indicator, language: Language) -> tuple[str | float, ...]:
    """Say all of a figure, in the order of `HEADINGS`."""
    is_english = language is Language.EN
    document = each.document
    return (
        each.name(language),
        translate(PLACE_NAMES[each.place], language),
        write_period(each.period, language),
        convert_money(each.value, language) if each.unit == "yi-yuan" else each.value,
        name_unit(each.unit, language),
        translate(QUALIFIER_NAMES[each.qualifier], language),
        translate(KIND_NAMES[each.kind], language),
        each.stated,
        each.definition.name(language),
        each.definition.warn(language),
        each.quote,
        document.title,
        document.publisher_en if is_english else document.publisher,
        write_date(document, language),
        document.url,
        number_notes()[each.id],
    )


def _define(
    each: Definition, definitions: Mapping[str, Definition], language: Language
) -> tuple[str, ...]:
    """Say all of a definition, in the order of `DEFINITION_HEADINGS`."""
    others = (definitions[id_].name(language) for id_ in each.not_with)
    return (
        each.name(language),
        each.explain(language),
        each.warn(language),
        "; ".join(others),
    )

"""The documents that a table cites, as a list for Excel."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from parks.edition import Edition
from parks.exports.sheets import open_book, say_cut, write_about, write_cell
from parks.formulas import disarm
from parks.language import Language, translate
from parks.policy_documents import PolicyDocument
from parks.policy_sentences import (
    cite,
    explain_level,
    explain_variant,
    explain_years,
    name_level,
    name_row,
    say_rows,
)

COLUMNS: Final = {
    "Document": 60,
    "Document number": 22,
    "Level": 12,
    "Why this level": 40,
    "Years": 12,
    "Where the years are from": 36,
    "Number of zones": 10,
    "Number of parks": 10,
    "Zones that rest on it": 60,
    "Cited as": 70,
}
"""The columns of the list and their widths in characters."""
Cells = tuple[str | int, ...]


def write_policies_csv(
    edition: Edition, documents: Sequence[PolicyDocument], language: Language
) -> bytes:
    """
    Write documents as CSV in UTF-8 with a byte order mark, a line each.

    A text that Excel would run as a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([translate(name, language) for name in COLUMNS])
    for cells in _list_cells(edition, documents, language):
        writer.writerow([disarm(c) if isinstance(c, str) else c for c in cells])
    return text.getvalue().encode("utf-8-sig")


def write_policies_xlsx(
    edition: Edition,
    documents: Sequence[PolicyDocument],
    language: Language,
    about: Mapping[str, str],
) -> bytes:
    """
    Write documents as a workbook: the list, and a sheet on where it comes from.

    Parameters
    ----------
    edition
        The edition whose documents they are.
    documents
        In the order to write them.
    language
        Of headings and sentences.
    about
        What the second sheet says, label and text.
    """
    file = io.BytesIO()
    cut = 0
    with open_book(file) as book:
        sheet = book.add_worksheet(translate("Policy documents", language))
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for at, (name, width) in enumerate(COLUMNS.items()):
            sheet.set_column(at, at, width, plain)
            sheet.write_string(0, at, translate(name, language), bold)
        listed = _list_cells(edition, documents, language)
        for number, cells in enumerate(listed, start=1):
            for at, cell in enumerate(cells):
                cut += write_cell(sheet, number, at, cell)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(documents), 1), len(COLUMNS) - 1)
        write_about(book, {**about, **say_cut(cut, language)}, language)
    return file.getvalue()


def _list_cells(
    edition: Edition, documents: Sequence[PolicyDocument], language: Language
) -> Iterator[Cells]:
    def join(texts: Iterator[str]) -> str:
        return "\n".join(dict.fromkeys(texts))

    for document in documents:
        yield (
            document.title,
            document.number or "",
            name_level(document.level.level, language),
            explain_level(document, language),
            join(str(years) for years in document.years),
            join(explain_years(years, language) for years in document.years),
            len(document.rows),
            len(document.parks),
            join(name_row(edition, row, language) for row in document.rows),
            join(_list_variants(edition, document, language)),
        )


def _list_variants(
    edition: Edition, document: PolicyDocument, language: Language
) -> Iterator[str]:
    for variant in document.variants:
        rows = say_rows(edition, variant.rows, language, len(variant.rows))
        why = explain_variant(document, variant, language)
        yield f"{cite(variant.policy)} {rows}" + (f" – {why}" if why else "")

"""A table as it was understood, as a workbook that reads back to the same rows."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import xlsxwriter

from parks.edition import Edition
from parks.exports.field_names import FieldNames
from parks.exports.layer import pick_layer
from parks.exports.sheets import (
    WIDTH,
    WIDTHS,
    open_book,
    say_cut,
    write_about,
    write_cell,
    write_layer,
)
from parks.headings import head
from parks.language import Language, translate
from parks.model import Role, Row
from parks.wording import list_problems, name_tags

_COLUMNS: Final = (
    "seq",
    "district",
    "zone",
    "parks",
    "direction",
    "policies",
    "focus",
    "mentioned",
)
_DOUBTED: Final = "#fff2cc"


def write_cleaned_table(
    edition: Edition, *, language: Language, about: dict[str, str]
) -> bytes:
    """
    Write an edition as a workbook: its table, what was doubted, its parks placed.

    On the first sheet stands every row, one cell a column, blanks filled and names
    joined as they were read, with the columns the table has besides; a cell that
    was repaired or doubted is shaded.

    Parameters
    ----------
    edition
        The edition.
    language
        Of headings and sentences.
    about
        What the last sheet says, label and text.
    """
    file = io.BytesIO()
    everything = np.ones(len(edition.parks), dtype=bool)
    with open_book(file) as book:
        cut = _write_table(book, edition, language)
        cut += _write_problems(book, edition, language)
        parks = replace(pick_layer(edition, everything), fields=FieldNames.of(language))
        cut += write_layer(book, parks, language)
        write_about(book, {**about, **say_cut(cut, language)}, language)
    return file.getvalue()


def _write_table(
    book: xlsxwriter.Workbook, edition: Edition, language: Language
) -> int:
    rows = edition.table.rows
    extra = tuple(dict.fromkeys(name for row in rows for name in row.extra))
    columns = (*_COLUMNS, *extra)
    sheet = book.add_worksheet(translate("Table", language))
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    doubted = book.add_format(
        {"text_wrap": True, "valign": "top", "bg_color": _DOUBTED}
    )
    bold = book.add_format({"bold": True, "bottom": 1})
    for position, name in enumerate(columns):
        sheet.set_column(position, position, WIDTHS.get(name, WIDTH), plain)
        write_cell(sheet, 0, position, head(name, language), bold)
    doubts = {(problem.place, problem.column) for problem in edition.table.problems}
    cut = 0
    for number, row in enumerate(rows, start=1):
        for position, (name, cell) in enumerate(
            zip(columns, _list_cells(row, extra, language), strict=True)
        ):
            shade = doubted if (number - 1, name) in doubts else plain
            cut += write_cell(sheet, number, position, cell, shade)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    return cut


def _list_cells(
    row: Row, extra: Sequence[str], language: Language
) -> Iterator[str | int | None]:
    """List what a row says in the order of `_COLUMNS`, then what it says besides."""
    yield row.seq
    yield row.district
    yield row.zone
    yield "\n".join(row.parks)
    yield row.direction
    yield "\n".join(
        f"《{policy.title}》" + (f"（{policy.number}）" if policy.number else "")
        for policy in row.policies
    )
    yield name_tags(row, Role.FOCUS, language)
    yield name_tags(row, Role.MENTION, language)
    yield from (row.extra.get(name) for name in extra)


def _write_problems(
    book: xlsxwriter.Workbook, edition: Edition, language: Language
) -> int:
    problems = list_problems(edition.table.problems, language)
    sheet = book.add_worksheet(translate("Problems", language))
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.set_column(0, 1, WIDTH, plain)
    sheet.set_column(2, 2, 80, plain)
    sheet.set_column(3, 4, 40, plain)
    cut = 0
    for position, title in enumerate(problems.columns):
        sheet.write_string(0, position, title, bold)
        for number, cell in enumerate(problems[title], start=1):
            cut += write_cell(sheet, number, position, cell)
    sheet.freeze_panes(1, 0)
    return cut

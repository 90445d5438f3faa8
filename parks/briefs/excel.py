"""A brief as an Excel workbook in which every cell is text or number."""

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter

from parks.briefs.brief import Brief, Grid, Section
from parks.briefs.sender import list_sender
from parks.briefs.sentences import say
from parks.exports.sheets import open_book, say_cut, write_cell
from parks.headings import head

Cell = str | float | None
_WIDTH: Final = 18
_WIDE: Final = 60
_LONG: Final = 40
"""Characters of a cell from which its column is a wide one."""
_KEPT_COLUMNS: Final = 2
"""Number and name stay in sight."""


def write_excel(brief: Brief) -> bytes:
    """
    Write a brief as .xlsx; the same brief gives the same bytes.

    Parameters
    ----------
    brief
        As `parks.briefs.make_brief` gives it.

    Returns
    -------
    bytes
        A sheet with a line a park, one of distances if the brief has them, and one on
        sources with who sends it.
    """
    language = brief.language
    file = io.BytesIO()
    with open_book(file) as book:
        heads, lines = _tabulate(brief)
        cut = _add_sheet(book, say("Parks", language), heads, lines)
        if brief.distances is not None:
            grid = brief.distances
            cut += _add_sheet(book, say("Distances", language), grid.heads, grid.lines)
        _add_sources(book, brief, cut)
    return file.getvalue()


def _tabulate(brief: Brief) -> tuple[list[str], list[list[Cell]]]:
    """Give headings, and a line a park with a cell for each of them."""
    described = [_describe(brief, section) for section in brief.sections]
    # A table's own column may be called as one of ours is: both are kept.
    columns = dict.fromkeys(key for cells in described for key in cells)
    names = [f"{name} ({nth})" if nth else name for name, nth in columns]
    return names, [[cells.get(key) for key in columns] for cells in described]


def _describe(brief: Brief, section: Section) -> dict[tuple[str, int], Cell]:
    language = brief.language
    lon, lat = section.position or (None, None)
    pairs: list[tuple[str, Cell]] = [
        (say("No.", language), section.number),
        (head("name", language), section.name),
        *section.facts,
        (head("direction", language), "".join(p.text for p in section.direction)),
        (head("policies", language), "\n".join(section.policies)),
        *section.place,
        (say("WGS 84 longitude", language), lon),
        (say("WGS 84 latitude", language), lat),
    ]
    if any(each.note for each in brief.sections):
        pairs.insert(2, (say("Note", language), section.note))
    seen: Counter[str] = Counter()
    cells: dict[tuple[str, int], Cell] = {}
    for label, cell in pairs:
        cells[label, seen[label] and seen[label] + 1] = cell
        seen[label] += 1
    return cells


def _add_sources(book: xlsxwriter.Workbook, brief: Brief, cut: int) -> None:
    """Say who sends the brief and what it rests on."""
    language = brief.language
    lines = [("", brief.title), *list_sender(brief.sender, brief.day, language)]
    lines += [("", remark) for remark in brief.remarks]
    lines += list(say_cut(cut, language).items())
    lines += [("", note) for note in brief.source_notes]
    sheet = book.add_worksheet(say("Sources", language))
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    for column, width in enumerate((14, 40, 12, _WIDE)):
        sheet.set_column(column, column, width)
    row = _write_grid(sheet, 0, brief.sources, (bold, plain)) + 1
    for label, text in lines:
        write_cell(sheet, row, 0, label, bold)
        sheet.merge_range(row, 1, row, 3, "", plain)
        write_cell(sheet, row, 1, text, plain)
        row += 1
    sheet.freeze_panes(1, 0)


def _add_sheet(
    book: xlsxwriter.Workbook,
    title: str,
    heads: Sequence[str],
    lines: Iterable[Sequence[Cell]],
) -> int:
    """Add a sheet and count the cells that Excel could not hold whole."""
    rows = [list(line) for line in lines]
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    cut = 0
    for column, name in enumerate(heads):
        texts = (row[column] for row in rows)
        longest = max((len(cell) for cell in texts if isinstance(cell, str)), default=0)
        sheet.set_column(column, column, _WIDE if longest > _LONG else _WIDTH)
        cut += write_cell(sheet, 0, column, name, bold)
        for number, row in enumerate(rows, 1):
            cut += write_cell(sheet, number, column, row[column], plain)
    sheet.freeze_panes(1, _KEPT_COLUMNS)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    return cut


def _write_grid(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    grid: Grid,
    formats: tuple[xlsxwriter.format.Format, xlsxwriter.format.Format],
) -> int:
    """Write a table from a row on and give the row after it."""
    bold, plain = formats
    for column, name in enumerate(grid.heads):
        write_cell(sheet, row, column, name, bold)
    for line in grid.lines:
        row += 1
        for column, cell in enumerate(line):
            write_cell(sheet, row, column, cell, plain)
    return row + 1

"""Writes rows of parks as loose text, as web pages and PDFs give tables when copied."""

from dataclasses import replace

from forms import HEADINGS, TITLE, list_cells


def write_lines(rows, headings=HEADINGS, list_row=list_cells):
    """Write each paragraph of a cell on a line of its own; blank cells are lost."""
    return "\n".join(_flat([headings, *map(list_row, rows)])).encode()


def write_spread_lines(rows, headings=HEADINGS, list_row=list_cells):
    """Write the same with a blank line between cells, and two between rows."""
    table = [headings, *map(list_row, rows)]
    blocks = ["\n\n".join(cell for cell in row if cell) for row in table]
    return "\n\n\n".join(blocks).encode()


def write_row_blocks(rows, headings=HEADINGS, list_row=list_cells):
    """Write a line for each paragraph, and a blank line between rows."""
    table = [headings, *map(list_row, rows)]
    return "\n\n".join("\n".join(_flat([row])) for row in table).encode()


def write_wide(rows, headings=HEADINGS, list_row=list_cells):
    """Write a row a line, two blanks between cells and one within."""
    return _spaced("  ", [headings, *map(list_row, rows)])


def write_narrow(rows, headings=HEADINGS, list_row=list_cells):
    """Write a row a line with single blanks, between cells and within."""
    return _spaced(" ", [headings, *map(list_row, rows)])


def write_full_width(rows, headings=HEADINGS, list_row=list_cells):
    """Write a row a line with full-width blanks between cells."""
    return _spaced("\u3000", [headings, *map(list_row, rows)])


def write_pipes(rows, headings=HEADINGS, list_row=list_cells):
    """Write a pipe table of Markdown, a break between the lines of a cell."""
    lines = [
        f"| {' | '.join(cell.replace(chr(10), '<br>') for cell in row)} |"
        for row in [headings, *map(list_row, rows)]
    ]
    lines.insert(1, "|" + " --- |" * len(headings))
    return "\n".join([f"# {TITLE}", "", *lines, "", "注：以上为公开信息。"]).encode()


def without_repeats(rows):
    """Leave out each district that stands in the row above, as merged cells do."""
    above = [None, *(row.district for row in rows)]
    return [
        replace(row, district=None) if row.district == before else row
        for row, before in zip(rows, above, strict=False)
    ]


def _flat(table):
    return [line for row in table for cell in row if cell for line in cell.split("\n")]


def _spaced(blank, table):
    return "\n".join(
        blank.join(cell.replace("\n", " ") for cell in row if cell) for row in table
    ).encode()

"""Reads a table that Word flattened into text: one cell after the other."""

from collections.abc import Sequence

from parks.readers import columns
from parks.readers.alignment import Placement, Token, align
from parks.readers.cells import paragraphs, read_number
from parks.readers.flattened_cells import Cell, cut_cells
from parks.readers.flattened_end import count_own_lines, cut_at_document, looks_like
from parks.readers.flattened_heads import Head, find_heads, heading
from parks.readers.placed import Joined, Part, build_tables, last_row
from parks.readers.raw import RawTable, Repair, excerpt


def read_flattened(text: str, known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a document whose tables were flattened.

    Parameters
    ----------
    text
        The document, its lines ended by line feeds. Each cell begins with a tab at
        the start of a line; the rest of the line and the lines after it are its
        paragraphs. Cells of a row may be lacking.
    known_districts
        Names that tell a district cell from others.

    Returns
    -------
    list of RawTable
        In the order of the document; empty if no cells are headings of parks.
    """
    lines = text.split("\n")
    cells = cut_cells(lines)
    heads = _without_page_breaks(cells, find_heads(cells, known_districts))
    ends = [*(head.start for head, _ in heads), len(cells)][1:]
    parts = [
        _read_part(cells, head, repeats, end, known_districts)
        for (head, repeats), end in zip(heads, ends, strict=True)
    ]
    return build_tables(lines, parts, _join)


def _without_page_breaks(
    cells: Sequence[Cell], heads: list[Head]
) -> list[tuple[Head, list[Head]]]:
    """Take headings that a new page repeats for part of the table before."""
    tables: list[tuple[Head, list[Head]]] = []
    for head in heads:
        if tables and _is_repeated(cells, tables[-1][0], head):
            tables[-1][1].append(head)
        else:
            tables.append((head, []))
    return tables


def _is_repeated(cells: Sequence[Cell], first: Head, again: Head) -> bool:
    """Say whether headings are the same, right after a row, and numbers go on."""
    before = cells[again.start - 1]
    if _texts(cells, first) != _texts(cells, again) or again.start == first.end:
        return False
    cut = cut_at_document([before], frozenset())[0]
    has_text_between = any(line.strip() for line in before.lines[len(cut.lines) :])
    number = read_number(cells[again.end].text) if again.end < len(cells) else None
    return not has_text_between and number is not None and number > 1


def _texts(cells: Sequence[Cell], head: Head) -> list[str]:
    return [heading(cell) for cell in cells[head.start : head.end]]


def _read_part(
    cells: Sequence[Cell],
    head: Head,
    repeats: Sequence[Head],
    end: int,
    known_districts: frozenset[str],
) -> Part:
    """Put the cells after some headings into rows, up to where the table ends."""
    headings = tuple(_texts(cells, head))
    fields = columns.assign(headings)
    repeated = {n for again in repeats for n in range(again.start, again.end)}
    rows = [cells[n] for n in range(head.end, end) if n not in repeated]
    body = cut_at_document(rows, known_districts)
    placements = align(
        [_token(body, n) for n in range(len(body))], fields, known_districts
    )
    body, repairs = _cut_last(body, placements, fields)
    repairs += [
        Repair(
            "heading-repeated",
            found=excerpt(" ".join(headings)),
            used=str(cells[again.start].first + 1),
        )
        for again in repeats
    ]
    kept_head = [*cells[head.start : head.end], *(cells[n] for n in sorted(repeated))]
    return Part(
        headings,
        fields,
        tuple(kept_head),
        tuple(body),
        tuple(placements[: len(body)]),
        tuple(repairs),
    )


def _token(body: Sequence[Cell], number: int) -> Token:
    cell = body[number]
    is_after_blank = number > 0 and body[number - 1].ends_blank
    return Token(cell.text, cell.is_marked, is_after_blank, cell.is_glued)


def _cut_last(
    body: list[Cell], placements: list[Placement], fields: Sequence[str | None]
) -> tuple[list[Cell], list[Repair]]:
    """Cut from the last cell what its column and the other rows do not bear out."""
    if not body:
        return body, []
    count = _count_cells(body, placements, fields)
    dropped, body, placements = body[count:], body[:count], placements[:count]
    last, column = body[-1], placements[-1].column
    others = [
        len(paragraphs(cell.text))
        for cell, placement in zip(body[:-1], placements[:-1], strict=True)
        if placement.column == column
    ]
    own = count_own_lines(last.lines, fields[column], max(others, default=None))
    after = [*last.lines[own:], *(line for cell in dropped for line in cell.lines)]
    if not any(line.strip() for line in after):
        return body, []
    found = excerpt(next(line for line in after if line.strip()))
    repair = Repair(
        "table-end-guessed",
        last_row(placements),
        column,
        found,
        str(last.first + own + 1),
    )
    return [*body[:-1], last.cut(own)], [repair]


def _count_cells(
    body: Sequence[Cell],
    placements: Sequence[Placement],
    fields: Sequence[str | None],
) -> int:
    """
    Count the cells up to the last that its column bears out.

    Indented paragraphs after a table look like more cells of its last column.
    """
    count = len(body)
    while count > 1:
        cell, here, before = (
            body[count - 1],
            placements[count - 1],
            placements[count - 2],
        )
        is_added = not here.starts_row and here.column == before.column
        if not is_added or cell.is_glued or looks_like(cell.text, fields[here.column]):
            break
        count -= 1
    return count


def _join(pieces: Sequence[Cell], _field: str | None) -> Joined:
    """Join cells that share a column."""
    text = pieces[0].text
    doubts: list[tuple[str, str, str]] = []
    for cell in pieces[1:]:
        if cell.text.strip():
            text += ("\t" if cell.is_glued else "\n") + cell.text
            doubts.append(("cells-merged", excerpt(cell.text), ""))
    return Joined(text, tuple(doubts))

"""Reads a table copied so that every cell, or paragraph, stands on its own line."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from parks.readers import columns
from parks.readers.alignment import Habits, Token, weigh
from parks.readers.cells import read_number
from parks.readers.flattened_cells import Cell
from parks.readers.line_cells import (
    LineHead,
    cut_lines,
    find_line_heads,
    gap_after,
    merge_blocks,
)
from parks.readers.loose import (
    Loose,
    count_before_document,
    find_marks,
    is_delimited,
    place,
)
from parks.readers.page_marks import find_page_lines
from parks.readers.pieces import goes_on, is_regular, say_pieces
from parks.readers.placed import Joined, Part, build_tables
from parks.readers.raw import RawTable, Repair, excerpt

# A cell of several lines is rarer than one of one line, and rarest for a name.
_HABITS: Final = Habits(
    go_on_past_mark=4.0,
    stay=3.0,
    stay_in={
        "seq": 20.0,
        "district": 8.0,
        "zone": 2.5,
        "parks": 2.0,
        "direction": 2.5,
        "policies": 1.0,
        "lon": 20.0,
        "lat": 20.0,
        "x": 20.0,
        "y": 20.0,
    },
)
# Where blank lines part the rows, only they do.
_ROWS_PARTED: Final = replace(
    _HABITS, start_unmarked=5.0, go_on_past_blank=3.0, stay_past_blank=3.0
)
# Enough cells to tell which of some lines are headings.
_SAMPLE: Final = 400
_LEAST_ROWS: Final = 2
_LIKELY: Final = 2.0
# By how much less cells must cost on average for further lines to be headings.
_CLEARLY: Final = 0.15


def read_lines(text: str, known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks whose cells stand on lines of their own.

    Parameters
    ----------
    text
        The text, its lines ended by line feeds. The headings stand on consecutive
        lines or with as many blank lines between each; blank cells are lost. Page
        numbers are no cells, but named.
    known_districts
        Names that tell a district cell from others.

    Returns
    -------
    list of RawTable
        In the order of the text; empty if no lines are headings of parks or zones,
        or what follows them does not read as rows.
    """
    lines = text.split("\n")
    pages = find_page_lines(lines)
    cells = [cell for cell in cut_lines(lines) if cell.first not in pages]
    heads = _without_page_breaks(cells, find_line_heads(cells, known_districts))
    if not heads or is_delimited(lines):
        return []
    ends = [*(head.earliest for head in heads), len(cells)][1:]
    parts = [
        part
        for head, end in zip(heads, ends, strict=True)
        if (part := _read_part(cells, head, end, known_districts))
    ]
    return build_tables(lines, parts, _join) if parts else []


def _without_page_breaks(
    cells: Sequence[Cell], heads: Iterable[LineHead]
) -> list[LineHead]:
    """Pass over headings that a new page repeats, so that numbers go on after them."""
    kept: list[LineHead] = []
    for head in heads:
        number = read_number(cells[head.end].text) if head.end < len(cells) else None
        texts = [_texts(cells, h.start, h.end) for h in (*kept[-1:], head)]
        if texts[0] != texts[-1] or len(texts) == 1 or number in {None, 1}:
            kept.append(head)
    return kept


def _texts(cells: Sequence[Cell], start: int, end: int) -> tuple[str, ...]:
    return tuple(cell.lines[0] for cell in cells[start:end])


def _read_part(
    cells: Sequence[Cell],
    head: LineHead,
    end: int,
    known_districts: frozenset[str],
) -> Part | None:
    """Read the lines after some headings as rows; None if they are none."""
    start, stop = _choose_headings(cells, head, end, known_districts)
    headings = _texts(cells, start, stop)
    rows, again = _part_repeats(cells[stop:end], headings)
    body = merge_blocks(rows, head.gap)
    if not body:
        return None
    gaps = [0, *map(gap_after, body[:-1])]
    tokens, habits = _tokens(body, columns.assign(headings))
    body = body[: count_before_document(tokens, gaps, known_districts)]
    tokens, habits = _tokens(body, columns.assign(headings))
    repairs = [
        Repair("heading-repeated", found=excerpt(" ".join(headings)), used=str(line))
        for line in (cell.first + 1 for cell in again[:: len(headings)])
    ]
    unknown = [*headings[: head.start - start], *headings[head.end - start :]]
    if unknown and not head.is_closed:
        repairs.append(Repair("headings-guessed", used="、".join(unknown)))
    loose = Loose(headings, (*cells[start:stop], *again), tuple(body), tuple(repairs))
    return place(loose, tokens, habits, known_districts)


def _choose_headings(
    cells: Sequence[Cell],
    head: LineHead,
    end: int,
    known_districts: frozenset[str],
) -> tuple[int, int]:
    """
    Choose which lines without meaning are headings by how well the rest reads.

    None are, unless the rest then reads as whole rows, and better than without.
    """
    best, sure = float("inf"), (head.start, head.end)
    for way in _ways(head):
        start, stop = way
        headings = _texts(cells, start, stop)
        body = merge_blocks(cells[stop : min(end, stop + _SAMPLE)], head.gap)
        count = min(len(body), _SAMPLE // 2) // len(headings) * len(headings)
        if count < _LEAST_ROWS * len(headings):
            continue
        fields = columns.assign(headings)
        tokens, habits = _tokens(body[:count], fields)
        reading = weigh(tokens, fields, known_districts, habits)
        is_whole = is_regular(reading.placements, len(headings)) and (
            len(body) == count or len(body) > _SAMPLE // 2
        )
        cost = sum(reading.likeness) / count
        is_likely = way == sure or max(reading.likeness) <= _LIKELY
        if is_whole and is_likely and cost < best - _CLEARLY:
            best, sure = cost, way
    return sure


def _ways(head: LineHead) -> list[tuple[int, int]]:
    """List the lines that may be headings, those with the fewest unknown first."""
    ways = [
        (start, stop)
        for start in range(head.earliest, head.start + 1)
        for stop in range(head.end, head.latest + 1)
    ]
    return sorted(ways, key=lambda way: way[1] - way[0])


def _part_repeats(
    cells: Sequence[Cell], headings: tuple[str, ...]
) -> tuple[list[Cell], list[Cell]]:
    """Part the rows from headings that stand among them again."""
    rows: list[Cell] = []
    again: list[Cell] = []
    place, width = 0, len(headings)
    while place < len(cells):
        is_head = cells[place].lines[0] == headings[0]
        if is_head and _texts(cells, place, place + width) == headings:
            again.extend(cells[place : place + width])
            place += width
        else:
            rows.append(cells[place])
            place += 1
    return rows, again


def _tokens(
    body: Sequence[Cell], fields: Sequence[str | None]
) -> tuple[list[Token], Habits]:
    """Make tokens of lines, and say what the blank lines between them tell."""
    marks = find_marks([cell.text for cell in body], fields)
    gaps = [gap_after(cell) for cell in body[:-1]]
    least = min(gaps, default=0)
    after_blank = [False, *(gap > least for gap in gaps)]
    tokens = [
        Token(cell.text.strip(), is_marked, is_after_blank)
        for cell, is_marked, is_after_blank in zip(
            body, marks, after_blank, strict=True
        )
    ]
    starts = [place for place, is_after in enumerate(after_blank) if is_after]
    sizes = [end - start for start, end in pairwise([0, *starts, len(body)])]
    parts_rows = bool(starts) and min(sizes) > 1
    return tokens, _ROWS_PARTED if parts_rows else _HABITS


def _join(pieces: Sequence[Cell], field: str | None) -> Joined:
    """Join the lines of a cell, each a paragraph unless it plainly goes on."""
    texts = [cell.text.strip() for cell in pieces]
    text = texts[0]
    for line in texts[1:]:
        text += ("" if field != "parks" and goes_on(text) else "\n") + line
    return Joined(text, say_pieces(text, texts, field))

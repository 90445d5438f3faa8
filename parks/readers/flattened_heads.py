"""Finds the headings in a stream of cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parks.readers import columns
from parks.readers.cells import read_number
from parks.readers.flattened_cells import Cell

_LONGEST: Final = 20
_MOST_BEFORE: Final = 10
_MOST_COLUMNS: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a table: cells from `start` up to, without, `end`."""

    start: int
    end: int


def find_heads(cells: Sequence[Cell], known_districts: frozenset[str]) -> list[Head]:
    """
    Find every run of cells that are headings of parks or zones.

    Parameters
    ----------
    cells
        The cells of the whole text.
    known_districts
        Names that are no headings.

    Returns
    -------
    list of Head
        In the order of the text, not overlapping.
    """
    heads: list[Head] = []
    place = 0
    while place < len(cells):
        if not _means_column(cells[place]):
            place += 1
            continue
        head = _run_of_headings(cells, place, known_districts)
        if _is_table(cells, head):
            floor = heads[-1].end if heads else 0
            start = _reach_back(cells, head.start, floor, known_districts)
            heads.append(Head(start, head.end))
        place = head.end
    return heads


def heading(cell: Cell) -> str:
    """Give a heading's text, joined where Word broke it over lines."""
    return "".join(line.strip() for line in cell.lines)


def _run_of_headings(
    cells: Sequence[Cell], start: int, known_districts: frozenset[str]
) -> Head:
    """Read headings from a cell that means a column, as far as they go."""
    end = sure_end = start
    is_closed = False
    limit = min(len(cells), start + _MOST_COLUMNS)
    while end < limit and _could_head(cells[end], known_districts):
        end += 1
        if _means_column(cells[end - 1]):
            sure_end = end
        if cells[end - 1].ends_blank and not _goes_on(cells, start, end):
            is_closed = True
            break
    is_closed = is_closed or _is_row_start(cells, end, known_districts)
    # Without a blank line or a row's start after it, an unknown heading could as
    # well be the first cell of the first row.
    return Head(start, max(start + 1, end if is_closed else sure_end))


def _is_table(cells: Sequence[Cell], head: Head) -> bool:
    texts = [heading(cell) for cell in cells[head.start : head.end]]
    fields = columns.assign(texts)
    if not columns.holds_parks(fields):
        return False
    known = sum(name is not None for name in fields)
    is_lone_word = len(texts) == 1 and columns.is_word(texts[0])
    return known > 1 or (is_lone_word and cells[head.start].ends_blank)


def _goes_on(cells: Sequence[Cell], start: int, end: int) -> bool:
    """Say whether the cell after a blank line is a heading not yet there."""
    if end >= len(cells) or not _means_column(cells[end]):
        return False
    texts = [heading(cell) for cell in cells[start : end + 1]]
    return columns.assign(texts)[-1] is not None


def _is_row_start(
    cells: Sequence[Cell], place: int, known_districts: frozenset[str]
) -> bool:
    if place >= len(cells):
        return False
    cell = cells[place]
    return (
        cell.is_marked
        or read_number(cell.text) is not None
        or columns.is_known_district(cell.text.strip(), known_districts)
    )


def _reach_back(
    cells: Sequence[Cell], start: int, floor: int, known_districts: frozenset[str]
) -> int:
    """Take unknown headings before the first known one, if text stands above."""
    for place in range(start, max(floor, start - _MOST_BEFORE) - 1, -1):
        is_first = place == 0 or len(cells[place - 1].lines) > 1
        if is_first and not cells[place].is_glued:
            return place
        if not place or not _could_head(cells[place - 1], known_districts):
            break
    return start


def _means_column(cell: Cell) -> bool:
    return _is_short(cell) and bool(columns.claims(heading(cell)))


def _could_head(cell: Cell, known_districts: frozenset[str]) -> bool:
    text = cell.text.strip()
    return (
        _is_short(cell)
        and bool(text)
        and "《" not in text
        and not cell.is_marked
        and read_number(text) is None
        and not columns.is_known_district(text, known_districts)
    )


def _is_short(cell: Cell) -> bool:
    # A heading may be broken over lines; what is longer is not even joined.
    return len(cell.lines) <= _LONGEST and len(cell.text.strip()) <= _LONGEST

"""Cuts text into cells that stand on lines of their own, and finds the headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from parks.readers import columns
from parks.readers.cells import read_number
from parks.readers.flattened_cells import Cell
from parks.readers.flattened_end import starts_document
from parks.readers.likeness import names_park
from parks.readers.vocabulary import read_vocabulary

_LONGEST: Final = 20
_MOST_COLUMNS: Final = 60
_MOST_UNKNOWN: Final = 3
_MOST_BEFORE: Final = 2
_LONGEST_UNKNOWN: Final = 12
# What stands in no heading, and in the lines of most other formats.
_NO_HEADING: Final = frozenset("\t,，;；|。：:《》!！?？")


@dataclass(frozen=True, slots=True)
class LineHead:
    """
    Where headings may stand: those with meaning, and the bounds of those without.

    Attributes
    ----------
    start, end
        The cells of the headings with meaning, from the first to after the last.
    earliest, latest
        How far headings without meaning may reach before and after them.
    gap
        How many blank lines part the headings from each other.
    is_closed
        Whether the first row's number stands right after them.
    """

    start: int
    end: int
    earliest: int
    latest: int
    gap: int
    is_closed: bool


def cut_lines(lines: Sequence[str]) -> list[Cell]:
    """Take each line that is not blank for a cell, the blank lines after it for its."""
    starts = [number for number, line in enumerate(lines) if line.strip()]
    return [
        Cell((lines[start].strip(), *[""] * (end - start - 1)), start)
        for start, end in pairwise([*starts, len(lines)])
    ]


def gap_after(cell: Cell) -> int:
    """Count the blank lines after a cell."""
    count = 0
    while not cell.lines[-1 - count]:
        count += 1
    return count


def merge_blocks(body: Sequence[Cell], gap: int) -> list[Cell]:
    """
    Join lines to cells where blank lines part the cells.

    Parameters
    ----------
    body
        The lines, each a cell.
    gap
        How many blank lines stand between headings. Lines nearer to each other
        than that are paragraphs of one cell, if most are as far apart as that.
    """
    parted = sum(gap_after(cell) >= gap for cell in body[:-1])
    if not gap or parted * 2 < len(body) - 1:
        return list(body)
    merged: list[Cell] = []
    lines: list[str] = []
    for cell in body:
        lines.extend(cell.lines)
        if gap_after(cell) >= gap or cell is body[-1]:
            merged.append(Cell(tuple(lines), cell.end - len(lines)))
            lines = []
    return merged


def find_line_heads(
    cells: Sequence[Cell], known_districts: frozenset[str]
) -> Iterator[LineHead]:
    """
    Find runs of lines that are headings of parks or zones.

    Parameters
    ----------
    cells
        The lines of the whole text.
    known_districts
        Names that are no headings.

    Yields
    ------
    LineHead
        In the order of the text, not overlapping; at least two headings of each
        have a meaning.
    """
    place = floor = 0
    while place < len(cells):
        if not _means_column(cells[place]):
            place += 1
            continue
        head = _run(cells, place, floor, known_districts)
        if head is None:
            place += 1
            continue
        yield head
        place = floor = head.end


def _run(
    cells: Sequence[Cell], start: int, floor: int, known_districts: frozenset[str]
) -> LineHead | None:
    gap = gap_after(cells[start])
    texts: list[str] = []
    known = sure = 0
    end = start
    limit = min(len(cells), start + _MOST_COLUMNS)
    while end < limit and _could_head(cells[end], known_districts):
        texts.append(cells[end].lines[0])
        count = sum(name is not None for name in columns.assign(texts))
        if count > known:
            known, sure = count, end + 1
        elif _means_column(cells[end]) or end - sure >= _MOST_UNKNOWN:
            # The same heading again is a cell.
            break
        elif not _could_be_unknown(texts[-1]):
            break
        end += 1
        if gap_after(cells[end - 1]) != gap:
            break
    fields = columns.assign(texts[: sure - start])
    if known < 2 or not columns.holds_parks(fields):  # noqa: PLR2004 - one word is text
        return None
    if fields[0] == "seq":
        numbers = (n for n in range(sure, end + 1) if _is_number(cells, n))
        sure, is_closed = next(((n, True) for n in numbers), (sure, False))
        return LineHead(start, sure, start, sure if is_closed else end, gap, is_closed)
    earliest = _reach_back(cells, start, max(floor, start - _MOST_BEFORE), gap)
    return LineHead(start, sure, earliest, end, gap, is_closed=False)


def _reach_back(cells: Sequence[Cell], start: int, floor: int, gap: int) -> int:
    """Count in short lines above that could be headings without meaning."""
    place = start
    while (
        place > floor
        and _could_head(cells[place - 1], frozenset())
        and _could_be_unknown(cells[place - 1].lines[0])
        and gap_after(cells[place - 1]) == gap
    ):
        place -= 1
    return place


def _is_number(cells: Sequence[Cell], place: int) -> bool:
    return place < len(cells) and read_number(cells[place].lines[0]) is not None


def _means_column(cell: Cell) -> bool:
    text = cell.lines[0]
    return (
        len(text) <= _LONGEST
        and not _NO_HEADING.intersection(text)
        and bool(columns.claims(text))
    )


def _could_head(cell: Cell, known_districts: frozenset[str]) -> bool:
    text = cell.lines[0]
    return (
        len(text) <= _LONGEST
        and not _NO_HEADING.intersection(text)
        and read_number(text) is None
        and not columns.is_known_district(text, known_districts)
    )


def _could_be_unknown(text: str) -> bool:
    """Say whether a line could head a column of which nothing is known here."""
    return (
        len(text) <= _LONGEST_UNKNOWN
        and not names_park(text)
        and not columns.is_district_like(text)
        and not text.endswith(read_vocabulary().zone_endings)
        and not starts_document(text)
    )

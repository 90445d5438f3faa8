"""From cells that have a row and a column to the table they make."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from parks.readers.alignment import Placement
from parks.readers.flattened_cells import Cell
from parks.readers.raw import RawTable, Repair, outside

# Columns whose missing cells are told by their own problems.
_TOLD_APART = ("seq", "district")


@dataclass(frozen=True, slots=True)
class Part:
    """
    The cells of one table of a text.

    Attributes
    ----------
    headings, fields
        The headings as written, and what each column holds.
    head
        The cells of the headings, those that a new page repeats included.
    body, placements
        The other cells, and where each belongs.
    repairs
        What was inferred so far.
    """

    headings: tuple[str, ...]
    fields: tuple[str | None, ...]
    head: tuple[Cell, ...]
    body: tuple[Cell, ...]
    placements: tuple[Placement, ...]
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """What the pieces of one cell make, and each (code, found, used) to say of it."""

    text: str
    doubts: tuple[tuple[str, str, str], ...] = ()


Joiner = Callable[[Sequence[Cell], str | None], Joined]
"""Joins the pieces that share a cell, given the field of their column."""


def build_tables(
    lines: Sequence[str], parts: Sequence[Part], join: Joiner
) -> list[RawTable]:
    """
    Build the tables of a text.

    Parameters
    ----------
    lines
        The lines of the whole text; those in no table are named in a repair.
    parts
        The tables' cells, in the order of the text.
    join
        Makes one text of the pieces in a cell.
    """
    stray = _stray_lines(lines, parts)
    return [_build(part, stray, join) for part in parts]


def last_row(placements: Iterable[Placement]) -> int:
    """Give the index of the last row that a placement begins."""
    return sum(placement.starts_row for placement in placements) - 1


def _stray_lines(lines: Sequence[str], parts: Sequence[Part]) -> tuple[Repair, ...]:
    kept = [False] * len(lines)
    for part in parts:
        for cell in (*part.head, *part.body):
            kept[cell.first : cell.end] = [True] * len(cell.lines)
    return tuple(outside(lines, kept))


def _build(part: Part, stray: tuple[Repair, ...], join: Joiner) -> RawTable:
    rows: list[tuple[str | None, ...]] = []
    repairs = [*stray, *part.repairs]
    lacking: list[Repair] = []
    for index, pieces in enumerate(_gather(part)):
        row: list[str | None] = []
        for column, field in enumerate(part.fields):
            if column not in pieces:
                row.append(None)
                continue
            joined = join(pieces[column], field)
            row.append(joined.text)
            repairs += [
                Repair(code, index, column, *say) for code, *say in joined.doubts
            ]
        rows.append(tuple(row))
        lacking += _lacking_cells(index, row, part)
    return RawTable("text", part.headings, tuple(rows), (*repairs, *lacking))


def _gather(part: Part) -> Iterator[dict[int, list[Cell]]]:
    """Give for each row its cells by column."""
    row: dict[int, list[Cell]] = {}
    for cell, placement in zip(part.body, part.placements, strict=True):
        if placement.starts_row and row:
            yield row
            row = {}
        row.setdefault(placement.column, []).append(cell)
    if row:
        yield row


def _lacking_cells(index: int, row: Sequence[str | None], part: Part) -> list[Repair]:
    lacking = [
        name
        for name, text, field in zip(part.headings, row, part.fields, strict=True)
        if text is None and field not in _TOLD_APART
    ]
    if not lacking:
        return []
    count = sum(text is not None for text in row)
    return [Repair("cells-missing", index, found=str(count), used="、".join(lacking))]

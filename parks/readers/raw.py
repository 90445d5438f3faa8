"""A table as its format gives it: headings and cells, not yet understood."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_EXCERPT: Final = 80


@dataclass(frozen=True, slots=True)
class Repair:
    """
    What a reader inferred, before rows have numbers and columns have meanings.

    Attributes
    ----------
    code
        One of `parks.problems.SENTENCES`.
    row
        Index of the row in `RawTable.rows`, None for the whole table.
    column
        Index of the heading, None for the whole row.
    found
        What stood there.
    used
        What was made of it.
    """

    code: str
    row: int | None = None
    column: int | None = None
    found: str = ""
    used: str = ""


@dataclass(frozen=True, slots=True)
class RawTable:
    """
    Headings and rows of text, each row as wide as the headings.

    Attributes
    ----------
    format
        What the table was written as, for `parks.model.Source`.
    headings
        The headings as written, empty where a column has none.
    rows
        Cells as written, "" where blank and None where there is no cell at all.
    repairs
        What was inferred to get there.
    title
        The name of the sheet, or the line above the table; empty where there is none.
    """

    format: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    repairs: tuple[Repair, ...] = ()
    title: str = ""


def outside(lines: Sequence[str], kept: Sequence[bool]) -> list[Repair]:
    """
    Name the lines that belong to no table.

    Parameters
    ----------
    lines
        The lines of the file.
    kept
        For each, whether some table holds it.

    Returns
    -------
    list of Repair
        One for each block of lines, with its range and how it begins; blocks of
        blank lines are passed over.
    """
    repairs: list[Repair] = []
    block: list[int] = []
    for number, is_kept in enumerate([*kept, True]):
        if not is_kept and lines[number].strip():
            block.append(number)
        elif is_kept and block:
            repairs.append(_outside_block(lines, block))
            block = []
    return repairs


def _outside_block(lines: Sequence[str], block: list[int]) -> Repair:
    first, last = block[0] + 1, block[-1] + 1
    where = str(first) if first == last else f"{first}–{last}"
    return Repair("text-outside", found=excerpt(lines[block[0]]), used=where)


def excerpt(text: str) -> str:
    """Shorten a text to what fits a sentence."""
    text = text[: _EXCERPT * 4].strip()
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"

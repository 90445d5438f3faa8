"""Rows out of loose text, whose cells only their meaning and order place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parks.readers import columns
from parks.readers.alignment import Habits, Reading, Token, weigh
from parks.readers.cells import read_number
from parks.readers.flattened_cells import Cell
from parks.readers.flattened_end import starts_document
from parks.readers.pieces import count_own, is_convincing, name_doubts
from parks.readers.placed import Part, last_row
from parks.readers.raw import Repair, excerpt

_DELIMITERS: Final = ",;\t|"
_LINES_SEARCHED: Final = 2_000
_LONGEST_HEADINGS: Final = 1_000
# Blank lines beyond the usual that end a table.
_WIDER: Final = 2
# Cells enough to see that a text is no table.
_SAMPLE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Loose:
    """
    A table of loose text, its cells not yet placed.

    Attributes
    ----------
    headings
        As written.
    head, body
        The cells of the headings, and the others.
    repairs
        What was inferred so far.
    """

    headings: tuple[str, ...]
    head: tuple[Cell, ...]
    body: tuple[Cell, ...]
    repairs: tuple[Repair, ...] = ()


def is_delimited(lines: Sequence[str]) -> bool:
    """Say whether a line reads as headings between commas, tabs and the like."""
    for line in lines[:_LINES_SEARCHED]:
        for mark in _DELIMITERS:
            if mark not in line or len(line) > _LONGEST_HEADINGS:
                continue
            texts = [text.strip().strip('"') for text in line.split(mark)]
            if columns.holds_parks(columns.assign(texts)):
                return True
    return False


def find_marks(firsts: Sequence[str], fields: Sequence[str | None]) -> list[bool]:
    """
    Find the texts that number the rows, each by one more than the last.

    Parameters
    ----------
    firsts
        The texts with which a row may begin, in order.
    fields
        What each column holds. Only numbers in a first column mark rows.
    """
    expected: int | None = None
    marks: list[bool] = []
    for text in firsts:
        number = read_number(text) if fields[0] == "seq" else None
        is_mark = number is not None and expected in {None, number}
        marks.append(is_mark)
        if is_mark and number is not None:
            expected = number + 1
    return marks


def count_before_document(
    tokens: Sequence[Token], gaps: Sequence[int], known_districts: frozenset[str]
) -> int:
    """
    Count the cells before the text itself says that the table ends.

    Parameters
    ----------
    tokens
        The cells. Where one is marked, or names a district, the table goes on.
    gaps
        For each, how many blank lines stand before it.
    known_districts
        Names that only a row of a table holds.
    """
    last = len(tokens) - 1
    while last > 0 and not (
        tokens[last].is_marked
        or columns.is_known_district(tokens[last].text, known_districts)
    ):
        last -= 1
    usual = Counter(gaps[1:]).most_common(1)
    wide = (usual[0][0] if usual else 0) + _WIDER
    widest = max(gaps[last + 1 :], default=0)
    for place in range(last + 1, len(tokens)):
        is_widest = gaps[place] == widest >= wide
        if is_widest or starts_document(tokens[place].text):
            return place
    return len(tokens)


def place(
    loose: Loose,
    tokens: Sequence[Token],
    habits: Habits,
    known_districts: frozenset[str],
) -> Part | None:
    """
    Put the cells of a loose table in rows and columns.

    Parameters
    ----------
    loose
        The table.
    tokens
        One for each cell of its body.
    habits
        How cells follow each other in its form.
    known_districts
        Names that tell a district cell from others.

    Returns
    -------
    Part or None
        What was inferred is among its repairs; None if the cells do not read as
        rows of these headings.
    """
    if not tokens:
        return None
    fields = columns.assign(loose.headings)
    if len(tokens) > 2 * _SAMPLE:
        sample = weigh(tokens[:_SAMPLE], fields, known_districts, habits)
        if not is_convincing(tokens[:_SAMPLE], sample, fields):
            return None
    reading = weigh(tokens, fields, known_districts, habits)
    count = count_own(tokens, reading, fields)
    if count * 2 < len(tokens):
        return None
    repairs = list(loose.repairs)
    if count < len(tokens):
        repairs.append(_end_guessed(loose.body[count], reading, count))
        tokens, reading = tokens[:count], reading.cut(count)
    if not is_convincing(tokens, reading, fields):
        return None
    repairs += name_doubts(tokens, reading, loose.headings)
    return Part(
        loose.headings,
        fields,
        loose.head,
        loose.body[:count],
        tuple(reading.placements),
        tuple(repairs),
    )


def _end_guessed(after: Cell, reading: Reading, count: int) -> Repair:
    """Say that the table was taken to end before a cell."""
    kept = reading.placements[:count]
    line, found = str(after.first + 1), excerpt(after.lines[0])
    column = kept[-1].column
    return Repair("table-end-guessed", last_row(kept), column, found, line)

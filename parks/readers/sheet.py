"""Sheets of a workbook: merged cells filled down, values as their reader sees them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parks.errors import OversizedFileError
from parks.readers.grid import Record

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
UNCOMPUTED: Final = object()
"""The value of a formula whose file does not say what it last gave."""

Merges = dict[int, list[tuple[int, int]]]
"""By the row that merged ranges begin in: the first column and last row of each."""


@dataclass(frozen=True, slots=True)
class Styles:
    """
    What tells a date from a number.

    Attributes
    ----------
    dates, durations
        The numbers of the styles that show a cell's number as a date, and those of
        them that show it as a length of time.
    epoch
        The day that is counted from.
    """

    dates: frozenset[int]
    durations: frozenset[int]
    epoch: object


@dataclass(frozen=True, slots=True)
class SheetContent:
    """
    What a sheet holds.

    Attributes
    ----------
    rows
        The values from the first row and column on; every row ends with its last
        cell, and one that the sheet lacks is empty. A formula that Excel has not
        computed is `UNCOMPUTED`.
    merges
        The merged ranges.
    hidden_rows, hidden_columns
        The numbers of those that hold something and are hidden, from 1.
    links
        How many links its cells are.
    """

    rows: Iterator[Sequence[object]]
    merges: Merges
    hidden_rows: Sequence[int]
    hidden_columns: Sequence[int]
    links: int


def list_records(
    rows: Iterable[Sequence[object]], merges: Merges, name: str
) -> Iterator[Record]:
    """
    Write the rows of a sheet, giving merged cells the text of their first row.

    Parameters
    ----------
    rows
        Their values from the first row on; columns past `MOST_COLUMNS` are left out.
    merges
        The merged ranges, rows and columns counted from 0.
    name
        The file, for the error.

    Yields
    ------
    Record
        One for each row that holds anything.

    Raises
    ------
    OversizedFileError
        If there are more than `MOST_ROWS`.
    """
    hanging: dict[int, tuple[int, str]] = {}
    count = 0
    for number, row in enumerate(rows):
        texts = [write_value(value) for value in row[:MOST_COLUMNS]]
        uncomputed = _find_uncomputed(row)
        merged = _fill_merged(texts, hanging)
        hanging = {at: held for at, held in hanging.items() if held[0] > number}
        for column, last in merges.get(number, ()):
            if last > number and column < len(texts) and texts[column]:
                hanging[column] = last, texts[column]
        if any(texts) or uncomputed:
            yield Record(texts, count, count + 1, merged, uncomputed=uncomputed)
            count += 1
        if count > MOST_ROWS + 1:
            raise OversizedFileError(
                name=name, limit=f"{MOST_ROWS:,}", size=f"> {MOST_ROWS:,}"
            )


def _find_uncomputed(row: Sequence[object]) -> frozenset[int]:
    if UNCOMPUTED not in row:
        return frozenset()
    return frozenset(place for place, cell in enumerate(row) if cell is UNCOMPUTED)


def _fill_merged(
    texts: list[str], hanging: dict[int, tuple[int, str]]
) -> frozenset[int]:
    """Give the cells that merged ranges reach down into the text of the first row."""
    for column, (_, text) in hanging.items():
        texts += [""] * (column + 1 - len(texts))
        texts[column] = text
    return frozenset(hanging)


def write_value(value: object) -> str:
    """Write a cell's value as its reader would: whole numbers, days, TRUE, blanks."""
    if isinstance(value, str):
        return value
    if value is None or value is UNCOMPUTED:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        is_day = value.time() == dt.time()
        return (value.date() if is_day else value).isoformat()
    return str(value)

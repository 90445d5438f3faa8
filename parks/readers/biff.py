"""Reads Excel workbooks of before 2007 (BIFF): every sheet of a ``.xls``."""

import os
import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import xlrd

from parks.errors import (
    BrokenFileError,
    NoTableError,
    OversizedFileError,
    ParksError,
)
from parks.readers.biff_records import MOST_CELLS, BookSurvey
from parks.readers.biff_sheet import SheetSurvey
from parks.readers.grid import read_grid
from parks.readers.input_file import InputFile
from parks.readers.office import open_old_book
from parks.readers.raw import RawTable, Repair
from parks.readers.record import Record
from parks.readers.sheet import MOST_ROWS, list_records
from parks.readers.sheet_aside import Aside, tell_aside

MOST_CHARACTERS: Final = 30_000_000
"""What cells may hold together: many may show one long text that is kept once."""
_CODES: Final = "gb18030"
"""What Chinese programs write that name no encoding."""
_BREAKS: Final = re.compile("\r\n?")
_CONTROLS: Final = dict.fromkeys({*range(0x20), 0x7F} - {ord("\t"), ord("\n")}, " ")
_BROKEN: Final = (
    xlrd.XLRDError,
    AssertionError,
    AttributeError,
    LookupError,  # also an encoding that Python does not know
    TypeError,
    ValueError,
    struct.error,
)
"""What xlrd raises on files that are not what they seem."""


def read_biff(file: InputFile, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in an Excel workbook of before 2007.

    A cell that is merged with the one above repeats its text, which is a repair of
    its row. Formulas are read as the value that Excel last saw; none is computed.
    Hidden sheets, rows and columns are read too, and said.

    Returns
    -------
    list of RawTable
        Sheet after sheet, each table titled with the name of its sheet; empty if it
        is no such workbook.

    Raises
    ------
    NoTableError
        If no sheet has headings of parks or zones.
    BrokenFileError, EncryptedFileError, OldOfficeFileError, OversizedFileError
        See `parks.readers.office.open_old_book` and
        `parks.readers.biff_records.BookSurvey`; also `OversizedFileError` for more
        than `MOST_ROWS` rows, `MOST_CELLS` or `MOST_CHARACTERS` in all sheets.
    """
    stream = open_old_book(file)
    if stream is None:
        return []
    survey = BookSurvey(stream, file.name)
    try:
        tables = [
            table
            for records, aside in _list_sheets(survey, file.name)
            for table in tell_aside(read_grid(records, "xls"), aside)
        ]
    except ParksError:
        raise
    except _BROKEN as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    if not tables:
        raise NoTableError(name=file.name)
    if survey.is_encoding_named:
        return tables
    guessed = Repair("encoding-guessed", used=_CODES.upper())
    return [replace(table, repairs=(guessed, *table.repairs)) for table in tables]


def _list_sheets(survey: BookSurvey, name: str) -> Iterator[tuple[list[Record], Aside]]:
    sizes = dict.fromkeys((MOST_ROWS, MOST_CELLS, MOST_CHARACTERS), 0)
    with (
        Path(os.devnull).open("w") as silence,
        xlrd.open_workbook(
            file_contents=survey.stream,
            logfile=silence,
            on_demand=True,
            ragged_rows=True,
            encoding_override=None if survey.is_encoding_named else _CODES,
        ) as book,
    ):
        for number, found in enumerate(survey.sheets):
            sheet = book.sheet_by_index(number)
            rows = _list_rows(sheet, found, book.datemode)
            records = []
            for record in list_records(rows, found.merges, name):
                records.append(record)
                _require_bearable(sizes, record, name)
            aside = _tell_apart(sheet, found)
            book.unload_sheet(number)
            yield records, aside


def _require_bearable(sizes: dict[int, int], record: Record, name: str) -> None:
    """Add up what each limit is for, and refuse what is more."""
    sizes[MOST_ROWS] += 1
    sizes[MOST_CELLS] += len(record.cells)
    sizes[MOST_CHARACTERS] += sum(map(len, record.cells))
    for most, size in sizes.items():
        if size > most:
            raise OversizedFileError(name=name, limit=f"{most:,}", size=f"> {most:,}")


def _tell_apart(sheet: Any, found: SheetSurvey) -> Aside:  # noqa: ANN401
    """Say what of a sheet is hidden, so far as it holds anything."""
    held = [number for number in sorted(found.hidden_rows) if number < sheet.nrows]
    rows = [n + 1 for n in held if any(value != "" for value in sheet.row_values(n))]
    columns = [number + 1 for number in sorted(found.hidden_columns)]
    return Aside(
        sheet.name,
        found.is_hidden,
        rows,
        [number for number in columns if number <= sheet.ncols],
        found.comments,
        found.links,
    )


def _list_rows(
    sheet: Any,  # noqa: ANN401 - xlrd has no types
    survey: SheetSurvey,
    datemode: int,
) -> Iterator[list[object]]:
    for number in range(sheet.nrows):
        kinds, values = sheet.row_types(number), sheet.row_values(number)
        row = [_read(*pair, datemode) for pair in zip(kinds, values, strict=True)]
        # A cell with a border is there, if blank; past the last value none counts.
        width = min(survey.widths.get(number, 0), sheet.ncols)
        yield row + [None] * (width - len(row))


def _read(kind: int, value: Any, datemode: int) -> object:  # noqa: ANN401
    if isinstance(value, str):
        return _clean(value)
    if kind == xlrd.XL_CELL_DATE:
        return _read_day(value, datemode)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code[value]
    return value


def _clean(text: str) -> str:
    if text.isprintable():
        return text
    return _BREAKS.sub("\n", text).translate(_CONTROLS)


def _read_day(value: float, datemode: int) -> object:
    """Read a number shown as a day; 20260102 in such a cell is no day but a number."""
    try:
        moment = xlrd.xldate_as_datetime(value, datemode)
    except (OverflowError, ValueError):
        return value
    return moment.time() if 0 <= value < 1 else moment

"""Reads Excel workbooks: every sheet of a ``.xlsx``, row after row."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from parks.errors import (
    BrokenFileError,
    NoTableError,
    OversizedFileError,
    ParksError,
)
from parks.readers.grid import Record, read_grid
from parks.readers.input_file import InputFile
from parks.readers.office import open_archive
from parks.readers.raw import RawTable

_PART: Final = "xl/workbook.xml"
_MERGED: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
MOST_ROWS: Final = 100_000
_MOST_COLUMNS: Final = 500
_BROKEN: Final = (
    DefusedXmlException,
    InvalidFileException,
    ParseError,
    zipfile.BadZipFile,
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
    IndexError,
    EOFError,
)
"""What openpyxl raises on files that are not what they seem."""

_Merges = dict[int, list[tuple[int, int]]]
"""By the row that merged ranges begin in: the first column and last row of each."""


def read_workbook(file: InputFile, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a workbook.

    A cell that is merged with the one above repeats its text, which is a repair of
    its row. Formulas are read as the value that Excel last saw; none is computed.

    Returns
    -------
    list of RawTable
        Sheet after sheet; empty if it is no workbook.

    Raises
    ------
    NoTableError
        If no sheet has headings of parks or zones.
    BrokenFileError, EncryptedFileError, OldOfficeFileError, OversizedFileError
        See `parks.readers.office.open_archive`; also `OversizedFileError` for more
        than `MOST_ROWS` rows.
    """
    archive = open_archive(file, _PART)
    if archive is None:
        return []
    try:
        book = openpyxl.load_workbook(archive.fp, read_only=True, data_only=True)
        tables = [
            table
            for sheet in book.worksheets
            for table in read_grid(list(_list_records(file, archive, sheet)), "xlsx")
        ]
    except ParksError:
        raise
    except _BROKEN as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    if not tables:
        raise NoTableError(name=file.name)
    return tables


def _list_records(
    file: InputFile,
    archive: zipfile.ZipFile,
    sheet: Any,  # noqa: ANN401 - openpyxl has no types
) -> Iterator[Record]:
    merges = _find_merges(archive, sheet._worksheet_path)  # noqa: SLF001
    # What a sheet claims of its size may be a million rows too many.
    sheet.reset_dimensions()
    hanging: dict[int, tuple[int, str]] = {}
    count = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        texts = [_write(value) for value in row[:_MOST_COLUMNS]]
        merged = _fill_merged(texts, hanging)
        hanging = {at: held for at, held in hanging.items() if held[0] > number}
        for column, last in merges.get(number, ()):
            if last > number and column < len(texts) and texts[column]:
                hanging[column] = last, texts[column]
        if any(texts):
            yield Record(texts, count, count + 1, merged)
            count += 1
        if count > MOST_ROWS + 1:
            raise OversizedFileError(
                name=file.name, limit=f"{MOST_ROWS:,}", size=f"> {MOST_ROWS:,}"
            )


def _find_merges(archive: zipfile.ZipFile, path: str) -> _Merges:
    """Find the merged ranges of a sheet, which openpyxl passes over when it streams."""
    merges: _Merges = {}
    with archive.open(path.removeprefix("/")) as part:
        for _, element in iterparse(part):
            if element.tag == _MERGED:
                left, top, _, bottom = range_boundaries(element.get("ref", ""))
                merges.setdefault(top - 1, []).append((left - 1, bottom - 1))
            element.clear()
    return merges


def _fill_merged(
    texts: list[str], hanging: dict[int, tuple[int, str]]
) -> frozenset[int]:
    """Give the cells that merged ranges reach down into the text of the first row."""
    for column, (_, text) in hanging.items():
        texts += [""] * (column + 1 - len(texts))
        texts[column] = text
    return frozenset(hanging)


def _write(value: object) -> str:
    """Write a cell's value as its reader would."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        is_day = value.time() == dt.time()
        return (value.date() if is_day else value).isoformat()
    return str(value)

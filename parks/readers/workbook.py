"""Reads Excel workbooks: every sheet of a ``.xlsx``, row after row."""

import zipfile
from collections.abc import Iterator
from typing import Any, Final

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from parks.errors import BrokenFileError, NoTableError, ParksError
from parks.readers.grid import Record, read_grid
from parks.readers.input_file import InputFile
from parks.readers.office import open_archive
from parks.readers.raw import RawTable
from parks.readers.sheet import Merges, list_records

_PART: Final = "xl/workbook.xml"
_MERGED: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
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
        than `parks.readers.sheet.MOST_ROWS` rows.
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
    rows = sheet.iter_rows(values_only=True)
    return list_records(rows, merges, file.name)


def _find_merges(archive: zipfile.ZipFile, path: str) -> Merges:
    """Find the merged ranges of a sheet, which openpyxl passes over when it streams."""
    merges: Merges = {}
    with archive.open(path.removeprefix("/")) as part:
        for _, element in iterparse(part):
            if element.tag == _MERGED:
                left, top, _, bottom = range_boundaries(element.get("ref", ""))
                merges.setdefault(top - 1, []).append((left - 1, bottom - 1))
            element.clear()
    return merges

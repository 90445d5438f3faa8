"""Reads Excel workbooks: every sheet of a ``.xlsx``, row after row."""

import zipfile
from collections.abc import Iterator, Sequence
from typing import Final
from xml.parsers.expat import ExpatError

from defusedxml import DefusedXmlException
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.constants import SHARED_STRINGS

from parks.errors import BrokenFileError, NoTableError, ParksError
from parks.readers.grid import read_grid
from parks.readers.input_file import InputFile
from parks.readers.office import open_archive
from parks.readers.raw import RawTable
from parks.readers.sheet import Merges, list_records
from parks.readers.sheet_xml import Styles, read_sheet
from parks.readers.workbook_xml import read_texts

_PART: Final = "xl/workbook.xml"
_BROKEN: Final = (
    DefusedXmlException,
    ExpatError,
    InvalidFileException,
    zipfile.BadZipFile,
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
    IndexError,
    EOFError,
    OSError,
    SyntaxError,
)
"""What openpyxl and the parsers of XML raise on files that are not what they seem."""


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
    BrokenFileError, OversizedFileError
        See `parks.readers.office.open_archive`; also `OversizedFileError` for more
        than `parks.readers.sheet.MOST_ROWS` rows.
    """
    archive = open_archive(file, _PART)
    if archive is None:
        return []
    try:
        tables = [
            table
            for rows, merges in _read_sheets(archive)
            for table in read_grid(list(list_records(rows, merges, file.name)), "xlsx")
        ]
    except ParksError:
        raise
    except _BROKEN as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    if not tables:
        raise NoTableError(name=file.name)
    return tables


def _read_sheets(
    archive: zipfile.ZipFile,
) -> Iterator[tuple[Iterator[Sequence[object]], Merges]]:
    """Read sheet after sheet; openpyxl says where they are and what shows as a date."""
    reader = ExcelReader(archive.fp, read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    book = reader.wb
    apply_stylesheet(archive, book)
    styles = Styles(
        frozenset(book._date_formats),  # noqa: SLF001 - it keeps them to itself
        frozenset(book._timedelta_formats),  # noqa: SLF001
        book.epoch,
    )
    texts: list[str] = []
    shared = reader.package.find(SHARED_STRINGS)
    if shared is not None:
        with archive.open(shared.PartName.removeprefix("/")) as part:
            texts = read_texts(part)
    names = set(archive.namelist())
    for _, relation in reader.parser.find_sheets():
        if relation.target in names and "chartsheet" not in relation.Type:
            with archive.open(relation.target) as part:
                yield read_sheet(part, texts, styles)

"""Reads Excel workbooks: every sheet of a ``.xlsx``, row after row."""

import re
import zipfile
from collections.abc import Iterator
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
from parks.readers.sheet import SheetContent, Styles, list_records
from parks.readers.sheet_aside import Aside, tell_aside
from parks.readers.sheet_xml import read_sheet
from parks.readers.workbook_xml import read_texts

_PART: Final = "xl/workbook.xml"
_UNSEEN: Final = frozenset({"hidden", "veryHidden"})
# Only counted, so that what else these parts hold need not be well formed.
_COMMENTS: Final = re.compile(rb"""Target=["'][^"']*?(comments?\d*\.xml)["']""")
_COMMENT: Final = re.compile(rb"<(?:\w+:)?comment[\s>]")
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
        Sheet after sheet, each table titled with the name of its sheet; empty if it
        is no workbook. Hidden sheets, rows and columns are read too, and said.

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
            for content, aside in _read_sheets(archive)
            for table in tell_aside(_read_tables(content, file.name), aside)
        ]
    except ParksError:
        raise
    except _BROKEN as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    if not tables:
        raise NoTableError(name=file.name)
    return tables


def _read_tables(content: SheetContent, name: str) -> list[RawTable]:
    return read_grid(list(list_records(content.rows, content.merges, name)), "xlsx")


def _read_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[SheetContent, Aside]]:
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
    for sheet, relation in reader.parser.find_sheets():
        if relation.target in names and "chartsheet" not in relation.Type:
            with archive.open(relation.target) as part:
                content = read_sheet(part, texts, styles)
            yield (
                content,
                Aside(
                    sheet.name or "",
                    sheet.state in _UNSEEN,
                    content.hidden_rows,
                    content.hidden_columns,
                    _count_comments(archive, relation.target),
                    content.links,
                ),
            )


def _count_comments(archive: zipfile.ZipFile, sheet: str) -> int:
    """Count the comments of a sheet, in whatever part it relates them to."""
    folder, _, name = sheet.rpartition("/")
    parts = set(archive.namelist())
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in parts:
        return 0
    targets = _COMMENTS.findall(archive.read(relations))
    named = {target.decode(errors="replace") for target in targets}
    return sum(
        len(_COMMENT.findall(archive.read(part)))
        for part in sorted(parts)
        if part.rpartition("/")[2] in named
    )

"""Reads PDF files: the ruled tables of every page, joined where they go on."""

import io
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from parks.errors import (
    BrokenFileError,
    EncryptedFileError,
    NoTableError,
    NoTextLayerError,
    OversizedFileError,
    ParksError,
)
from parks.readers.grid import Record, find_heading, read_grid
from parks.readers.input_file import InputFile
from parks.readers.likeness import PARK_ENDINGS
from parks.readers.raw import RawTable, excerpt

_MARK: Final = b"%PDF-"
_LAST_PLACE_OF_MARK: Final = 1024
MOST_PAGES: Final = 500
MOST_MEGABYTES: Final = 50
"""What a page may hold when unpacked: a page of a table takes a hundredth of one."""
_BROKEN: Final = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,  # a picture that claims to be larger than any
    OSError,
    RuntimeError,  # parts that hold each other without end
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfplumber and pdfminer raise on files that are not what they seem."""
_TITLE_ENDS: Final = ("》", "）", ")")
_CONTROLS: Final = frozenset(range(0x20)) - {ord("\n")} | frozenset(range(0x7F, 0xA0))
_RADICALS: Final = range(0x2F00, 0x2FD6)
_READABLE: Final = dict.fromkeys(_CONTROLS, " ") | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS
}
"""Many fonts write 方 with the sign of the radical ⽅, which no heading holds."""


def read_pdf(file: InputFile, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a PDF whose cells have lines around them.

    A cell that is merged with the one above repeats its text, which is a repair of
    its row. A table goes on over pages while the next page's has as many columns
    and the same headings or none. Lines that only the width of their cell
    broke are joined, which is a doubt of the row.

    Returns
    -------
    list of RawTable
        Page after page; empty if it is no PDF.

    Raises
    ------
    NoTableError
        If no table has headings of parks or zones.
    NoTextLayerError
        If it holds pictures of text only, as a scan does.
    BrokenFileError, EncryptedFileError
        If it is damaged, such as one cut off in transfer, or needs a password.
    OversizedFileError
        If it has more than `MOST_PAGES` pages, or one of more than `MOST_MEGABYTES`.
    """
    if _MARK not in file.content[:_LAST_PLACE_OF_MARK]:
        return []
    _require_end(file)
    try:
        pages = list(_read_pages(file))
    except ParksError:
        raise
    except _BROKEN as error:
        raise _explain(file, error) from error
    tables = [table for records in _join(pages) for table in read_grid(records, "pdf")]
    if not tables:
        raise NoTableError(name=file.name)
    return tables


def _require_end(file: InputFile) -> None:
    """Refuse a file that was cut off, of which pdfminer would read what is there."""
    if file.content.rfind(b"%%EOF") <= file.content.rfind(b"endobj"):
        raise BrokenFileError(name=file.name, reason="%%EOF")


def _explain(file: InputFile, error: Exception) -> ParksError:
    """Say what an error of pdfplumber means, which wraps those of pdfminer."""
    if any(isinstance(cause, PDFEncryptionError) for cause in (error, *error.args)):
        return EncryptedFileError(name=file.name)
    reason = excerpt(str(error)) or type(error).__name__
    return BrokenFileError(name=file.name, reason=reason)


def _read_pages(file: InputFile) -> Iterator[list[list[Record]]]:
    """Read the tables of each page, each as its records."""
    pages = pdfplumber.open(io.BytesIO(file.content)).pages
    if len(pages) > MOST_PAGES:
        raise OversizedFileError(
            name=file.name, limit=f"{MOST_PAGES} pages", size=f"{len(pages)} pages"
        )
    has_text = False
    for page in pages:
        _require_contents(file, page)
        has_text = has_text or bool(page.chars)
        yield [list(_list_records(table)) for table in page.find_tables()]
        # A page keeps every character as a dictionary.
        page.close()
    if not has_text:
        raise NoTextLayerError(name=file.name)


def _require_contents(file: InputFile, page: Page) -> None:
    """Refuse a damaged page, of which pdfminer would leave out or garble what is."""
    for reference in page.page_obj.contents:
        stream = resolve1(reference)
        if not isinstance(stream, PDFStream):
            raise BrokenFileError(name=file.name, reason=f"p. {page.page_number}")
        *others, last = [None, *(name for name, _ in stream.get_filters())]
        # Contents that several pages share are unpacked already.
        if last not in LITERALS_FLATE_DECODE or stream.rawdata is None:
            continue
        packed = PDFStream({"Filter": others[1:]}, stream.rawdata, stream.decipher)
        packed.objid, packed.genno = stream.objid, stream.genno
        _require_unpacking(file, page, packed.get_data())


def _require_unpacking(file: InputFile, page: Page, packed: bytes) -> None:
    """Unpack contents once, to their checksum, and no further than is bearable."""
    unpacking = zlib.decompressobj()
    unpacking.decompress(packed, MOST_MEGABYTES * 1_000_000)
    if unpacking.unconsumed_tail:
        raise OversizedFileError(
            name=file.name, limit=f"{MOST_MEGABYTES} MB", size=f"> {MOST_MEGABYTES} MB"
        )
    if packed and not unpacking.eof:
        raise BrokenFileError(name=file.name, reason=f"p. {page.page_number}")


def _list_records(table: Table) -> Iterator[Record]:
    above: dict[int, tuple[str, float]] = {}
    for number, row in enumerate(table.rows):
        top = row.bbox[1]
        texts, merged, full = [], set(), set()
        for column, cell in enumerate(row.cells):
            if cell is not None:
                text, is_doubtful = _read_cell(table.page, cell)
                above[column] = text.translate(_READABLE), cell[3]
                if is_doubtful:
                    full.add(column)
            kept, bottom = above.get(column, ("", top))
            # There is no cell of its own where one from above or the left reaches in.
            is_covered = cell is None and bottom > top
            texts.append(kept if cell is not None or is_covered else "")
            if is_covered:
                merged.add(column)
        yield Record(texts, number, number + 1, frozenset(merged), frozenset(full))


def _read_cell(page: Page, cell: tuple[float, float, float, float]) -> tuple[str, bool]:
    """
    Read the lines of a cell, joining those that only its width broke.

    A line was broken by the layout if the next one's first character would not have
    fitted behind it, with as much room to the right as there is to the left. Two that
    read as whole names stay apart; whichever it is, the reader is asked to check.
    """
    lines = page.crop(cell, strict=False).extract_text_lines(return_chars=True)
    left, _, right, _ = cell
    room = max(0.0, min((line["x0"] - left for line in lines), default=0.0))
    text, is_doubtful = lines[0]["text"] if lines else "", False
    for before, line in pairwise(lines):
        first = line["chars"][0]
        is_full = right - room - before["x1"] < first["x1"] - first["x0"]
        is_joined = is_full and not _are_whole(before["text"], line["text"])
        is_doubtful = is_doubtful or is_full
        text += ("" if is_joined else "\n") + line["text"]
    return text, is_doubtful


def _are_whole(before: str, after: str) -> bool:
    """Say whether two lines are whole names or titles, however full the first is."""
    if before.endswith(_TITLE_ENDS):
        return after.startswith("《")
    names = (before, after)
    return all(len(n) > 2 and n.endswith(PARK_ENDINGS) for n in names)  # noqa: PLR2004 - 园区 is the end of one


def _join(pages: Iterable[list[list[Record]]]) -> Iterator[list[Record]]:
    """Join the tables that go on over pages, and number their records anew."""
    tables: list[list[Record]] = []
    unended: dict[int, list[Record]] = {}
    for page in pages:
        # Found by their width: letterheads and frames are tables to pdfplumber too.
        before, unended = unended, {}
        for records in page:
            width = len(records[0].cells)
            above = before.pop(width, None)
            if above is None or not _goes_on(above, records):
                tables.append(records)
                above = records
            else:
                above.extend(records)
            unended[width] = above
    for records in tables:
        yield [replace(r, first=n, end=n + 1) for n, r in enumerate(records)]


def _goes_on(above: list[Record], records: list[Record]) -> bool:
    """Say whether a table begins with the headings of the one above, or with none."""
    first = records[0]
    found = find_heading([first])
    is_heading = found is not None and found[0] * 2 > first.text_count
    return not is_heading or any(first.cells == record.cells for record in above)

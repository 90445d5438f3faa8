"""Reads Word documents: the tables of a ``.docx``, merged cells in both directions."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from parks.errors import BrokenFileError, NoTableError
from parks.readers.grid import Record, read_grid
from parks.readers.input_file import InputFile
from parks.readers.office import open_archive
from parks.readers.raw import RawTable, Repair, excerpt
from parks.readers.word_chains import WordTable, list_chains
from parks.readers.word_xml import PARAGRAPH, TABLE, WORD, count_deleted, read_paragraph

_PART: Final = "word/document.xml"
_UNIT: Final = re.compile(r"[(（]?(?:计量)?单位[:：]")
_COMMENT: Final = f"{WORD}commentReference"
_LINK: Final = f"{WORD}hyperlink"


def read_word(file: InputFile, known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a Word document, those inside other tables too.

    A cell that is merged with the one above repeats its text, which is a repair of
    its row; one that is merged with the one to its left is blank. Text and rows that
    a tracked change deleted are left out, those that one inserted are read. A table
    in a cell of a table of parks that is none itself gives lines of the cell, and a
    table that plainly goes on with the one above is part of it; both are repairs.

    Returns
    -------
    list of RawTable
        In the order of the document; empty if it is no Word document. Its titles are
        the lines above the tables.

    Raises
    ------
    NoTableError
        If no table has headings of parks or zones.
    BrokenFileError, OversizedFileError
        See `parks.readers.office.open_archive`.
    """
    if open_archive(file, _PART) is None:
        return []
    try:
        document = docx.Document(io.BytesIO(file.content))
        body = document.element.body
    except (OpcError, etree.LxmlError, KeyError, ValueError, zipfile.error) as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    chains = list(list_chains(body, known_districts))
    of_parks = any(chain[0].headings is not None for chain in chains)
    tables = [
        table
        for chain in chains
        for table in _read_chain(chain) or (_name_lone(chain) if of_parks else [])
    ]
    if not tables:
        raise NoTableError(name=file.name)
    return tables


def _read_chain(chain: Sequence[WordTable]) -> list[RawTable]:
    records: list[Record] = []
    for table in chain:
        start = len(records)
        records += (
            replace(record, first=record.first + start, end=record.end + start)
            for record in table.records
        )
    repairs = [
        Repair(
            "table-continued",
            found=excerpt(" ".join(filter(None, table.records[0].cells))),
            used=str(len(table.records)),
        )
        for table in chain[1:]
    ]
    repairs += _say_unread([table.element for table in chain])
    title = _find_title(chain[0].element)
    return [
        replace(table, title=title, repairs=(*repairs, *table.repairs))
        for table in read_grid(records, "docx")
    ]


def _name_lone(chain: Sequence[WordTable]) -> list[RawTable]:
    """Give the text of a table of one row as headings, for it to be named."""
    records = (record for table in chain for record in table.records)
    return [
        RawTable("docx", tuple(record.cells), ())
        for record in records
        if not record.is_blank
    ][:1]


def _say_unread(elements: Sequence[Any]) -> Iterator[Repair]:
    """Say what of the tables is not read: deleted rows, comments, links."""
    deleted = sum(map(count_deleted, elements))
    if deleted:
        yield Repair("rows-deleted", used=str(deleted))
    comments, links = (
        sum(1 for element in elements for _ in element.iter(name))
        for name in (_COMMENT, _LINK)
    )
    if comments or links:
        yield Repair("comments-dropped", found=str(comments), used=str(links))


def _find_title(element: Any) -> str:  # noqa: ANN401
    """Find the last line above a table, but for the unit of its numbers."""
    while element is not None and element.getparent().tag == f"{WORD}sdtContent":
        above = element.getprevious()
        if above is not None:
            break
        element = element.getparent().getparent()
    for above in element.itersiblings(preceding=True):
        if above.tag == TABLE:
            break
        text = read_paragraph(above).strip() if above.tag == PARAGRAPH else ""
        if text and not _UNIT.match(text):
            return excerpt(text.split("\n")[-1])
    return ""

"""Reads Word documents: the tables of a ``.docx``, merged cells in both directions."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from parks.errors import BrokenFileError, NoTableError
from parks.readers.grid import Record, read_grid
from parks.readers.input_file import InputFile
from parks.readers.office import open_archive
from parks.readers.raw import RawTable

_PART: Final = "word/document.xml"
_TEXT: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_MOST_COLUMNS: Final = 200


def read_word(file: InputFile, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a Word document, those inside other tables too.

    A cell that is merged with the one above repeats its text, which is a repair of
    its row; one that is merged with the one to its left is blank. Text that a
    tracked change deleted is left out, text that one inserted is read.

    Returns
    -------
    list of RawTable
        In the order of the document; empty if it is no Word document.

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
    tables = [
        table
        for element in body.iter(qn("w:tbl"))
        for table in read_grid(list(_list_records(element)), "docx")
    ]
    if not tables:
        raise NoTableError(name=file.name)
    return tables


def _list_records(table: Any) -> Iterator[Record]:  # noqa: ANN401 - an lxml element
    above: dict[int, str] = {}
    for number, row in enumerate(_own(table, "w:tr")):
        texts, merged = _read_row(row, above)
        above = dict(enumerate(texts))
        yield Record(texts, number, number + 1, merged)


def _read_row(
    row: Any,  # noqa: ANN401
    above: dict[int, str],
) -> tuple[list[str], frozenset[int]]:
    """Read the cells of a row; a merged one takes its text from the row above."""
    texts = [""] * _read_number(row, "w:trPr/w:gridBefore")
    merged = set()
    for cell in _own(row, "w:tc"):
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is not None and merge.get(qn("w:val"), "continue") == "continue":
            merged.add(len(texts))
            texts.append(above.get(len(texts), ""))
        else:
            texts.append(_read_cell(cell))
        span = _read_number(cell, "w:tcPr/w:gridSpan", default=1)
        texts += [""] * (min(span, _MOST_COLUMNS) - 1)
    return texts, frozenset(merged)


def _read_cell(cell: Any) -> str:  # noqa: ANN401
    return "\n".join(_read_paragraph(paragraph) for paragraph in _own(cell, "w:p"))


def _read_paragraph(paragraph: Any) -> str:  # noqa: ANN401
    return "".join(
        node.text or "" if node.tag == qn("w:t") else _TEXT[node.tag]
        for node in paragraph.iter(qn("w:t"), *_TEXT)
        # A tab stop of the paragraph's format is no tab of its text.
        if node.getparent().tag != qn("w:tabs")
    )


def _own(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """List the parts of an element, also in content controls, not in nested tables."""
    for child in element:
        if child.tag == qn(name):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
            yield from _own(child, name)


def _read_number(element: Any, path: str, *, default: int = 0) -> int:  # noqa: ANN401
    found = element.find("/".join(qn(step) for step in path.split("/")))
    value = "" if found is None else found.get(qn("w:val"), "")
    return int(value) if value.isdecimal() else default

"""Reads web pages: the tables of an HTML file, with its spanning cells."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree, html

from parks.errors import BrokenFileError
from parks.readers.grid import Record, read_grid
from parks.readers.raw import RawTable

_LOOKS_LIKE_HTML: Final = re.compile(
    r"\s*(<!doctype html|<\?xml[^>]*>\s*<|<(html|head|body|meta|div|table)\b|<!--)",
    re.IGNORECASE,
)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*>")
_BLOCKS: Final = frozenset({"p", "div", "br", "li", "ul", "ol", "tr", "h1", "h2", "h3"})
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript"})
_BLANKS: Final = re.compile(r"[ \t\r\n\xa0]+")
_MOST_ROWS_SPANNED: Final = 10_000
_MOST_COLUMNS: Final = 500


def read_web(text: str, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a web page, those inside other tables too.

    A cell that spans rows repeats its text in each, which is a repair of the row.
    Nothing is run and nothing fetched.

    Returns
    -------
    list of RawTable
        In the order of the page; empty if it is no HTML, or no table has headings
        of parks or zones.

    Raises
    ------
    BrokenFileError
        If it is nested deeper than any page that people wrote.
    """
    if not _LOOKS_LIKE_HTML.match(text):
        return []
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        page = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except etree.ParserError:
        return []
    # Behind a limit the parser drops text without a word; we do not.
    for entry in parser.error_log.filter_from_errors():
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise BrokenFileError(name="HTML", reason=entry.message)
    return [
        table
        for element in page.iter("table")
        for table in read_grid(list(_list_records(element)), "html")
    ]


def _list_records(table: Any) -> Iterator[Record]:  # noqa: ANN401 - an lxml element
    hanging: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(_list_rows(table)):
        texts, merged, hanging = _read_row(row, hanging)
        yield Record(texts, number, number + 1, merged)


def _list_rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    """List the rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _read_row(
    row: Any,  # noqa: ANN401
    hanging: dict[int, tuple[int, str]],
) -> tuple[list[str], frozenset[int], dict[int, tuple[int, str]]]:
    """
    Read the cells of a row around those that hang into it from above.

    Parameters
    ----------
    row
        The row.
    hanging
        By column, how many more rows a cell from above spans, and its text.
    """
    texts: list[str] = []
    merged: set[int] = set()
    below = {at: (left - 1, text) for at, (left, text) in hanging.items() if left > 1}

    def take_hanging() -> None:
        while len(texts) in hanging:
            merged.add(len(texts))
            texts.append(hanging[len(texts)][1])

    for cell in (child for child in row if child.tag in {"td", "th"}):
        take_hanging()
        if len(texts) >= _MOST_COLUMNS:
            break
        text = _read_cell(cell)
        rows = _read_span(cell, "rowspan", _MOST_ROWS_SPANNED)
        free = _MOST_COLUMNS - len(texts)
        for place in range(_read_span(cell, "colspan", free)):
            if rows > 1:
                below[len(texts)] = (rows - 1, "" if place else text)
            texts.append("" if place else text)
    take_hanging()
    return texts, frozenset(merged), below


def _read_span(cell: Any, name: str, most: int) -> int:  # noqa: ANN401
    value = cell.get(name, "").strip()
    return max(1, min(int(value), most)) if value.isdecimal() else 1


def _read_cell(cell: Any) -> str:  # noqa: ANN401
    """Read the text of a cell, its blocks as lines, without what is not shown."""
    lines = "".join(_list_texts(cell)).split("\v")
    kept = (_BLANKS.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in kept if line)


def _list_texts(cell: Any) -> Iterator[str]:  # noqa: ANN401
    """
    List the texts of a cell; a vertical tab stands where a line ends.

    It walks and does not recur: a page may be nested a hundred thousand deep.
    """
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, node in walk:
        is_unseen = node.tag in _UNSEEN or (node.tag == "table" and node is not cell)
        if node.tag in _BLOCKS:
            yield "\v"
        if event == "start" and is_unseen:
            walk.skip_subtree()
        elif event == "start":
            yield (node.text or "").replace("\v", " ")
        elif node is not cell:
            yield (node.tail or "").replace("\v", " ")

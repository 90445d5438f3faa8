"""Reads web pages: the tables of an HTML file, with its spanning cells."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from lxml import etree, html

from parks.errors import BrokenFileError
from parks.readers.grid import Record, read_grid
from parks.readers.raw import RawTable, Repair, excerpt
from parks.readers.sheet_aside import join_runs
from parks.readers.web_text import is_hidden, read_cell, say_unread

_LOOKS_LIKE_HTML: Final = re.compile(
    r"\s*(<!doctype html|<\?xml[^>]*>\s*<|<(html|head|body|meta|div|table)\b|<!--)",
    re.IGNORECASE,
)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*>")
_LINES: Final = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6"})
_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
_STEPS_BACK: Final = 12
_MOST_ROWS_SPANNED: Final = 10_000
_MOST_COLUMNS: Final = 500


def read_web(text: str, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a web page, those inside other tables too.

    A cell that spans rows repeats its text in each, which is a repair of the row.
    Text that the page hides, and the marks of footnotes, are left out and said; rows
    that it hides, as behind a button, are read and said. Nothing is run and nothing
    fetched.

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
    return [table for element in page.iter("table") for table in _read_table(element)]


def _read_table(element: Any) -> Iterator[RawTable]:  # noqa: ANN401 - an lxml element
    tables = read_grid(list(_list_records(element)), "html")
    if not tables:
        return
    repairs = list(say_unread(element))
    hidden = [
        number + 1
        for number, row in enumerate(_list_rows(element))
        if is_hidden(row)
        or (row.getparent().tag in _GROUPS and is_hidden(row.getparent()))
    ]
    if hidden:
        repairs.append(Repair("rows-hidden", used=excerpt(join_runs(hidden, str))))
    title = _find_title(element)
    for table in tables:
        yield replace(table, title=title, repairs=(*repairs, *table.repairs))


def _find_title(element: Any) -> str:  # noqa: ANN401
    """Find the caption of a table, or the line or heading right above it."""
    caption = element.find("caption")
    text = "" if caption is None else read_cell(caption)
    node = element
    for _ in range(_STEPS_BACK):
        if text or node is None or node.tag == "body":
            break
        above = node.getprevious()
        if above is None:
            node = node.getparent()
            continue
        node = above
        if node.tag == "table" or node.find(".//table") is not None:
            break
        if node.tag in _LINES:
            text = read_cell(node)
    return excerpt(text.split("\n")[-1])


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
        elif child.tag in _GROUPS:
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

    cells = (child for child in row if child.tag in {"td", "th"})
    for cell in (cell for cell in cells if not is_hidden(cell)):
        take_hanging()
        if len(texts) >= _MOST_COLUMNS:
            break
        text = read_cell(cell)
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

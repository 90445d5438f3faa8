"""Reads pipe tables: cells between upright bars, as Markdown writes them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parks.readers.grid import read_grid
from parks.readers.heads import find_heading
from parks.readers.raw import RawTable
from parks.readers.record import Record

_BAR: Final = re.compile(r"(?<!\\)\|")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
# The line between headings and rows, and the borders that databases print.
_RULE: Final = re.compile(r"[\s|+:=-]*[-=][\s|+:=-]*")
_BARS: Final = "｜│┃║"
_LEVELS: Final = "─━═┄┅┈┉"
_CROSSES: Final = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯╞╪╡╟╫╢"
_OTHER_BARS: Final = frozenset(_BARS)
_AS_ASCII: Final = {
    ord(char): plain
    for chars, plain in ((_BARS, "|"), (_LEVELS, "-"), (_CROSSES, "+"))
    for char in chars
}
_LONGEST_RULE: Final = 10_000
_MOST_COLUMNS: Final = 500
_FENCE: Final = "```"


def read_piped(text: str, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks whose cells stand between upright bars.

    Parameters
    ----------
    text
        The text, its lines ended by line feeds. A bar within a cell has a
        backslash before it, a line within a cell ends with ``<br>``. If no headings
        stand between bars, those of full width and the lines of boxes are bars.

    Returns
    -------
    list of RawTable
        In the order of the text; empty if no headings of parks or zones stand
        between bars.
    """
    lines = text.split("\n")
    tables = _read_tables(lines, lines)
    if tables or _OTHER_BARS.isdisjoint(text):
        return tables
    return _read_tables(text.translate(_AS_ASCII).split("\n"), lines)


def _read_tables(lines: Sequence[str], written: Sequence[str]) -> list[RawTable]:
    """Read tables in lines; `written` is how they are written."""
    if not any("|" in line for line in lines):
        return []
    records = [_cut_line(line, number) for number, line in enumerate(lines)]
    found = find_heading([record for record in records if len(record.cells) > 1])
    if found is None:
        return []
    # Prose above could read as a lone heading; a rule says nothing.
    first = found[1]
    records = [
        replace(record, cells=[]) if _is_rule(lines[record.first]) else record
        for record in records[first:]
    ]
    shown = [
        "" if _is_rule(line) else as_written
        for line, as_written in zip(lines, written, strict=True)
    ]
    return read_grid(records, "markdown", shown)


def _cut_line(line: str, number: int) -> Record:
    """Cut a line into cells; one without bars, or of nothing else, is a single cell."""
    if not 0 < line.count("|") <= _MOST_COLUMNS:
        text = line.strip()
        return Record([text] if text else [], number, number + 1)
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return Record([_read_cell(cell) for cell in _BAR.split(inner)], number, number + 1)


def _read_cell(cell: str) -> str:
    lines: Sequence[str] = _BREAK.split(cell.replace("\\|", "|"))
    return "\n".join(line.strip() for line in lines).strip()


def _is_rule(line: str) -> bool:
    is_fence = line.strip().startswith(_FENCE)
    return is_fence or (
        len(line) <= _LONGEST_RULE and _RULE.fullmatch(line) is not None
    )

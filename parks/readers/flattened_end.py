"""Finds where a flattened table ends and the document goes on."""

import re
from collections.abc import Sequence
from typing import Final

from parks.policies import is_citation
from parks.readers import columns
from parks.readers.cells import read_number
from parks.readers.flattened_cells import Cell

# How a line begins that is no part of any cell.
_DOCUMENT = re.compile(
    r"\s*(?:附[件表录錄图圖注]|[注註]\s*[:：\d]|备注\s*[:：]|備註\s*[:：]|说明\s*[:：]"
    r"|[资資数數][料据據]来源|来源\s*[:：]|表\s*[\d一二三四五六七八九十]|抄送|主题词|联系人\s*[:：]"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节條条编]"
    r"|(?:Annex|Appendix|Notes?|Source|Table)\b)"
)
# How a line ends that is the title of the next table.
_TITLES: Final = (
    "一览表",
    "一覽表",
    "汇总表",
    "彙總表",
    "统计表",
    "清单",
    "清單",
    "名录",
    "名錄",
)
_BLANK_LINES: Final = 2
_LONGEST_NAME: Final = 30
_OPEN_END: Final = ("、", "，", ",", "；", ";")


def cut_at_document(
    cells: Sequence[Cell], known_districts: frozenset[str]
) -> list[Cell]:
    """
    Drop what follows the table where the text itself says that it ends.

    Parameters
    ----------
    cells
        Everything after the headings, up to the next table's.
    known_districts
        Names that only a row of a table holds.

    Returns
    -------
    list of Cell
        The table's cells. The last is cut where two blank lines are followed by
        text, or a line begins as only a document does (附件 …). An earlier cell
        is cut only at such a line, and where no row follows it any more: indented
        paragraphs of a document look like cells, too.
    """
    last_row = max(
        (n for n, cell in enumerate(cells) if _shows_row(cell, known_districts)),
        default=0,
    )
    for number in range(last_row, len(cells)):
        is_last = number == len(cells) - 1
        count = _document_start(cells[number].lines, needs_mark=not is_last)
        if count is not None:
            return [*cells[:number], cells[number].cut(count)]
    return list(cells)


def _shows_row(cell: Cell, known_districts: frozenset[str]) -> bool:
    text = cell.lines[0]
    return (
        cell.is_marked
        or read_number(text) is not None
        or columns.is_known_district(text.strip(), known_districts)
    )


def _document_start(lines: Sequence[str], *, needs_mark: bool) -> int | None:
    """Count the lines before the document goes on; None if it does not."""
    blank = 0
    for number, line in enumerate(lines):
        if not line.strip():
            blank += 1
            continue
        if number and starts_document(line):
            return number
        if number and blank >= _BLANK_LINES and not needs_mark:
            return number
        blank = 0
    return None


def starts_document(line: str) -> bool:
    """Say whether a line begins or ends as only one outside of tables does."""
    if len(line) > _LONGEST_NAME * 4:
        line = line[: _LONGEST_NAME * 4]
    return bool(_DOCUMENT.match(line)) or line.rstrip().endswith(_TITLES)


def count_own_lines(lines: Sequence[str], field: str | None, most: int | None) -> int:
    """
    Count the lines of a table's last cell that are likely its own.

    Parameters
    ----------
    lines
        The lines of the cell.
    field
        What its column holds.
    most
        The most paragraphs that a cell of this column has elsewhere in the table,
        None if there is no other.

    Returns
    -------
    int
        The first paragraph is the cell's own; further ones are so long as they
        look like the column's and other rows have as many.
    """
    paragraphs = 0
    before = ""
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        paragraphs += 1
        is_beyond = paragraphs > 1 and most is not None and paragraphs > max(most, 1)
        is_open = _is_open(before)
        if number and not is_open and (is_beyond or not looks_like(line, field)):
            return number
        before += line
    return len(lines)


def _is_open(text: str) -> bool:
    """Say whether a text breaks off in the midst of a list or a title."""
    return text.rstrip().endswith(_OPEN_END) or text.count("《") > text.count("》")


def looks_like(line: str, field: str | None) -> bool:
    """Say whether a further paragraph could be one of a column's cell."""
    if field == "policies":
        return is_citation(line)
    if field == "direction":
        return True
    return len(line.strip()) <= _LONGEST_NAME and not line.rstrip().endswith(
        ("。", "：")
    )

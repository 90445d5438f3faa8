"""The XML of a Word document: the rows of its tables, and what their cells hold."""

from collections.abc import Collection, Iterator
from typing import Any, Final

from parks.readers.raw import Repair, excerpt
from parks.readers.record import Record

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of all that is read."""
TABLE: Final = f"{WORD}tbl"
PARAGRAPH: Final = f"{WORD}p"
_ROW: Final = f"{WORD}tr"
_CELL: Final = f"{WORD}tc"
_TEXT: Final = f"{WORD}t"
_MARKS: Final = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n"}
_TAB_STOPS: Final = f"{WORD}tabs"
_MOVED_AWAY: Final = f"{WORD}moveFrom"
_WRAPPERS: Final = frozenset({f"{WORD}sdt", f"{WORD}sdtContent", f"{WORD}ins"})
_MOST_COLUMNS: Final = 200


def list_records(table: Any, held: Collection[Any] = ()) -> Iterator[Record]:  # noqa: ANN401 - an lxml element
    """
    Read the rows of a table, without those that a tracked change deleted.

    Parameters
    ----------
    table
        Its element.
    held
        The tables inside whose rows are lines of the cell that holds them, each such
        cell said; others are passed over.
    """
    above: dict[int, str] = {}
    number = 0
    for row in _own(table, _ROW):
        texts, merged, holding = _read_row(row, above, held)
        above = dict(enumerate(texts))
        if is_deleted(row):
            continue
        said = tuple(
            Repair("table-inside", None, place, used=excerpt(used))
            for place, used in holding.items()
        )
        yield Record(texts, number, number + 1, merged, said=said)
        number += 1


def count_deleted(table: Any) -> int:  # noqa: ANN401
    """Count the rows that a tracked change deleted."""
    return sum(map(is_deleted, _own(table, _ROW)))


def is_deleted(row: Any) -> bool:  # noqa: ANN401
    """Say whether a tracked change deleted a row."""
    return row.find(f"{WORD}trPr/{WORD}del") is not None


def read_paragraph(paragraph: Any) -> str:  # noqa: ANN401
    """Read the text of a paragraph, tracked changes made."""
    return "".join(
        node.text or "" if node.tag == _TEXT else _MARKS[node.tag]
        for node in paragraph.iter(_TEXT, *_MARKS)
        # A tab stop of the paragraph's format is no tab of its text.
        if node.getparent().tag != _TAB_STOPS
        and next(node.iterancestors(_MOVED_AWAY, PARAGRAPH)).tag == PARAGRAPH
    )


def _read_row(
    row: Any,  # noqa: ANN401
    above: dict[int, str],
    held: Collection[Any],
) -> tuple[list[str], frozenset[int], dict[int, str]]:
    """
    Read the cells of a row; a merged one takes its text from the row above.

    Returns
    -------
    tuple
        The texts; the columns that are merged; those that hold a table, with its
        rows.
    """
    texts = [""] * min(_read_number(row, "trPr/gridBefore"), _MOST_COLUMNS)
    merged: set[int] = set()
    holding: dict[int, str] = {}
    for cell in _own(row, _CELL):
        merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
        if merge is not None and merge.get(f"{WORD}val", "continue") == "continue":
            merged.add(len(texts))
            texts.append(above.get(len(texts), ""))
        else:
            text, inside = _read_cell(cell, held)
            if inside:
                holding[len(texts)] = inside
            texts.append(text)
        span = _read_number(cell, "tcPr/gridSpan", default=1)
        texts += [""] * (min(span, _MOST_COLUMNS) - 1)
    return texts, frozenset(merged), holding


def _read_cell(cell: Any, held: Collection[Any]) -> tuple[str, str]:  # noqa: ANN401
    """Read the text of a cell, and of the tables inside that are lines of it."""
    lines: list[str] = []
    inside: list[str] = []
    for part in _own(cell, PARAGRAPH, TABLE):
        if part.tag == PARAGRAPH:
            lines.append(read_paragraph(part))
        elif part in held:
            rows = [
                " ".join(" ".join(text.split()) for text in record.cells if text)
                for record in list_records(part, held)
            ]
            lines += rows
            inside += rows
    if inside:
        # The paragraph that must stand after a table is no line of the cell.
        lines = [line for line in lines if line.strip()]
    return "\n".join(lines), " | ".join(filter(None, inside))


def _own(element: Any, *names: str) -> Iterator[Any]:  # noqa: ANN401
    """List the parts of an element, also in content controls, not in nested tables."""
    for child in element:
        if child.tag in names:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _own(child, *names)


def _read_number(element: Any, path: str, *, default: int = 0) -> int:  # noqa: ANN401
    found = element.find("/".join(f"{WORD}{step}" for step in path.split("/")))
    value = "" if found is None else found.get(f"{WORD}val", "")
    return int(value) if value.isdecimal() else default

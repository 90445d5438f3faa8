"""Tables in records of cells: where they begin and end, and what stands around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parks.formulas import rearm
from parks.readers import columns
from parks.readers.raw import RawTable, Repair, excerpt, outside

_LONGEST_HEADING: Final = 60
_SENTENCE_ENDS: Final = (".", "。", "；", "！", "？")
_NOTES: Final = (
    "注",
    "备注：",
    "备注:",
    "说明：",
    "说明:",
    "数据来源",
    "资料来源",
    "来源：",
    "附件",
    "附表",
    "Note",
    "Source",
)


# A heading stands near the top; prose is not searched to its end.
_RECORDS_SEARCHED: Final = 2_000


@dataclass(frozen=True, slots=True)
class Record:
    """
    One record of cells.

    Attributes
    ----------
    cells
        Its texts from left to right.
    first, end
        The lines it takes, from 0: from `first` up to, without, `end`.
    merged
        The columns whose text stands in a cell that is merged with the one above.
    full
        The columns in which a line fills its cell, so that it may go on in the next.
    """

    cells: list[str]
    first: int
    end: int
    merged: frozenset[int] = frozenset()
    full: frozenset[int] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def text_count(self) -> int:
        """How many cells hold something."""
        return sum(1 for cell in self.cells if cell.strip())


def read_grid(
    records: Sequence[Record], format_name: str, lines: Sequence[str] | None = None
) -> list[RawTable]:
    """
    Read every table of parks in records, such as the rows of a sheet.

    Parameters
    ----------
    records
        The records in order.
    format_name
        For `RawTable.format`.
    lines
        The lines that the records were read from; by default each record is one.

    Returns
    -------
    list of RawTable
        In order; empty if no record has headings of parks or zones. What stands
        above the headings, between tables and after them is named in a repair.
    """
    found = find_heading(records)
    if found is None:
        return []
    _, start = found
    below = [record for record in records if record.first >= start]
    heads = _heading_places(below)
    spans = [
        _span(below, *pair) for pair in zip(heads, [*heads[1:], None], strict=True)
    ]
    if lines is None:
        lines = [" ".join(filter(None, map(str.strip, r.cells))) for r in records]
    kept = [False] * len(lines)
    for record in (record for span in spans for record in span):
        kept[record.first : record.end] = [True] * (record.end - record.first)
    stray = tuple(outside(lines, kept))
    return [_table(span, format_name, stray) for span in spans]


def find_heading(records: Iterable[Record]) -> tuple[int, int] | None:
    """Find the first record that reads as headings: its worth and its line."""
    is_first = True
    for record in records:
        if record.first > _RECORDS_SEARCHED:
            break
        worth = _worth(record.cells, is_first=is_first)
        if worth:
            return worth, record.first
        is_first = is_first and record.is_blank
    return None


def _worth(cells: Sequence[str], *, is_first: bool) -> int:
    """
    Count the columns with meaning if these could be headings of parks, else 0.

    One lone word is a heading only at the top of a file, and a sentence that lists
    the columns of a table is none.
    """
    texts = [cell for cell in cells if cell.strip()]
    if any(len(cell) > _LONGEST_HEADING for cell in texts):
        return 0
    if texts and texts[-1].rstrip().endswith(_SENTENCE_ENDS):
        return 0
    fields = columns.assign(cells)
    if not columns.holds_parks(fields) or (len(texts) == 1 and not is_first):
        return 0
    return sum(name is not None for name in fields)


def _heading_places(records: list[Record]) -> list[int]:
    """
    Find where tables begin: at the first record, and wherever headings come again.

    The same headings right under a row are those of a new page, not of a new table.
    """
    places = [0]
    for place, record in enumerate(records[1:], 1):
        head = records[places[-1]].cells
        if _is_repeated(record.cells, head):
            if records[place - 1].text_count <= 1:
                places.append(place)
        elif _is_new_heading(record.cells):
            places.append(place)
    return places


def _is_repeated(cells: list[str], head: list[str]) -> bool:
    return cells[:1] == head[:1] and cells == head


def _is_new_heading(cells: Sequence[str]) -> bool:
    """Say whether a record further down is headings: most of it must mean a column."""
    texts = [cell for cell in cells if cell.strip()]
    # A quick no for all but a few rows.
    if len(texts) < 2 or not any(map(columns.is_word, texts)):  # noqa: PLR2004
        return False
    worth = _worth(cells, is_first=False)
    return worth >= 2 and worth * 2 > len(texts)  # noqa: PLR2004 - two words agree


def _span(records: list[Record], start: int, end: int | None) -> list[Record]:
    """Take the records of one table: its headings and rows, not the text around."""
    head = records[start]
    width = len(head.cells)
    body = records[start + 1 : end]
    if end is not None:
        # What stands alone above the next headings is their title.
        while body and body[-1].text_count <= 1 < width:
            body.pop()
    return [head, *_without_notes(body, width)]


def _without_notes(body: list[Record], width: int) -> Iterator[Record]:
    """Pass over lines of text after a blank line, and notes."""
    is_outside = is_after_blank = False
    for record in body:
        is_line = len(record.cells) <= 1 < width
        is_note = width > 2 and record.text_count == 1 and _is_note(record)  # noqa: PLR2004
        if record.is_blank:
            is_after_blank = True
        else:
            is_outside = is_note or (is_line and (is_after_blank or is_outside))
            is_after_blank = False
        if not is_outside or record.is_blank:
            yield record


def _is_note(record: Record) -> bool:
    text = next(cell for cell in record.cells if cell.strip()).strip()
    return text.startswith(_NOTES)


def _table(span: list[Record], format_name: str, stray: tuple[Repair, ...]) -> RawTable:
    head, *body = span
    # A line without anything in it is no row; one of delimiters only is a blank row.
    full = [record for record in body if record.cells]
    repeated = [record for record in full if _is_repeated(record.cells, head.cells)]
    full = [record for record in full if not _is_repeated(record.cells, head.cells)]
    width = max([len(head.cells), *(_used_width(record.cells) for record in full)])
    repairs = list(stray)
    repairs += [
        Repair(
            "heading-repeated",
            found=excerpt(" ".join(head.cells)),
            used=str(record.first + 1),
        )
        for record in repeated
    ]
    rows: list[tuple[str | None, ...]] = []
    for index, record in enumerate(full):
        repairs.extend(_width_repairs(index, record, head))
        repairs += [
            Repair("cell-merged", index, column, used=excerpt(record.cells[column]))
            for column in sorted(record.merged)
            if column < width and record.cells[column].strip()
        ]
        repairs += [
            Repair(
                "lines-full",
                index,
                column,
                used=excerpt(record.cells[column].replace("\n", " | ")),
            )
            for column in sorted(record.full)
            if column < width
        ]
        cells = [rearm(cell) for cell in record.cells[:width]]
        rows.append((*cells, *[None] * (width - len(cells))))
    headings = [rearm(cell).strip() for cell in head.cells[:width]]
    headings += [""] * (width - len(headings))
    return RawTable(format_name, tuple(headings), tuple(rows), tuple(repairs))


def _used_width(cells: list[str]) -> int:
    """Count the cells of a record up to the last that holds something."""
    return max(
        (place for place, cell in enumerate(cells, 1) if cell.strip()), default=0
    )


def _width_repairs(index: int, record: Record, head: Record) -> Iterator[Repair]:
    width = len(head.cells)
    if len(record.cells) < width:
        lacking = "、".join(head.cells[len(record.cells) :])
        yield Repair("cells-missing", index, found=str(len(record.cells)), used=lacking)
    elif _used_width(record.cells) > width:
        surplus = " | ".join(cell for cell in record.cells[width:] if cell.strip())
        yield Repair("cells-surplus", index, found=surplus)

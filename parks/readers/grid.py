"""Tables in records of cells: where they begin and end, and what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from parks.formulas import rearm
from parks.readers.asides import begins_note
from parks.readers.heads import find_heading, find_places, is_repeated, join_levels
from parks.readers.layout import lay_out
from parks.readers.raw import RawTable, Repair, excerpt, outside
from parks.readers.record import Record
from parks.readers.rotated import find_rotated, turn

__all__ = ["Record", "find_heading", "read_grid"]

_NOTES: Final = ("附件", "附表")


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
        In order. What stands above the headings, between tables and after them is
        named in a repair. If no record has headings of parks or zones, the one
        table below the first record of several cells, its headings unknown; none
        if there is no such record, or nothing below it.
    """
    found = find_heading(records)
    if found is None:
        rotated = find_rotated(records, 0)
        if rotated is not None:
            return _read_rotated(records, rotated, format_name, lines)
        return _read_unknown(records, format_name)
    _, start = found
    below = list(join_levels([r for r in records if r.first >= start]))
    heads = find_places(below)
    spans = [
        _span(below, *pair) for pair in zip(heads, [*heads[1:], None], strict=True)
    ]
    if lines is None:
        lines = _list_lines(records)
    kept = [False] * len(lines)
    for record in (record for span in spans for record in span):
        kept[record.first : record.end] = [True] * (record.end - record.first)
    stray = tuple(outside(lines, kept))
    return [_table(span, format_name, stray) for span in spans]


def _list_lines(records: Sequence[Record]) -> list[str]:
    return [" ".join(filter(None, map(str.strip, r.cells))) for r in records]


def _read_rotated(
    records: Sequence[Record],
    block: list[Record],
    format_name: str,
    lines: Sequence[str] | None,
) -> list[RawTable]:
    """Read the one table of a file whose headings stand in its first column."""
    if lines is None:
        lines = _list_lines(records)
    kept = [False] * len(lines)
    for record in block:
        kept[record.first : record.end] = [True] * (record.end - record.first)
    said = (Repair("table-rotated"), *outside(lines, kept))
    return [_table(turn(block), format_name, said)]


def _read_unknown(records: Sequence[Record], format_name: str) -> list[RawTable]:
    """Take the first record of several cells for headings, whatever they mean."""
    start = next((n for n, r in enumerate(records) if r.text_count > 1), len(records))
    if not any(record.text_count > 1 for record in records[start + 1 :]):
        return []
    above = _list_lines(records[:start])
    stray = tuple(outside(above, [False] * len(above)))
    return [_table(list(records[start:]), format_name, stray)]


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
        count = record.text_count
        is_note = width > 2 and count == 1 and _is_note(record)  # noqa: PLR2004
        if count == 0:
            is_after_blank = True
        else:
            is_outside = is_note or (is_line and (is_after_blank or is_outside))
            is_after_blank = False
        if not is_outside or count == 0:
            yield record


def _is_note(record: Record) -> bool:
    text = next(cell for cell in record.cells if cell.strip()).strip()
    return text.startswith(_NOTES) or begins_note(text)


def _table(span: list[Record], format_name: str, stray: tuple[Repair, ...]) -> RawTable:
    head, *body = span
    # A line without anything in it is no row; one of delimiters only is a blank row.
    full = [record for record in body if record.cells]
    repeated = [record for record in full if is_repeated(record.cells, head.cells)]
    full = [record for record in full if not is_repeated(record.cells, head.cells)]
    title = " ".join(head.cells)
    laid = lay_out(head, full)
    head, full = laid.head, laid.body
    used = [_used_width(record.cells) for record in full]
    width = max([len(head.cells), *used])
    repairs = list(stray)
    if head.is_joined:
        joined = " | ".join(cell for cell in head.cells if cell)
        repairs.append(Repair("headings-joined", used=excerpt(joined)))
    repairs += [
        Repair(
            "heading-repeated",
            found=excerpt(title),
            used=str(record.first + 1),
        )
        for record in repeated
    ]
    repairs += laid.repairs
    rows: list[tuple[str | None, ...]] = []
    for index, record in enumerate(full):
        if len(record.cells) < len(head.cells) or used[index] > len(head.cells):
            repairs.extend(_doubt_width(index, record, head))
        if record.merged or record.full or record.uncomputed:
            repairs.extend(_cell_repairs(index, record, width))
        if record.said:
            repairs.extend(replace(repair, row=index) for repair in record.said)
        cells = [rearm(cell) for cell in record.cells[:width]]
        rows.append((*cells, *[None] * (width - len(cells))))
    headings = [rearm(cell).strip() for cell in head.cells[:width]]
    headings += [""] * (width - len(headings))
    return RawTable(format_name, tuple(headings), tuple(rows), tuple(repairs))


def _cell_repairs(index: int, record: Record, width: int) -> Iterator[Repair]:
    """Say what is inferred of single cells."""
    for column in sorted(record.merged):
        if column < width and record.cells[column].strip():
            used = excerpt(record.cells[column])
            yield Repair("cell-merged", index, column, used=used)
    for column in sorted(record.full):
        if column < width:
            used = excerpt(record.cells[column].replace("\n", " | "))
            yield Repair("lines-full", index, column, used=used)
    for column in sorted(record.uncomputed):
        if column < width:
            yield Repair("formula-uncomputed", index, column)


def _used_width(cells: list[str]) -> int:
    """Count the cells of a record up to the last that holds something."""
    places = range(len(cells), 0, -1)
    return next((place for place in places if cells[place - 1].strip()), 0)


def _doubt_width(index: int, record: Record, head: Record) -> Iterator[Repair]:
    """Say of a record what it has too few or too many of."""
    width, count = len(head.cells), len(record.cells)
    lacking = "、".join(filter(None, map(str.strip, head.cells[count:])))
    if lacking:
        yield Repair("cells-missing", index, found=str(count), used=lacking)
    surplus = " | ".join(cell for cell in record.cells[width:] if cell.strip())
    if surplus:
        yield Repair("cells-surplus", index, found=surplus)

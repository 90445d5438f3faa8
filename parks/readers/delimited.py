"""Reads CSV and TSV: cells between commas, tabs or semicolons, some in quotes."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parks.errors import MalformedTableError
from parks.formulas import rearm
from parks.readers import columns
from parks.readers.raw import RawTable, Repair, excerpt, outside

_FORMATS: Final = {",": "csv", "\t": "tsv", ";": "csv"}
# A heading stands near the top; prose is not searched to its end for each delimiter.
_LINES_SEARCHED: Final = 2_000
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

# A direction of some megabytes is odd, but no reason to refuse the table.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class _Record:
    """One record and the lines it takes: from `first` up to, without, `end`."""

    cells: list[str]
    first: int
    end: int

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    @property
    def text_count(self) -> int:
        return sum(1 for cell in self.cells if cell.strip())


def read_delimited(text: str, _known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a text of delimited records.

    Parameters
    ----------
    text
        The text, its lines ended by line feeds. Lines above the headings, between
        tables and after them are named in a repair.

    Returns
    -------
    list of RawTable
        In the order of the text; empty if no line has headings of parks or zones.

    Raises
    ------
    MalformedTableError
        If a quotation mark is not closed, so that cells cannot be told apart.
    """
    found = _find_start(text)
    if found is None:
        return []
    delimiter, start = found
    lines = text.split("\n")
    records = list(_parse("\n".join(lines[start:]), delimiter, start))
    heads = _heading_places(records)
    spans = [
        _span(records, *pair) for pair in zip(heads, [*heads[1:], None], strict=True)
    ]
    kept = [False] * len(lines)
    for record in (record for span in spans for record in span):
        kept[record.first : record.end] = [True] * (record.end - record.first)
    stray = tuple(outside(lines, kept))
    return [_table(span, _FORMATS[delimiter], stray) for span in spans]


def _find_start(text: str) -> tuple[str, int] | None:
    """Find the delimiter under which a line reads best as headings, and its line."""
    best: tuple[int, str, int] | None = None
    for delimiter in _FORMATS:
        found = _find_heading(text, delimiter)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], delimiter, found[1])
    return best and (best[1], best[2])


def _find_heading(text: str, delimiter: str) -> tuple[int, int] | None:
    """Find the first line that reads as headings: its worth and its place."""
    is_first = True
    for record in _parse(text, delimiter, 0, is_strict=False):
        if record.first > _LINES_SEARCHED:
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


def _parse(
    text: str, delimiter: str, first: int, *, is_strict: bool = True
) -> Iterator[_Record]:
    """Parse records; `first` is the number of the text's first line, from 0."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=is_strict)
    start = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise MalformedTableError(line=first + start + 1) from error
        yield _Record(cells, first + start, first + reader.line_num)
        start = reader.line_num


def _heading_places(records: list[_Record]) -> list[int]:
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


def _span(records: list[_Record], start: int, end: int | None) -> list[_Record]:
    """Take the records of one table: its headings and rows, not the text around."""
    head = records[start]
    width = len(head.cells)
    body = records[start + 1 : end]
    if end is not None:
        # What stands alone above the next headings is their title.
        while body and body[-1].text_count <= 1 < width:
            body.pop()
    return [head, *_without_notes(body, width)]


def _without_notes(body: list[_Record], width: int) -> Iterator[_Record]:
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


def _is_note(record: _Record) -> bool:
    text = next(cell for cell in record.cells if cell.strip()).strip()
    return text.startswith(_NOTES)


def _table(
    span: list[_Record], format_name: str, stray: tuple[Repair, ...]
) -> RawTable:
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


def _width_repairs(index: int, record: _Record, head: _Record) -> Iterator[Repair]:
    width = len(head.cells)
    if len(record.cells) < width:
        lacking = "、".join(head.cells[len(record.cells) :])
        yield Repair("cells-missing", index, found=str(len(record.cells)), used=lacking)
    elif _used_width(record.cells) > width:
        surplus = " | ".join(cell for cell in record.cells[width:] if cell.strip())
        yield Repair("cells-surplus", index, found=surplus)

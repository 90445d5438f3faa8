"""Reads CSV and TSV: cells between commas, tabs or semicolons, some in quotes."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

from parks.errors import MalformedTableError
from parks.readers import columns
from parks.readers.broken_rows import rejoin
from parks.readers.grid import Record, find_heading, read_grid
from parks.readers.page_marks import find_page_lines
from parks.readers.raw import RawTable

_FORMATS: Final = {",": "csv", "\t": "tsv", ";": "csv"}
_RECORDS_TRIED: Final = 2_000
_LINES_BELOW: Final = 10
_WORDS_SAID: Final = 5
"""So many words between two commas are part of a sentence rather than a heading."""
_EVEN: Final = 0.9
"""The share of lines that must have as many cells for a text to be a table."""
# A direction of some megabytes is odd, but no reason to refuse the table.
csv.field_size_limit(2**31 - 1)


def read_delimited(text: str, known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks in a text of delimited records.

    Parameters
    ----------
    text
        The text, its lines ended by line feeds. Lines above the headings, between
        tables and after them are named in a repair, and so are page numbers. Where
        tabs part the cells, a row that a line break cut in two is put together.

    Returns
    -------
    list of RawTable
        In the order of the text. If no line has headings of parks or zones, the one
        table whose headings are unknown; none if its lines are not alike.

    Raises
    ------
    MalformedTableError
        If a quotation mark is not closed, so that cells cannot be told apart.
    """
    found = _find_start(text) or _find_even(text)
    if found is None:
        return []
    delimiter, start = found
    lines = text.split("\n")
    if _heads_a_list(lines, start):
        return []
    pages = find_page_lines(lines)
    records = [
        record
        for record in _parse("\n".join(lines[start:]), delimiter, start)
        if len(record.cells) > 1 or record.first not in pages
    ]
    if delimiter == "\t":
        records = list(rejoin(records, known_districts))
    return read_grid(records, _FORMATS[delimiter], lines)


def _find_start(text: str) -> tuple[str, int] | None:
    """Find the delimiter under which a line reads best as headings, and its line."""
    best: tuple[int, str, int] | None = None
    for delimiter in _FORMATS:
        found = find_heading(_parse(text, delimiter, 0, is_strict=False))
        if not found or (best is not None and found[0] <= best[0]):
            continue
        if delimiter == "\t" or not _is_prose(text, delimiter, *found):
            best = (found[0], delimiter, found[1])
    return best and (best[1], best[2])


def _is_prose(text: str, delimiter: str, worth: int, start: int) -> bool:
    """
    Say whether what reads as headings is a line of sentences that names a column.

    Most of its parts mean nothing then; one of them goes on for many words, or the
    lines below have as many commas as their sentences want, where a table's have as
    many as its headings.
    """
    coming = _parse(text, delimiter, 0, is_strict=False)
    near = (record for record in coming if record.first >= start and record.text_count)
    head, *below = islice(near, 1 + _LINES_BELOW)
    width = len(head.cells)
    even = sum(len(record.cells) == width for record in below)
    is_ragged = bool(below) and even * 2 < len(below)
    is_said = worth == 1 and any(len(c.split()) >= _WORDS_SAID for c in head.cells)
    return worth * 2 < head.text_count and (is_ragged or is_said)


def _heads_a_list(lines: Sequence[str], start: int) -> bool:
    """
    Say whether a lone heading is followed by another on the line below.

    Then the headings stand below each other, and cells, too: not in a column.
    """
    below = (line.strip() for line in islice(lines, start, start + _LINES_BELOW))
    texts = list(islice(filter(None, below), 2))
    fields = columns.assign(texts)
    return len(texts) > 1 and None not in fields and all(map(columns.is_word, texts))


def _find_even(text: str) -> tuple[str, int] | None:
    """Find the delimiter that cuts nearly all of a text into as many cells a line."""
    for delimiter in _FORMATS:
        records = islice(_parse(text, delimiter, 0, is_strict=False), _RECORDS_TRIED)
        widths = Counter(len(record.cells) for record in records if record.text_count)
        width, count = max(widths.items(), key=itemgetter(1), default=(0, 0))
        if width > 1 and count > 1 and count >= _EVEN * widths.total():
            return delimiter, 0
    return None


def _parse(
    text: str, delimiter: str, first: int, *, is_strict: bool = True
) -> Iterator[Record]:
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
        yield Record(cells, first + start, first + reader.line_num)
        start = reader.line_num

"""The XML of a sheet: the values of its cells, and its merged ranges."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from string import digits
from typing import IO, Final

from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601

from parks.readers.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    UNCOMPUTED,
    Merges,
    SheetContent,
    Styles,
)
from parks.readers.workbook_xml import PHONETIC, SPACE, TEXT, feed, unescape

_ROW: Final = f"{SPACE}row"
_CELL: Final = f"{SPACE}c"
_VALUE: Final = f"{SPACE}v"
_MERGED: Final = f"{SPACE}mergeCell"
_INLINE: Final = f"{SPACE}is"
_FORMULA: Final = f"{SPACE}f"
_COLUMNS: Final = f"{SPACE}col"
_LINK: Final = f"{SPACE}hyperlink"
_NAMES: Final = (
    *(_ROW, _CELL, _VALUE, _MERGED, _INLINE, _FORMULA, TEXT, PHONETIC),
    *(_COLUMNS, _LINK),
)
_TRUE: Final = frozenset({"1", "true"})
_TEXTS: Final = frozenset({_VALUE, TEXT})
_FRACTION: Final = re.compile("[.eE]")
_BLANK: Final = (None, "")
_LAST_ROW: Final = 1_048_576
"""The last row that Excel knows."""
_NO_DATE: Final = "#VALUE!"
"""What Excel shows for a number that is formatted as a date and is none."""


def read_sheet(part: IO[bytes], texts: Sequence[str], styles: Styles) -> SheetContent:
    """
    Read the values of a sheet's cells and its merged ranges.

    Parameters
    ----------
    part
        The sheet's XML. Formulas are passed over, the value last seen is taken.
    texts
        The texts that cells share.
    styles
        Of the workbook.

    Returns
    -------
    SheetContent
        Of a sheet of more rows than can be read no merged range is sought.

    Raises
    ------
    DefusedXmlException, ExpatError
        If the XML declares entities or is malformed.
    ValueError, IndexError
        If a cell is not what it says it is.
    """
    reader = _SheetReader(texts, styles)
    for _ in feed(part, reader, _NAMES):
        if reader.count > MOST_ROWS + 1:
            break
    return SheetContent(
        reader.list_rows(),
        reader.merges,
        reader.hidden_rows,
        reader.list_hidden_columns(),
        reader.links,
    )


class _Columns(dict[str, int]):
    """The number of a column, from 1, by its letters."""

    def __missing__(self, letters: str) -> int:
        number: int = column_index_from_string(letters)
        self[letters] = number
        return number


class _SheetReader:
    """Gathers row after row, each as wide as its last cell says."""

    def __init__(self, texts: Sequence[str], styles: Styles) -> None:
        self.merges: Merges = {}
        self.hidden_rows: list[int] = []
        self.count = self.links = 0
        self._hidden_columns: list[tuple[int, int]] = []
        self._is_hidden = False
        self._pieces: list[str] = []
        self.data: Callable[[str], object] = self._pieces.append
        self._texts = texts
        self._styles = styles
        self._rows: list[tuple[int, int, list[object]]] = []
        self._row: list[object] = []
        self._number = self._column = self._last = 0
        self._columns = _Columns()
        self._cell: Mapping[str, str] = {}
        self._value: str | None = None
        self._inline: list[str] | None = None
        self._is_phonetic = self._is_formula = False

    def list_rows(self) -> Iterator[list[object]]:
        """Give every row from the first on, with the blanks that it ends with."""
        next_number = 1
        for number, width, row in self._rows:
            yield from ([] for _ in range(next_number, number))
            yield row + [None] * (width - len(row))
            next_number = number + 1

    def list_hidden_columns(self) -> list[int]:
        """Give the hidden columns as far as any row reaches."""
        width = max((len(row) for _, _, row in self._rows), default=0)
        return sorted(
            {
                column
                for first, last in self._hidden_columns
                for column in range(max(first, 1), min(last, width) + 1)
            }
        )

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if name == _CELL:
            self._cell = attributes
            self._value = self._inline = None
            self._is_formula = False
        elif name in _TEXTS:
            self._pieces.clear()
        elif name == _ROW:
            self._is_hidden = attributes.get("hidden") in _TRUE
            self._begin_row(attributes.get("r"))
        elif name == _INLINE:
            self._inline = []
        elif name == _MERGED:
            left, top, _, bottom = range_boundaries(attributes.get("ref", ""))
            self.merges.setdefault(top - 1, []).append((left - 1, bottom - 1))
        elif name == PHONETIC:
            self._is_phonetic = True
        elif name == _FORMULA:
            self._is_formula = True
        elif name == _LINK:
            self.links += 1
        elif name == _COLUMNS and attributes.get("hidden") in _TRUE:
            self._hide_columns(attributes.get("min", ""), attributes.get("max", ""))

    def end(self, name: str) -> None:
        """End an element."""
        if name == _VALUE:
            self._value = "".join(self._pieces)
        elif name == _CELL:
            self._end_cell()
        elif name == _ROW:
            self._end_row()
        elif name == TEXT:
            if self._inline is not None and not self._is_phonetic:
                self._inline.append("".join(self._pieces))
        elif name == PHONETIC:
            self._is_phonetic = False

    def _hide_columns(self, first: str, last: str) -> None:
        is_known = first.isdecimal() and last.isdecimal()
        if is_known and len(self._hidden_columns) < MOST_COLUMNS:
            self._hidden_columns.append((int(first), int(last)))

    def _begin_row(self, place: str | None) -> None:
        number = self._number + 1 if place is None else float(place)
        if not (0 < number <= _LAST_ROW and number == int(number)):
            raise ValueError(f"a sheet has no row {place}")
        self._number = int(number)
        self._row = []
        self._column = 0

    def _end_row(self) -> None:
        """Keep a row if it comes after the others, as far as its last cell."""
        row = self._row[: self._column]
        if self._number > self._last:
            self._last = self._number
            self._rows.append((self._number, min(self._column, MOST_COLUMNS), row))
            is_full = any(value not in _BLANK for value in row)
            self.count += is_full
            if self._is_hidden and is_full:
                self.hidden_rows.append(self._number)

    def _end_cell(self) -> None:
        place = self._cell.get("r")
        if place is None:
            column = self._column + 1
        else:
            column = self._columns[place.rstrip(digits)]
        self._column = column
        row, blanks = self._row, column - 1 - len(self._row)
        value = self._read_value(self._cell.get("t", "n"), self._value)
        if value is None and self._is_formula:
            value = UNCOMPUTED
        if blanks < 0:
            row[column - 1] = value
        elif value is not None and column <= MOST_COLUMNS:
            # Blanks are kept only where something follows: there may be very many.
            if blanks:
                row += [None] * blanks
            row.append(value)

    def _read_value(self, kind: str, text: str | None) -> object:
        """Read the value of a cell by its kind, as the standard names the kinds."""
        if kind == "s" and text:
            return self._texts[int(text)]
        if kind == "inlineStr":
            return None if self._inline is None else unescape("".join(self._inline))
        if not text:
            return None
        if kind == "n":
            return self._read_number(text)
        if kind == "b":
            return bool(int(text))
        return from_ISO8601(text) if kind == "d" else text

    def _read_number(self, text: str) -> object:
        number = float(text) if _FRACTION.search(text) else int(text)
        style = int(self._cell.get("s", 0))
        if style not in self._styles.dates:
            return number
        try:
            return from_excel(
                number, self._styles.epoch, timedelta=style in self._styles.durations
            )
        except (OverflowError, ValueError):
            return _NO_DATE

"""
Records of an Excel file of before 2007 (BIFF), surveyed before xlrd reads them.

A workbook is one stream of records (Microsoft Open Specifications, [MS-XLS]). The
survey finds what xlrd tells only with every style of the file, weighs what reading
would take, and hides each record that no table needs: what is hidden neither fails
nor works.
"""

import struct
from collections.abc import Iterator
from typing import Final

from parks.errors import BrokenFileError, EncryptedFileError, OversizedFileError
from parks.readers.biff_sheet import HLINK, NOTE, SheetSurvey
from parks.readers.sheet import Merges

MOST_CELLS: Final = 1_500_000
MOST_TEXT_MEGABYTES: Final = 12
"""What the texts of cells may take, equal ones counted once."""

_BOFS: Final = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_EOF: Final = 0x000A
_FILEPASS: Final = 0x002F
_CONTINUE: Final = 0x003C
_CODEPAGE: Final = 0x0042
_COLINFO: Final = 0x007D
_BOUNDSHEET: Final = 0x0085
_MULBLANK: Final = 0x00BE
_MERGEDCELLS: Final = 0x00E5
_SST: Final = 0x00FC
_BLANK: Final = 0x0201
_ROW: Final = 0x0208
_FORMATS: Final = frozenset({0x001E, 0x041E})
_STYLES: Final = frozenset({0x0043, 0x00E0, 0x0243, 0x0443})
_DIMENSIONS: Final = frozenset({0x0000, 0x0200})
"""Needed up to Excel 4; later they only claim a size, or undo rows that came first."""
_MANIFOLD: Final = frozenset({0x00BD, 0x00D6})
"""MULRK and RSTRING hold a cell or a change of font every few bytes."""
_CELLS: Final = frozenset(
    {*range(0x0002, 0x0008), *range(0x0203, 0x0208), 0x00FD, 0x027E, 0x0406}
    # What cells share of a formula stands between it and its text.
    | {0x0020, 0x0021, 0x0036, 0x0037, 0x0221, 0x0236, 0x04BC}
)
_KEPT: Final = (
    _BOFS
    | _FORMATS
    | _STYLES
    | _MANIFOLD
    | _CELLS
    # The year that days are counted from, and styles of Excel 2.
    | {_EOF, _CONTINUE, _CODEPAGE, _BOUNDSHEET, _SST, 0x0022, 0x0044}
)
_HIDDEN: Final = b"\xff\xff"
_GLOBALS, _SHEET = 0x0005, 0x0010
_BIFF8: Final = 0x0600
_LONGEST_FORMAT: Final = 600
"""Excel takes 255 characters; xlrd takes the square of any length in time."""
_WEIGHTS: Final = {_BOUNDSHEET: 100} | dict.fromkeys(_STYLES, 10)
_SHORTEST_TEXT: Final = 3
_ROW_FLAGS: Final = 12
_COLUMN_FLAGS: Final = 8
"""Where the flags of such a record stand."""
_ROW_HIDDEN: Final = 0x20
_LAST_COLUMN: Final = 255
_NOTE_GOES_ON: Final = 0xFFFF
"""The row of a piece of a long comment, up to Excel 95."""
_RANGE: Final = struct.Struct("<4H")


class BookSurvey:
    """
    A workbook as its records tell, before any value is read.

    Parameters
    ----------
    stream
        The records. Those that no table needs are hidden in place.
    name
        The file, for errors.

    Attributes
    ----------
    stream
        The same.
    sheets
        One for each worksheet, hidden ones too.
    is_encoding_named
        Whether the file says how its text is encoded.

    Raises
    ------
    BrokenFileError
        If the records end too early, or do not begin as those of a workbook do.
    EncryptedFileError
        If it needs a password.
    OversizedFileError
        If it holds more than `MOST_CELLS` or `MOST_TEXT_MEGABYTES`, or what takes
        as long to read.
    """

    def __init__(self, stream: bytearray, name: str) -> None:
        self.stream = stream
        self._name = name
        self._weight = 0
        version, kind = self._unpack("<HH", 4)
        self.is_encoding_named = version == _BIFF8
        if kind not in (_GLOBALS, _SHEET):
            raise BrokenFileError(name=name, reason=f"BOF {kind:#x}")
        # Up to Excel 4 a sheet is a file.
        self._kept = _KEPT if kind == _GLOBALS else _KEPT | _DIMENSIONS
        starts = self._survey_globals() if kind == _GLOBALS else [(0, False)]
        self.sheets = [self._survey_sheet(*start) for start in starts]

    def _survey_globals(self) -> list[tuple[int, bool]]:
        """Find where sheets begin, and which are hidden; weigh their texts."""
        starts: list[tuple[int, bool]] = []
        count = text_bytes = before = 0
        for code, place, length in self._walk(0):
            if code == _BOUNDSHEET:
                start, state, kind = self._unpack("<IBB", place)
                # What is no worksheet is a chart or holds macros.
                starts += [(start, bool(state & 3))] if kind == 0 else []
            elif code == _SST:
                (count,) = self._unpack("<4xI", place)
            before = before if code == _CONTINUE else code
            text_bytes += length if before == _SST else 0
        if text_bytes > MOST_TEXT_MEGABYTES * 1_000_000:
            self._refuse(f"{MOST_TEXT_MEGABYTES} MB", f"{text_bytes / 1e6:.0f} MB")
        self._weigh(min(count, text_bytes // _SHORTEST_TEXT))
        return starts

    def _survey_sheet(self, start: int, is_hidden: bool) -> SheetSurvey:  # noqa: FBT001 - one of a pair
        survey = SheetSurvey(is_hidden=is_hidden)
        for code, place, length in self._walk(start):
            if code == _MERGEDCELLS:
                self._add_merges(survey.merges, place, length)
            elif code in (_BLANK, _MULBLANK):
                (row,) = self._unpack("<H", place)
                at = place + (2 if code == _BLANK else length - 2)
                (last,) = self._unpack("<H", at)
                survey.widths[row] = max(survey.widths.get(row, 0), last + 1)
            else:
                self._survey_aside(survey, code, place, length)
        return survey

    def _survey_aside(
        self, survey: SheetSurvey, code: int, place: int, length: int
    ) -> None:
        """Note what is hidden, or stands beside the cells."""
        if code == _ROW and length > _ROW_FLAGS:
            row, flags = self._unpack(f"<H{_ROW_FLAGS - 2}xB", place)
            if flags & _ROW_HIDDEN:
                survey.hidden_rows.add(row)
        elif code == _COLINFO and length > _COLUMN_FLAGS:
            first, last, flags = self._unpack(f"<HH{_COLUMN_FLAGS - 4}xB", place)
            if flags & 1:
                survey.hidden_columns.update(range(first, min(last, _LAST_COLUMN) + 1))
        elif code == HLINK or (
            code == NOTE and self._unpack("<H", place) != (_NOTE_GOES_ON,)
        ):
            survey.counts[code] += 1

    def _add_merges(self, merges: Merges, place: int, length: int) -> None:
        (count,) = self._unpack("<H", place)
        if 2 + count * _RANGE.size > length:
            raise BrokenFileError(name=self._name, reason="MERGEDCELLS")
        self._weigh(count)
        for number in range(count):
            at = place + 2 + number * _RANGE.size
            first, last, column, _ = _RANGE.unpack_from(self.stream, at)
            if last > first:
                merges.setdefault(first, []).append((column, last))

    def _walk(self, place: int) -> Iterator[tuple[int, int, int]]:
        """List the records of a part by code, place and length, hiding as it goes."""
        depth = 0
        while True:
            code, length = self._unpack("<HH", place)
            if code == _FILEPASS:
                raise EncryptedFileError(name=self._name)
            self.is_encoding_named |= code == _CODEPAGE
            before = depth
            depth += (code in _BOFS) - (code == _EOF)
            self._weigh(self._weight_of(code, length))
            # Charts and the like are parts within a part.
            if max(before, depth) > 1 or not self._is_kept(code, length):
                self.stream[place : place + 2] = _HIDDEN
            if max(before, depth) == 1:
                yield code, place + 4, length
            place += 4 + length
            if depth < 1:
                return

    def _is_kept(self, code: int, length: int) -> bool:
        return code in self._kept and (code not in _FORMATS or length < _LONGEST_FORMAT)

    def _weight_of(self, code: int, length: int) -> int:
        if code in _FORMATS or code in _MANIFOLD:
            return 1 + length // 4
        return _WEIGHTS.get(code, 1)

    def _weigh(self, weight: int) -> None:
        self._weight += weight
        if self._weight > MOST_CELLS:
            self._refuse(f"{MOST_CELLS:,}", f"> {MOST_CELLS:,}")

    def _refuse(self, limit: str, size: str) -> None:
        raise OversizedFileError(name=self._name, limit=limit, size=size)

    def _unpack(self, form: str, place: int) -> tuple[int, ...]:
        try:
            return struct.unpack_from(form, self.stream, place)
        except struct.error as error:
            raise BrokenFileError(name=self._name, reason=error) from error

"""Cuts lines at their blanks into cells, and finds the headings among them."""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from parks.readers import columns
from parks.readers.cells import read_number
from parks.readers.flattened_cells import Cell

_BLANKS: Final = " \u3000\xa0"
_NARROW: Final = re.compile(r"[ \u3000\xa0]+")
_WIDE: Final = re.compile(r"[ \u3000\xa0]{2,}|\u3000")
_LONGEST: Final = 20
_LONGEST_LINE: Final = 300
_MOST_WORDS: Final = 3
# What stands in no heading, and in the lines of most other formats.
_NO_HEADING: Final = frozenset("\t,，;；|。《》!！?？")
# How far off a piece may begin and still stand beneath another, in half characters.
_BENEATH: Final = 1
# So many lines beneath one are no longer its cells.
_MOST_LINES: Final = 60


@dataclass(frozen=True, slots=True)
class SpaceHead:
    """
    Headings in one line.

    Attributes
    ----------
    line
        Its number, from 0.
    texts
        The headings.
    is_wide
        Whether two blanks or more, or a full-width one, part them: a single blank
        is then part of a cell.
    """

    line: int
    texts: tuple[str, ...]
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between blanks in a line, and how far it is indented."""

    text: str
    offset: int


def find_space_heads(lines: Sequence[str]) -> Iterator[SpaceHead]:
    """Find the lines that are headings of parks or zones between blanks."""
    for number, line in enumerate(lines):
        if line and len(line) <= _LONGEST_LINE:
            found = _read_headings(line)
            if found:
                yield SpaceHead(number, *found)


@lru_cache(maxsize=64)
def _read_headings(line: str) -> tuple[tuple[str, ...], bool] | None:
    """Read the headings in a line and whether wide blanks part them."""
    line = line.strip()
    if not any(blank in line for blank in _BLANKS) or _NO_HEADING.intersection(line):
        return None
    wide, narrow = _WIDE.split(line), _words(line)
    is_wide = _worth(wide) >= max(_worth(narrow), 1)
    texts = wide if is_wide else narrow
    return (tuple(texts), is_wide) if _worth(texts) else None


def _words(line: str) -> list[str]:
    """Split at every blank, but keep together the words of one heading."""
    # A line of Latin words cannot be told apart from a sentence.
    if line.isascii():
        return []
    words = _NARROW.split(line.strip())
    found: list[str] = []
    while words:
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            text = " ".join(words[:count])
            if count == 1 or columns.is_word(text):
                found.append(text)
                words = words[count:]
                break
    return found


def _worth(texts: Sequence[str]) -> int:
    """Count the columns with meaning, 0 if these are no headings."""
    if len(texts) < 2 or any(len(text) > _LONGEST for text in texts):  # noqa: PLR2004 - a lone word is text
        return 0
    if any(read_number(text) is not None for text in texts):
        return 0
    fields = columns.assign(texts)
    known = sum(name is not None for name in fields)
    is_head = columns.holds_parks(fields) and known >= 2 and known * 2 >= len(texts)  # noqa: PLR2004
    return known if is_head else 0


def cut_line(line: str, *, is_wide: bool) -> list[Piece]:
    """Cut a line at its blanks, at wide ones only if those part the cells."""
    pieces: list[Piece] = []
    start = 0
    for gap in (_WIDE if is_wide else _NARROW).finditer(line):
        if gap.start() > start:
            pieces.append(Piece(line[start : gap.start()].strip(_BLANKS), start))
        start = gap.end()
    if start < len(line):
        pieces.append(Piece(line[start:].strip(_BLANKS), start))
    return [piece for piece in pieces if piece.text]


def cut_rows(
    lines: Sequence[str],
    first: int,
    head: SpaceHead,
    pages: Container[int] = (),
) -> list[Cell]:
    """
    Cut lines below headings into cells.

    Parameters
    ----------
    lines
        The lines.
    first
        The number of the first, from 0.
    head
        The headings above.
    pages
        The numbers of lines to pass over.

    Returns
    -------
    list of Cell
        In order. `Cell.is_glued` tells those that begin within a line. What stands
        indented beneath a cell of the line above is added to it.
    """
    cells: list[Cell] = []
    above: list[tuple[int, int]] = []
    hanging = 0
    # Without numbers a line that lacks its first cell only may be a row under a
    # merged one.
    is_numbered = columns.assign(head.texts)[0] == "seq"
    for number, line in enumerate(lines, first):
        pieces = cut_line(line, is_wide=head.is_wide)
        if not pieces or number in pages:
            continue
        beneath = None
        if head.is_wide and (is_numbered or len(pieces) < len(head.texts) - 1):
            beneath = _find_beneath(line, pieces, above)
        hanging += beneath is not None
        if beneath is not None and hanging <= _MOST_LINES:
            for piece, place in zip(pieces, beneath, strict=True):
                cells[place] = _extend(cells[place], piece.text, number)
            continue
        above, hanging = [], 0
        for place, piece in enumerate(pieces):
            above.append((_width(line[: piece.offset]), len(cells)))
            cells.append(Cell((piece.text,), number, is_glued=place > 0))
    return cells


def _find_beneath(
    line: str, pieces: Sequence[Piece], above: Sequence[tuple[int, int]]
) -> list[int] | None:
    """Find the cells above that the pieces of an indented line stand beneath."""
    if not line.startswith(tuple(_BLANKS)) or len(line) > _LONGEST_LINE:
        return None
    found: list[int] = []
    for piece in pieces:
        offset = _width(line[: piece.offset])
        places = [at for start, at in above[1:] if abs(start - offset) <= _BENEATH]
        if not places:
            return None
        found.append(places[0])
    return found


def _extend(cell: Cell, text: str, number: int) -> Cell:
    return replace(cell, lines=(*cell.lines, *[""] * (number - cell.end), text))


def _width(text: str) -> int:
    """Measure a text in half characters."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)

"""Reads a table copied as a row a line, with blanks between its cells."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from parks.readers import columns
from parks.readers.alignment import Habits, Token
from parks.readers.flattened_cells import Cell
from parks.readers.likeness import names_park
from parks.readers.loose import (
    Loose,
    count_before_document,
    find_marks,
    is_delimited,
    place,
)
from parks.readers.page_marks import find_page_lines
from parks.readers.pieces import goes_on, say_pieces
from parks.readers.placed import Joined, Part, build_tables
from parks.readers.raw import RawTable, Repair, excerpt
from parks.readers.space_cells import SpaceHead, cut_rows, find_space_heads

_NEVER: Final = 50.0
_SINGLE: Final = {"seq": 20.0, "district": 9.0} | dict.fromkeys(
    columns.COORDINATES, 20.0
)
# A row begins where a line does; a line that begins none goes on with a cell.
_NARROW: Final = Habits(
    start_unmarked=1.5,
    start_glued=_NEVER,
    go_on=1.5,
    stay=1.0,
    stay_in={**_SINGLE, "zone": 4.0, "direction": 0.5, "policies": 0.5},
    stay_glued=3.0,
    stay_glued_in={**_SINGLE, "parks": 1.0, "direction": 1.5, "policies": 0.5},
)
# Where wide blanks part the cells, hardly one within a line goes on with another.
_WIDE: Final = Habits(
    start_unmarked=1.5,
    start_glued=_NEVER,
    go_on=1.5,
    stay=1.0,
    stay_in=_NARROW.stay_in,
    stay_glued=5.0,
    stay_glued_in=_SINGLE,
)
# What follows a name and a blank, and is part of the name.
_SUFFIXES: Final = ("期", "区", "區", "栋", "棟", "座", "号", "號")
_LONGEST_SUFFIX: Final = 4
_COMMA: Final = re.compile("[，；。]")
_PARAGRAPH: Final = re.compile("(?<=。) ")


def read_spaced(text: str, known_districts: frozenset[str]) -> list[RawTable]:
    """
    Read every table of parks whose rows are lines and whose cells blanks part.

    Parameters
    ----------
    text
        The text, its lines ended by line feeds. Wide blanks part the cells if they
        part the headings, else any blank may; a cell may go on in the next line.
        Blank cells are lost. Page numbers are no cells, but named.
    known_districts
        Names that tell a district cell from others.

    Returns
    -------
    list of RawTable
        In the order of the text; empty if no line is headings of parks or zones,
        or what follows does not read as rows.
    """
    lines = text.split("\n")
    heads = list(find_space_heads(lines))
    if not heads or is_delimited(lines):
        return []
    pages = find_page_lines(lines)
    groups = list(_without_page_breaks(lines, heads, pages))
    ends = [*(group[0].line for group in groups), len(lines)][1:]
    parts = [
        part
        for group, end in zip(groups, ends, strict=True)
        if (part := _read_part(lines, group, end, pages, known_districts))
    ]
    return build_tables(lines, parts, _join) if parts else []


def _without_page_breaks(
    lines: Sequence[str], heads: Sequence[SpaceHead], pages: Container[int]
) -> Iterator[list[SpaceHead]]:
    """Put headings that come again right under a row with those of the table."""
    group = [heads[0]]
    for before, head in pairwise(heads):
        above = head.line - 1
        while above > before.line and not lines[above].strip():
            above -= 1
        is_near = above == head.line - 1 or above in pages
        is_under_row = above > before.line and is_near
        if head.texts == group[0].texts and is_under_row:
            group.append(head)
        else:
            yield group
            group = [head]
    yield group


def _read_part(
    lines: Sequence[str],
    heads: Sequence[SpaceHead],
    end: int,
    pages: Container[int],
    known_districts: frozenset[str],
) -> Part | None:
    """Read the lines after some headings as rows; None if they are none."""
    head = heads[0]
    fields = columns.assign(head.texts)
    ends = [*(again.line for again in heads[1:]), end]
    body = [
        cell
        for again, stop in zip(heads, ends, strict=True)
        for cell in cut_rows(lines[again.line + 1 : stop], again.line + 1, head, pages)
    ]
    tokens = _tokens(body, fields)
    gaps = [0, *(max(0, b.first - a.end) for a, b in pairwise(body))]
    count = count_before_document(tokens, gaps, known_districts)
    repairs = [
        Repair(
            "heading-repeated",
            found=excerpt(" ".join(head.texts)),
            used=str(again.line + 1),
        )
        for again in heads[1:]
    ]
    head_cells = tuple(Cell((lines[again.line],), again.line) for again in heads)
    loose = Loose(head.texts, head_cells, tuple(body[:count]), tuple(repairs))
    habits = _WIDE if head.is_wide else _NARROW
    return place(loose, tokens[:count], habits, known_districts)


def _tokens(body: Sequence[Cell], fields: Sequence[str | None]) -> list[Token]:
    """Make tokens of cells; numbers, or whole rows in a line, mark the first."""
    firsts = [place for place, cell in enumerate(body) if not cell.is_glued]
    marks = find_marks([body[place].lines[0] for place in firsts], fields)
    marked = {place for place, is_mark in zip(firsts, marks, strict=True) if is_mark}
    if fields[0] != "seq":
        marked = {
            start
            for start, stop in pairwise([*firsts, len(body)])
            if stop - start >= len(fields)
            and not (start and _breaks_off(body[start - 1]))
        }
    return [
        Token(cell.text, number in marked, is_glued=cell.is_glued)
        for number, cell in enumerate(body)
    ]


def _breaks_off(cell: Cell) -> bool:
    """Say whether a text ends within a sentence, so that the next line goes on."""
    text = cell.lines[-1]
    return _COMMA.search(text) is not None and not text.endswith(
        ("。", "；", "）", "》")
    )


def _join(pieces: Sequence[Cell], field: str | None) -> Joined:
    """Join what blanks and line breaks part in a cell."""
    texts: list[str] = []
    text = ""
    for cell in pieces:
        for number, line in enumerate(filter(None, cell.lines)):
            is_within = cell.is_glued and not number
            for word in _cut(line, field):
                mark = _between(text, word, field, is_within=is_within)
                text = text + mark + word if texts else word
                texts.append(word)
                is_within = True
    return Joined(text, say_pieces(text, texts, field))


def _cut(line: str, field: str | None) -> list[str]:
    """Cut at the single blanks within a cell that may part names or paragraphs."""
    if field == "parks":
        # A name in Latin letters has blanks of its own.
        return [line] if line.isascii() else line.split(" ")
    return _PARAGRAPH.split(line) if field == "direction" else [line]


def _between(text: str, word: str, field: str | None, *, is_within: bool) -> str:
    """Say what stands between two pieces: a line feed parts names and paragraphs."""
    last = text.rsplit("\n", 1)[-1]
    is_suffix = len(word) <= _LONGEST_SUFFIX and word.endswith(_SUFFIXES)
    parts = {
        "zone": True,
        "district": True,
        "parks": names_park(last) and not is_suffix,
        "direction": last.endswith("。"),
        "policies": not goes_on(text),
    }
    if parts.get(field or "", False):
        return "\n"
    is_latin = last[-1:].isascii() and word[:1].isascii()
    return " " if is_within or is_latin else ""

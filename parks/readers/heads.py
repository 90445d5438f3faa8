"""Which records are headings: one line of them, or two of which the upper spans."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from parks.readers import columns
from parks.readers.record import Record
from parks.readers.rotated import NEAR, find_rotated
from parks.readers.vocabulary import read_vocabulary

_LONGEST_HEADING: Final = 60
_SENTENCE_ENDS: Final = (".", "。", "；", "！", "？")
# A heading stands near the top; prose is not searched to its end.
_RECORDS_SEARCHED: Final = 2_000
_SURE: Final = 5
"""So many columns with a meaning are headings, whatever stands around them."""
_TAKEN_ALONE: Final = frozenset((*columns.ROW_FIELDS, *columns.COORDINATES))
"""What the lower of two headings says whole; a unit may stand in the upper."""


def find_heading(records: Iterable[Record]) -> tuple[int, int] | None:
    """
    Find the first record that reads as headings: its worth and its line.

    None is found where that would be a line of a table that lies on its side.
    """
    is_first = True
    coming = iter(records)
    near: list[Record] = []
    for record in coming:
        if record.first > _RECORDS_SEARCHED:
            break
        near.append(record)
        worth = _worth(record.cells, is_first=is_first)
        if worth:
            near += islice(coming, max(0, NEAR - len(near)))
            lies = worth < _SURE and find_rotated(near[:NEAR], worth)
            return None if lies else (worth, record.first)
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


def find_places(records: list[Record]) -> list[int]:
    """
    Find where tables begin: at the first record, and wherever headings come again.

    The same headings right under a row are those of a new page, not of a new table.
    """
    places = [0]
    for place, record in enumerate(records[1:], 1):
        head = records[places[-1]].cells
        if is_repeated(record.cells, head):
            if records[place - 1].text_count <= 1:
                places.append(place)
        elif _is_new_heading(record.cells):
            places.append(place)
    return places


def is_repeated(cells: list[str], head: list[str]) -> bool:
    """Say whether a record is a heading come again."""
    return cells == head


def _is_new_heading(cells: Sequence[str]) -> bool:
    """Say whether a record further down is headings: most of it must mean a column."""
    # A quick no for all but a few rows, and a quicker one for nearly all.
    words = map(str.casefold, map(str.strip, cells))
    if read_vocabulary().fields.keys().isdisjoint(words):
        return False
    if not any(map(columns.is_word, cells)):
        return False
    texts = [cell for cell in cells if cell.strip()]
    worth = _worth(cells, is_first=False)
    return worth >= 2 and worth * 2 > len(texts)  # noqa: PLR2004 - two words agree


def join_levels(records: Sequence[Record]) -> Iterator[Record]:
    """
    Make one heading of two lines, where the upper one spans what the lower names.

    Parameters
    ----------
    records
        Records of which the first is a heading; where it comes again, as on a new
        page, its second line does too.
    """
    head, is_second = records[0], False
    wide = head
    for record, below in zip(records, (*records[1:], None), strict=True):
        if is_second:
            is_second = False
            continue
        if below is not None and is_repeated(record.cells, head.cells):
            # A sheet may end its line of headings before the last spans its columns.
            gap = len(below.cells) - len(record.cells)
            wide = replace(record, cells=[*record.cells, *[""] * gap])
            is_second = _names_parts(wide, below)
        yield _join(wide, below) if is_second and below else record


def _names_parts(upper: Record, lower: Record) -> bool:
    """Say whether a line under headings names the parts of those that span several."""
    filled = [place for place, cell in enumerate(lower.cells) if cell.strip()]
    own = [place for place in filled if place not in lower.merged]
    spanned = [place for place in own if _is_spanned(upper.cells, place)]
    is_claimed = bool(own) and all(columns.claims(lower.cells[p]) for p in own)
    if len(lower.merged) > 1 and is_claimed and _reaches_down(upper, lower):
        # The other headings are merged with this line, so that it is one of headings.
        return True
    return (
        len(own) > 1
        and own == spanned
        and len(own) < len(upper.cells)
        and all(len(lower.cells[place]) <= _LONGEST_HEADING for place in own)
        and bool(lower.merged or any(columns.claims(lower.cells[p]) for p in own))
    )


def _reaches_down(upper: Record, lower: Record) -> bool:
    """Say whether every merged cell of a line is a heading of the line above."""
    return all(
        lower.cells[place].strip()
        and upper.cells[place : place + 1] == [lower.cells[place]]
        for place in lower.merged
    )


def _is_spanned(cells: Sequence[str], place: int) -> bool:
    """Say whether a heading goes on over the next column, or comes from the last."""
    after = place + 1 < len(cells) and not cells[place + 1].strip()
    return place < len(cells) and (after or not cells[place].strip())


def _join(upper: Record, lower: Record) -> Record:
    """Name each column by both lines, or by the lower alone where that says it all."""
    cells, spanning = [], ""
    spans = [""] * len(upper.cells)
    for place, cell in enumerate(upper.cells):
        spanning = cell.strip() or spanning
        below = lower.cells[place].strip() if place < len(lower.cells) else ""
        if not below or place in lower.merged:
            cells.append(cell)
        elif not spanning or _says_all(below):
            cells.append(below)
        else:
            cells.append(f"{spanning} {below}")
            spans[place] = "" if columns.claims(below) else spanning
    return replace(
        upper, cells=cells, end=lower.end, is_joined=True, spanning=tuple(spans)
    )


def _says_all(heading: str) -> bool:
    return any(claim.field in _TAKEN_ALONE for claim in columns.claims(heading))

"""Rows of pasted text that a line break within a cell cut in two."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from parks.readers import columns
from parks.readers.cells import read_number
from parks.readers.heads import find_places
from parks.readers.raw import Repair, excerpt
from parks.readers.record import Record

_MOST_PIECES: Final = 20


def rejoin(
    records: Sequence[Record], known_districts: frozenset[str]
) -> Iterator[Record]:
    """
    Put pieces of rows together that are only together as wide as the headings.

    Word copies a cell of two paragraphs as two lines. What is put together is a repair
    of the row.

    Parameters
    ----------
    records
        Records of which the first is a heading.
    known_districts
        Names that tell a row of its own.
    """
    width = len(records[0].cells)
    if all(len(record.cells) >= width for record in records):
        yield from records
        return
    places = [*find_places(list(records)), len(records)]
    for start, end in pairwise(places):
        yield records[start]
        yield from _rejoin_table(
            records[start], records[start + 1 : end], known_districts
        )


def _rejoin_table(
    head: Record, body: Sequence[Record], known_districts: frozenset[str]
) -> Iterator[Record]:
    width = len(head.cells)
    field = columns.assign(head.cells)[0]
    has_whole = any(len(record.cells) == width for record in body)
    place = 0
    while place < len(body):
        pieces = _take_pieces(body, place, width)
        if field == "seq":
            is_sure = _is_numbered(pieces)
        else:
            name = pieces[-1].cells[0] if len(pieces) == 2 else ""  # noqa: PLR2004 - without numbers only two are sure
            is_row = columns.is_known_district(name, known_districts)
            is_sure = has_whole and bool(name) and not is_row
        is_sure = is_sure and len(pieces) > 1
        yield _join(pieces) if is_sure else body[place]
        place += len(pieces) if is_sure else 1


def _take_pieces(body: Sequence[Record], place: int, width: int) -> list[Record]:
    """Take records until they are as wide as a row, or one if they never are."""
    pieces = [body[place]]
    reach = len(pieces[0].cells)
    if not 1 < reach < width:
        return pieces
    for record in body[place + 1 : place + _MOST_PIECES]:
        count = len(record.cells)
        pieces.append(record)
        reach += count - 1
        if not 0 < count < width or reach >= width:
            break
    is_whole = reach == width and all(0 < len(p.cells) < width for p in pieces)
    return pieces if is_whole else pieces[:1]


def _is_numbered(pieces: Sequence[Record]) -> bool:
    """Say whether the first piece, and no other, begins with a number."""
    numbers = [read_number(piece.cells[0]) if piece.cells else None for piece in pieces]
    return numbers[0] is not None and all(number is None for number in numbers[1:])


def _join(pieces: Sequence[Record]) -> Record:
    """Join the last cell of each piece with the first of the next."""
    cells: list[str] = []
    for piece in pieces:
        head = cells[-1:] + piece.cells[:1]
        cells = [*cells[:-1], "\n".join(head), *piece.cells[1:]]
    upper = excerpt(" ".join(pieces[0].cells))
    lower = excerpt(" ".join(cell for piece in pieces[1:] for cell in piece.cells))
    return Record(
        cells,
        pieces[0].first,
        pieces[-1].end,
        said=(Repair("row-rejoined", found=upper, used=lower),),
    )

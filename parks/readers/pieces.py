"""What tables in loose text have in common: their marks, doubts and limits."""

from collections.abc import Sequence
from typing import Final

from parks.policies import is_citation
from parks.readers.alignment import Placement, Reading, Token
from parks.readers.cells import read_number
from parks.readers.flattened_end import looks_like
from parks.readers.raw import Repair, excerpt

# A cell that costs so much in its column hardly belongs there.
_MISFIT: Final = 4.0
_MOST_MISFITS: Final = 0.1
_MOST_MISFITS_IF_CERTAIN: Final = 0.5
_LEAST_FILLED: Final = 0.5
# So many lines are no longer one cell.
_MOST_PIECES: Final = 200
# A shorter line ends for another reason than that it is full.
_FULL_LINE: Final = 20
_LONGEST_SAID: Final = 40
_ENDS: Final = tuple("。；;！!？?：:.》）)")


def is_convincing(
    tokens: Sequence[Token], reading: Reading, fields: Sequence[str | None]
) -> bool:
    """Say whether most cells are what their columns hold, and rows mostly filled."""
    count = len(reading.placements)
    if max(_most_pieces(reading.placements, count).values()) > _MOST_PIECES:
        return False
    misfits = sum(cost >= _MISFIT for cost in reading.likeness)
    # Where each row is marked and whole, the order of its cells tells their columns.
    is_certain = is_regular(reading.placements, len(fields)) and all(
        token.is_marked for token in tokens[:: len(fields)]
    )
    allowed = _MOST_MISFITS_IF_CERTAIN if is_certain else _MOST_MISFITS
    rows = sum(placement.starts_row for placement in reading.placements)
    filled = count - sum(_shares(reading.placements))
    return misfits <= allowed * count and filled > _LEAST_FILLED * rows * len(fields)


def is_regular(placements: Sequence[Placement], width: int) -> bool:
    """Say whether every row has each column once."""
    return len(placements) % width == 0 and all(
        placement.column == place % width for place, placement in enumerate(placements)
    )


def name_doubts(
    tokens: Sequence[Token], reading: Reading, headings: Sequence[str]
) -> list[Repair]:
    """
    Name the rows that nothing marks, and the cells that could stand elsewhere.

    Parameters
    ----------
    tokens
        The cells that were placed.
    reading
        Where each was placed.
    headings
        The headings, for what a cell could be instead.
    """
    placements, width = reading.placements, len(headings)
    unmarked = [
        not token.is_marked
        and not token.is_after_blank
        and (here.column > 0 or read_number(token.text) is None)
        for token, here in zip(tokens, placements, strict=True)
    ]
    if is_regular(placements, width) and all(unmarked[width::width]):
        is_one = len(tokens) == width
        return [] if is_one else [Repair("rows-counted", found=str(width))]
    repairs: list[Repair] = []
    row = -1
    for place, (token, here) in enumerate(zip(tokens, placements, strict=True)):
        row += here.starts_row
        found = excerpt(token.text.replace("\n", " | "))
        if here.starts_row and place and unmarked[place]:
            repairs.append(Repair("row-guessed", row, None, found))
        rival = reading.rivals[place]
        if rival is not None:
            repairs.append(
                Repair("cell-doubtful", row, here.column, found, headings[rival])
            )
    return repairs


def count_own(
    tokens: Sequence[Token], reading: Reading, fields: Sequence[str | None]
) -> int:
    """
    Count the cells up to the last that its column, or the rows above, bear out.

    Text after a table looks like more pieces of its last cell, or like rows that
    hold little and that nothing marks where others are marked.
    """
    placements = reading.placements
    starts = [place for place, here in enumerate(placements) if here.starts_row]
    marked = [place for place in starts if tokens[place].is_marked]
    most = _most_pieces(placements, marked[-1] if marked else starts[-1])
    count = len(tokens)
    while True:
        start = starts.pop()
        column = placements[count - 1].column
        pieces = _count_pieces(placements, start, count)
        allowed = pieces if fields[column] == "parks" else most.get(column, pieces)
        while pieces > 1 and (
            pieces > allowed or not looks_like(tokens[count - 1].text, fields[column])
        ):
            count, pieces = count - 1, pieces - 1
        if not start or not marked or tokens[start].is_marked:
            return count
        filled = {here.column for here in placements[start:count]}
        is_odd = max(reading.likeness[start:count]) >= _MISFIT
        if not is_odd and len(filled) * 2 >= len(fields):
            return count
        count = start


def _count_pieces(placements: Sequence[Placement], start: int, end: int) -> int:
    """Count the pieces of the last cell of a row, up to a place in it."""
    column = placements[end - 1].column
    first = end
    while first > start and placements[first - 1].column == column:
        first -= 1
    return end - first


def _most_pieces(placements: Sequence[Placement], end: int) -> dict[int, int]:
    """Give for each column the most pieces of a cell before some place."""
    most: dict[int, int] = {}
    pieces = 0
    for place, is_more in enumerate(_shares(placements[:end])):
        pieces = pieces + 1 if is_more else 1
        column = placements[place].column
        most[column] = max(most.get(column, 1), pieces)
    return most


def goes_on(text: str) -> bool:
    """Say whether a text plainly goes on in the next line."""
    is_open = text.count("《") > text.count("》")
    return is_open or (len(text) >= _FULL_LINE and not text.endswith(_ENDS))


def say_pieces(
    text: str, pieces: Sequence[str], field: str | None
) -> tuple[tuple[str, str, str], ...]:
    """
    Say that a cell was made of pieces.

    Nothing is said where each is a title, which speaks for itself, nor of a name of
    several lines, which is told where it is joined.
    """
    is_told = field in {"district", "zone"} or all(map(is_citation, pieces))
    if len(pieces) == 1 or is_told:
        return ()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    used = " | ".join(
        line if len(line) <= _LONGEST_SAID else f"{line[:_LONGEST_SAID]}…"
        for line in lines
    )
    return (("cell-pieced", str(len(pieces)), used),)


def _shares(placements: Sequence[Placement]) -> list[bool]:
    """Say of each cell whether it shares its column with the one before."""
    return [
        place > 0
        and not here.starts_row
        and here.column == placements[place - 1].column
        for place, here in enumerate(placements)
    ]

"""Tables that lie on their side: headings in the first column, a row in each other."""

from collections.abc import Sequence
from typing import Final

from parks.readers import columns
from parks.readers.record import Record

_LEAST: Final = 3
"""So many headings must stand below each other."""
NEAR: Final = 60
"""So many records are searched; a table on its side has a line for each heading."""


def find_rotated(records: Sequence[Record], worth: int) -> list[Record] | None:
    """
    Find the lines of a table that lies on its side.

    Parameters
    ----------
    records
        The first records of a file.
    worth
        How many columns have a meaning if one of the records is taken for headings.

    Returns
    -------
    list of Record
        The lines from its first heading to its last line of several cells; None where
        fewer than three headings stand below each other, none of them is of parks or
        zones, or a record is as good a row of headings.
    """
    near = records[:NEAR]
    column = min((_find_first(r) for r in near if r.text_count > 1), default=0)
    words = [r.cells[column] if column < len(r.cells) else "" for r in near]
    fields = columns.assign(words)
    named = [place for place, name in enumerate(fields) if name is not None]
    if len(named) < max(_LEAST, worth + 1) or not columns.holds_parks(fields):
        return None
    first = named[0]
    block = [record for record in near[first:] if record.text_count > 1]
    is_dense = 2 * len(named) > len(block)
    return block if is_dense else None


def _find_first(record: Record) -> int:
    return next(place for place, cell in enumerate(record.cells) if cell.strip())


def turn(block: Sequence[Record]) -> list[Record]:
    """Make each column of the lines a record, the headings first; skip blank ones."""
    width = max(len(record.cells) for record in block)
    turned = (
        [r.cells[place] if place < len(r.cells) else "" for r in block]
        for place in range(width)
    )
    first, end = block[0].first, block[-1].end
    return [Record(cells, first, end) for cells in turned if any(map(str.strip, cells))]

"""A record of cells, such as the row of a sheet, before it is understood."""

from dataclasses import dataclass

from parks.readers.raw import Repair


@dataclass(frozen=True, slots=True)
class Record:
    """
    One record of cells.

    Attributes
    ----------
    cells
        Its texts from left to right.
    first, end
        The lines it takes, from 0: from `first` up to, without, `end`.
    merged
        The columns whose text stands in a cell that is merged with the one above.
    full
        The columns in which a line fills its cell, so that it may go on in the next.
    uncomputed
        The columns whose formula was never computed.
    is_joined
        Whether it is a heading of two lines.
    spanning
        For each column of such a heading the upper line, where the lower means nothing
        of its own; else empty.
    said
        What else was inferred of the record; `Repair.row` is not known yet.
    """

    cells: list[str]
    first: int
    end: int
    merged: frozenset[int] = frozenset()
    full: frozenset[int] = frozenset()
    uncomputed: frozenset[int] = frozenset()
    is_joined: bool = False
    spanning: tuple[str, ...] = ()
    said: tuple[Repair, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(map(str.strip, self.cells))

    @property
    def text_count(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, map(str.strip, self.cells)))

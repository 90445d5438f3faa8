"""What a sheet of before 2007 holds beside the values of its cells."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from parks.readers.sheet import Merges

NOTE: Final = 0x001C
"""The record of a comment."""
HLINK: Final = 0x01B8
"""The record of a link."""


@dataclass(frozen=True, slots=True)
class SheetSurvey:
    """
    What a sheet holds beside values.

    Attributes
    ----------
    merges
        Its merged ranges.
    widths
        By row: how far its cells reach that have a border or colour, but no value.
    hidden_rows, hidden_columns
        Those that are hidden, from 0, whether they hold anything or not.
    counts
        How many comments and links it holds, by the code of their records.
    is_hidden
        Whether the sheet is.
    """

    merges: Merges = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    counts: Counter[int] = field(default_factory=Counter)
    is_hidden: bool = False

    @property
    def comments(self) -> int:
        """How many comments it holds."""
        return self.counts[NOTE]

    @property
    def links(self) -> int:
        """How many links it holds."""
        return self.counts[HLINK]

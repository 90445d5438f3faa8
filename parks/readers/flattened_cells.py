"""Cuts text into the cells that Word left when it flattened a table."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

_BLANKS: Final = " \u3000\xa0"
# A line with more tabs than any table has columns is text that happens to hold tabs.
_MOST_COLUMNS: Final = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """
    A cell and where it stands.

    Attributes
    ----------
    lines
        Its lines, the first without its tab.
    first
        Number of its first line in the text, from 0.
    is_marked
        Whether blanks stand before its tab: Word writes so for the number cell of
        a row that is numbered automatically, whose number does not reach the text.
    is_glued
        Whether its tab stands within a line, not at the start.
    """

    lines: tuple[str, ...]
    first: int
    is_marked: bool = False
    is_glued: bool = False

    @property
    def text(self) -> str:
        """The lines in one."""
        return "\n".join(self.lines)

    @property
    def end(self) -> int:
        """The number of the line after its last, from 0."""
        return self.first + len(self.lines)

    @property
    def ends_blank(self) -> bool:
        """Whether a blank line parts it from the next cell."""
        return len(self.lines) > 1 and not self.lines[-1].strip()

    def cut(self, count: int) -> "Cell":
        """Keep the first lines only."""
        return replace(self, lines=self.lines[:count])


def cut_cells(lines: list[str]) -> list[Cell]:
    """
    Cut lines into cells: each begins with a tab at the start of a line.

    Parameters
    ----------
    lines
        The lines of the whole text. Those before the first tab are in no cell;
        those after a cell's first line are all its own, up to the next cell.

    Returns
    -------
    list of Cell
        In the order of the text. A tab within a line begins a cell as well, which
        `Cell.is_glued` tells.
    """
    found: list[Cell] = []
    starts = [
        number
        for number, line in enumerate(lines)
        if line.startswith(("\t", *_BLANKS)) and line.lstrip(_BLANKS).startswith("\t")
    ]
    for start, end in pairwise([*starts, len(lines)]):
        line = lines[start]
        content = line.lstrip(_BLANKS)[1:]
        first, *glued = (
            content.split("\t") if content.count("\t") < _MOST_COLUMNS else [content]
        )
        found.append(Cell((first,), start, is_marked=not line.startswith("\t")))
        found.extend(Cell((text,), start, is_glued=True) for text in glued)
        found[-1] = replace(
            found[-1], lines=(found[-1].lines[0], *lines[start + 1 : end])
        )
    return found

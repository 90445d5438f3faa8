"""Puts a stream of cells into rows and columns by what the cells mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from parks.readers.likeness import Traits, find_judge, look_at

# The costs below are judged against each other, not measured: a cell that cannot be
# what its column holds costs more than passing over one column, less than a row.
_SKIP: Final = {"seq": 3.0, "district": 3.0}
_SKIP_OTHER: Final = 4.0
_SKIP_AFTER_PLACEHOLDER: Final = 0.5
_START_UNMARKED: Final = 2.0
_START_GLUED: Final = 6.0
_GO_ON_PAST_MARK: Final = 8.0
_GO_ON_PAST_BLANK: Final = 0.2
_STAY: Final = 6.0
_STAY_GLUED: Final = 2.0


@dataclass(frozen=True, slots=True)
class Token:
    """
    A cell of the stream, before it has a column.

    Attributes
    ----------
    text
        What stands in it.
    is_marked
        Whether the stream marks it as the first of a row.
    is_after_blank
        Whether a blank line stands before it.
    is_glued
        Whether only a tab within a line parts it from the cell before.
    """

    text: str
    is_marked: bool = False
    is_after_blank: bool = False
    is_glued: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a cell belongs: its column, and whether a new row begins with it."""

    column: int
    starts_row: bool


def align(
    tokens: Sequence[Token],
    fields: Sequence[str | None],
    known_districts: frozenset[str],
) -> list[Placement]:
    """
    Find the likeliest row and column of every cell.

    Columns only advance within a row, some may be passed over, and several cells
    may share one. Of all ways to do so the one with the lowest cost is taken
    (Viterbi's algorithm: time grows with cells times columns).

    Parameters
    ----------
    tokens
        The cells in the order of the stream.
    fields
        What each column holds; see `parks.readers.columns.assign`.
    known_districts
        Names that only a district column holds.

    Returns
    -------
    list of Placement
        One for each token.
    """
    if not tokens:
        return []
    lattice = _Lattice(fields)
    for token in tokens:
        lattice.advance(token, look_at(token.text, known_districts))
    return lattice.trace()


class _Lattice:
    """The cheapest way to each column, token after token."""

    def __init__(self, fields: Sequence[str | None]) -> None:
        self._judges = [find_judge(name) for name in fields]
        skips = [_SKIP.get(name or "", _SKIP_OTHER) for name in fields]
        self._before = [0.0, *accumulate(skips)]
        self._best: list[float] = []
        self._steps: list[list[tuple[int, bool]]] = []
        self._was_placeholder = False

    def advance(self, token: Token, traits: Traits) -> None:
        """Take one more token into account."""
        restart, previous = self._restart()
        restart += _start_cost(token) if self._steps else 0.0
        best: list[float] = []
        steps: list[tuple[int, bool]] = []
        along, behind = float("inf"), 0
        for column, judge in enumerate(self._judges):
            ways = [(restart + self._before[column], previous, True)]
            if self._best:
                ways.append(
                    (self._best[column] + _stay_cost(token, traits), column, False)
                )
                ways.append(
                    (along + self._before[column] + _go_on_cost(token), behind, False)
                )
                ahead = self._best[column] - self._before[column + 1]
                along, behind = min((along, behind), (ahead, column))
            cost, source, starts_row = min(ways)
            best.append(cost + judge(traits))
            steps.append((source, starts_row))
        self._best = best
        self._steps.append(steps)
        self._was_placeholder = traits.is_placeholder

    def _restart(self) -> tuple[float, int]:
        """Give the cost of having ended a row, and the column it ended in."""
        if not self._best:
            return 0.0, 0
        whole, last = self._before[-1], len(self._best) - 1
        return min(
            (
                cost + _SKIP_AFTER_PLACEHOLDER * (last - column)
                if self._was_placeholder
                else cost + whole - self._before[column + 1],
                column,
            )
            for column, cost in enumerate(self._best)
        )

    def trace(self) -> list[Placement]:
        """Follow the cheapest way back from the end."""
        _, column = self._restart()
        placements: list[Placement] = []
        for steps in reversed(self._steps):
            source, starts_row = steps[column]
            placements.append(Placement(column, starts_row))
            column = source
        return placements[::-1]


def _start_cost(token: Token) -> float:
    if token.is_glued:
        return _START_GLUED
    return 0.0 if token.is_marked or token.is_after_blank else _START_UNMARKED


def _go_on_cost(token: Token) -> float:
    if token.is_marked:
        return _GO_ON_PAST_MARK
    return _GO_ON_PAST_BLANK if token.is_after_blank else 0.0


def _stay_cost(token: Token, traits: Traits) -> float:
    if token.is_marked:
        return _STAY + _GO_ON_PAST_MARK
    if token.is_glued:
        return _STAY_GLUED / (4 if traits.is_blank else 1)
    return _STAY

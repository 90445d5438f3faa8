"""The costs of every way to put a stream of cells into columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from parks.readers.likeness import Traits, find_judge

# The costs below are judged against each other, not measured: a cell that cannot be
# what its column holds costs more than passing over one column, less than a row.
_SKIP: Final = {"seq": 3.0, "district": 3.0}
_SKIP_OTHER: Final = 4.0
_SKIP_AFTER_PLACEHOLDER: Final = 0.5
_NOWHERE: Final = float("inf")


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
        Whether only a tab or blanks within a line part it from the cell before.
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


@dataclass(frozen=True, slots=True)
class Habits:
    """
    How the cells of a form of text follow each other, each habit as a cost.

    Attributes
    ----------
    start_unmarked, start_after_blank, start_glued
        Of beginning a row with a cell that nothing marks as its first, with one
        after a blank line, with one that is glued to the last.
    go_on
        Of passing on to another column with a cell that is not glued to the last.
    go_on_past_mark, go_on_past_blank
        Of doing so where a mark, or a blank line, stands.
    stay, stay_glued
        Of sharing the column of the cell before.
    stay_past_blank
        Of doing so across a blank line, on top of it.
    stay_in, stay_glued_in
        The same where it differs by the field of the column.
    """

    start_unmarked: float = 2.0
    start_after_blank: float = 0.0
    start_glued: float = 6.0
    go_on: float = 0.0
    go_on_past_mark: float = 8.0
    go_on_past_blank: float = 0.2
    stay: float = 6.0
    stay_glued: float = 2.0
    stay_past_blank: float = 0.0
    stay_in: Mapping[str, float] = field(default_factory=dict)
    stay_glued_in: Mapping[str, float] = field(default_factory=dict)


FLATTENED: Final = Habits()
"""Of a table whose every cell begins with a tab, as Word flattens it."""


class Lattice:
    """
    The cheapest way to each column, token after token.

    Attributes
    ----------
    judged
        For each token and column, the cost of taking the one for a cell of the other.
    """

    def __init__(self, fields: Sequence[str | None], habits: Habits) -> None:
        self._habits = habits
        self._judges = [find_judge(name) for name in fields]
        skips = [_SKIP.get(name or "", _SKIP_OTHER) for name in fields]
        self._before = [0.0, *accumulate(skips)]
        names = [name or "" for name in fields]
        self._stays = [habits.stay_in.get(name, habits.stay) for name in names]
        self._glued = [
            habits.stay_glued_in.get(name, habits.stay_glued) for name in names
        ]
        self._tokens: list[tuple[Token, Traits]] = []
        self._reached: list[list[float]] = []
        self._steps: list[list[tuple[int, bool]]] = []
        self.judged: list[list[float]] = []

    @property
    def cost(self) -> float:
        """The cost of the cheapest way through all tokens."""
        return self._restart()[0]

    def advance(self, token: Token, traits: Traits) -> None:
        """Take one more token into account."""
        restart, previous = self._restart()
        is_first = not self._reached
        before = [] if is_first else self._reached[-1]
        restart += 0.0 if is_first else self._start_cost(token)
        stays = self._stay_costs(token, traits)
        go_on = self._go_on_cost(token)
        judged = [judge(traits) for judge in self._judges]
        reached: list[float] = []
        steps: list[tuple[int, bool]] = []
        along, behind = _NOWHERE, 0
        for column, skipped in enumerate(self._before[:-1]):
            ways = [(restart + skipped, previous, True)]
            if not is_first:
                ways.append((before[column] + stays[column], column, False))
                ways.append((along + skipped + go_on, behind, False))
                ahead = before[column] - self._before[column + 1]
                along, behind = min((along, behind), (ahead, column))
            cost, source, starts_row = min(ways)
            reached.append(cost + judged[column])
            steps.append((source, starts_row))
        self._tokens.append((token, traits))
        self._reached.append(reached)
        self._steps.append(steps)
        self.judged.append(judged)

    def trace(self) -> list[Placement]:
        """Follow the cheapest way back from the end."""
        _, column = self._restart()
        placements: list[Placement] = []
        for steps in reversed(self._steps):
            source, starts_row = steps[column]
            placements.append(Placement(column, starts_row))
            column = source
        return placements[::-1]

    def costs_through(self) -> list[list[float]]:
        """Give for each token and column the cost of the cheapest way through both."""
        if not self._tokens:
            return []
        onward = self._end_costs(len(self._tokens) - 1)
        found: list[list[float]] = []
        for place in range(len(self._tokens) - 1, -1, -1):
            if place < len(self._tokens) - 1:
                onward = self._step_back(place, onward)
            reached = self._reached[place]
            found.append([a + b for a, b in zip(reached, onward, strict=True)])
        return found[::-1]

    def _step_back(self, place: int, onward: Sequence[float]) -> list[float]:
        """Give by column the cost of all after a token, from that of the token next."""
        token, traits = self._tokens[place + 1]
        judged = self.judged[place + 1]
        next_on = [a + b for a, b in zip(judged, onward, strict=True)]
        stays = self._stay_costs(token, traits)
        go_on = self._go_on_cost(token)
        start = self._start_cost(token) + min(
            a + b for a, b in zip(self._before, next_on, strict=False)
        )
        ends = self._end_costs(place)
        costs: list[float] = []
        beyond = _NOWHERE
        for column in range(len(ends) - 1, -1, -1):
            costs.append(
                min(
                    ends[column] + start,
                    stays[column] + next_on[column],
                    beyond - self._before[column + 1] + go_on,
                )
            )
            beyond = min(beyond, self._before[column] + next_on[column])
        return costs[::-1]

    def _restart(self) -> tuple[float, int]:
        """Give the cost of having ended a row, and the column it ended in."""
        if not self._reached:
            return 0.0, 0
        ends = self._end_costs(len(self._reached) - 1)
        return min(
            (cost + end, column)
            for column, (cost, end) in enumerate(
                zip(self._reached[-1], ends, strict=True)
            )
        )

    def _end_costs(self, place: int) -> list[float]:
        """Give by column the cost of ending a row with this token."""
        last = len(self._before) - 2
        if self._tokens[place][1].is_placeholder:
            return [_SKIP_AFTER_PLACEHOLDER * (last - n) for n in range(last + 1)]
        return [self._before[-1] - skipped for skipped in self._before[1:]]

    def _start_cost(self, token: Token) -> float:
        if token.is_glued:
            return self._habits.start_glued
        if token.is_marked:
            return 0.0
        if token.is_after_blank:
            return self._habits.start_after_blank
        return self._habits.start_unmarked

    def _go_on_cost(self, token: Token) -> float:
        if token.is_marked:
            return self._habits.go_on_past_mark
        if token.is_after_blank:
            return self._habits.go_on_past_blank
        return 0.0 if token.is_glued else self._habits.go_on

    def _stay_costs(self, token: Token, traits: Traits) -> list[float]:
        if token.is_marked:
            return [stay + self._habits.go_on_past_mark for stay in self._stays]
        if token.is_glued:
            share = 4 if traits.is_blank else 1
            return [stay / share for stay in self._glued]
        if token.is_after_blank and self._habits.stay_past_blank:
            return [stay + self._habits.stay_past_blank for stay in self._stays]
        return self._stays

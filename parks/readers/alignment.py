"""Puts a stream of cells into rows and columns by what the cells mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from parks.readers.lattice import FLATTENED, Habits, Lattice, Placement, Token
from parks.readers.likeness import Traits, find_judge, look_at

__all__ = ["FLATTENED", "Habits", "Placement", "Reading", "Token", "align", "weigh"]

# How near the cost of a second reading must come to be worth a doubt.
_NEAR: Final = 1.0
# A cell that costs no more in its column may well be one of it.
_LIKELY: Final = 1.5


@dataclass(frozen=True, slots=True)
class Reading:
    """
    The likeliest rows and columns of a stream, and how sure they are.

    Attributes
    ----------
    placements
        One for each token.
    likeness
        For each token, the cost of taking it for a cell of its column.
    rivals
        For each token, another column in which the whole would read nearly as
        well; None if there is none.
    """

    placements: list[Placement]
    likeness: list[float]
    rivals: list[int | None]

    def cut(self, count: int) -> "Reading":
        """Keep the first tokens only."""
        return Reading(
            self.placements[:count], self.likeness[:count], self.rivals[:count]
        )

    def extend(self, other: "Reading") -> None:
        """Add what was read of the tokens after these."""
        self.placements.extend(other.placements)
        self.likeness.extend(other.likeness)
        self.rivals.extend(other.rivals)


def align(
    tokens: Sequence[Token],
    fields: Sequence[str | None],
    known_districts: frozenset[str],
    habits: Habits = FLATTENED,
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
    habits
        How cells follow each other in the form of text at hand.

    Returns
    -------
    list of Placement
        One for each token.
    """
    if not tokens:
        return []
    return _fill(tokens, fields, known_districts, habits).trace()


def weigh(
    tokens: Sequence[Token],
    fields: Sequence[str | None],
    known_districts: frozenset[str],
    habits: Habits,
) -> Reading:
    """
    Do as `align`, and tell how likely the reading is and what could be read instead.

    Parameters are those of `align`. A marked row that has each column once, and a
    likely cell in each, is taken as it stands, which is far quicker.
    """
    reading = Reading([], [], [])
    pending: list[Token] = []
    judges = [find_judge(name) for name in fields]
    starts = [0, *(n for n, token in enumerate(tokens) if n and token.is_marked)]
    for start, end in pairwise([*starts, len(tokens)]):
        row = tokens[start:end]
        costs = None
        if row[0].is_marked and len(row) == len(fields):
            costs = _likeness(row, judges, known_districts)
        if costs is None:
            pending.extend(row)
            continue
        reading.extend(_weigh_all(pending, fields, known_districts, habits))
        pending = []
        placements = [Placement(column, column == 0) for column in range(len(row))]
        reading.extend(Reading(placements, costs, [None] * len(row)))
    reading.extend(_weigh_all(pending, fields, known_districts, habits))
    return reading


def _likeness(
    row: Sequence[Token],
    judges: Sequence[Callable[[Traits], float]],
    known_districts: frozenset[str],
) -> list[float] | None:
    """Judge the cells of a row that has each column once; None if one is unlikely."""
    costs: list[float] = []
    for token, judge in zip(row, judges, strict=True):
        cost = judge(look_at(token.text, known_districts))
        if cost > _LIKELY:
            return None
        costs.append(cost)
    return costs


def _weigh_all(
    tokens: Sequence[Token],
    fields: Sequence[str | None],
    known_districts: frozenset[str],
    habits: Habits,
) -> Reading:
    if not tokens:
        return Reading([], [], [])
    lattice = _fill(tokens, fields, known_districts, habits)
    placements = lattice.trace()
    rivals: list[int | None] = []
    for placement, costs in zip(placements, lattice.costs_through(), strict=True):
        others = [
            (cost, column)
            for column, cost in enumerate(costs)
            if column != placement.column
        ]
        cost, column = min(others, default=(float("inf"), 0))
        rivals.append(column if cost - lattice.cost < _NEAR else None)
    likeness = [
        judged[placement.column]
        for judged, placement in zip(lattice.judged, placements, strict=True)
    ]
    return Reading(placements, likeness, rivals)


def _fill(
    tokens: Sequence[Token],
    fields: Sequence[str | None],
    known_districts: frozenset[str],
    habits: Habits,
) -> Lattice:
    lattice = Lattice(fields, habits)
    for token in tokens:
        lattice.advance(token, look_at(token.text, known_districts))
    return lattice

"""Puts a stream of cells into rows and columns by what the cells mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parks.readers.lattice import FLATTENED, Habits, Lattice, Placement, Token
from parks.readers.likeness import look_at

__all__ = ["FLATTENED", "Habits", "Placement", "Reading", "Token", "align", "weigh"]

# How near the cost of a second reading must come to be worth a doubt.
_NEAR: Final = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """
    The likeliest rows and columns of a stream, and how sure they are.

    Attributes
    ----------
    placements
        One for each token.
    cost
        Of the whole; the less, the likelier.
    likeness
        For each token, the cost of taking it for a cell of its column.
    rivals
        For each token, another column in which the whole would read nearly as
        well; None if there is none.
    """

    placements: list[Placement]
    cost: float
    likeness: list[float]
    rivals: list[int | None]

    def cut(self, count: int) -> "Reading":
        """Keep the first tokens only."""
        return Reading(
            self.placements[:count],
            self.cost,
            self.likeness[:count],
            self.rivals[:count],
        )


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
    Do as `align`, and tell what the reading costs and what could be read instead.

    Parameters are those of `align`, with at least one token.
    """
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
    return Reading(placements, lattice.cost, likeness, rivals)


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

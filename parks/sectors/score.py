"""How well sectors were found, measured against a careful reader's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """
    Counts of what was found rightly, found wrongly, and missed.

    Attributes
    ----------
    hits
        Found and expected.
    extras
        Found, but not expected.
    misses
        Expected, but not found.
    """

    hits: int
    extras: int
    misses: int

    def __str__(self) -> str:
        """Say the three figures in a line."""
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 where nothing was found."""
        return _part(self.hits, self.extras)

    @property
    def recall(self) -> float:
        """The part of what is right that was found; 1 where nothing was to find."""
        return _part(self.hits, self.misses)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _part(2 * self.hits, self.extras + self.misses)


def score_tags(
    expected: Mapping[int, Collection[str]], got: Mapping[int, Collection[str]]
) -> Score:
    """
    Compare sectors row by row.

    Parameters
    ----------
    expected
        The sectors a careful reader gives each row, by the row's number.
    got
        The sectors found.

    Returns
    -------
    Score
        The counts over all rows of either.
    """
    pairs = [
        (set(expected.get(row, ())), set(got.get(row, ())))
        for row in expected.keys() | got.keys()
    ]
    return Score(
        hits=sum(len(right & found) for right, found in pairs),
        extras=sum(len(found - right) for right, found in pairs),
        misses=sum(len(right - found) for right, found in pairs),
    )


def _part(some: int, others: int) -> float:
    """Say what part some are of all, all where there are none."""
    return some / (some + others) if some + others else 1.0

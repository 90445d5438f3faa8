"""What was measured, what was aimed at, and the line that says both."""

import statistics
from dataclasses import dataclass
from typing import Final

_NAME_WIDTH: Final = 46
_VALUE_WIDTH: Final = 10
_AIM_WIDTH: Final = 9
_VERDICT_WIDTH: Final = 7


@dataclass(frozen=True, slots=True)
class Reading:
    """
    Every run of one measurement.

    Attributes
    ----------
    name
        Of what was measured: ``ours``, ``naive``, ``floor`` …
    unit
        Of the values.
    runs
        The values, in the order of the runs.
    """

    name: str
    unit: str
    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run."""
        return statistics.median(self.runs)

    def describe(self) -> str:
        """Say the middle run with its unit, in few digits."""
        number = self.median
        is_whole = number >= 100 or number == int(number)  # noqa: PLR2004
        digits = 0 if is_whole else 3 if number < 1 else 2
        return f"{self.name} {number:,.{digits}f} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Goal:
    """
    A figure beside what it must reach.

    Attributes
    ----------
    name
        What was measured.
    value
        What came out.
    readings
        What it was made of.
    bound
        What it must reach, None where nothing is asked of it.
    at_least
        Whether more is better.
    """

    name: str
    value: float
    readings: tuple[Reading, ...]
    bound: float | None = None
    at_least: bool = False

    @property
    def is_met(self) -> bool | None:
        """Whether the bound is reached; None where there is none."""
        if self.bound is None:
            return None
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def describe(self) -> str:
        """Say the goal on a line."""
        sign = "≥" if self.at_least else "≤"
        aim = "" if self.bound is None else f"{sign} {self.bound:g}"
        verdict = {None: "", True: "met", False: "MISSED"}[self.is_met]
        cells = (
            f"{self.name:<{_NAME_WIDTH}}",
            f"{self.value:>{_VALUE_WIDTH},.3g}",
            f"{aim:>{_AIM_WIDTH}}",
            f"{verdict:<{_VERDICT_WIDTH}}",
            ", ".join(reading.describe() for reading in self.readings),
        )
        return " ".join(cells).rstrip()


def compare(
    name: str,
    above: Reading,
    below: Reading,
    *others: Reading,
    bound: float | None = None,
    at_least: bool = False,
) -> Goal:
    """
    Make a goal of the ratio of two readings' medians.

    Parameters
    ----------
    name
        What was measured.
    above, below
        The readings of which the ratio is taken.
    others
        Readings to show beside them.
    bound, at_least
        As `Goal` has them.
    """
    value = above.median / below.median
    readings = (above, below, *others)
    return Goal(name, value, readings, bound=bound, at_least=at_least)


def describe_head() -> str:
    """Name the columns of the table that `Goal.describe` fills."""
    return (
        f"{'measured':<{_NAME_WIDTH}} {'value':>{_VALUE_WIDTH}} "
        f"{'goal':>{_AIM_WIDTH}} {'':<{_VERDICT_WIDTH}} medians"
    )

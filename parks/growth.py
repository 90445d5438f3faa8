"""How fast a figure must grow to reach another, and how fast it grew."""

from parks.indicator_model import Goal


def grow_yearly(start: float, end: float, years: float) -> float:
    """
    Give the yearly growth that leads from one figure to another.

    The compound annual growth rate, (end / start) ** (1 / years) - 1.

    Parameters
    ----------
    start, end
        Both above zero.
    years
        Between them; above zero.

    Returns
    -------
    float
        A share: 0.15 is fifteen per cent a year.

    Raises
    ------
    ValueError
        If one of them is not above zero.
    """
    if min(start, end, years) <= 0:
        raise ValueError(f"no growth from {start} to {end} in {years} years")
    return float((end / start) ** (1 / years) - 1)


def require(goal: Goal) -> float:
    """Give the yearly growth that leads from a goal's base to its target."""
    years = goal.target.year - goal.base.year
    return grow_yearly(goal.base.value, goal.target.value, years)


def expect(goal: Goal, year: int) -> float:
    """Give where a goal stands in a year, in its unit, on an even way to its target."""
    years = year - goal.base.year
    return goal.base.value * float((1 + require(goal)) ** years)


def imply_whole(part: float, share: float) -> float:
    """
    Give the whole of which a part is a share.

    Parameters
    ----------
    part
        In any unit; the whole comes in the same.
    share
        Above 0, at most 1.

    Raises
    ------
    ValueError
        If the share is outside these bounds.
    """
    if not 0 < share <= 1:
        raise ValueError(f"{share} is no share of a whole")
    return part / share

"""What is said of a ranking as a whole: ties, limits, and why nothing fits."""

from collections.abc import Sequence

from parks.matching import Match
from views._words import say


def count_rows(found: Match) -> str:
    """Say how many rows fit, of how many that were looked at."""
    return say(
        "{count} of {total} rows fit",
        count=len(found.zones),
        total=found.looked_at,
    )


def say_nothing(found: Match) -> str:
    """Say why nothing is ranked: what fits may only be out of the limits."""
    if found.unmeasured:
        told = _say_unmeasured(found)
        return f"{told} {_say_elsewhere(found)}" if found.elsewhere else told
    if found.elsewhere:
        return say(
            "No row of the wished districts takes up a wanted sector. Rows elsewhere "
            "that do: {count}. Choose more districts to see them.",
            count=found.elsewhere,
        )
    if found.taking:
        return say(
            "No row of the wished districts takes up a wanted sector. Rows elsewhere "
            "that do: {count}; they lie beyond the radius, or have no known place.",
            count=found.taking,
        )
    return say(
        "No row of this table takes up any of the wanted sectors, as its aim or in "
        "passing. That is a finding: nothing was put in its place."
    )


def _say_unmeasured(found: Match) -> str:
    return say(
        "Rows that fit, but have no known place to measure the radius to: {count}.",
        count=found.unmeasured,
    )


def _say_elsewhere(found: Match) -> str:
    return say(
        "More rows that fit, outside the wished districts: {count}.",
        count=found.elsewhere,
    )


def list_notes(found: Match, shown: int) -> list[str]:
    """List what is to be known of a ranking of which so many rows are shown."""
    notes = []
    ranks = [zone.rank for zone in found.zones]
    if len(set(ranks)) < len(ranks):
        notes.append(
            say("Zones of one score share a rank; their order is that of the table.")
        )
    notes.append(say("Parks are ranked among all parks that fit."))
    if found.elsewhere:
        notes.append(_say_elsewhere(found))
    if found.beyond:
        notes.append(
            say(
                "Rows that fit, but lie beyond the radius: {count}.", count=found.beyond
            )
        )
    if found.unmeasured:
        notes.append(_say_unmeasured(found))
    if shown < len(ranks):
        notes.append(_say_left(ranks, shown))
    return notes


def _say_left(ranks: Sequence[int], shown: int) -> str:
    """Say how many rows are not shown, and how many fit no worse than the last."""
    left = ranks[shown:]
    tied = left.count(ranks[shown - 1])
    if tied:
        return say(
            "Rows that fit, but are not shown here: {count}; of them share the last "
            "rank shown: {tied}.",
            count=len(left),
            tied=f"{tied:,}",
        )
    return say("Rows further down, not shown here: {count}.", count=len(left))

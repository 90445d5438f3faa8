"""What a row repeats of the rows above it: ditto marks, and parks."""

from typing import Final, TypeVar

from parks.model import Policy, Row
from parks.readers.doubts import Doubts
from parks.readers.raw import excerpt

_DITTO: Final = frozenset(
    (
        "同上",
        "同前",
        "同上行",
        "(同上)",
        "（同上）",
        "〃",
        "″",
        "''",
        '"',
        "”",
        "“",
        "ditto",
    )
)
_LONGEST_DITTO: Final = 8
_FIRSTS_OF_DITTO: Final = frozenset(
    {*" \t\n\u3000\xa0", *(word[0] for word in _DITTO), "D"}
)
"""A quick no for nearly every cell."""

Said = TypeVar("Said", str | None, tuple[Policy, ...])
"""What a cell that may be meant by 同上 was read as."""


def is_ditto(text: str) -> bool:
    """Say whether a cell only points at the one above, as 同上 does."""
    return (
        text[:1] in _FIRSTS_OF_DITTO
        and len(text) <= _LONGEST_DITTO
        and text.strip().casefold() in _DITTO
    )


def say_ditto(doubts: Doubts, column: str, found: str, above: Said) -> None:
    """Say what was taken from above for a cell that only points there."""
    titles = (policy.title for policy in above) if isinstance(above, tuple) else ()
    used = above if isinstance(above, str) else "、".join(titles)
    if used:
        doubts.add(column, "cell-ditto", found.strip(), excerpt(used))
    else:
        doubts.add(column, "ditto-nothing", found.strip())


class Namesakes:
    """Knows the parks of the rows so far, and doubts those that come again."""

    def __init__(self, doubts: Doubts) -> None:
        self._doubts = doubts
        self._rows: dict[str | None, dict[str, int]] = {}

    def add(self, row: Row, district: str | None) -> None:
        """
        Add the parks of a row.

        Parameters
        ----------
        row
            The row at work.
        district
            One name for its district, however the row writes it.
        """
        known = self._rows.setdefault(district, {})
        for name in dict.fromkeys(row.parks):
            if name in known:
                self._doubts.add("parks", "park-repeated", name, str(known[name]))
            else:
                known[name] = row.seq

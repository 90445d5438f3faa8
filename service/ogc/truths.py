"""Yes, no or unknown for each row, as filters reckon where values are missing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Truths:
    """
    For each row whether something holds; where neither is set, nobody knows.

    Attributes
    ----------
    yes, no
        The rows for which it holds, and those for which it does not.
    """

    yes: Flags
    no: Flags

    @classmethod
    def where(cls, holds: Flags, known: Flags) -> Self:
        """Take a claim for the rows of which the values are known."""
        return cls(holds & known, ~holds & known)

    def __and__(self, other: Self) -> Self:
        """Hold where both hold."""
        return type(self)(self.yes & other.yes, self.no | other.no)

    def __or__(self, other: Self) -> Self:
        """Hold where one holds."""
        return type(self)(self.yes | other.yes, self.no & other.no)

    def __invert__(self) -> Self:
        """Hold where it does not; what is unknown stays so."""
        return type(self)(self.no, self.yes)


def match_pattern(pattern: str) -> Callable[[str], bool]:
    r"""
    Make a test for a pattern: ``%`` any text, ``_`` a character, ``\\`` as it stands.

    The parts between ``%`` are looked for one after the other, each as early as can
    be: no pattern takes longer than the text times itself.
    """
    parts = [re.compile(part, re.DOTALL) for part in _split(pattern)]
    first, *others = parts

    def matches(text: str) -> bool:
        begun = first.match(text)
        if begun is None:
            return False
        if not others:
            return begun.end() == len(text)
        at = begun.end()
        for part in others[:-1]:
            found = part.search(text, at)
            if found is None:
                return False
            at = found.end()
        *_, last = others
        # Without a star in it, a part is as long wherever it stands.
        length = len(re.sub(r"\\(.)", r"\1", last.pattern, flags=re.DOTALL))
        start = len(text) - length
        return start >= at and last.match(text, start) is not None

    return matches


def _split(pattern: str) -> list[str]:
    parts = [""]
    for escaped, char in re.findall(r"(\\?)(.)", pattern, re.DOTALL):
        if escaped or char not in "%_":
            parts[-1] += re.escape(char)
        elif char == "%":
            parts.append("")
        else:
            parts[-1] += "."
    return parts

"""Quoting a direction around the words that matter, whole where it is short."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from parks.model import Evidence, Role

LONGEST_WHOLE: Final = 240
"""Characters of a direction that is quoted whole."""
AROUND: Final = 40
"""Characters quoted on either side of a word of a longer one."""
MOST_WORDS: Final = 12
"""Words quoted of one direction: a long text may name a sector hundreds of times."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of a quotation.

    Attributes
    ----------
    text
        Word for word.
    role
        What the text is evidence of; None for what stands around it.
    is_after_gap
        Whether something between it and the piece before, or the beginning of the
        direction, is left out.
    """

    text: str
    role: Role | None = None
    is_after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Pieces in their order, and whether the direction goes on behind them."""

    pieces: tuple[Piece, ...]
    goes_on: bool


def quote_evidence(direction: str, evidence: Iterable[Evidence]) -> Quotation:
    """
    Quote a direction around some of its words.

    Parameters
    ----------
    direction
        The cell's text.
    evidence
        Words of it that do not overlap; the first `MOST_WORDS` are quoted.
    """
    words = sorted(evidence, key=lambda each: each.start)[:MOST_WORDS]
    pieces: list[Piece] = []
    end = 0
    for start, stop in _open_windows(direction, words):
        is_after_gap = start > end
        at = start
        for word in (each for each in words if start <= each.start < stop):
            if word.start > at:
                pieces.append(Piece(direction[at : word.start], None, is_after_gap))
                is_after_gap = False
            text = direction[word.start : word.end]
            pieces.append(Piece(text, word.role, is_after_gap))
            is_after_gap = False
            at = word.end
        if stop > at:
            pieces.append(Piece(direction[at:stop], None, is_after_gap))
        end = stop
    return Quotation(tuple(pieces), end < len(direction))


def _open_windows(direction: str, words: list[Evidence]) -> list[tuple[int, int]]:
    """Give from where to where is quoted; what touches is one."""
    length = len(direction)
    if length <= LONGEST_WHOLE:
        return [(0, length)]
    windows: list[tuple[int, int]] = []
    for word in words:
        start, stop = max(0, word.start - AROUND), min(length, word.end + AROUND)
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, stop))
    return windows

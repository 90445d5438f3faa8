"""Where a text names sectors, whatever it means by it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from parks.sectors.directions import read_directions
from parks.sectors.folding import fold
from parks.sectors.taxonomy import read_taxonomy
from parks.sectors.words import words_pattern


@dataclass(frozen=True, slots=True)
class Meaning:
    """
    What a word of the vocabulary names.

    Attributes
    ----------
    sectors
        Ids, in the taxonomy's order; empty for a word that only looks like a term.
    is_aim_only
        Whether the word says something only as an aim.
    is_applied
        Whether directly before another term it says what that is applied to.
    """

    sectors: tuple[str, ...]
    is_aim_only: bool = False
    is_applied: bool = False


class Occurrence(NamedTuple):
    """A word of the vocabulary at its place in a text."""

    start: int
    end: int
    meaning: Meaning


def find_terms(text: str) -> list[Occurrence]:
    """
    Find the words that name sectors: leftmost, longest, never overlapping.

    Parameters
    ----------
    text
        A folded text.

    Returns
    -------
    list[Occurrence]
        Each word in the order of the text.
    """
    meanings, pattern = _vocabulary()
    return [
        Occurrence(match.start(), match.end(), meaning)
        for match in pattern.finditer(text)
        if (meaning := meanings[match.group()]).sectors
    ]


@cache
def _vocabulary() -> tuple[dict[str, Meaning], re.Pattern[str]]:
    """Read what every word means, and the pattern that finds them all."""
    directions = read_directions()
    meanings = {fold(word): Meaning(()) for word in directions.not_terms}
    for sector in read_taxonomy():
        for word in (*sector.terms, *sector.aim_terms):
            known = meanings.get(fold(word), Meaning(()))
            meanings[fold(word)] = Meaning(
                (*known.sectors, sector.id),
                is_aim_only=word in sector.aim_terms,
                is_applied=sector.id in directions.applied,
            )
    return meanings, words_pattern(meanings)

"""Where a text names sectors, whatever it means by it."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from parks.sectors.directions import read_directions
from parks.sectors.folding import fold
from parks.sectors.listing import is_within_item
from parks.sectors.taxonomy import read_taxonomy
from parks.sectors.words import WordFinder


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
    is_goods, is_handler
        Whether it names goods; whether it names an industry that only handles them.
    is_ending
        Whether behind another term of its item it says nothing of its own.
    """

    sectors: tuple[str, ...]
    is_aim_only: bool = False
    is_applied: bool = False
    is_goods: bool = False
    is_handler: bool = False
    is_ending: bool = False


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
    meanings, finder = _vocabulary()
    found: list[Occurrence] = []
    before = 0
    for match in finder.finditer(text):
        meaning = meanings[match.group()]
        if not meaning.sectors:
            continue
        start, end = match.span()
        if not (before and meaning.is_ending and is_within_item(text, before, start)):
            found.append(Occurrence(start, end, meaning))
        before = end
    return found


@cache
def _vocabulary() -> tuple[dict[str, Meaning], WordFinder]:
    """Read what every word means, and what finds them all."""
    directions = read_directions()
    meanings = {fold(word): Meaning(()) for word in directions.not_terms}
    for sector in read_taxonomy():
        for word in (*sector.terms, *sector.aim_terms):
            known = meanings.get(fold(word), Meaning(()))
            meanings[fold(word)] = Meaning(
                (*known.sectors, sector.id),
                is_aim_only=word in sector.aim_terms,
                is_applied=sector.id in directions.applied,
                is_goods=sector.id in directions.goods,
                is_handler=sector.id in directions.handlers,
                is_ending=fold(word) in directions.endings,
            )
    for sector in read_taxonomy():
        # A table in English calls sectors by their names; elsewhere those say little.
        meanings.setdefault(fold(sector.en), Meaning((sector.id,), is_aim_only=True))
    return meanings, WordFinder(meanings)

"""The words that the items of a business scope name sectors with."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from parks.data_file import read_data
from parks.sectors.directions import read_directions
from parks.sectors.folding import fold
from parks.sectors.taxonomy import Group, read_taxonomy
from parks.sectors.words import WordFinder

_FILE: Final = Path(__file__).parents[1] / "data" / "scope_words.toml"
GOODS_SECTIONS: Final = frozenset(
    {"agriculture", "mining", "manufacturing", "construction"}
)
"""Sections whose goods others sell: a clause that only sells them is trade."""
TRADE: Final = "wholesale-retail"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """
    Every word of the reading, folded.

    Attributes
    ----------
    sectors
        The sectors of a word; none for one that says little.
    making, selling
        Words that say whose work a clause is about.
    sections
        The sectors that only take what is left.
    """

    sectors: dict[str, tuple[str, ...]]
    making: tuple[str, ...]
    selling: tuple[str, ...]
    sections: frozenset[str]


@cache
def read_vocabulary() -> Vocabulary:
    """
    Read the words of business scopes, on top of the terms of the taxonomy.

    Raises
    ------
    DataFileError
        If a data file is missing or broken.
    """
    taxonomy = read_taxonomy()
    words: dict[str, tuple[str, ...]] = {}
    for sector in taxonomy:
        # A scope is a list of aims: what names a sector as an aim names it here.
        _add(words, (*sector.terms, *sector.aim_terms, sector.zh, sector.en), sector.id)
    words |= dict.fromkeys(map(fold, read_directions().not_terms), ())
    with read_data(_FILE) as data:
        known = {sector.id for sector in taxonomy}
        words |= dict.fromkeys(map(fold, data["generic"]), ())
        own: dict[str, tuple[str, ...]] = {}
        for id_, listed in data["sectors"].items():
            if id_ not in known:
                raise ValueError(f"no sector is called {id_}")
            _add(own, listed, id_)
        words |= own
        return Vocabulary(
            words,
            tuple(map(fold, data["making"])),
            tuple(map(fold, data["selling"])),
            frozenset(each.id for each in taxonomy if each.group is Group.SECTION),
        )


@cache
def open_finder() -> WordFinder:
    """Build what finds every word of the vocabulary."""
    return WordFinder(read_vocabulary().sectors)


def says_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a folded text holds any of some folded words."""
    return any(word in text for word in words)


def _add(words: dict[str, tuple[str, ...]], listed: Iterable[str], id_: str) -> None:
    for word in listed:
        key = fold(word)
        taken = words.get(key, ())
        if id_ not in taken:
            words[key] = (*taken, id_)

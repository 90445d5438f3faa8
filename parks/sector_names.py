"""Which sectors come nearest to what somebody wrote for one."""

from functools import cache
from typing import Final

from parks.nearest_names import NearestNames
from parks.sectors import Sector, read_taxonomy
from parks.sectors.folding import fold
from parks.sectors.terms import find_terms
from parks.spelling import spell

_MOST: Final = 3
_LONGEST: Final = 80
"""Characters that are looked at: longer than any name."""


def suggest_sectors(text: str, most: int = _MOST) -> tuple[Sector, ...]:
    """
    Find the sectors that a text holds a word of, then those spelled most like it.

    Returns
    -------
    tuple of Sector
        Most alike first; empty where nothing is like it.
    """
    text = text[:_LONGEST]
    sectors, names = _index()
    words = {id_ for word in find_terms(fold(text)) for id_ in word.meaning.sectors}
    named = [sector for sector in read_taxonomy() if sector.id in words]
    alike = [sectors[number] for number, _ in names.rank(text)]
    return tuple(dict.fromkeys([*named, *alike]))[:most]


@cache
def _index() -> tuple[tuple[Sector, ...], NearestNames]:
    """Index the ids and names; each stands beside the sector that bears it."""
    named = [
        (sector, name)
        for sector in read_taxonomy()
        for name in (sector.id, sector.zh, sector.en)
    ]
    names = NearestNames.of([spell(name) for _, name in named])
    return tuple(sector for sector, _ in named), names

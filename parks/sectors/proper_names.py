"""Terms inside names: what a thing is called is not what a row aims at."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from parks.sectors.directions import read_directions
from parks.sectors.folding import FOLDABLE, fold
from parks.sectors.passage import Passage

_TITLE: Final = re.compile(r"《[^《》]{1,120}》")
_ITEM_END: Final = r"(?=[、,;。:\n()和与及等]|$)"
_MARKS: Final = '“”"「」《》'
_QUOTES: Final = str.maketrans("", "", _MARKS)
_PLAIN: Final = re.compile(rf"[^{FOLDABLE}{_MARKS}\s]+")
"""A name of one form: as it is written."""


class _Endings(NamedTuple):
    """What follows a term that is part of a name."""

    body: re.Pattern[str]
    building: re.Pattern[str]
    carrier: re.Pattern[str]


def named_terms(passage: Passage, names: Sequence[str]) -> set[int]:
    """
    Find the terms that are part of a name or a title.

    Parameters
    ----------
    passage
        A text, cut.
    names
        The names of the row's parks and zone.

    Returns
    -------
    set[int]
        The terms, by their place among the text's terms.
    """
    spans = [*_standing(passage.text, names), *_titles(passage.text)]
    found = {
        index
        for start, end in spans
        for index in range(*passage.terms_within(start, end))
        if (passage.starts[index], passage.ends[index]) != (start, end)
    }
    return found | _bodies(passage) | _buildings(passage)


def names_within(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """
    Pick the names that stand in a text, whole: the others say nothing of its terms.

    Parameters
    ----------
    text
        A folded text.
    names
        The names of the row's parks and zone.

    Returns
    -------
    tuple[str, ...]
        Those that `named_terms` would find, in their order.
    """
    return tuple(name for name in names if _is_within(text, name))


def _is_within(text: str, name: str) -> bool:
    if _PLAIN.fullmatch(name):
        return name in text
    return any(form in text for form in _forms(name))


@lru_cache(maxsize=4096)
def _forms(name: str) -> tuple[str, ...]:
    """Spell a name as directions do: as written and without quotation marks."""
    folded = fold(name).strip()
    bare = folded.translate(_QUOTES)
    return tuple(form for form in dict.fromkeys((folded, bare)) if form)


def _standing(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Find where names stand in a text, as written and without quotation marks."""
    for form in {form for name in names for form in _forms(name)}:
        start = text.find(form)
        while start >= 0:
            yield start, start + len(form)
            start = text.find(form, start + len(form))


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Find the titles of documents in a text."""
    if "《" in text:
        yield from (match.span() for match in _TITLE.finditer(text))


@cache
def _endings() -> _Endings:
    """Build the patterns of names' endings; every repetition is bounded."""
    words = read_directions()
    bodies, buildings, carriers = (
        "|".join(map(re.escape, group))
        for group in (words.bodies, words.buildings, words.carriers)
    )
    item = r"[^、,;。:\n和与及等]{0,10}"
    return _Endings(
        body=re.compile(rf"[^、,;。:\n和与及等的]{{0,4}}?(?:{bodies})"),
        building=re.compile(rf"(?:{buildings}){_ITEM_END}"),
        carrier=re.compile(rf"{item}(?:{carriers}){_ITEM_END}"),
    )


def _bodies(passage: Passage) -> set[int]:
    """Find the terms in the names of companies, institutes and the like."""
    body = _endings().body
    return {
        index for index, end in enumerate(passage.ends) if body.match(passage.text, end)
    }


def _buildings(passage: Passage) -> set[int]:
    """Find the terms in lists of buildings, whatever the siblings end in."""
    carrier = _endings().carrier
    lists = {
        _clause(passage, match.start())
        for match in _endings().building.finditer(passage.text)
    }
    return {
        index
        for start, end in lists
        for index in range(*passage.terms_within(start, end))
        if carrier.match(passage.text, passage.ends[index])
    }


def _clause(passage: Passage, position: int) -> tuple[int, int]:
    """Find where the clause around a position begins and ends."""
    index = bisect_right(passage.clause_stops, position)
    start = passage.clause_stops[index - 1] + 1 if index else 0
    return start, passage.clause_end(position)

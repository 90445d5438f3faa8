"""Tells at a glance that a name means no known place, as most of a large table do."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Generic, TypeVar

from geodata.matching import Named, Outcome, decide, rank
from geodata.park_names import (
    LONGEST,
    ParkName,
    names_part,
    plain_name,
    read_name,
)
from geodata.simplified import list_spellings

P = TypeVar("P", bound=Named)


class Neighbours(Generic[P]):
    """The places of one district, to be asked for again and again."""

    def __init__(self, places: Sequence[P]) -> None:
        """Keep the places by a word that each name meaning them contains."""
        names = [read_name(place.name) for place in places]
        anchors = [_find_anchor(name) for name in names]
        has_parts = [bool(name.parts) for name in names]
        self._anchored = tuple(zip(anchors, has_parts, places, strict=True))
        spelt = ("".join(map(_spell, anchor)) for anchor in sorted(set(anchors)))
        self._pattern = re.compile("|".join(spelt)) if places else None

    def take(self, name: str) -> P | None:
        """Find the place that a name surely means, if there is just one."""
        if len(name) > LONGEST or self._pattern is None:
            return None
        is_plain = name.isalnum() and unicodedata.is_normalized("NFKC", name)
        glance = name.casefold() if is_plain else plain_name(name)
        if self._pattern.search(glance) is None:
            return None
        plain = plain_name(name)
        has_part = names_part(plain)
        near = [
            place
            for anchor, has_parts, place in self._anchored
            # A phase or building is never taken for another, nor for the whole.
            if anchor in plain and has_parts == has_part
        ]
        if not near:
            return None
        match = decide(rank(name, near))
        is_taken = match.outcome is Outcome.TAKEN
        return match.candidates[0].place if is_taken else None


def _find_anchor(known: ParkName) -> str:
    """Choose a word that every name taken for this one contains."""
    if known.own and known.own in known.text:
        return known.own
    longest = max(known.trades, key=len, default="")
    return longest if longest in known.text else ""


def _spell(sign: str) -> str:
    return f"[{re.escape(list_spellings(sign))}]"

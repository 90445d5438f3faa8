"""Forms of text under which two spellings of the same thing are equal."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pypinyin import lazy_pinyin
from pypinyin.seg.simpleseg import seg

_LATIN = re.compile(r"[a-z0-9]+")
# No Chinese word reaches over the border between ASCII and the rest.
_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")

_LONGEST_NAME = 400


def fold(text: str) -> str:
    """
    Fold width, case and white space away, for comparing and searching.

    Full-width and half-width forms become one (Unicode NFKC), letters lose their
    case, and runs of white space become one space.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isalnum() else " ".join(folded.split())


def syllables(text: str) -> list[str]:
    """
    Split a name into pinyin syllables and runs of Latin letters or digits.

    Tones are dropped and ü is written v, as typed on a keyboard. What is longer than
    any name is split only so far: pypinyin's time grows with the square of a text.
    """
    return [
        part
        for run in _RUNS.findall(fold(text[:_LONGEST_NAME]))
        for part in (_LATIN.findall(run) if run.isascii() else _speak(run))
    ]


@lru_cache(maxsize=16_384)
def _speak(run: str) -> tuple[str, ...]:
    """Split a run; names differ in their numbers more often than in their words."""
    words = (spoken for word in seg(run) for spoken in _read_out(word))
    return tuple(part for word in words for part in _LATIN.findall(word))


@lru_cache(maxsize=16_384)
def _read_out(word: str) -> tuple[str, ...]:
    """Give the pinyin of a word as pypinyin cuts them: it looks at no neighbour."""
    return tuple(lazy_pinyin(word, v_to_u=False))


def slug(parts: Iterable[str]) -> str:
    """Join syllables to an id that is readable in an address."""
    return "-".join(parts) or "unnamed"


def number_repeats(slugs: Iterable[str], qualifiers: Iterable[str]) -> list[str]:
    """
    Make ids unique without disturbing those that are so already.

    Parameters
    ----------
    slugs
        The ids wished for, in the order of the table.
    qualifiers
        For each, what sets it apart from its namesakes, for instance its zone.

    Returns
    -------
    list of str
        A namesake gets its qualifier appended, and if it is still not alone,
        a number counted from 2.
    """
    wished = list(slugs)
    counts: dict[str, int] = {}
    for wish in wished:
        counts[wish] = counts.get(wish, 0) + 1
    taken: set[str] = set()
    # Of a zone with thousands of rows, all numbers up to this one are taken.
    reached: dict[str, int] = {}
    result = []
    for wish, qualifier in zip(wished, qualifiers, strict=True):
        base = wish if counts[wish] == 1 or not qualifier else f"{wish}-{qualifier}"
        number = reached.get(base, 1)
        unique = base if number == 1 else f"{base}-{number}"
        while unique in taken:
            number += 1
            unique = f"{base}-{number}"
        reached[base] = number
        taken.add(unique)
        result.append(unique)
    return result

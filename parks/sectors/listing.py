"""What makes a list: which terms are joined, and where nothing else stands."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from parks.sectors.directions import read_directions

_GAP_MAX: Final = 80
"""Characters between two terms of one list, at most; no list needs more."""
_WITHIN_MAX: Final = 4
"""Characters between two terms of one item, at most."""
_TO_HEAD_MAX: Final = 6
"""Characters between a term and the head of its item, at most."""
_NUMBERS: Final = (
    r"[0-9]{1,2}[.、)]|\([一二三四五六七八九十0-9]{1,3}\)|[①-⑳]"
    r"|[一二三四五六七八九十]{1,2}(?:、|是)"
)
_ITEM_CHARACTER: Final = r"[^、,;。:\s的是在有了已将被从向对为以于和与及/()·&+]"


class Patterns(NamedTuple):
    """What may stand before, between and behind the terms of a list."""

    within: re.Pattern[str]
    lead: re.Pattern[str]
    link: re.Pattern[str]
    bare: re.Pattern[str]
    tail: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def _patterns() -> Patterns:
    """
    Build the patterns of lists.

    Every repetition is bounded or gives nothing back, so matching cannot run away.
    """
    words = read_directions()
    suffix = _any_of((*words.suffixes, *words.endings, *words.counts))
    prefix = _any_of(words.prefixes)
    joint = rf"(?:{_any_of((*words.connectors, '(', ')'))}|{_NUMBERS})"
    # An item the vocabulary does not know, or what qualifies one it does: no verb.
    item = rf"(?:(?!{_any_of(words.verbs)}){_ITEM_CHARACTER})"
    stranger = rf"{item}{{1,12}}+"
    head = rf"{item}{{1,{_TO_HEAD_MAX}}}?{_any_of((*words.endings, *words.heads))}"
    rest = rf"(?>{suffix}{{0,8}}+(?:{head}{suffix}{{0,8}}+){{0,2}}+)"
    # A 、 only ever joins items, so whatever stands before one may end an item.
    end = rf"(?:{rest}|{item}{{1,{_TO_HEAD_MAX}}}+(?=、))"
    link = rf"|{item}{{1,{_WITHIN_MAX}}}|{end}(?>{joint}++(?:{stranger}{joint}++)*+)"
    other = rf"(?:{stranger}|{suffix}{{1,8}}+)"
    return Patterns(
        within=re.compile(rf"{item}{{0,{_WITHIN_MAX}}}"),
        lead=re.compile(
            rf"(?>{joint}*+(?:{stranger}{joint}++)*+)(?:{prefix}{{0,3}}|{stranger})"
        ),
        # Behind a mere comma another clause may begin: there only adjectives lead a
        # term, unless the sentence is nothing but a list.
        link=re.compile(rf"{link}(?:{prefix}{{0,3}}|(?<!,){stranger})"),
        bare=re.compile(rf"{link}(?:{prefix}{{0,3}}|{stranger})"),
        tail=re.compile(rf"{rest}(?:{joint}++{other}){{0,8}}+[\s()]{{0,4}}"),
        ending=re.compile(rf"{rest}(?:[ ()]++{rest}){{0,3}}+"),
    )


def _any_of(words: Sequence[str]) -> str:
    """Write an alternation, the longest word first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def is_within_item(text: str, start: int, end: int) -> bool:
    """
    Tell whether two terms stand in one item of a list.

    Parameters
    ----------
    text
        A folded text.
    start, end
        Where the first term ends, and where the second begins.

    Returns
    -------
    bool
        Whether they adjoin, but for a few characters that are no verb.
    """
    return end - start <= _WITHIN_MAX and _matches("within", text[start:end])


def is_lead(text: str, start: int, end: int) -> bool:
    """
    Tell whether a list may begin so before its first term.

    Parameters
    ----------
    text
        A folded text.
    start, end
        Where the list begins, and where its first term does.

    Returns
    -------
    bool
        Whether nothing stands between but marks, other items and adjectives.
    """
    return end - start <= _GAP_MAX and _matches("lead", text[start:end])


def is_link(text: str, start: int, end: int) -> bool:
    """
    Tell whether two terms belong to one list.

    Parameters
    ----------
    text
        A folded text.
    start, end
        Where the first term ends, and where the second begins.

    Returns
    -------
    bool
        Whether nothing stands between but endings, connectors, other items and
        adjectives.
    """
    return end - start <= _GAP_MAX and _matches("link", text[start:end])


def is_bare_link(text: str, start: int, end: int) -> bool:
    """
    Tell whether two terms belong to one list where nothing but a list stands.

    Parameters
    ----------
    text
        A folded text.
    start, end
        Where the first term ends, and where the second begins.

    Returns
    -------
    bool
        As `is_link`, but that a comma too joins items whatever they begin with.
    """
    return end - start <= _GAP_MAX and _matches("bare", text[start:end])


def is_tail(text: str, start: int, end: int) -> bool:
    """
    Tell whether a list may end so behind its last term.

    Parameters
    ----------
    text
        A folded text.
    start, end
        Where the last term ends, and where the list does.

    Returns
    -------
    bool
        Whether nothing stands between but endings and other items.
    """
    return end - start <= _GAP_MAX and _matches("tail", text[start:end])


def is_ending(text: str, start: int, end: int) -> bool:
    """
    Tell whether nothing but a term's own endings stands somewhere.

    Parameters
    ----------
    text
        A folded text.
    start, end
        Where the term ends, and where what belongs to it does.

    Returns
    -------
    bool
        Whether only endings such as 产业 or 等领域 stand between, or nothing.
    """
    return end - start <= _GAP_MAX and _matches("ending", text[start:end])


@lru_cache(maxsize=4096)
def _matches(kind: str, gap: str) -> bool:
    """Match a gap whole against one of the patterns."""
    pattern: re.Pattern[str] = getattr(_patterns(), kind)
    return pattern.fullmatch(gap) is not None

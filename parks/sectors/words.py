"""Finds the longest of many words at once."""

import re
from collections.abc import Callable, Iterable, Iterator
from operator import add
from typing import Final

_LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_END: Final = ""


class _Trie(dict[str, "_Trie"]):
    """The words' pieces as a tree; the key `_END` marks the end of a word."""


class WordFinder:
    """
    Finds the leftmost longest of very many words, as `words_pattern` does.

    A pattern of them all tries one after another the hundreds of characters that a
    word may begin with; here the first two characters of a word, or one if there are
    words of one, name the pattern that is tried. It is built when they are first met.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Sort words, folded as for `words_pattern`, by how they begin."""
        known = frozenset(words)
        self._width = min(2, min(map(len, known), default=2))
        self._words: dict[str, list[str]] = {}
        for word in known:
            self._words.setdefault(word[: self._width], []).append(word)
        self._matchers: dict[str, Callable[[str, int], re.Match[str] | None]] = {}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the words in the order of the text; none overlap."""
        words, matchers = self._words, self._matchers
        heads = text if self._width == 1 else map(add, text, text[1:])
        end = 0
        for start, head in enumerate(heads):
            if start < end or head not in words:
                continue
            if head not in matchers:
                matchers[head] = words_pattern(words[head]).match
            found = matchers[head](text, start)
            if found:
                end = found.end()
                yield found


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """
    Build the pattern that finds the leftmost longest of some words.

    The words share their beginnings in the pattern, so that its cost does not
    grow with their number, and nothing in it repeats, so that it never runs away.

    Parameters
    ----------
    words
        Folded words. Where one begins or ends with a Latin letter or a digit, it
        is found only where no further letter or digit adjoins it.

    Returns
    -------
    re.Pattern[str]
        The compiled pattern; the whole text of a match is the word.
    """
    root = _Trie()
    for word in words:
        node = root
        for piece in _pieces(word):
            node = node.setdefault(piece, _Trie())
        node[_END] = _Trie()
    return re.compile("|".join(_branches(root)))


def _pieces(word: str) -> list[str]:
    """Write a word as one pattern a character, with its Latin boundaries."""
    pieces = [re.escape(character) for character in word]
    if word[-1] in _LATIN:
        pieces[-1] += "(?![a-z0-9])"
    if word[0] in _LATIN:
        # Behind the first character, not before it: a pattern whose branches all
        # begin with a literal lets `re` skip every other position of the text.
        pieces[0] += f"(?<![a-z0-9]{pieces[0][0]})"
        if word[0].isdigit():
            pieces[0] += rf"(?<![0-9]\.{pieces[0][0]})"
    return pieces


def _branches(node: _Trie) -> list[str]:
    """Write each way on from a node."""
    return [piece + _rest(child) for piece, child in sorted(node.items()) if piece]


def _rest(node: _Trie) -> str:
    """Write what may follow within a word; the longer word is tried first."""
    branches = _branches(node)
    if not branches:
        return ""
    rest = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{rest})?" if _END in node else rest

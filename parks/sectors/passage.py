"""A direction cut into sentences, clauses and lists around its terms."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from parks.sectors.directions import read_directions
from parks.sectors.listing import is_link
from parks.sectors.terms import Occurrence
from parks.sectors.words import words_pattern

_SENTENCE_STOPS: Final = frozenset("。;:!?\n\r…")
_CLAUSE_STOPS: Final = frozenset(",—")
_NUMERALS: Final = (
    *map(str, range(1, 31)),
    *"一二三四五六七八九",
    *(f"十{unit}" for unit in ("", *"一二三四五六七八九")),
)
_NUMBERS: Final = frozenset(
    [
        *(f"({numeral})" for numeral in _NUMERALS),
        *(numeral + mark for numeral in _NUMERALS for mark in ".、)"),
        *(numeral + "是" for numeral in _NUMERALS[30:]),
        *"①②③④⑤⑥⑦⑧⑨⑩",
    ]
)
_DECIMAL: Final = _NUMBERS | {","}
"""What is no stop before a digit."""


class Token(NamedTuple):
    """A stop, a number of a list or a cue's word, at its place in a text."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A folded text with what its terms' roles depend on.

    Attributes
    ----------
    text
        The folded text.
    starts, ends
        Where its terms begin and end.
    first_of_list, last_of_list
        For each term, the first and the last of the list it stands in.
    tokens
        Stops, numbers and cue words, in order.
    sentence_stops, clause_stops
        Where the stops begin; a sentence's stop is a clause's too.
    sentence_starts
        Where the stops of sentences end.
    early_stops
        Where the words stand that can end a scope within its clause.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    first_of_list: Sequence[int]
    last_of_list: Sequence[int]
    tokens: Sequence[Token]
    sentence_stops: Sequence[int]
    clause_stops: Sequence[int]
    sentence_starts: Sequence[int]
    early_stops: Mapping[str, Sequence[int]]

    def sentence_start(self, position: int) -> int:
        """Find where the sentence around a position begins."""
        index = bisect_right(self.sentence_starts, position)
        return self.sentence_starts[index - 1] if index else 0

    def sentence_end(self, position: int) -> int:
        """Find where the sentence around a position ends."""
        return _next(self.sentence_stops, position, len(self.text))

    def clause_end(self, position: int) -> int:
        """Find where the clause around a position ends."""
        return _next(self.clause_stops, position, len(self.text))

    def early_end(self, words: Iterable[str], start: int, end: int) -> int:
        """Find where the first of some words ends a scope early, else its end."""
        found = self.early_stops
        stops = (_next(found[word], start, end) for word in words if word in found)
        return min(stops, default=end)

    def terms_within(self, start: int, end: int) -> tuple[int, int]:
        """Count off the terms that stand whole within: the first, and past the last."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)


def read_passage(text: str, occurrences: Sequence[Occurrence]) -> Passage:
    """
    Cut a text around its terms.

    Parameters
    ----------
    text
        A folded text.
    occurrences
        The terms found in it.

    Returns
    -------
    Passage
        The text, cut.
    """
    starts = [occurrence.start for occurrence in occurrences]
    ends = [occurrence.end for occurrence in occurrences]
    tokens = _tokens(text)
    sentence_words, clause_words = ending_words()
    sentence_ends = [token for token in tokens if token.word in sentence_words]
    firsts, lasts = _lists(text, starts, ends)
    return Passage(
        text=text,
        starts=starts,
        ends=ends,
        first_of_list=firsts,
        last_of_list=lasts,
        tokens=tokens,
        sentence_stops=[_stop(token) for token in sentence_ends],
        clause_stops=[_stop(token) for token in tokens if token.word in clause_words],
        sentence_starts=[token.end for token in sentence_ends],
        early_stops=_early_stops(tokens),
    )


def _next(stops: Sequence[int], position: int, end: int) -> int:
    """Find the first stop from a position on and before an end, else the end."""
    index = bisect_left(stops, position)
    return min(stops[index], end) if index < len(stops) else end


@cache
def ending_words() -> tuple[frozenset[str], frozenset[str]]:
    """Pick the tokens that end a sentence or begin an item, and those of a clause."""
    sentence = {
        word for word in _words() if word[-1] in _SENTENCE_STOPS or word in _NUMBERS
    }
    return frozenset(sentence), frozenset(sentence | _CLAUSE_STOPS)


def _stop(token: Token) -> int:
    """Say where a stop begins; a label's stop is its last character."""
    return token.start if token.word in _NUMBERS else token.end - 1


def _early_stops(tokens: Sequence[Token]) -> dict[str, list[int]]:
    """Find the words that can end a scope within its clause."""
    early = _early_words()
    stops: dict[str, list[int]] = {}
    for token in tokens:
        if token.word in early:
            stops.setdefault(token.word, []).append(token.start)
    return stops


@cache
def _early_words() -> frozenset[str]:
    return frozenset(word for cue in read_directions().cues for word in cue.until)


def _tokens(text: str) -> list[Token]:
    """Find stops, numbers and cue words; a number before a digit is a decimal."""
    return [
        Token(start, end, word)
        for match in _token_pattern().finditer(text)
        for (start, end), word in ((match.span(), match.group()),)
        if not (word in _DECIMAL and text[end : end + 1].isdigit())
    ]


@cache
def _token_pattern() -> re.Pattern[str]:
    """Build the pattern of everything that structures a direction."""
    return words_pattern(_words())


@cache
def _words() -> frozenset[str]:
    """Gather everything that structures a direction."""
    directions = read_directions()
    words = {*_SENTENCE_STOPS, *_CLAUSE_STOPS, *_NUMBERS, *directions.not_cues}
    for cue in directions.cues:
        words |= {*cue.opening, *cue.closing, *cue.until}
    return frozenset(words)


def _lists(
    text: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Join the terms of each list: its first and its last, term by term."""
    firsts = list(range(len(starts)))
    lasts = list(range(len(starts)))
    for index in range(1, len(starts)):
        if is_link(text, ends[index - 1], starts[index]):
            firsts[index] = firsts[index - 1]
    for index in range(len(starts) - 2, -1, -1):
        if firsts[index + 1] == firsts[index]:
            lasts[index] = lasts[index + 1]
    return firsts, lasts

"""The scopes of cues, and which of them a term stands in."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from parks.model import Role
from parks.sectors.directions import Cue, read_directions
from parks.sectors.listing import is_ending, is_lead, is_tail
from parks.sectors.passage import Passage, Token, ending_words

_PHRASE_ENDS: Final = frozenset(",。;:!?\n\r…、)」”\"' 和与及等并暨")
_CLAUSE_BEGINS: Final = frozenset(",。;:!?\n\r…、(「“\"' ")


class Scope(NamedTuple):
    """
    What a cue covers.

    Attributes
    ----------
    start, end
        Where it begins and ends in the text.
    cue
        The cue.
    first, last
        The first of the terms within, and the one past the last.
    """

    start: int
    end: int
    cue: Cue
    first: int
    last: int


def settle(passage: Passage) -> list[Cue | None]:
    """
    Find the cue each term stands under: that of the innermost scope around it.

    Parameters
    ----------
    passage
        A text, cut.

    Returns
    -------
    list[Cue | None]
        For each term its cue, None where it stands under none.
    """
    count = len(passage.starts)
    settled: list[Cue | None] = [None] * count
    following = list(range(count + 1))
    for scope in sorted(_scopes(passage), key=_outwards):
        index = _unsettled(following, scope.first)
        while index < scope.last:
            settled[index] = scope.cue
            following[index] = index + 1
            index = _unsettled(following, index + 1)
    return settled


def _outwards(scope: Scope) -> tuple[int, int, int]:
    """Order scopes from the innermost outwards."""
    return -scope.start, scope.end, scope.cue.rank


def _unsettled(following: list[int], index: int) -> int:
    """Find the next term not yet settled, and shorten the way there."""
    found = index
    while following[found] != found:
        found = following[found]
    while following[index] != found:
        following[index], index = found, following[index]
    return found


def _scopes(passage: Passage) -> Iterator[Scope]:
    """Go through the tokens and yield each scope that holds a term."""
    openings, closings = _cues_by_word()
    sentence_words, clause_words = ending_words()
    opened: dict[int, int] = {}
    clause = sentence = 0
    for token in passage.tokens:
        for cue in closings.get(token.word, ()):
            floor = sentence if cue.is_sentence_wide else clause
            start = opened.get(cue.rank, -1) if cue.opening else floor
            if start >= floor and _closes(passage, cue, token):
                yield from _closed_scope(passage, cue, start, token)
        if token.word in clause_words:
            clause = token.end
            sentence = token.end if token.word in sentence_words else sentence
        for cue in openings.get(token.word, ()):
            if not _opens(passage, cue, token):
                continue
            opened[cue.rank] = token.end
            if cue.is_whole:
                yield from _whole_scope(passage, cue, token.end)
            elif not cue.closing:
                yield from _open_scope(passage, cue, token.end)


@cache
def _cues_by_word() -> tuple[dict[str, list[Cue]], dict[str, list[Cue]]]:
    """Index the cues by the words that open and that close them."""
    cues = read_directions().cues
    openings: dict[str, list[Cue]] = {}
    closings: dict[str, list[Cue]] = {}
    for cue in cues:
        for word in cue.opening:
            openings.setdefault(word, []).append(cue)
    for word in {word for cue in cues for word in cue.closing}:
        closings[word] = [cue for cue in cues if _is_closed_by(cue, word)]
    return openings, closings


def _is_closed_by(cue: Cue, word: str) -> bool:
    """
    Tell whether a word closes a cue.

    Only the longest word is found where several end together: 产业集群 stands for
    集群 too. Before an adjoining cue's word nothing may stand, not even 产业.
    """
    return word in cue.closing or (not cue.is_adjoining and word.endswith(cue.closing))


def _opens(passage: Passage, cue: Cue, token: Token) -> bool:
    """Tell whether an opening word stands where its cue wants it, and unnegated."""
    negations = read_directions().negations
    if cue.role is not None and passage.text.endswith(negations, 0, token.start):
        return False
    return not cue.is_leading or _leads(passage, token)


def _leads(passage: Passage, token: Token) -> bool:
    """Tell whether a word begins its clause, follows an adverb or leads a term."""
    text, start = passage.text, token.start
    if start == 0 or text[start - 1] in _CLAUSE_BEGINS:
        return True
    first, _ = passage.terms_within(token.end, token.end)
    return passage.starts[first : first + 1] == [token.end] or text.endswith(
        read_directions().adverbs, 0, start
    )


def _closes(passage: Passage, cue: Cue, token: Token) -> bool:
    """Tell whether a closing word stands where its cue wants it."""
    text = passage.text
    return not cue.is_final or token.end == len(text) or text[token.end] in _PHRASE_ENDS


def _closed_scope(
    passage: Passage, cue: Cue, start: int, token: Token
) -> Iterator[Scope]:
    """
    Yield the scope before a closing word, narrowed to its list if so meant.

    A term may run into the word: 汽车产业 closes with 产业集群.
    """
    first, last = passage.terms_within(start, token.end)
    if first >= last:
        return
    if cue.is_adjoining:
        # The last of a list may be one the vocabulary does not know. Of what is no aim
        # only 等 says that it was a list.
        is_list = cue.role is Role.FOCUS or token.word.startswith("等")
        reaches = is_tail if is_list else is_ending
        if not reaches(passage.text, passage.ends[last - 1], token.start):
            return
        first = max(first, passage.first_of_list[last - 1])
        start = passage.starts[first]
    yield Scope(start, token.end, cue, first, last)


def _open_scope(passage: Passage, cue: Cue, start: int) -> Iterator[Scope]:
    """Yield the scope behind an opening word, as far as clause or list go."""
    end = passage.clause_end(start)
    first, last = passage.terms_within(start, end)
    stop = passage.early_end(cue.until, start, end)
    if stop < end:
        end = stop
        last = bisect_right(passage.ends, end)
    elif first < len(passage.starts):
        last = _prolonged(passage, cue, start, (first, last))
        end = max(end, passage.ends[last - 1]) if last > first else end
    if first < last:
        yield Scope(start, end, cue, first, last)


def _whole_scope(passage: Passage, cue: Cue, start: int) -> Iterator[Scope]:
    """Yield the scope behind an opening word that has nothing but a list behind it."""
    end = passage.clause_end(start)
    first, last = passage.terms_within(start, end)
    if first < last and is_lead(passage.text, start, passage.starts[first]):
        final = passage.last_of_list[first]
        end = passage.clause_end(passage.ends[final])
        if final >= last - 1 and is_tail(passage.text, passage.ends[final], end):
            yield Scope(start, end, cue, first, final + 1)


def _prolonged(passage: Passage, cue: Cue, start: int, terms: tuple[int, int]) -> int:
    """Follow the list a scope ends in beyond its clause: past its last term."""
    first, last = terms
    if last > first:
        final = passage.last_of_list[last - 1]
    elif cue.is_label and is_lead(passage.text, start, passage.starts[first]):
        final = passage.last_of_list[first]
    else:
        return last
    if not cue.is_label:
        final = min(final, _last_before(passage, passage.sentence_end(start)))
    end = passage.clause_end(passage.ends[final])
    return final + 1 if is_tail(passage.text, passage.ends[final], end) else last


def _last_before(passage: Passage, end: int) -> int:
    """Find the last term that ends before a position."""
    return bisect_right(passage.ends, end) - 1

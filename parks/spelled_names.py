"""
Looks for what somebody types in many names at once.

All spellings of all names stand one behind the other in one array. What is typed is
followed through it letter by letter, from every place where it may begin, as a
nondeterministic automaton does: the time grows with the letters, whatever they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from parks.spelling import Token, is_han

_TWO_LETTERS: Final = ("zh", "ch", "sh")
"""Initials that are typed as one letter or two."""
_NONE: Final = -1
Numbers = NDArray[np.int32]


class Fit(IntEnum):
    """How what was typed fits a name, the best first."""

    WHOLE = 0
    """It is the name."""
    PREFIX = 1
    """The name begins so."""
    INSIDE = 2
    """It stands in the name."""
    NEAR = 3
    """It is written otherwise, but nearly so."""


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """
    A name in which something typed was found.

    Attributes
    ----------
    fit
        How it fits.
    is_short
        Whether initials stand for characters, or a rare reading for the usual one.
    start, end
        Which of the name's tokens it covers.
    """

    fit: Fit
    is_short: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Front:
    """Where an automaton may stand: the letter, the first token, what was shortened."""

    at: Numbers
    origin: Numbers
    cost: Numbers

    def take(self, kept: NDArray[np.bool_]) -> "_Front":
        return _Front(self.at[kept], self.origin[kept], self.cost[kept])


@dataclass(frozen=True, eq=False)
class SpelledNames:
    """
    Names to be looked for by whatever people type.

    Attributes
    ----------
    letters
        The spellings of all tokens, as code points.
    tokens
        For each letter the number of its token, counted through all names.
    costs
        For each letter whether it belongs to a rare reading.
    is_end, is_initial
        For each letter whether its spelling ends there, or may be cut short there.
    firsts
        For each token the first letters of its spellings, -1 where it has fewer.
    names
        For each token the number of its name.
    bounds
        For each name its first token; one more at the end.
    """

    letters: Numbers
    tokens: Numbers
    costs: Numbers
    is_end: NDArray[np.bool_]
    is_initial: NDArray[np.bool_]
    firsts: Numbers
    names: Numbers
    bounds: Numbers

    @classmethod
    def of(cls, names: Sequence[Sequence[Token]]) -> Self:
        """Index names, each as `parks.spelling.spell` takes it apart."""
        tokens = list(chain.from_iterable(names))
        spellings = [each for token in tokens for each in token.spellings]
        counts = np.array([len(token.spellings) for token in tokens], dtype=np.int32)
        lengths = np.array([len(each) for each in spellings], dtype=np.int32)
        starts = _accumulate(lengths)
        owners = np.repeat(np.arange(len(tokens), dtype=np.int32), counts)
        ranks = np.arange(len(owners), dtype=np.int32) - np.repeat(
            _accumulate(counts)[:-1], counts
        )
        firsts = np.full((len(tokens), int(counts.max(initial=1))), _NONE, np.int32)
        firsts[owners, ranks] = starts[:-1]
        is_end = np.zeros(starts[-1], dtype=np.bool_)
        is_end[starts[1:] - 1] = True
        text = "".join(spellings)
        sizes = np.array([len(name) for name in names], dtype=np.int32)
        # The first spelling is the sign itself, the second its usual reading.
        return cls(
            letters=np.frombuffer(text.encode("utf-32-le"), dtype=np.int32),
            tokens=np.repeat(owners, lengths),
            costs=np.repeat((ranks > 1).astype(np.int32), lengths),
            is_end=is_end,
            is_initial=_mark_initials(spellings, starts),
            firsts=firsts,
            names=np.repeat(np.arange(len(names), dtype=np.int32), sizes),
            bounds=_accumulate(sizes),
        )

    def find(self, typed: str) -> dict[int, Hit]:
        """
        Find the names that hold what was typed, and the best way each does.

        Parameters
        ----------
        typed
            As `parks.spelling.fold_typed` leaves it: each character of a name may be
            typed itself, as its pinyin or as the initial of it; the last in part.

        Returns
        -------
        dict
            `Hit` by number of the name.
        """
        if not typed:
            return {}
        codes = np.frombuffer(typed.encode("utf-32-le"), dtype=np.int32).tolist()
        at = self._beginnings.get(codes[0])
        if at is None:
            return {}
        front = _Front(at, self.tokens[at], self.costs[at])
        for code in codes[1:]:
            front = self._follow(front, code)
            if not len(front.at):
                return {}
        return self._judge(front)

    @cached_property
    def _beginnings(self) -> dict[int, Numbers]:
        """Give for each letter where spellings begin with it."""
        at = np.sort(self.firsts[self.firsts != _NONE]).astype(np.int32)
        codes = self.letters[at]
        order = np.argsort(codes, kind="stable")
        if not len(at):
            return {}
        values, starts = np.unique(codes[order], return_index=True)
        parts = np.split(at[order], starts[1:])
        return dict(zip(values.tolist(), parts, strict=True))

    def _follow(self, front: _Front, code: int) -> _Front:
        """Go on by one letter: in the same spelling, or to the next token's."""
        inside = front.take(~self.is_end[front.at])
        on = _Front(inside.at + 1, inside.origin, inside.cost)
        on = on.take(self.letters[on.at] == code)
        over = self._leap(front, code)
        return _merge(on, over) if len(over.at) else on

    def _leap(self, front: _Front, code: int) -> _Front:
        can_end = self.is_end[front.at]
        leaving = front.take(can_end | self.is_initial[front.at])
        following = self.tokens[leaving.at] + 1
        # The next token must be one of the same name.
        exists = following < self.bounds[self.names[following - 1] + 1]
        leaving, following = leaving.take(exists), following[exists]
        shortened = (~self.is_end[leaving.at]).astype(np.int32)
        targets = self.firsts[following]
        hits = (targets != _NONE) & (self.letters[targets] == code)
        rows, columns = np.nonzero(hits)
        at = targets[rows, columns]
        cost = leaving.cost[rows] + shortened[rows] + self.costs[at]
        return _Front(at, leaving.origin[rows], cost)

    def _judge(self, front: _Front) -> dict[int, Hit]:
        """Give the best hit of each name."""
        last = self.tokens[front.at]
        name = self.names[last]
        begins = front.origin == self.bounds[name]
        is_cut = ~self.is_end[front.at]
        is_whole = begins & (last + 1 == self.bounds[name + 1])
        # A syllable cut off at the end of a name is its beginning only; an initial
        # there is a whole name's if all the others are initials too.
        is_whole &= ~is_cut | (self.is_initial[front.at] & (front.cost > 0))
        fit = np.where(is_whole, 0, np.where(begins, 1, 2))
        is_short = front.cost > 0
        order = np.lexsort((front.origin, is_short, fit, name))
        _, best = np.unique(name[order], return_index=True)
        return {
            int(name[i]): Hit(
                Fit(int(fit[i])),
                bool(is_short[i]),
                int(front.origin[i] - self.bounds[name[i]]),
                int(last[i] + 1 - self.bounds[name[i]]),
            )
            for i in order[best].tolist()
        }


def _merge(one: _Front, other: _Front) -> _Front:
    """Put two fronts together; of two ways to one place the cheaper stays."""
    at = np.concatenate((one.at, other.at))
    origin = np.concatenate((one.origin, other.origin))
    cost = np.concatenate((one.cost, other.cost))
    order = np.lexsort((cost, origin, at))
    at, origin, cost = at[order], origin[order], cost[order]
    is_new = np.ones(len(at), dtype=np.bool_)
    is_new[1:] = (at[1:] != at[:-1]) | (origin[1:] != origin[:-1])
    return _Front(at[is_new], origin[is_new], cost[is_new])


def _mark_initials(spellings: Sequence[str], starts: Numbers) -> NDArray[np.bool_]:
    """Mark the letters at which a Latin spelling may be left for the next token."""
    marked = np.zeros(starts[-1], dtype=np.bool_)
    for spelling, start in zip(spellings, starts.tolist(), strict=False):
        if spelling.isalpha() and not is_han(spelling):
            marked[start] = True
            marked[start + 1 : start + 2] |= spelling.startswith(_TWO_LETTERS)
    return marked


def _accumulate(sizes: Numbers) -> Numbers:
    """Give where each part begins, and where the last ends."""
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)

"""Ranks all that a search can lead to by how what was typed fits its names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import accumulate
from typing import Final, NamedTuple, Self

from parks.edition import Edition
from parks.nearest_names import NearestNames
from parks.spelled_names import Fit, Hit, SpelledNames
from parks.spelling import Token, drop_tone_numbers, fold_typed, spell, split_typed
from parks.suggestion_entries import Entry, Kind, list_entries

SURELY_NEAR: Final = 0.7
"""Names at least so like what was typed are offered beside what fits it."""
MOST: Final = 12
"""Suggestions of one kind; nobody reads more, and typing on is quicker."""
_MUCH: Final = 0.2
_FEW: Final = 3
"""Of fewer suggestions that fit, the nearest others are worth offering."""
_KINDS: Final = {kind: rank for rank, kind in enumerate(Kind)}
_KEPT: Final = 8


class Found(NamedTuple):
    """
    Something that a search can lead to, and how it fits.

    Attributes
    ----------
    entry
        What was found.
    fit
        How what was typed fits it.
    name
        The one of its names that fits.
    spans
        Where in that name, as start and end.
    """

    entry: Entry
    fit: Fit
    name: str
    spans: tuple[tuple[int, int], ...] = ()


class _Ranked(NamedTuple):
    """A hit in the order of hits."""

    fit: Fit
    is_short: bool
    kind: int
    is_alias: bool
    size: int
    number: int
    name: int
    hit: Hit


@dataclass(frozen=True, eq=False)
class SuggestionIndex:
    """
    The names of all that a search can lead to.

    Attributes
    ----------
    entries
        What can be found.
    owners
        For each name the number of its entry.
    firsts
        For each entry the number of its first name.
    spelled
        For each name how it can be typed.
    names
        The same, to find those that fit.
    nearest
        The same, to find those that nearly do.
    """

    entries: Sequence[Entry]
    owners: Sequence[int]
    firsts: Sequence[int]
    spelled: Sequence[Sequence[Token]]
    names: SpelledNames
    nearest: NearestNames

    @classmethod
    def of(cls, edition: Edition) -> Self:
        """Index an edition."""
        entries = list_entries(edition)
        pairs = [(i, name) for i, entry in enumerate(entries) for name in entry.names]
        spelled = [spell(name) for _, name in pairs]
        return cls(
            entries,
            [owner for owner, _ in pairs],
            [0, *accumulate(len(entry.names) for entry in entries)],
            spelled,
            SpelledNames.of(spelled),
            NearestNames.of(spelled),
        )

    def find(self, typed: str) -> list[Found]:
        """
        Find what fits, best first; of few, then what nearly does.

        Whole names come before beginnings, these before parts of names, and those
        before what is only alike; parks before the rest where they fit alike.
        """
        found = self._find_fitting(typed)
        if len(found) >= _FEW:
            return found
        have = {each.entry for each in found}
        near = self._find_near(typed, SURELY_NEAR if found else 0.0)
        return [*found, *(each for each in near if each.entry not in have)]

    def _find_fitting(self, typed: str) -> list[Found]:
        folded = fold_typed(typed)
        hits = self.names.find(folded) or self.names.find(drop_tone_numbers(folded))
        if not hits:
            return self._find_words(split_typed(typed))
        return [self._describe(each) for each in self._rank(hits)]

    def _rank(self, hits: dict[int, Hit]) -> list[_Ranked]:
        """Give the best hit of each entry, of each kind no more than `MOST`."""
        ranked = sorted(self._judge(name, hit) for name, hit in hits.items())
        taken: set[int] = set()
        counts: Counter[int] = Counter()
        best = []
        for each in ranked:
            if each.number not in taken and counts[each.kind] < MOST:
                taken.add(each.number)
                counts[each.kind] += 1
                best.append(each)
        return best

    def _judge(self, name: int, hit: Hit) -> _Ranked:
        number = self.owners[name]
        kind = _KINDS[self.entries[number].kind]
        is_alias = name != self.firsts[number]
        size = len(self.spelled[name])
        return _Ranked(hit.fit, hit.is_short, kind, is_alias, size, number, name, hit)

    def _describe(self, ranked: _Ranked) -> Found:
        entry, hit = self.entries[ranked.number], ranked.hit
        name = entry.names[ranked.name - self.firsts[ranked.number]]
        return Found(entry, hit.fit, name, (self._span(ranked.name, hit),))

    def _span(self, name: int, hit: Hit) -> tuple[int, int]:
        tokens = self.spelled[name][hit.start : hit.end]
        return tokens[0].start, tokens[-1].end

    def _find_words(self, words: Sequence[str]) -> list[Found]:
        """Find what holds all of several words; a park by its place's name too."""
        if len(words) < 2:  # noqa: PLR2004 - one word was looked for as it is
            return []
        # By their own hits as given, parks by those of their zone and district too.
        by_word = [self._spans(word) for word in dict.fromkeys(words)]
        common = reduce(set.intersection, (self._widen(spans) for spans in by_word))
        own = {number: _collect(number, by_word) for number in common}
        kept = [number for number in common if any(number in s for s in by_word)]
        # What bears all of the words itself comes before what lies in a place so named.
        kept.sort(key=lambda number: (-len(own[number]), number))
        return [
            Found(entry := self.entries[number], Fit.INSIDE, entry.name, own[number])
            for number in kept[:MOST]
        ]

    def _spans(self, word: str) -> dict[int, tuple[int, int] | None]:
        """Give for each entry that holds a word where in its own name, if there."""
        spans: dict[int, tuple[int, int] | None] = {}
        for name, hit in self.names.find(word).items():
            number = self.owners[name]
            own = name == self.firsts[number]
            spans[number] = self._span(name, hit) if own else spans.get(number)
        return spans

    def _widen(self, numbers: Iterable[int]) -> set[int]:
        """Add the parks of the zones and districts among some entries."""
        found = {self.entries[number] for number in numbers}
        zones = {each.name for each in found if each.kind is Kind.ZONE}
        districts = {each.name for each in found if each.kind is Kind.DISTRICT}
        if not zones | districts:
            return set(numbers)
        within = {
            number
            for number, each in enumerate(self.entries)
            if each.zone in zones or each.district in districts
        }
        return within | set(numbers)

    def _find_near(self, typed: str, least: float) -> list[Found]:
        best: dict[int, float] = {}
        ranked = self.nearest.rank(typed)
        if ranked:
            # Beside what is much more alike, the others only confuse.
            least = max(least, ranked[0][1] - _MUCH)
        for name, score in ranked:
            if score >= least:
                best.setdefault(self.owners[name], score)
        order = sorted(
            best, key=lambda i: (-round(best[i], 2), _KINDS[self.entries[i].kind], i)
        )
        return [
            Found(self.entries[number], Fit.NEAR, self.entries[number].name)
            for number in order
        ]


@lru_cache(maxsize=_KEPT)
def open_index(edition: Edition) -> SuggestionIndex:
    """Index an edition once."""
    return SuggestionIndex.of(edition)


def _collect(
    number: int, by_word: Sequence[dict[int, tuple[int, int] | None]]
) -> tuple[tuple[int, int], ...]:
    """Gather where in an entry's own name several words stand."""
    spans = {spans[number] for spans in by_word if number in spans}
    return tuple(sorted(span for span in spans if span is not None))

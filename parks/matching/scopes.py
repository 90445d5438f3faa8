"""Which sectors a business scope names, how much it says of each, in which words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from geodata.simplified import simplify
from parks.matching.clauses import (
    Clause,
    blank_brackets,
    blank_excluded,
    blank_markup,
    find_clauses,
)
from parks.matching.errors import EmptyScopeError, LongScopeError
from parks.matching.vocabulary import (
    GOODS_SECTIONS,
    TRADE,
    open_finder,
    read_vocabulary,
    says_any,
)
from parks.sectors.folding import fold

MOST_SCOPE: Final = 20_000
"""Characters of a business scope at most; the longest known have some thousands."""
OWN_WORK: Final = 1.0
"""What an item counts in a clause about the enterprise's own work, or about none."""
OTHERS_GOODS: Final = 0.4
"""What it counts in a clause that only sells, lets or repairs."""
SECTION: Final = 0.5
"""What a section of the classification counts beside a sector of the vocabulary."""
MOST_WANTED: Final = 6
"""Sectors that are wanted after a scope was read, at most."""
LEAST_WANTED: Final = 0.2
"""The least weight, beside the foremost sector's, of one that is wanted."""
_MOST_A_CLAUSE: Final = 3
"""Items of one sector that count in one clause: lists of products are one business."""


Span: TypeAlias = tuple[int, int]
Word: TypeAlias = tuple[tuple[str, ...], Span]


@dataclass(frozen=True, slots=True)
class ScopeSector:
    """
    A sector that a business scope names.

    Attributes
    ----------
    id
        Its id in the taxonomy.
    points
        How much the scope says of it: the sum over its items.
    weight
        `points` as a share of the foremost sector's, above 0 up to 1.
    words
        The words that name it, as they stand, each once, in their order.
    """

    id: str
    points: float
    weight: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopeReading:
    """
    What was read from a business scope.

    Attributes
    ----------
    sectors
        The foremost first; of equal points the one named first. Empty where no item
        names a sector.
    has_markup
        Whether tags or entities were left out.
    """

    sectors: tuple[ScopeSector, ...]
    has_markup: bool

    def to_wanted(self) -> dict[str, float]:
        """
        Give what an enterprise of this scope would want, with weights up to 1.

        At most `MOST_WANTED` sectors, none of less than `LEAST_WANTED` of the weight
        of the foremost: long scopes name much that is no business of the enterprise.
        """
        kept = [each for each in self.sectors if each.weight >= LEAST_WANTED]
        return {each.id: round(each.weight, 2) for each in kept[:MOST_WANTED]}


def read_scope(text: str) -> ScopeReading:
    """
    Read which sectors a business scope (经营范围) names.

    A scope is a list of items. What stands in brackets limits an item and does not
    count, nor does what is excluded (不含…, …除外, 不从事…), nor do sentences about
    licences, nor items that every scope has. An item counts `OWN_WORK`, in a clause
    that only sells, lets or repairs `OTHERS_GOODS`; of that a section of GB/T 4754
    counts the part `SECTION`, and only where its item names nothing narrower. Of one
    sector at most three items count in a clause. Time grows with the length of the
    text.

    Parameters
    ----------
    text
        The scope in Chinese, simplified or traditional, or in English; any text.

    Raises
    ------
    EmptyScopeError
        If there is nothing but white space.
    LongScopeError
        If it is longer than `MOST_SCOPE`.
    """
    if len(text) > MOST_SCOPE:
        raise LongScopeError(length=f"{len(text):,}", limit=f"{MOST_SCOPE:,}")
    if not text.strip():
        raise EmptyScopeError
    unmarked = blank_markup(text)
    plain = blank_excluded(blank_brackets(fold(simplify(unmarked))))
    points: dict[str, float] = defaultdict(float)
    words: dict[str, dict[str, None]] = {}
    for clause in find_clauses(plain):
        for sector, share, spans in _read_clause(plain, clause):
            points[sector] += share
            said = words.setdefault(sector, {})
            said |= dict.fromkeys(text[start:end] for start, end in spans)
    return ScopeReading(_sort(points, words), unmarked != text)


def _read_clause(text: str, clause: Clause) -> Iterator[tuple[str, float, list[Span]]]:
    """Give the sectors of a clause with their points and the places of their words."""
    vocabulary = read_vocabulary()
    said = text[clause.start : clause.end]
    sells = says_any(said, vocabulary.selling) and not says_any(said, vocabulary.making)
    spans: dict[str, list[Span]] = {}
    items: Counter[str] = Counter()
    for item in _find_items(said):
        named = set()
        for sector, (start, end) in _keep_narrow(item):
            taken = TRADE if sells and sector in GOODS_SECTIONS else sector
            named.add(taken)
            place = clause.start + start, clause.start + end
            spans.setdefault(taken, []).append(place)
        items.update(named)
    each = OTHERS_GOODS if sells else OWN_WORK
    for sector, places in spans.items():
        share = each * (SECTION if sector in vocabulary.sections else 1.0)
        yield sector, share * min(items[sector], _MOST_A_CLAUSE), places


def _find_items(said: str) -> Iterator[list[Word]]:
    """Find the words of a clause, those of one item of its list together."""
    sectors = read_vocabulary().sectors
    item: list[Word] = []
    end = 0
    for found in open_finder().finditer(said):
        if item and "、" in said[end : found.start()]:
            yield item
            item = []
        end = found.end()
        item.append((sectors[found[0]], found.span()))
    yield item


def _keep_narrow(item: Sequence[Word]) -> Iterator[tuple[str, Span]]:
    """Leave out the sections of an item that names something narrower."""
    sections = read_vocabulary().sections
    named = {sector for sectors, _ in item for sector in sectors}
    kept = named - sections or named
    for sectors, span in item:
        for sector in sectors:
            if sector in kept:
                yield sector, span


def _sort(
    points: dict[str, float], words: dict[str, dict[str, None]]
) -> tuple[ScopeSector, ...]:
    # Sorting keeps the order of what is equal, which is that of the first word.
    ranked = sorted(points.items(), key=lambda each: -round(each[1], 6))
    most = ranked[0][1] if ranked else 1.0
    return tuple(
        ScopeSector(id_, round(value, 6), value / most, tuple(words[id_]))
        for id_, value in ranked
    )

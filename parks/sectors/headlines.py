"""Lists that say their row's aim by standing alone."""

from collections.abc import Iterator

from parks.sectors.listing import is_bare_link, is_ending, is_lead, is_tail
from parks.sectors.passage import Passage

_FEWEST = 2
"""Terms a list must have to be a headline before a mere comma."""
_MANY = 3
"""Terms that make a list an aim wherever it stands: nobody lists so many in passing."""


def headline_terms(passage: Passage) -> set[int]:
    """
    Find the terms of sentences that are nothing but a list, and those of long lists.

    Parameters
    ----------
    passage
        A text, cut.

    Returns
    -------
    set[int]
        The terms, by their place among the text's terms.
    """
    alone = {
        index
        for first, last in _sentences(passage)
        for index in _headline(passage, first, last)
    }
    return alone.union(_long_lists(passage))


def _long_lists(passage: Passage) -> Iterator[int]:
    """Go through the terms that stand in lists of many."""
    lists = zip(passage.first_of_list, passage.last_of_list, strict=True)
    for index, (first, last) in enumerate(lists):
        if last - first + 1 >= _MANY:
            yield index


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Go through the sentences with terms: the first term and past the last."""
    first = 0
    while first < len(passage.starts):
        end = passage.sentence_end(passage.starts[first])
        last = max(passage.terms_within(0, end)[1], first + 1)
        yield first, last
        first = last


def _headline(passage: Passage, first: int, last: int) -> range:
    """Find the terms of a sentence, or of its first clause, that are a headline."""
    start = passage.sentence_start(passage.starts[first])
    end = passage.sentence_end(passage.starts[first])
    if not is_lead(passage.text, start, passage.starts[first]):
        return range(0)
    gaps = zip(
        passage.ends[first : last - 1], passage.starts[first + 1 : last], strict=True
    )
    if is_tail(passage.text, passage.ends[last - 1], end) and all(
        is_bare_link(passage.text, *gap) for gap in gaps
    ):
        return range(first, last)
    return _opening_clause(passage, first, start)


def _opening_clause(passage: Passage, first: int, start: int) -> range:
    """Find the terms of a paragraph's first clause if it is a list of terms."""
    begins_paragraph = start == 0 or passage.text[start - 1] in "\n\r"
    end = passage.clause_end(passage.starts[first])
    last = passage.terms_within(0, end)[1]
    is_list = (
        begins_paragraph
        and last - first >= _FEWEST
        and passage.last_of_list[first] >= last - 1
        and is_ending(passage.text, passage.ends[last - 1], end)
    )
    return range(first, last) if is_list else range(0)

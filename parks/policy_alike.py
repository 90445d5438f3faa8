"""Documents whose titles are alike and that no rule joins, to be told apart by hand."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from parks.policy_documents import PolicyDocument
from parks.title_forms import read_form

_STAGE: Final = re.compile(r"\((?:试行|暂行|修订版?|修订稿|征求意见稿|送审稿|草案)\)")


def find_alike(documents: Sequence[PolicyDocument]) -> dict[int, tuple[int, ...]]:
    """
    Find documents that may be one, though their titles do not prove it.

    Their words are the same but for a stage such as （试行）, for a trial and what
    follows it are two documents; or one title names no place; or one title bears
    several numbers.

    Returns
    -------
    dict
        For the position of each such document those of the others.
    """
    bare: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for at, document in enumerate(documents):
        for title in document.titles:
            form = read_form(title)
            bare[_STAGE.sub("", form.core)].add((at, form.place))
    alike: dict[int, set[int]] = defaultdict(set)
    for holders in bare.values():
        for at, place in holders if len(holders) > 1 else ():
            alike[at] |= {
                other
                for other, elsewhere in holders
                if other != at
                and (not place or not elsewhere or place == elsewhere)
                # Documents with two numbers are two, however alike their titles.
                and not (documents[at].number and documents[other].number)
            }
    return {at: tuple(sorted(others)) for at, others in alike.items() if others}

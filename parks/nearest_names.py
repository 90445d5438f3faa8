"""Which of many names come nearest to what somebody typed wrongly."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from parks.spelling import Token, fold_typed, join_readings, spell

LEAST_LIKENESS: Final = 0.35
"""What is less alike has nothing to do with what was typed."""
_LONGEST: Final = 40
"""Characters compared: the time grows with their product."""
_PART: Final = 0.9
"""What a part of a name that fits wholly is worth beside the whole of one."""
_LEAST_PART: Final = 70
_SHORTEST_PART: Final = 4
"""Letters that tell something where only a part of a name need be like them."""
_MOST: Final = 20


@dataclass(frozen=True, eq=False)
class NearestNames:
    """
    Names as they are written and as they are spoken.

    Attributes
    ----------
    written
        Folded as `fold_typed` folds them.
    spoken
        In pinyin, without blanks.
    """

    written: Sequence[str]
    spoken: Sequence[str]

    @classmethod
    def of(cls, names: Sequence[Sequence[Token]]) -> Self:
        """Index names, each as `parks.spelling.spell` takes it apart."""
        return cls(
            ["".join(token.spellings[0] for token in name) for name in names],
            [join_readings(name) for name in names],
        )

    def rank(self, typed: str) -> list[tuple[int, float]]:
        """
        Rank the names by their likeness to what was typed.

        Likeness is rapidfuzz's ratio, 1 less the insertions and deletions over the
        letters of both, of characters or of pinyin, whichever is more alike; or of the
        best part of a name, which counts a tenth less.

        Returns
        -------
        list of (int, float)
            Numbers of names and their likeness, from 1 down to `LEAST_LIKENESS`.
        """
        typed = fold_typed(typed)[:_LONGEST]
        spoken = join_readings(spell(typed))[:_LONGEST]
        if len(spoken) < 2:  # noqa: PLR2004 - one letter is like a third of all names
            return []
        scores = np.maximum(
            _compare(typed, self.written), _compare(spoken, self.spoken)
        )
        if len(spoken) >= _SHORTEST_PART:
            for number, score in _compare_parts(spoken, self.spoken):
                scores[number] = max(scores[number], score)
        order = np.argsort(-scores, kind="stable")[:_MOST]
        return [
            (int(i), float(scores[i])) for i in order if scores[i] >= LEAST_LIKENESS
        ]


def _compare(typed: str, names: Sequence[str]) -> NDArray[np.float32]:
    compared: NDArray[np.float32] = process.cdist(
        [typed], names, scorer=fuzz.ratio, dtype=np.float32
    )
    likeness: NDArray[np.float32] = compared[0] / np.float32(100)
    return likeness


def _compare_parts(spoken: str, names: Sequence[str]) -> list[tuple[int, float]]:
    found = process.extract(
        spoken, names, scorer=fuzz.partial_ratio, score_cutoff=_LEAST_PART, limit=_MOST
    )
    # A short name that stands in what was typed is like it only as far as it goes.
    return [
        (number, _PART * score / 100)
        for name, score, number in found
        if len(name) >= len(spoken)
    ]

"""What a matrix of districts and sectors says, found rather than put into words."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from parks.district_matrix import DistrictMatrix
from parks.district_measures import measure_similarity


@dataclass(frozen=True, slots=True)
class Overlap:
    """
    Two districts and what they have in common.

    Attributes
    ----------
    first, second
        Numbers of the districts, the first the smaller.
    cosine
        Of their counts, from 0 to 1.
    shared
        Numbers of the sectors that both take up, the most counted first.
    """

    first: int
    second: int
    cosine: float
    shared: tuple[int, ...]


def rank_overlaps(matrix: DistrictMatrix) -> list[Overlap]:
    """
    Rank each two districts in which anything is counted, the most alike first.

    Pairs equally alike stand in the order of the table.
    """
    cosines = measure_similarity(matrix.counts)
    pairs = [
        Overlap(one, other, float(cosines[one, other]), _share(matrix, one, other))
        for one, other in combinations(matrix.tagged, 2)
    ]
    # What differs by rounding alone is a tie.
    return sorted(pairs, key=lambda pair: -round(pair.cosine, 9))


def find_only_here(matrix: DistrictMatrix) -> dict[int, tuple[int, ...]]:
    """
    Find for each district the sectors that no other takes up.

    Returns
    -------
    dict
        Numbers of sectors by the number of their district; only districts with any.
    """
    found: dict[int, list[int]] = {}
    for line in np.flatnonzero((matrix.counts > 0).sum(axis=1) == 1).tolist():
        home = int(np.flatnonzero(matrix.counts[line])[0])
        found.setdefault(home, []).append(line)
    return {home: tuple(found[home]) for home in sorted(found)}


def find_most_common(matrix: DistrictMatrix) -> tuple[int, tuple[int, ...]]:
    """
    Find the sectors that most districts take up.

    Returns
    -------
    (int, tuple of int)
        How many districts, and the numbers of the sectors that so many take up; 0
        and nothing for an empty matrix.
    """
    widths = (matrix.counts > 0).sum(axis=1)
    if not len(widths):
        return 0, ()
    most = int(widths.max())
    return most, tuple(np.flatnonzero(widths == most).tolist())


def count_solid(matrix: DistrictMatrix) -> tuple[int, int]:
    """
    Count the cells that stand on `parks.district_matrix.FEW_ROWS` rows or more.

    Returns
    -------
    (int, int)
        How many do, and how many cells have any row at all.
    """
    solid = sum(not matrix.is_small(*cell) for cell in matrix.rows)
    return solid, len(matrix.rows)


def find_untagged(matrix: DistrictMatrix) -> tuple[int, ...]:
    """Find the numbers of the districts in which nothing is counted."""
    return tuple(np.flatnonzero(matrix.counts.sum(axis=0) == 0).tolist())


def _share(matrix: DistrictMatrix, one: int, other: int) -> tuple[int, ...]:
    both = np.minimum(matrix.counts[:, one], matrix.counts[:, other])
    order = np.argsort(-both, kind="stable")
    return tuple(int(line) for line in order if both[line])

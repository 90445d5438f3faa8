"""
How districts differ in the sectors they take up, in measures of regional science.

All of them read one matrix of counts, sectors by districts. They say what a table of
directions says, which is what is planned: no employment, area or output is in it.

- *Location quotient*: the sector's share among all that is counted in the district,
  divided by its share in the whole table. P. Sargant Florence, *Report on the Location
  of Industry*, PEP 1939; W. Isard, *Methods of Regional Analysis*, MIT Press 1960,
  chapter 7.
- *Entropy* ``H = -Σ p ln p`` of a district's shares p. C. E. Shannon, "A Mathematical
  Theory of Communication", *Bell System Technical Journal* 27 (1948). Its *effective
  number* ``exp(H)``: how many sectors of equal share would be as diverse. M. O. Hill,
  "Diversity and Evenness", *Ecology* 54 (1973).
- *HHI* ``Σ p²``. A. O. Hirschman, *National Power and the Structure of Foreign Trade*,
  1945 (its root); O. C. Herfindahl, *Concentration in the Steel Industry*, 1950.
- *Cosine* of two districts' counts. G. Salton, A. Wong and C. S. Yang, "A Vector Space
  Model for Automatic Indexing", *Communications of the ACM* 18 (1975).
- *Permutation test* of the mean cosine. R. A. Fisher, *The Design of Experiments*,
  1935; the share counts the observed arrangement in, as B. Phipson and G. K. Smyth
  (*Statistical Applications in Genetics and Molecular Biology* 9, 2010) ask.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from parks.district_matrix import DistrictMatrix, weigh_rows
from parks.edition import Edition

DEALS: Final = 999
"""Random arrangements that are tried: with the observed one they make a thousand."""
_SEED: Final = 20210136
"""Fixed, so that the same table gives the same share at every visit."""
_FEWEST: Final = 2
_ROUNDING: Final = 1e-9
"""Two means that differ by less differ only by the order of adding."""


@dataclass(frozen=True, slots=True)
class Diversity:
    """
    How many sectors a district takes up, and how evenly.

    Attributes
    ----------
    sectors
        How many there are; at least 1.
    entropy
        Shannon's, in nats: from 0 to the logarithm of `sectors`.
    effective
        The exponential of `entropy`: from 1 to `sectors`.
    hhi
        From the reciprocal of `sectors` to 1.
    """

    sectors: int
    entropy: float
    effective: float
    hhi: float


@dataclass(frozen=True, slots=True)
class Chance:
    """
    How alike districts are, beside what chance would make of the same rows.

    Attributes
    ----------
    observed
        Mean cosine over all pairs of districts in which anything is counted.
    expected
        Its mean over `DEALS` random arrangements of the rows.
    share_lower, share_higher
        Of all arrangements, the observed one included, those with a mean at most or
        at least as high as the observed.
    """

    observed: float
    expected: float
    share_lower: float
    share_higher: float


def measure_quotients(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """
    Measure the location quotient of each sector in each district.

    Parameters
    ----------
    counts
        Of shape (sectors, districts).

    Returns
    -------
    array
        Of the same shape; 1 where the district has the sector's share of the whole
        table, NaN in a line or column without any count.
    """
    by_sector, by_district = counts.sum(axis=1), counts.sum(axis=0)
    even = np.outer(by_sector, by_district).astype(np.float64)
    quotients = np.full(counts.shape, np.nan)
    np.divide(counts * float(counts.sum()), even, out=quotients, where=even > 0)
    return quotients


def measure_diversity(counts: NDArray[np.int64]) -> list[Diversity | None]:
    """
    Measure the diversity of each district.

    Parameters
    ----------
    counts
        Of shape (sectors, districts).

    Returns
    -------
    list
        One a district; None where nothing is counted.
    """
    return [_measure_column(column) for column in counts.T]


def measure_similarity(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """
    Measure the cosine of each two districts.

    Parameters
    ----------
    counts
        Of shape (sectors, districts).

    Returns
    -------
    array
        Symmetric, of shape (districts, districts), from 0 (no sector in common) to 1
        (the same sectors in the same proportions); NaN beside a district in which
        nothing is counted.
    """
    columns = counts.astype(np.float64)
    lengths = np.sqrt((columns**2).sum(axis=0))
    scale = np.outer(lengths, lengths)
    cosines = np.full(scale.shape, np.nan)
    np.divide(columns.T @ columns, scale, out=cosines, where=scale > 0)
    cosines[:] = np.clip((cosines + cosines.T) / 2, 0.0, 1.0)
    np.fill_diagonal(cosines, np.where(lengths > 0, 1.0, np.nan))
    return cosines


@lru_cache(maxsize=32)
def weigh_chance(edition: Edition, matrix: DistrictMatrix) -> Chance | None:
    """
    Ask whether districts are less alike than chance would make them.

    The rows that are counted are dealt out to the districts again and again, each
    district getting as many as it has. If districts took no different paths, the
    observed mean cosine would be one like the others.

    Returns
    -------
    Chance or None
        None with fewer than two districts in which anything is counted.
    """
    if len(matrix.tagged) < _FEWEST:
        return None
    rows, sectors = _list_pairs(matrix)
    home = np.full(len(edition.zones), -1)
    for district, own in enumerate(matrix.tagged_rows):
        home[list(own)] = district
    dealt = np.flatnonzero(home >= 0)
    weights = weigh_rows(edition, matrix.counting.unit)[rows].astype(np.float64)
    random = np.random.default_rng(_SEED)
    observed = _average(home[rows], sectors, weights, matrix)
    means = np.empty(DEALS)
    for deal in range(DEALS):
        places = home.copy()
        places[dealt] = random.permutation(home[dealt])
        means[deal] = _average(places[rows], sectors, weights, matrix)
    lower = int((means <= observed + _ROUNDING).sum())
    higher = int((means >= observed - _ROUNDING).sum())
    return Chance(
        observed,
        float(means.mean()),
        (1 + lower) / (1 + DEALS),
        (1 + higher) / (1 + DEALS),
    )


def _measure_column(column: NDArray[np.int64]) -> Diversity | None:
    present = column[column > 0]
    if not len(present):
        return None
    shares = present / present.sum()
    # Rounding would let one sector alone have an entropy of minus nothing.
    entropy = max(0.0, float(-(shares * np.log(shares)).sum()))
    return Diversity(
        len(present), entropy, float(np.exp(entropy)), float((shares**2).sum())
    )


def _list_pairs(
    matrix: DistrictMatrix,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """List each row with each sector that is counted of it, as numbers."""
    pairs = [(row, line) for (line, _), rows in matrix.rows.items() for row in rows]
    rows, lines = np.array(pairs, dtype=np.intp).T
    return rows, lines


def _average(
    places: NDArray[np.intp],
    sectors: NDArray[np.intp],
    weights: NDArray[np.float64],
    matrix: DistrictMatrix,
) -> float:
    """Average the cosines of all pairs of districts that have any count."""
    width = len(matrix.districts)
    flat = np.bincount(
        sectors * width + places, weights, minlength=len(matrix.sectors) * width
    )
    columns = flat.reshape(-1, width)[:, list(matrix.tagged)]
    units = columns / np.sqrt((columns**2).sum(axis=0))
    count = units.shape[1]
    # The sum of all cosines is the square of the sum of the unit vectors.
    whole = float((units.sum(axis=1) ** 2).sum())
    return float((whole - count) / (count * (count - 1)))

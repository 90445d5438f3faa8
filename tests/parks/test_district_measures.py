"""Measures of how districts differ, by hand and in general."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from parks.district_matrix import count_districts
from parks.district_measures import (
    measure_diversity,
    measure_quotients,
    measure_similarity,
    weigh_chance,
)

SHAPES = hnp.array_shapes(min_dims=2, max_dims=2, max_side=7)
COUNTS = SHAPES.flatmap(
    lambda shape: hnp.arrays(np.int64, shape, elements=st.integers(0, 9))
)


def test_location_quotients_by_hand():
    # Four of ten are in the first district, five of ten in the first sector.
    counts = np.array([[3, 2], [1, 4]])
    expected = [[(3 / 4) / (5 / 10), (2 / 6) / (5 / 10)]]
    expected += [[(1 / 4) / (5 / 10), (4 / 6) / (5 / 10)]]
    assert measure_quotients(counts) == pytest.approx(np.array(expected))


def test_diversity_by_hand():
    counts = np.array([[2, 1, 0], [1, 0, 0], [1, 0, 0]])
    mixed, alone, none = measure_diversity(counts)
    entropy = 0.5 * log(2) + 2 * 0.25 * log(4)
    assert mixed.sectors == 3
    assert mixed.entropy == pytest.approx(entropy)
    assert mixed.effective == pytest.approx(exp(entropy))
    assert mixed.hhi == pytest.approx(0.25 + 2 * 0.0625)
    assert (alone.sectors, alone.entropy, alone.effective, alone.hhi) == (1, 0, 1, 1)
    assert none is None


def test_cosines_by_hand():
    counts = np.array([[3, 1, 0, 0], [4, 0, 5, 0]])
    cosines = measure_similarity(counts)
    assert cosines[0, 1] == pytest.approx(3 / 5)
    assert cosines[0, 2] == pytest.approx(4 / 5)
    assert cosines[1, 2] == 0
    assert np.isnan(cosines[3]).all()


@given(COUNTS)
def test_diversity_stays_within_its_bounds(counts):
    for measured in filter(None, measure_diversity(counts)):
        most = measured.sectors
        assert 0 <= measured.entropy <= log(most) + 1e-9
        assert 1 - 1e-9 <= measured.effective <= most + 1e-9
        assert 1 / most - 1e-9 <= measured.hhi <= 1 + 1e-9
        # exp(H) and 1/HHI are Hill's numbers of order 1 and 2, which do not rise.
        assert 1 / measured.hhi <= measured.effective + 1e-9


@given(COUNTS)
def test_cosines_are_symmetric_and_between_nothing_and_one(counts):
    cosines = measure_similarity(counts)
    known = cosines[~np.isnan(cosines)]
    assert ((known >= 0) & (known <= 1)).all()
    assert np.array_equal(cosines, cosines.T, equal_nan=True)
    assert np.array_equal(np.isnan(np.diag(cosines)), counts.sum(axis=0) == 0)


@given(COUNTS)
def test_quotients_average_to_one_over_the_districts(counts):
    quotients = measure_quotients(counts)
    assert (quotients[~np.isnan(quotients)] >= 0).all()
    shares = counts.sum(axis=0) / max(1, counts.sum())
    for line, total in zip(quotients, counts.sum(axis=1), strict=True):
        if total:
            assert np.nansum(line * shares) == pytest.approx(1)
        else:
            assert np.isnan(line).all()


@given(COUNTS, st.randoms(use_true_random=False))
def test_the_order_of_districts_and_sectors_does_not_matter(counts, random):
    lines, columns = (random.sample(range(n), n) for n in counts.shape)
    mixed = counts[np.ix_(lines, columns)]
    np.testing.assert_allclose(
        measure_quotients(mixed), measure_quotients(counts)[np.ix_(lines, columns)]
    )
    np.testing.assert_allclose(
        measure_similarity(mixed),
        measure_similarity(counts)[np.ix_(columns, columns)],
        atol=1e-12,
    )
    before = measure_diversity(counts)
    for at, measured in zip(columns, measure_diversity(mixed), strict=True):
        assert (measured is None) == (before[at] is None)
        if measured:
            assert measured.entropy == pytest.approx(before[at].entropy)
            assert measured.hhi == pytest.approx(before[at].hhi)


def write_rows(pairs):
    return [
        f"{n},{district},片区{n},园{n},重点发展{sector}。,"
        for n, (district, sector) in enumerate(pairs, 1)
    ]


def test_districts_apart_are_told_from_chance(make):
    table = make(
        *write_rows(
            [("福田", "人工智能")] * 6
            + [("南山", "金融科技")] * 6
            + [("宝安", "区块链")] * 6
        )
    )
    chance = weigh_chance(table, count_districts(table))
    assert chance.observed == pytest.approx(0)
    assert chance.expected > 0.5
    assert chance.share_lower == pytest.approx(1 / 1000)
    assert chance.share_higher == 1


def test_districts_all_alike_are_no_less_alike_than_chance(make):
    table = make(*write_rows([("福田", "人工智能"), ("南山", "人工智能")] * 3))
    chance = weigh_chance(table, count_districts(table))
    assert chance.observed == pytest.approx(1)
    assert chance.share_lower == chance.share_higher == 1


def test_the_observed_mean_is_that_of_the_cosines(embedded):
    matrix = count_districts(embedded)
    cosines = measure_similarity(matrix.counts)[np.ix_(matrix.tagged, matrix.tagged)]
    upper = cosines[np.triu_indices(len(cosines), 1)]
    assert weigh_chance(embedded, matrix).observed == pytest.approx(upper.mean())


def test_one_district_alone_is_not_compared(make):
    table = make("1,福田,甲片区,一园,重点发展人工智能。,")
    assert weigh_chance(table, count_districts(table)) is None

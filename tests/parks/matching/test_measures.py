"""The parts of the score against worked examples, and what always holds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.matching.measures import (
    rank,
    rate_backing,
    rate_distance,
    rate_fit,
    rate_precision,
    weigh,
)
from parks.matching.result import Parts
from parks.matching.wishes import Weights
from parks.model import Role, SectorTag

SHARES = st.floats(0, 1)
POSITIVE = st.floats(0.01, 10)


def tags(**roles):
    return [SectorTag(id_, role, ()) for id_, role in roles.items()]


def test_the_fit_is_the_weighted_part_of_what_is_wanted():
    row = tags(ai=Role.FOCUS, cloud=Role.MENTION, iot=Role.FOCUS)
    # (1 × 1 + 0.5 × 0.5 + 0.5 × 0) / (1 + 0.5 + 0.5)
    assert rate_fit({"ai": 1.0, "cloud": 0.5, "ic": 0.5}, row) == 0.625
    assert rate_fit({"ic": 1.0}, row) == 0
    assert rate_fit({"ai": 0.3, "iot": 0.7}, row) == 1


def test_the_distance_halves_every_ten_kilometres():
    metres = [0.0, 5_000, 10_000, 20_000, math.nan]
    rated = [rate_distance(each) for each in metres]
    assert rated == pytest.approx([1, 0.7071, 0.5, 0.25, 0], abs=1e-4)


def test_each_further_document_says_half_as_much():
    assert [rate_backing(n) for n in range(4)] == [0, 0.5, 0.75, 0.875]
    assert rate_backing(10_000) == 1


def test_a_place_counts_by_how_well_it_is_known():
    known = ["site", "near", "street", "zone", "district", None, "moon"]
    assert [rate_precision(each) for each in known] == [1, 0.75, 0.5, 0.25, 0, 0, 0]


def test_the_score_is_the_weighted_mean_in_hundredths():
    parts = Parts(0.625, 0.5, 0.75, 1.0)
    # (6 × 0.625 + 2 × 0.5 + 1 × 0.75 + 1 × 1) / 10
    assert weigh(parts, Weights()) == 0.65
    # Without a point the weight of the distance goes to none: (3.75 + 1.75) / 8
    assert weigh(Parts(0.625, None, 0.75, 1.0), Weights()) == 0.69
    assert weigh(parts, Weights(0, 0, 0, 3)) == 1


def test_equal_scores_share_a_rank_and_the_next_is_left_out():
    assert rank([0.5, 0.9, 0.5, 0.1, 0.9]) == [3, 1, 3, 5, 1]
    assert rank([]) == []


@given(SHARES, st.none() | SHARES, SHARES, SHARES, st.tuples(*[POSITIVE] * 4))
def test_a_score_is_from_0_to_1(fit, distance, backing, precision, weights):
    score = weigh(Parts(fit, distance, backing, precision), Weights(*weights))
    assert 0 <= score <= 1


@given(
    st.dictionaries(st.sampled_from("abcdef"), POSITIVE, min_size=1),
    st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(Role)),
    st.sampled_from("abcdef"),
)
def test_a_row_that_gains_a_wanted_sector_is_never_rated_lower(wanted, roles, gained):
    before = rate_fit(wanted, tags(**roles))
    after = rate_fit(wanted, tags(**{**roles, gained: Role.FOCUS}))
    assert 0 <= before <= after + 1e-12
    assert after <= 1 + 1e-12


@given(st.lists(st.sampled_from([0.1, 0.2, 0.5, 0.9]), min_size=1), st.randoms())
def test_ranks_do_not_depend_on_the_order(scores, chance):
    shuffled = list(range(len(scores)))
    chance.shuffle(shuffled)
    ranks = rank(scores)
    again = rank([scores[at] for at in shuffled])
    assert again == [ranks[at] for at in shuffled]

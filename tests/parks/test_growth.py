"""Growth, by hand and by what always holds of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.growth import expect, grow_yearly, imply_whole, require
from parks.indicators import read_indicators

AMOUNTS = st.floats(1, 1e5)
YEARS = st.integers(1, 50)
GOALS = {goal.id: goal for goal in read_indicators().goals}


def test_worked_by_hand():
    assert grow_yearly(100, 121, 2) == pytest.approx(0.10)
    assert grow_yearly(100, 50, 1) == pytest.approx(-0.5)
    assert imply_whole(30, 0.25) == pytest.approx(120)


@pytest.mark.parametrize(
    ("id_", "needed"),
    [("added-value", 0.1454), ("it-revenue", 0.1478), ("software-revenue", 0.1300)],
)
def test_what_the_targets_need(id_, needed):
    goal = GOALS[id_]
    assert goal.base.value * (1 + needed) ** 3 == pytest.approx(
        goal.target.value, rel=5e-4
    )
    assert require(goal) == pytest.approx(needed, abs=5e-5)


@pytest.mark.parametrize("goal", GOALS.values(), ids=GOALS)
def test_the_drafters_reckoned_with_fifteen_per_cent_and_cut_the_rest(goal):
    assert int(goal.base.value * 1.15**3) == goal.computed.value
    assert goal.target.value < goal.computed.value
    assert goal.growth_wanted.value == 15


def test_what_was_reported_since_is_far_from_the_way():
    goal = GOALS["added-value"]
    (reported,) = goal.reported
    assert grow_yearly(goal.base.value, reported.value, 1) == pytest.approx(
        0.0025, abs=5e-5
    )
    assert expect(goal, 2020) == pytest.approx(1597 * 1.14543, rel=1e-4)
    assert grow_yearly(reported.value, goal.target.value, 2) == pytest.approx(
        0.224, abs=5e-4
    )


@given(AMOUNTS, AMOUNTS, YEARS)
def test_growing_at_that_rate_arrives(start, end, years):
    rate = grow_yearly(start, end, years)
    assert start * (1 + rate) ** years == pytest.approx(end, rel=1e-6)


@given(AMOUNTS, AMOUNTS, YEARS)
def test_it_rises_just_if_the_end_is_higher(start, end, years):
    rate = grow_yearly(start, end, years)
    assert rate > -1
    if end > start * (1 + 1e-6):
        assert rate > 0
    if end == start:
        assert rate == pytest.approx(0)


@given(AMOUNTS, AMOUNTS, st.floats(0.001, 1000))
def test_the_unit_does_not_matter(start, end, unit):
    assert grow_yearly(start * unit, end * unit, 3) == pytest.approx(
        grow_yearly(start, end, 3), rel=1e-6, abs=1e-9
    )


@pytest.mark.parametrize("numbers", [(0, 1, 1), (1, 0, 1), (1, 1, 0), (-1, 1, 1)])
def test_without_a_start_an_end_or_a_time_there_is_none(numbers):
    with pytest.raises(ValueError, match="no growth"):
        grow_yearly(*numbers)


@given(AMOUNTS, st.floats(0.001, 1))
def test_a_share_of_the_whole_is_the_part(part, share):
    assert imply_whole(part, share) * share == pytest.approx(part)


@pytest.mark.parametrize("share", [0, -0.1, 1.01])
def test_no_share_implies_no_whole(share):
    with pytest.raises(ValueError, match="no share"):
        imply_whole(1, share)


@pytest.mark.parametrize("goal", GOALS.values(), ids=GOALS)
def test_the_way_begins_at_the_base_and_ends_at_the_target(goal):
    assert expect(goal, goal.base.year) == pytest.approx(goal.base.value)
    assert expect(goal, goal.target.year) == pytest.approx(goal.target.value)

import pytest

from bench.goals import Goal, Reading, compare, describe_head

OURS = Reading("ours", "s", (0.2, 0.1, 0.3))
THEIRS = Reading("theirs", "s", (4.0, 4.0, 1.0))


def test_a_reading_stands_by_its_middle_run():
    assert OURS.median == 0.2
    assert Reading("bytes", "kB", (1.0, 2.0)).median == 1.5


@pytest.mark.parametrize(
    ("value", "at_least", "is_met"),
    [
        (1.5, False, True),
        (1.51, False, False),
        (1.5, True, True),
        (1.49, True, False),
    ],
)
def test_a_bound_may_be_touched_but_not_crossed(value, at_least, is_met):
    assert Goal("g", value, (), bound=1.5, at_least=at_least).is_met is is_met


def test_without_a_bound_nothing_is_met_or_missed():
    goal = Goal("g", 7, ())
    assert goal.is_met is None
    assert "met" not in goal.describe().lower()


def test_a_comparison_is_the_ratio_of_medians():
    goal = compare("theirs / ours", THEIRS, OURS, bound=20, at_least=True)
    assert goal.value == pytest.approx(20)
    assert goal.is_met


def test_what_stands_beside_does_not_change_the_ratio():
    beside = Reading("floor", "s", (100.0,))
    assert compare("r", THEIRS, OURS, beside).value == compare("r", THEIRS, OURS).value


def test_a_missed_goal_says_so_with_value_bound_and_medians():
    line = compare("ours / theirs", THEIRS, OURS, bound=1.25).describe()
    for part in ("ours / theirs", "20", "≤ 1.25", "MISSED", "0.200 s", "4 s"):
        assert part in line


def test_the_head_stands_over_its_columns():
    goal = Goal("name", 1.0, (OURS,), bound=2)
    assert describe_head().index("medians") == goal.describe().index("ours 0.200")

import pytest

from parks.sectors import score_tags


def test_a_score_counts_over_all_rows():
    score = score_tags({1: ["ai", "5g"], 2: ["iot"]}, {1: ["ai", "ic"], 3: ["maker"]})
    assert (score.hits, score.extras, score.misses) == (1, 2, 2)
    assert score.precision == pytest.approx(1 / 3)
    assert score.recall == pytest.approx(1 / 3)
    assert score.f1 == pytest.approx(1 / 3)
    assert str(score) == "P 0.333 R 0.333 F1 0.333"


def test_nothing_to_find_and_nothing_found_is_perfect():
    score = score_tags({9: []}, {9: []})
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)

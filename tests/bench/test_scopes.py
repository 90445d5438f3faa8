from collections import Counter

from bench.scopes import (
    Labelled,
    measure_scopes,
    read_labelled,
    score_reading,
    score_zones,
)
from parks.catalogue import open_edition
from parks.sectors import find_sector


def test_the_labels_are_enough_and_mean_something():
    scopes = read_labelled()
    uses = Counter(scope.use for scope in scopes)
    assert len(scopes) >= 60
    assert uses["blind"] >= 20
    assert set(uses) == {"tuning", "blind", "unseen"}
    assert len({scope.company for scope in scopes}) == len(scopes)
    assert all(scope.sectors and scope.text.strip() for scope in scopes)
    assert all(find_sector(id_) for scope in scopes for id_ in scope.sectors)


def test_the_goals_are_met_by_every_use_of_the_labels():
    goals = list(measure_scopes())
    assert len(goals) == 5
    assert [goal.describe() for goal in goals if not goal.is_met] == []


def test_a_missed_scope_lowers_the_score():
    right = Labelled("甲", "软件开发", ("software",), "few")
    wrong = Labelled("乙", "软件开发", ("mining",), "few")
    assert score_reading("few", [right, wrong]).value == 0.5
    goal = score_zones([right, wrong], open_edition("embedded"))
    assert "hit 1, of 1" in goal.describe()


def test_nothing_asked_is_nothing_missed():
    assert score_reading("none", []).value == 1

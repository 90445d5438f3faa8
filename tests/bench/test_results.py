import json
from datetime import datetime

import pytest

from bench.goals import Goal, Reading
from bench.results import write_results

READING = Reading("ours", "s", (3.0, 1.0, 2.0))


@pytest.fixture
def results(tmp_path):
    goals = [
        Goal("快", 0.5, (READING,), bound=1),
        Goal("slow", 0.5, (READING,), bound=1, at_least=True),
        Goal("free", 9.0, ()),
    ]
    path = tmp_path / "results.json"
    write_results(goals, path, options=["--quick"])
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_goal_is_written_in_order(results):
    assert [goal["name"] for goal in results["measured"]] == ["快", "slow", "free"]


def test_a_goal_has_its_bound_and_verdict(results):
    quick, slow, free = results["measured"]
    assert (quick["goal"], quick["is_met"]) == ({"at_most": 1}, True)
    assert (slow["goal"], slow["is_met"]) == ({"at_least": 1}, False)
    assert "goal" not in free
    assert "is_met" not in free


def test_a_reading_keeps_every_run(results):
    reading = {"name": "ours", "unit": "s", "median": 2.0, "runs": [3.0, 1.0, 2.0]}
    assert results["measured"][0]["readings"] == [reading]


def test_it_says_when_where_and_with_what(results):
    assert datetime.fromisoformat(results["date"]).tzinfo is not None
    assert results["options"] == ["--quick"]
    assert results["machine"]["cores"] >= 1
    assert results["machine"]["processor"]
    assert {"python", "streamlit", "folium", "geopandas"} <= set(results["versions"])

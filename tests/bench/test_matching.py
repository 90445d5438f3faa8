import pytest

from bench.matching import measure_names, read_variants, score_names
from geodata.gazetteer import read_gazetteer

HEADING = "query,district,expected,use,why,source\n"


def write(tmp_path, *lines):
    path = tmp_path / "variants.csv"
    path.write_text(HEADING + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_goals_are_met_by_every_use_of_the_labels():
    goals = list(measure_names())
    assert {"tuning", "held-out", "all"} <= {goal.name.split()[1] for goal in goals}
    assert all(goal.is_met for goal in goals)


def test_a_wrong_place_lowers_precision_and_a_missed_one_recall(tmp_path):
    path = write(
        tmp_path,
        "深圳湾生态科技园,南山,深圳湾科技生态园,tuning,right,",
        "天安数码城,龙岗,,tuning,wrong,",
        "企鹅岛,宝安,腾讯“互联网+”未来科技城,tuning,missed,",
        "南油科技园,南山,,tuning,rightly none,",
    )
    precision, recall = score_names("few", read_variants(path), read_gazetteer())
    assert (precision.value, recall.value) == (0.5, 0.5)
    assert precision.is_met is False
    assert "right 1, taken 2, of 2" in precision.describe()


@pytest.mark.parametrize("name", ["precision", "recall"])
def test_nothing_asked_is_nothing_missed(name):
    goals = {goal.name: goal for goal in score_names("none", [], read_gazetteer())}
    assert goals[f"names, none (0): {name}"].value == 1

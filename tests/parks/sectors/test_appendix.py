import re
import tomllib
from pathlib import Path

import pytest

from parks.model import Role
from parks.sectors import score_tags, tag

DATA = Path(__file__).parents[2] / "data" / "appendix_sectors.toml"
APPENDIX = Path(__file__).parents[3] / "parks" / "data" / "appendix.txt"
ROWS = tomllib.loads(DATA.read_text(encoding="utf-8"))["row"]


def sectors(row, role):
    tags = tag(row["direction"], names=row["names"])
    return [found.id for found in tags if found.role is role]


def by_row(role):
    return {row["seq"]: sectors(row, role) for row in ROWS}


def test_the_labelled_rows_are_the_appendix_s():
    appendix = re.sub(r"\s", "", APPENDIX.read_text(encoding="utf-8"))
    assert [row["seq"] for row in ROWS] == list(range(1, 23))
    for row in ROWS:
        assert re.sub(r"\s", "", row["direction"]) in appendix
        assert all(re.sub(r"\s", "", name) in appendix for name in row["names"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["seq"]))
def test_each_row_has_the_aims_a_careful_reader_gives_it(row):
    assert sorted(sectors(row, Role.FOCUS)) == sorted(row["focus"])
    assert sorted(sectors(row, Role.MENTION)) == sorted(row["mention"])


@pytest.mark.parametrize("role", list(Role))
def test_scores_of_the_appendix(role):
    score = score_tags({row["seq"]: row[role.value] for row in ROWS}, by_row(role))
    assert score.f1 >= 0.98, str(score)


def test_aims_without_the_row_s_names_are_the_same():
    bare = {
        row["seq"]: [t.id for t in tag(row["direction"]) if t.role is Role.FOCUS]
        for row in ROWS
    }
    assert score_tags({row["seq"]: row["focus"] for row in ROWS}, bare).f1 >= 0.98

"""A table written out part by part says what its `repr` says."""

import pytest

from parks.catalogue import read_any
from parks.model import Policy, Problem, Row, Source, Table, WrittenPosition
from parks.writing import write_out

SOURCE = Source("a.csv", "csv")
PROBLEM = Problem(1, "seq", "seq-odd", "2", "1", 0)
ROW = Row(1, "福田", None, ("园",), "方向", (Policy("计划", "1号"),), (), {"备注": "'"})


PLACED = Row(2, None, None, position=WrittenPosition("1", "'", "GCJ-02"))


@pytest.mark.parametrize("rows", [(), (ROW,), (ROW, ROW), (ROW, PLACED)])
@pytest.mark.parametrize("problems", [(), (PROBLEM,), (PROBLEM, PROBLEM)])
def test_any_count_of_rows_and_problems(rows, problems):
    written = "".join(write_out(Table(SOURCE, rows, problems)))
    assert written == repr((rows, problems, SOURCE))


def test_a_tagged_table():
    table = read_any("embedded")
    written = "".join(write_out(table))
    assert written == repr((table.rows, table.problems, table.source))


def test_more_policies_than_are_kept():
    rows = tuple(Row(n, None, None, policies=(Policy(str(n)),)) for n in range(10_500))
    assert "".join(write_out(Table(SOURCE, rows))) == repr((rows, (), SOURCE))

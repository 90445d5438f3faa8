"""One table in every form reads to the same rows."""

import pytest
from forms import WRITERS, write_docx, write_html, write_xls, write_xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.catalogue import read_any
from parks.model import Policy, Row
from parks.readers import read_table

APPENDIX = read_any("embedded").rows


def said(rows):
    return [(r.seq, r.district, r.zone, r.parks, r.direction, r.policies) for r in rows]


@pytest.mark.parametrize("form", WRITERS)
def test_the_appendix_is_the_same_field_for_field(form):
    table = read_table(WRITERS[form](APPENDIX), name="一览表")
    assert said(table.rows) == said(APPENDIX)
    assert table.source.format == form


@pytest.mark.parametrize("form", WRITERS)
def test_the_kind_is_told_by_content_not_by_name(form):
    table = read_table(WRITERS[form](APPENDIX), name="table.csv")
    assert len(table.rows) == 22


@pytest.mark.parametrize("form", WRITERS)
def test_a_merged_district_is_said_of_each_row_it_covers(form):
    table = read_table(WRITERS[form](APPENDIX), name="x")
    codes = {"cell-merged", "district-filled"}
    told = {
        problem.row: problem.used
        for problem in table.problems
        if problem.column == "district" and problem.code in codes
    }
    assert told[2] == "福田"
    assert 1 not in told


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_what_stands_above_the_headings_is_named(write):
    table = read_table(write(APPENDIX), name="x")
    outside = [p.found for p in table.problems if p.code == "text-outside"]
    assert outside == ["深圳市数字经济产业园区规划布局一览表"]


NAMES = st.text("甲乙丙丁AB01", min_size=1, max_size=6).map(lambda name: name + "园")
ROWS = st.lists(
    st.builds(
        Row,
        seq=st.just(0),
        district=st.sampled_from(["南山", "福田", "宝安"]),
        zone=st.sampled_from(["甲片区", "乙片区"]),
        parks=st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple),
        direction=st.sampled_from(["人工智能、软件。", "重点发展\n金融科技。"]),
        policies=st.sampled_from([(), (Policy("甲规划", None), Policy("乙", None))]),
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("write", [write_docx, write_xlsx, write_xls, write_html])
@given(rows=ROWS)
@settings(max_examples=25, deadline=None)
def test_any_table_written_is_the_table_read(write, rows):
    numbered = [
        Row(n, r.district, r.zone, r.parks, r.direction, r.policies)
        for n, r in enumerate(rows, 1)
    ]
    assert said(read_table(write(numbered), name="x").rows) == said(numbered)

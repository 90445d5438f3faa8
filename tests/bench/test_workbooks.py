import openpyxl
import pytest

from bench.sheets import HEADING, ROWS_A_DISTRICT, write_workbook
from bench.workbooks import measure_workbooks
from geodata.district_names import read_district_names
from parks.catalogue import make_edition


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    path = tmp_path_factory.mktemp("workbooks") / "table.xlsx"
    write_workbook(path, 150, directions=40)
    return path


@pytest.fixture(scope="module")
def edition(workbook):
    return make_edition(workbook.read_bytes(), name=workbook.name)


def list_cells(path):
    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def test_the_same_count_gives_the_same_cells(workbook, tmp_path):
    again = tmp_path / "again.xlsx"
    write_workbook(again, 150, directions=40)
    assert list_cells(again) == list_cells(workbook)


def test_it_has_the_columns_of_the_appendix_and_merged_districts(workbook):
    sheet = openpyxl.load_workbook(workbook).active
    assert tuple(cell.value for cell in sheet[1]) == HEADING
    first, *_ = sorted(sheet.merged_cells.ranges, key=lambda span: span.min_row)
    assert (first.min_col, first.size["rows"]) == (2, ROWS_A_DISTRICT)


def test_our_reader_reads_every_row_and_doubts_only_merged_cells(edition):
    assert len(edition.table.rows) == 150
    assert {problem.code for problem in edition.table.problems} == {"cell-merged"}
    districts = {district.name for district in read_district_names()}
    assert set(edition.parks["district"]) == districts
    assert edition.parks["name"].is_unique


def test_there_are_as_many_directions_as_asked_for(edition):
    directions = {row.direction for row in edition.table.rows}
    assert len(directions) == 40
    assert all(directions)


def test_time_stands_beside_pandas_and_memory_beside_its_bound(tmp_path):
    ratio, memory, distinct = measure_workbooks(tmp_path, runs=1, rows=60)
    assert (ratio.bound, memory.bound, distinct.bound) == (1.5, 1.5, None)
    for goal in (ratio, memory, distinct):
        ours, theirs = goal.readings
        assert (ours.name, theirs.name) == ("ours", "read_excel")
        assert all(run > 0 for run in (*ours.runs, *theirs.runs))
    assert ratio.value == ratio.readings[0].median / ratio.readings[1].median
    assert 0.05 < memory.value < 1.5

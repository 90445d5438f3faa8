"""How often districts take up sectors, counted with the rows behind it."""

import numpy as np
import pytest

from parks.district_findings import (
    count_solid,
    find_most_common,
    find_only_here,
    find_untagged,
    rank_overlaps,
)
from parks.district_matrix import (
    MOST_DISTRICTS,
    Counting,
    Scope,
    Unit,
    count_districts,
)
from parks.exports.district_tables import (
    tabulate_diversity,
    tabulate_matrix,
    tabulate_pairs,
    tabulate_similarity,
    write_table_csv,
)
from parks.language import Language
from parks.neighbouring_zones import find_zone_pairs


@pytest.fixture
def small(make):
    return make(
        "1,福田,甲片区,一园、二园,重点发展人工智能。,",
        "2,福田,乙片区,/,重点发展人工智能、金融科技。,",
        "3,南山,丙片区,三园,重点发展金融科技。,",
        "4,坪山,丁片区,四园,重点发展生物医药。,",
        "5,大鹏,戊片区,五园,待定。,",
    )


def read(matrix):
    return {
        (matrix.sectors[line], matrix.districts[at]): int(matrix.counts[line, at])
        for line, at in matrix.rows
    }


def test_rows_are_counted_once_in_each_of_their_sectors(small):
    matrix = count_districts(small)
    assert matrix.districts == ("福田", "南山", "坪山", "大鹏")
    assert read(matrix) == {
        ("ai", "福田"): 2,
        ("fintech", "福田"): 1,
        ("fintech", "南山"): 1,
        ("biomedicine", "坪山"): 1,
    }
    assert matrix.rows[matrix.sectors.index("ai"), 0] == (0, 1)
    assert matrix.district_rows[0] == (0, 1)
    assert matrix.tagged_rows == ((0, 1), (2,), (3,), ())


def test_parks_count_with_their_row_and_a_row_without_one_not_at_all(small):
    matrix = count_districts(small, Counting(Unit.PARK))
    assert read(matrix) == {
        ("ai", "福田"): 2,
        ("fintech", "南山"): 1,
        ("biomedicine", "坪山"): 1,
    }
    assert matrix.rows[matrix.sectors.index("ai"), 0] == (0,)
    assert matrix.tagged_rows[0] == (0,)


def test_the_plans_twelve_alone(small):
    matrix = count_districts(small, Counting(scope=Scope.KEY))
    assert set(matrix.sectors) == {"ai", "fintech"}
    assert find_untagged(matrix) == (2, 3)


def test_what_stands_out(small):
    matrix = count_districts(small)
    (first, *rest) = rank_overlaps(matrix)
    assert (first.first, first.second) == (0, 1)
    assert first.cosine == pytest.approx(1 / 5**0.5)
    assert [matrix.sectors[line] for line in first.shared] == ["fintech"]
    assert [pair.shared for pair in rest] == [(), ()]
    only = {
        matrix.districts[home]: [matrix.sectors[line] for line in lines]
        for home, lines in find_only_here(matrix).items()
    }
    assert only == {"福田": ["ai"], "坪山": ["biomedicine"]}
    assert find_most_common(matrix) == (2, (matrix.sectors.index("fintech"),))
    assert find_untagged(matrix) == (3,)
    assert count_solid(matrix) == (0, 4)


def test_an_empty_matrix_says_nothing(make):
    matrix = count_districts(make("1,福田,甲片区,一园,待定。,"))
    assert matrix.sectors == ()
    assert rank_overlaps(matrix) == []
    assert find_most_common(matrix) == (0, ())
    assert find_untagged(matrix) == (0,)


def test_rows_without_a_district_are_counted_as_such(make):
    table = make(
        "1,福田,甲片区,一园,重点发展人工智能。,",
        "2,/,乙片区,二园,重点发展人工智能。,",
    )
    matrix = count_districts(table)
    assert read(matrix) == {("ai", "福田"): 1}
    assert matrix.nameless == 1


def test_of_too_many_districts_those_with_the_most_rows_are_measured(make):
    rows = [
        f"{n},第{n}区,甲{n}片区,园{n},重点发展人工智能。,"
        for n in range(1, MOST_DISTRICTS + 5)
    ]
    last = MOST_DISTRICTS + 4
    rows.append(f"{last + 1},第{last}区,乙片区,末园,重点发展人工智能。,")
    matrix = count_districts(make(*rows))
    assert len(matrix.districts) == MOST_DISTRICTS
    assert matrix.left_out == 4
    assert f"第{last}区" in matrix.districts


def test_every_tag_of_the_appendix_is_counted(embedded):
    for role in ("focus", "mention", "any"):
        matrix = count_districts(embedded, Counting(role=role))
        assert matrix.counts.sum() == sum(map(len, embedded.sector_rows(role)))
    parks = count_districts(embedded, Counting(Unit.PARK, "any"))
    assert parks.counts.sum() == sum(map(len, embedded.parks["sectors"]))


def test_the_appendix_finds_biomedicine_in_pingshan_alone(embedded):
    matrix = count_districts(embedded)
    only = find_only_here(matrix)
    pingshan = matrix.districts.index("坪山")
    assert "biomedicine" in {matrix.sectors[line] for line in only[pingshan]}
    assert [matrix.districts[at] for at in find_untagged(matrix)] == ["大鹏"]


def test_the_tables_hold_every_cell_with_its_row_numbers(embedded):
    matrix = count_districts(embedded)
    table = tabulate_matrix(embedded, matrix, Language.ZH)
    assert len(table.rows) == len(matrix.rows)
    lines = {(row[0], row[2]): row[3:] for row in table.rows}
    assert lines["南山", "internet"] == (4, 2.9143, 4, "7; 8; 10; 11")
    diversity = tabulate_diversity(embedded, matrix, Language.EN)
    assert diversity.rows[9] == ("Dapeng New District", 1, 0, 0, None, None, None, "")
    square = tabulate_similarity(matrix, Language.ZH)
    assert square.columns == ("辖区", *matrix.districts)
    assert square.rows[0][1] == 1.0


def test_a_csv_begins_with_a_mark_and_runs_nothing(make):
    edition = make("1,=1+1,甲片区,一园,重点发展人工智能。,")
    table = tabulate_matrix(edition, count_districts(edition), Language.ZH)
    written = write_table_csv(table)
    assert written.startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in written.decode("utf-8-sig")


def test_pairs_say_how_well_their_places_are_known(embedded):
    found = find_zone_pairs(embedded, 6000.0)
    table = tabulate_pairs(embedded, found, Language.EN)
    assert len(table.columns) == len(table.rows[0])
    assert table.rows[0][3] == "Zone point"
    assert np.isclose(table.rows[0][-1], found.pairs[0].metres, atol=0.5)

"""Zones of different districts that lie close and aim at the same."""

from itertools import combinations

import pytest

from geodata.distances import measure_metres
from parks.district_matrix import Scope
from parks.neighbouring_zones import MOST_PAIRS, find_zone_pairs


def by_hand(edition, metres, role="focus"):
    focus, zones = edition.sector_rows(role), edition.zones
    points, districts = zones["point"].tolist(), zones["district"].tolist()
    return sorted(
        (apart, one, other)
        for one, other in combinations(range(len(zones)), 2)
        if focus[one] & focus[other]
        and districts[one] != districts[other]
        and (apart := measure(points[one], points[other])) <= metres
    )


def measure(one, other):
    return measure_metres(one.x, one.y, other.x, other.y)


@pytest.mark.parametrize("metres", [500.0, 6_000.0, 10_000.0, 30_000.0, 120_000.0])
def test_they_are_those_that_trying_every_pair_finds(embedded, metres):
    found = find_zone_pairs(embedded, metres)
    expected = by_hand(embedded, metres)
    assert [(p.metres, p.first, p.second) for p in found.pairs] == [
        (pytest.approx(apart), one, other) for apart, one, other in expected
    ]
    assert found.total == len(expected)


def test_the_shared_sectors_are_named_and_a_zones_point_is_rough(embedded):
    (pair,) = find_zone_pairs(embedded, 6_000.0).pairs
    rows = embedded.table.rows
    assert (rows[pair.first].seq, rows[pair.second].seq) == (1, 4)
    assert pair.shared == ("ai",)
    assert pair.is_rough


def test_only_the_sectors_of_the_scope_are_shared(embedded):
    every = find_zone_pairs(embedded, 10_000.0)
    key = find_zone_pairs(embedded, 10_000.0, Scope.KEY)
    assert 0 < key.total < every.total
    assert all("internet" not in pair.shared for pair in key.pairs)


def test_zones_of_one_district_or_without_a_place_make_no_pair(make):
    table = make(
        "1,福田,甲片区,一园,重点发展人工智能。,",
        "2,福田,乙片区,二园,重点发展人工智能。,",
        "3,火星,丙片区,三园,重点发展人工智能。,",
    )
    found = find_zone_pairs(table, 50_000.0)
    assert (found.pairs, found.total, found.placeless) == ((), 0, 1)


def test_of_very_many_pairs_the_nearest_are_kept_and_all_counted(make):
    rows = [
        f"{n},{('福田', '南山')[n % 2]},片区{n},园{n},重点发展人工智能。,"
        for n in range(1, 201)
    ]
    found = find_zone_pairs(make(*rows), 50_000.0)
    assert found.total == 100 * 100
    assert len(found.pairs) == MOST_PAIRS
    distances = [pair.metres for pair in found.pairs]
    assert distances == sorted(distances)


def test_a_table_without_rows_that_aim_has_no_pairs(make):
    assert find_zone_pairs(make("1,福田,甲片区,一园,待定。,"), 1e5).total == 0

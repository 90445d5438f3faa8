"""Zones and parks by how they fit: order, ties, limits, and nothing that fits."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.catalogue import make_edition, open_edition
from parks.matching import Weights, Wish, match, read_wish, write_wish
from parks.matching.errors import (
    NoPointError,
    NothingKnownReachedError,
    NothingReachedError,
    NothingWantedError,
    RadiusError,
    WeightsError,
)
from parks.model import Role
from parks.named_points import NamedPoint

HEAD = "序号,辖区,片区,园区名称,产业方向,规划依据,经度,纬度"
CIVIC = NamedPoint("市民中心", 114.0545, 22.5445)
SECTORS = {"ai": "人工智能", "ic": "集成电路", "cloud": "云计算", "iot": "物联网"}


def make(*rows):
    text = "\n".join([HEAD, *rows])
    return make_edition(text.encode(), name="mine.csv")


@pytest.fixture(scope="module")
def appendix():
    return open_edition("embedded")


def names(edition, found):
    return [
        (zone.rank, edition.zones["zone"].iloc[zone.position]) for zone in found.zones
    ]


def test_what_takes_up_more_of_what_is_wanted_comes_first():
    edition = make(
        "1,南山,甲,一园,发展人工智能。,,,",
        "2,南山,乙,二园,发展人工智能和集成电路。,,,",
        "3,南山,丙,三园,发展旅游。,,,",
    )
    found = match(edition, Wish({"ai": 1.0, "ic": 0.5}))
    assert names(edition, found) == [(1, "乙"), (2, "甲")]
    assert found.looked_at == 3
    best = found.zones[0]
    assert best.parts.fit == 1
    assert [(s.id, s.role, round(s.share, 2)) for s in best.sectors] == [
        ("ai", Role.FOCUS, 0.67),
        ("ic", Role.FOCUS, 0.33),
    ]
    assert best.sectors[0].row_words == ("人工智能",)


def test_the_words_of_both_sides_stand_by_a_sector(appendix):
    wish = Wish({"robotics": 1.0}, {"robotics": ("智能机器人的研发",)})
    (zone,) = match(appendix, wish).zones
    assert appendix.table.rows[zone.position].seq == 18
    assert zone.sectors[0].wanted_words == ("智能机器人的研发",)
    assert zone.sectors[0].row_words == ("机器人",)


def test_ties_share_a_rank_and_keep_the_order_of_the_table():
    edition = make(
        "1,南山,甲,一园,发展人工智能。,《一》,,",
        "2,南山,乙,二园,发展人工智能。,《二》,,",
        "3,南山,丙,三园,发展人工智能。,,,",
    )
    found = match(edition, Wish({"ai": 1.0}))
    assert names(edition, found) == [(1, "甲"), (1, "乙"), (3, "丙")]
    ranks = [park.rank for zone in found.zones for park in zone.parks]
    assert ranks == [1, 1, 3]


def test_a_document_cited_in_two_forms_counts_once():
    edition = make(
        "1,南山,甲,一园,发展人工智能。,"
        "《深圳市人民政府关于印发数字经济实施方案的通知》、《深圳市数字经济实施方案》,,",
        "2,南山,乙,二园,发展人工智能。,《深圳市数字经济实施方案》,,",
    )
    found = match(edition, Wish({"ai": 1.0}))
    assert names(edition, found) == [(1, "甲"), (1, "乙")]
    assert [zone.policies for zone in found.zones] == [1, 1]


def test_the_nearer_park_and_the_nearer_zone_come_first():
    edition = make(
        "1,南山,甲,远园,发展人工智能。,,113.90,22.50",
        "2,福田,乙,近园,发展人工智能。,,114.05,22.54",
    )
    found = match(edition, Wish({"ai": 1.0}, point=CIVIC))
    assert names(edition, found) == [(1, "乙"), (2, "甲")]
    metres = [round(zone.metres) for zone in found.zones]
    assert metres == [680, 16641]
    assert found.zones[0].parks[0].metres == found.zones[0].metres


def test_without_a_point_no_distance_counts(appendix):
    found = match(appendix, Wish({"ai": 1.0}))
    assert all(z.parts.distance is None and z.metres is None for z in found.zones)


def test_districts_are_a_hard_limit_and_what_fits_elsewhere_is_counted(appendix):
    found = match(appendix, Wish({"ai": 1.0}, districts=("龙岗", "龙华")))
    assert [appendix.table.rows[zone.position].seq for zone in found.zones] == [16, 17]
    assert found.elsewhere == 6
    nothing = match(appendix, Wish({"robotics": 1.0}, districts=("福田",)))
    assert (nothing.zones, nothing.elsewhere, nothing.looked_at) == ((), 1, 3)


def test_nothing_fits_where_no_row_takes_the_sector(appendix):
    found = match(appendix, Wish({"mining": 1.0}))
    assert (found.zones, found.elsewhere) == ((), 0)


def test_a_radius_is_a_hard_limit_for_zones_and_parks():
    edition = make(
        "1,福田,甲,近园,发展人工智能。,,114.05,22.54",
        "1,福田,甲,远园,发展人工智能。,,113.90,22.50",
        "3,宝安,丙,三园,发展人工智能。,,113.80,22.70",
        "4,火星,丁,四园,发展人工智能。,,,",
    )
    found = match(edition, Wish({"ai": 1.0}, point=CIVIC, radius=5))
    parks = [
        edition.parks["name"].iloc[park.position]
        for zone in found.zones
        for park in zone.parks
    ]
    assert parks == ["近园"]
    assert (found.beyond, found.unmeasured) == (2, 1)
    assert found.zones[0].parts.precision == 1


def test_a_zones_precision_is_that_of_its_parks_within_the_radius():
    edition = make(
        "1,福田,甲,近园,发展人工智能。,,114.05,22.54",
        "1,福田,甲,远园,发展人工智能。,,113.90,22.50",
    )
    worse = edition.parks.assign(row=[0, 0], precision=["site", "district"])
    edition = replace(edition, parks=worse)
    wish = Wish({"ai": 1.0}, point=CIVIC)
    assert match(edition, wish).zones[0].parts.precision == 0.5
    assert match(edition, replace(wish, radius=5)).zones[0].parts.precision == 1


def test_a_radius_holds_elsewhere_too_and_unknown_places_are_not_beyond_it():
    edition = make(
        "1,福田,甲,近园,发展人工智能。,,114.05,22.54",
        "2,宝安,乙,远园,发展人工智能。,,113.80,22.70",
        "3,火星,丙,三园,发展人工智能。,,,",
    )
    wish = Wish({"ai": 1.0}, point=CIVIC, radius=5)
    nowhere = match(edition, replace(wish, districts=("火星",)))
    assert (nowhere.zones, nowhere.elsewhere) == ((), 1)
    assert (nowhere.beyond, nowhere.unmeasured, nowhere.taking) == (0, 1, 3)
    found = match(edition, replace(wish, districts=("福田",)))
    assert (found.elsewhere, found.beyond, found.unmeasured) == (0, 0, 0)
    with pytest.raises(NothingKnownReachedError, match="within the radius: 1"):
        match(edition, replace(wish, districts=("宝安",)))


def test_a_radius_that_reaches_nothing_names_the_nearest(appendix):
    wish = Wish({"robotics": 1.0}, point=CIVIC, radius=2)
    with pytest.raises(NothingReachedError, match="the nearest is 坪山高新区, about 3"):
        match(appendix, wish)


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (Wish({}), NothingWantedError),
        (Wish({"ai": 0.0}), NothingWantedError),
        (Wish({"ai": 1.0}, weights=Weights(0, 0, 0, 0)), WeightsError),
        (Wish({"ai": 1.0}, weights=Weights(0, 5, 0, 0)), WeightsError),
        (Wish({"ai": 1.0}, weights=Weights(-1, 0, 0, 5)), WeightsError),
        (Wish({"ai": 1.0}, weights=Weights(float("nan"), 0, 0, 5)), WeightsError),
        (Wish({"ai": 1.0}, radius=5), NoPointError),
        (Wish({"ai": 1.0}, point=CIVIC, radius=0), RadiusError),
        (Wish({"ai": 1.0}, point=CIVIC, radius=1e9), RadiusError),
    ],
)
def test_a_wish_that_ranks_nothing_says_why(appendix, wish, error):
    with pytest.raises(error):
        match(appendix, wish)


def test_a_table_without_sectors_fits_nothing():
    edition = make("1,南山,甲,一园,,,,")
    assert match(edition, Wish({"ai": 1.0})).zones == ()


ROWS = st.lists(
    st.sets(st.sampled_from(sorted(SECTORS))), min_size=1, max_size=5
).filter(any)


def table(rows):
    lines = []
    for number, row in enumerate(rows, 1):
        aims = "、".join(SECTORS[sector] for sector in sorted(row))
        direction = f"发展{aims}。" if row else ""
        lines.append(f"{number},南山,{number}片区,{number}园,{direction},,,")
    return make(*lines)


def ranks(edition, wish):
    found = match(edition, wish).zones
    return {edition.table.rows[zone.position].seq: zone.rank for zone in found}


@given(ROWS, st.randoms())
def test_the_order_of_the_table_changes_no_rank_and_no_score(rows, chance):
    edition = table(rows)
    order = list(range(len(rows)))
    chance.shuffle(order)
    mixed = replace(edition.table, rows=tuple(edition.table.rows[at] for at in order))
    again = replace(
        edition,
        table=mixed,
        zones=edition.zones.iloc[order].reset_index(drop=True),
        parks=edition.parks.assign(
            row=[order.index(at) for at in edition.parks["row"]]
        ),
    )
    wish = Wish({"ai": 1.0, "ic": 0.4})
    assert ranks(edition, wish) == ranks(again, wish)


@given(ROWS, st.integers(0, 4), st.sampled_from(["ai", "ic"]))
def test_a_row_that_gains_a_wanted_sector_never_ranks_lower(rows, at, gained):
    at %= len(rows)
    wish = Wish({"ai": 1.0, "ic": 0.4})
    before = ranks(table(rows), wish).get(at + 1)
    more = [row | {gained} if n == at else row for n, row in enumerate(rows)]
    after = ranks(table(more), wish)[at + 1]
    assert before is None or after <= before


def test_a_wish_comes_back_from_its_link(appendix):
    wish = Wish(
        {"ai": 1.0, "ic": 0.35},
        point=NamedPoint("", 114.0545, 22.5445),
        districts=("南山", "福田"),
        radius=7.5,
        weights=Weights(1, 0, 2.5, 10),
    )
    options = write_wish(wish)
    assert options == {
        "want": ["ai", "ic:0.35"],
        "near": ["114.054500,22.544500"],
        "district": ["nanshan", "futian"],
        "radius": ["7.5"],
        "weights": ["1,0,2.5,10"],
    }
    assert read_wish(options, appendix) == (wish, [])


@pytest.mark.parametrize(
    "options",
    [
        {"want": ["moon"]},
        {"want": ["ai:9"]},
        {"want": ["ai:nan"]},
        {"near": ["114"]},
        {"near": ["999,22"]},
        {"near": ["a,b"]},
        {"radius": ["-3"]},
        {"radius": ["inf"]},
        {"weights": ["1,2"]},
        {"weights": ["1,2,3,99"]},
        {"district": ["atlantis"]},
    ],
)
def test_nonsense_in_a_link_gets_a_sentence_and_the_rest_is_honoured(options, appendix):
    options = {"want": [], **options}
    wish, errors = read_wish({**options, "want": ["cloud", *options["want"]]}, appendix)
    assert wish.wanted == {"cloud": 1.0}
    assert len(errors) == 1


def test_thousands_of_values_get_few_sentences(appendix):
    wish, errors = read_wish({"want": ["x" * 999] * 5000 + ["ai"]}, appendix)
    assert len(errors) <= 5
    assert all(len(str(error)) < 200 for error in errors)
    assert wish.wanted == {}

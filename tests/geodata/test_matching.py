import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.gazetteer import Gazetteer, Kind, Place, read_gazetteer
from geodata.matching import OFFERED, TAKEN, TAKING, Outcome, Reason, judge, rank
from geodata.park_names import read_name

PLACES = read_gazetteer().places
PARKS = [place for place in PLACES if place.kind is Kind.PARK]
WORDS = [
    "深圳",
    "南山",
    "万科",
    "云",
    "科技",
    "生态",
    "产业",
    "园",
    "大厦",
    "一期",
    "（",
    "）",
]
NAMES = st.lists(st.sampled_from(WORDS), max_size=8).map("".join)


def match(gazetteer, name, district):
    return gazetteer.match(name, district=district, kind=Kind.PARK)


def take(gazetteer, name, district) -> Place | None:
    return gazetteer.take(name, district=district, kind=Kind.PARK)


def park_like(gazetteer, like, **changes):
    return replace(gazetteer.find(like, kind=Kind.PARK), **changes)


def read_variants(repository):
    path = repository / "tests" / "data" / "name_variants.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "district", "known", "reason"),
    [
        ("深圳湾生态科技园", "南山", "深圳湾科技生态园", Reason.SAME),
        ("深圳湾生态园", "南山区", "深圳湾科技生态园", Reason.LIKE),
        ("天安数码城", "longgang", "龙岗天安数码城", Reason.SAME),
        ("龍崗區天安數碼城（規劃）", "龙岗", "龙岗天安数码城", Reason.SAME),
        ("石岩创维创新谷", "宝安", "创维创新谷", Reason.SAME),
    ],
)
def test_a_name_written_otherwise_is_taken(gazetteer, name, district, known, reason):
    found = match(gazetteer, name, district)
    assert found.outcome is Outcome.TAKEN
    assert found.candidates[0].place.name == known
    assert found.candidates[0].reason is reason
    assert TAKEN <= found.candidates[0].score < 1
    assert take(gazetteer, name, district) is found.candidates[0].place


@pytest.mark.parametrize(
    ("name", "district", "near", "reason"),
    [
        ("深圳湾科技生态园一期", "南山", "深圳湾科技生态园", Reason.PART),
        ("创维创新谷东区", "宝安", "创维创新谷", Reason.PART),
        ("天安数码城（南山）", "龙岗", "龙岗天安数码城", Reason.DISTRICT),
        ("万科云城（万科总部）", "南山", "万科云城", Reason.ASIDE),
        ("万科星城", "南山", "万科云城", Reason.OWN),
        ("宏发工业园", "宝安", "宏发科技园", Reason.KIND),
        ("创投大厦", "龙岗", "龙岗创投大厦", Reason.COMMON),
        ("宏发园", "宝安", "宏发科技园", Reason.UNLIKE),
        ("天安数码城", None, "龙岗天安数码城", Reason.NO_DISTRICT),
    ],
)
def test_a_false_friend_is_offered_with_the_doubt(
    gazetteer, name, district, near, reason
):
    found = match(gazetteer, name, district)
    assert found.outcome is Outcome.OFFERED
    candidate = next(each for each in found.candidates if each.place.name == near)
    assert candidate.reason is reason
    assert OFFERED <= candidate.score < TAKEN
    assert take(gazetteer, name, district or "") is None


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("天安数码城", "福田"),
        ("天安数码城", "成都"),
        ("南油科技园", "南山"),
        ("", "南山"),
        ("（）【】", "南山"),
        ("（（（（", "南山"),
        ("园" * 101, "南山"),
    ],
)
def test_what_is_like_no_place_of_the_district_finds_none(gazetteer, name, district):
    assert match(gazetteer, name, district).outcome is Outcome.NONE
    assert take(gazetteer, name, district) is None


@pytest.mark.parametrize("sign", ["园", "（", "﷽", "區", "̈", "天安数码城"])
def test_five_million_characters_are_none(gazetteer, sign):
    name = sign * (5_000_000 // len(sign))
    assert match(gazetteer, name, "龙岗").outcome is Outcome.NONE
    assert take(gazetteer, name, "龙岗") is None
    assert gazetteer.search(name) == []


def test_of_two_that_suit_none_is_taken(gazetteer):
    places = [
        park_like(gazetteer, "万科云城", name=name)
        for name in ("万科云城园", "云城万科园")
    ]
    both = Gazetteer((places[0], replace(places[0], name="万科云城园区")))
    found = match(both, "南山万科云城园", "南山")
    assert found.outcome is Outcome.OFFERED
    assert {each.reason for each in found.candidates} == {Reason.SEVERAL}
    assert take(both, "南山万科云城园", "南山") is None


def test_a_phase_is_found_where_it_is_known_and_its_park_is_not_taken_for_it(gazetteer):
    phases = [
        park_like(gazetteer, "创维创新谷", name=f"创维创新谷{number}期")
        for number in ("一", "二")
    ]
    known = Gazetteer(tuple(phases))
    assert take(known, "创维创新谷（1期）", "宝安") is phases[0]
    assert take(known, "創維創新谷Ⅱ期", "宝安") is phases[1]
    assert take(known, "创维创新谷三期", "宝安") is None
    assert take(known, "创维创新谷", "宝安") is None


@pytest.mark.parametrize("place", PARKS, ids=lambda place: place.name)
def test_every_park_is_taken_for_itself_however_it_is_written(gazetteer, place):
    for name in (
        place.name,
        f"深圳市{place.district}区{place.name}",
        f"{place.name}（{place.district}区）",
        f" {place.name} ",
    ):
        assert match(gazetteer, name, place.district).candidates[0].place == place


@pytest.mark.parametrize("place", PARKS, ids=lambda place: place.name)
def test_no_park_is_taken_for_a_phase_of_it_or_for_another_districts(gazetteer, place):
    other = "福田" if place.district != "福田" else "南山"
    assert take(gazetteer, f"{place.name}二期", place.district) is None
    assert take(gazetteer, f"{place.name}B区", place.district) is None
    assert take(gazetteer, place.name, other) is None
    assert take(gazetteer, f"{other}区{place.name}", place.district) is None


@given(st.one_of(NAMES, st.text(max_size=20)))
def test_any_name_is_ranked_from_0_to_below_1(name):
    for candidate in rank(name, PARKS):
        assert OFFERED <= candidate.score < 1
        assert (candidate.score >= TAKEN) == (candidate.reason in TAKING)


@given(NAMES, NAMES)
def test_the_words_of_two_names_are_as_alike_one_way_as_the_other(one, other):
    place = replace(PARKS[0], zone=None)
    there = judge(read_name(one), read_name(other), place)[0]
    back = judge(read_name(other), read_name(one), place)[0]
    if (there >= TAKEN) == (back >= TAKEN):
        assert there == back


@given(NAMES, st.sampled_from(PARKS))
def test_what_is_taken_at_a_glance_is_what_is_taken_at_leisure(name, place):
    gazetteer = Gazetteer(tuple(PARKS))
    glanced = take(gazetteer, name, place.district)
    found = match(gazetteer, name, place.district)
    if glanced is not None:
        assert found.candidates[0].place == glanced


def test_what_is_taken_at_leisure_is_taken_at_a_glance(gazetteer, repository):
    for variant in read_variants(repository):
        found = match(gazetteer, variant["query"], variant["district"] or "无")
        taken = found.candidates[0].place if found.outcome is Outcome.TAKEN else None
        assert take(gazetteer, variant["query"], variant["district"]) is taken


def test_the_labels_are_many_whole_and_half_of_them_false_friends(
    gazetteer, repository
):
    variants = read_variants(repository)
    true = [each for each in variants if each["expected"]]
    assert len(variants) >= 120
    assert 0.4 <= len(true) / len(variants) <= 0.6
    keys = {(each["query"], each["district"]) for each in variants}
    assert len(keys) == len(variants)
    for each in true:
        assert gazetteer.find(
            each["expected"], district=each["district"], kind=Kind.PARK
        )
        assert gazetteer.find(each["query"], district=each["district"]) is None
    assert all(each["why"] and each["use"] for each in variants)

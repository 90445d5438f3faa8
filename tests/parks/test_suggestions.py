"""What the search box suggests to who types over the embedded table."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.catalogue import open_edition
from parks.language import Language
from parks.spelled_names import Fit
from parks.suggestion_entries import Kind
from parks.suggestions import MOST_SUGGESTED, suggest

EDITION = open_edition()
QUERIES = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "search_queries.toml").read_text("utf-8")
)["query"]


def ask(typed, language=Language.ZH):
    return suggest(EDITION, typed, language)


def names(answer):
    # A policy's number stands behind its title.
    return [(s.kind.value, s.label.split("（深府")[0]) for s in answer.suggestions]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["typed"])
def test_what_people_type_leads_to_what_they_mean(query):
    found = names(ask(query["typed"]))
    if "first" in query:
        assert found[:1] == [(query["kind"], query["first"])]
    else:
        assert (query["kind"], query["among"]) in found[:3]


def test_the_list_of_queries_is_long_enough_to_say_something():
    assert len({query["typed"] for query in QUERIES}) == len(QUERIES) >= 60


def test_whole_names_come_before_beginnings_and_those_before_parts():
    fits = [s.fit for s in ask("南山").suggestions if s.kind is Kind.PARK]
    assert fits == sorted(fits)
    found = names(ask("金融"))
    assert found.index(("sector", "金融")) < found.index(("sector", "金融科技"))
    assert found.index(("sector", "金融科技")) < found.index(("park", "深港金融科技城"))


def test_parks_come_before_the_rest_that_fits_alike():
    # 蛇口网谷 and 蛇口片区 both begin so.
    assert [kind for kind, _ in names(ask("蛇口"))][:2] == ["park", "zone"]


def test_what_was_typed_is_marked_in_the_name():
    (park, *_) = ask("kejist").suggestions
    assert park.label == "深圳湾科技生态园"
    assert [park.label[start:end] for start, end in park.spans] == ["科技生态"]
    (park, *_) = ask("tengxun hulianwang").suggestions
    assert [park.label[start:end] for start, end in park.spans] == ["腾讯“互联网"]


def test_a_name_that_is_not_shown_marks_nothing():
    (sector, *_) = ask("机器视觉").suggestions
    assert (sector.label, sector.spans) == ("人工智能", ())
    assert "机器视觉" in sector.detail


def test_a_suggestion_says_where_it_lies_or_for_how_many_parks_it_stands():
    (park,) = ask("szwkjsty").suggestions
    assert park.detail == "南山 · 南山高新区深圳湾片区"
    assert (round(park.lon, 1), round(park.lat, 1)) == (113.9, 22.5)
    assert park.value == "shen-zhen-wan-ke-ji-sheng-tai-yuan"
    assert ask("nanshan").suggestions[0].detail == "9 个园区"
    assert ask("nanshan", Language.EN).suggestions[0].detail == "9 parks"
    assert ask("区块链", Language.EN).suggestions[0].detail == "1 park"


def test_english_labels_are_the_official_names():
    (first, *_) = ask("futian", Language.EN).suggestions
    assert (first.label, first.spans) == ("Futian", ((0, 6),))
    (first, *_) = ask("大数据", Language.EN).suggestions
    assert (first.label, first.spans) == ("Big data", ())


def test_what_is_only_alike_says_so():
    answer = ask("深圳弯科技")
    assert "没有找到“深圳弯科技”" in answer.note
    assert all(s.fit is Fit.NEAR for s in answer.suggestions)
    assert answer.count == 0
    assert "nearest" in ask("深圳弯科技", Language.EN).note
    assert not ask("深圳湾科技").note


def test_nonsense_finds_nothing_and_says_so():
    answer = ask("qqqqqq")
    assert answer.suggestions == ()
    assert answer.note == "没有找到“qqqqqq”。"


@pytest.mark.parametrize(
    "typed",
    [
        "113.94, 22.53",
        "113.94 22.53",
        "113.94，22.53",
        "113°56′24″, 22°31′48″",
        "东经113.94，北纬22.53",
        "22.53N 113.94E",
    ],
)
def test_coordinates_lead_to_the_parks_nearest_to_them(typed):
    (place,) = ask(typed).suggestions
    assert place.kind is Kind.PLACE
    assert place.lon == pytest.approx(113.94)
    assert place.lat == pytest.approx(22.53)
    assert "113.94000, 22.53000" in place.label
    assert "深圳市软件产业基地" in place.detail


@pytest.mark.parametrize(
    ("typed", "word"), [("22.53, 113.94", "写反"), ("2.35, 48.85", "中国")]
)
def test_two_numbers_that_are_no_place_are_a_sentence(typed, word):
    answer = ask(typed)
    assert answer.suggestions == ()
    assert word in answer.note


def test_an_address_leads_to_the_place_it_names_and_says_how_well_that_is_known():
    (place, *_) = ask("深圳市南山区蛇口网谷2栋301室").suggestions
    assert place.kind is Kind.PLACE
    assert place.label == "离 蛇口网谷 最近的园区"
    assert place.value == "蛇口网谷"
    assert place.detail.startswith("园区本身")
    # Only its district is known: that is no place to measure from.
    assert all(
        s.kind is not Kind.PLACE for s in ask("深圳市福田区莲花路9号").suggestions
    )


def test_a_place_of_the_gazetteer_is_known_to_other_tables(make):
    edition = make("1,南山,片区,自己的园,软件,")
    (place, *_) = suggest(edition, "蛇口网谷", Language.ZH).suggestions
    assert (place.kind, place.label) == (Kind.PLACE, "离 蛇口网谷 最近的园区")


@pytest.mark.parametrize("typed", ["", " ", "，", "\t\n\u3000"])
def test_nothing_typed_is_no_search(typed):
    answer = ask(typed)
    assert answer.suggestions == ()


HOSTILE = [
    "园" * 50_000,
    "shenzhen" * 12_000,
    "a " * 50_000,
    "\x00" * 100_000,
    "ﷺ" * 50_000,
    "<img src=x onerror=alert(1)>",
    "${7*7}`",
    "' OR 1=1 --",
    "{query}{0}%s",
    "\ud800",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_cut_and_answered(typed):
    answer = ask(typed)
    assert len(answer.query) <= 100
    assert len(answer.suggestions) <= MOST_SUGGESTED


def test_a_table_of_markup_is_suggested_as_text(make):
    edition = make("1,南山,<b>片区</b>,<img src=x onerror=alert(1)>园,软件,《${7*7}》")
    labels = {s.label for s in suggest(edition, "img", Language.ZH).suggestions}
    assert "<img src=x onerror=alert(1)>园" in labels


@settings(deadline=None)
@given(st.text(max_size=120))
def test_anything_typed_is_answered_with_spans_inside_its_labels(typed):
    answer = ask(typed)
    assert len(answer.suggestions) <= MOST_SUGGESTED
    for suggestion in answer.suggestions:
        for start, end in suggestion.spans:
            assert 0 <= start < end <= len(suggestion.label)


def test_a_table_without_parks_is_searched_too(make):
    edition = make("1,南山,片区,/,软件,")
    answer = suggest(edition, "南山", Language.ZH)
    assert [s.label for s in answer.suggestions] == ["南山"]
    assert suggest(edition, "113.94, 22.53", Language.ZH).suggestions[0].detail == ""


def test_a_zone_that_stands_in_two_districts_is_said_to_lie_in_neither(make):
    edition = make(
        "1,福田,同名片区,甲园,软件,",
        "2,南山,同名片区,乙园,软件,",
        "3,南山,独片区,丙园,软件,",
    )
    both, alone = (
        suggest(edition, zone, Language.EN).suggestions[0]
        for zone in ("同名片区", "独片区")
    )
    assert both.detail == "2 parks"
    assert (both.lon, both.lat) == (None, None)
    assert alone.detail == "Nanshan · 1 park"

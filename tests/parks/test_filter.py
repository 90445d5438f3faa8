"""One filter: what a link says is what is chosen, and back again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.catalogue import open_edition
from parks.errors import FilterError
from parks.filter import MATCHES, ROLES, Filter
from parks.places import PRECISIONS
from parks.selection import Shape

EDITION = open_edition()
PARKS = EDITION.parks
SECTORS = sorted(frozenset().union(*EDITION.sector_rows("any")))


def subsets(values, most=3):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


TITLES = EDITION.memberships.policies.names
SHAPES = [
    Shape.parse("circle:113.95,22.55,4000"),
    Shape.parse("circle:114.06,22.54,1500.5"),
    Shape.parse("polygon:113.9 22.5,114.0 22.5,114.0 22.6,113.95 22.7"),
]
FILTERS = st.builds(
    Filter,
    districts=subsets(EDITION.district_names),
    sectors=subsets(SECTORS),
    role=st.sampled_from(ROLES),
    match=st.sampled_from(MATCHES),
    zones=subsets([zone for zone in EDITION.zones["zone"] if zone]),
    policies=subsets(["广深科技创新走廊", "深府〔2018〕84号", "无此文件", *TITLES], 2),
    precisions=subsets(PRECISIONS),
    query=st.sampled_from(["", "产业园", "nanshan", "互联网 深圳", "qqqq"]),
    bbox=st.sampled_from([None, (113.9, 22.5, 114.0, 22.6), (0.0, 0.0, 1.0, 1.0)]),
    within=subsets(SHAPES, 2),
    ids=st.one_of(st.just(()), subsets(PARKS["park_id"].tolist(), 12)),
)


def choose(**options):
    filter_ = Filter.parse(
        {k: [v] if isinstance(v, str) else v for k, v in options.items()}, EDITION
    )
    return PARKS["name"][filter_.select(EDITION)].tolist()


def test_no_choice_means_every_park():
    assert len(choose()) == 59
    assert Filter() == Filter.parse({}, EDITION)


@pytest.mark.parametrize("name", ["南山", "南山区", "nanshan", "Nanshan", "440305"])
def test_a_district_is_known_by_all_its_names(name):
    assert len(choose(district=name)) == 9


@pytest.mark.parametrize(
    "name", ["industrial-internet", "工业互联网", "Industrial internet"]
)
def test_a_sector_is_known_by_id_and_names(name):
    assert len(choose(sector=name)) == 11


def test_values_of_one_option_are_alternatives_and_options_add_up():
    both = choose(district=["nanshan", "futian"])
    assert set(both) == set(choose(district="nanshan")) | set(choose(district="futian"))
    fintech = set(choose(district=["nanshan", "futian"], sector="fintech"))
    assert fintech == set(both) & set(choose(sector="fintech"))


def test_role_tells_aims_from_mentions():
    either, focus, mention = (
        set(choose(sector="internet", role=role))
        for role in ("any", "focus", "mention")
    )
    assert focus | mention == either
    assert not focus & mention
    assert "新一代产业园" in mention
    assert "蛇口网谷" in focus


def test_zone_policy_precision_and_box():
    assert choose(zone="留仙洞片区") == choose(zone="liu-xian-dong-pian-qu")
    assert choose(policy="深府〔2018〕84号") == choose(district="pingshan")
    assert len(choose(precision=["site", "near"])) == 23
    assert "深汕合作区腾讯数据中心" in choose(bbox="114.9,22.6,115.3,23.1")


@pytest.mark.parametrize(
    "query",
    [
        "szwkjsty",
        "深圳湾科技",
        "SHENZHENWANKEJI",
        "ｓｚｗｋｊｓｔｙ",
        "生态园 信息经济",
    ],
)
def test_words_pinyin_initials_and_full_width_find_a_park(query):
    assert "深圳湾科技生态园" in choose(q=query)


def test_every_word_of_a_query_must_be_found():
    assert choose(q="深圳湾 量子") == []


@pytest.mark.parametrize("query", ["南山区", "nanshanqu", "NANSHAN", "南山區"])
def test_a_district_is_found_by_its_official_names(query):
    assert set(choose(q=query)) >= set(choose(district="南山"))


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("district", "火星"),
        ("sector", "astrology"),
        ("role", "hero"),
        ("zone", "无此片区"),
        ("precision", "exact"),
        ("bbox", "1,2,3"),
        ("bbox", "a,b,c,d"),
        ("bbox", "114,23,113,22"),
        ("bbox", "nan,0,1,1"),
    ],
)
def test_a_value_that_means_nothing_is_named_with_its_option(option, value):
    with pytest.raises(FilterError) as refusal:
        choose(**{option: value})
    assert option in str(refusal.value)
    assert value in str(refusal.value)


@given(FILTERS)
def test_a_filter_written_into_a_link_reads_back(filter_):
    assert Filter.parse(filter_.to_options(), EDITION) == filter_


@given(FILTERS)
def test_a_filter_chooses_what_a_slow_reader_would(filter_):
    chosen = filter_.select(EDITION)
    assert chosen.dtype == np.bool_
    for park, is_chosen in zip(PARKS.itertuples(), chosen, strict=True):
        assert is_chosen == _is_meant(filter_, park)


def _is_meant(filter_, park):
    roles = {
        "any": set(park.sectors),
        "focus": set(park.focus),
        "mention": set(park.sectors) - set(park.focus),
    }
    west, south, east, north = filter_.bbox or (-180, -90, 180, 90)
    agree = all if filter_.match == "all" else any
    place = np.array([park.geometry.x]), np.array([park.geometry.y])
    return (
        (not filter_.districts or park.district in filter_.districts)
        and (
            not filter_.sectors
            or agree(sector in roles[filter_.role] for sector in filter_.sectors)
        )
        and (not filter_.zones or park.zone in filter_.zones)
        and (not filter_.precisions or park.precision in filter_.precisions)
        and (
            not filter_.policies
            or any(_is_cited(said, park) for said in filter_.policies)
        )
        and bool(EDITION.search_index.match(filter_.query)[park.Index])
        and west <= park.geometry.x <= east
        and south <= park.geometry.y <= north
        and (
            not filter_.within
            or any(bool(shape.contains(*place)[0]) for shape in filter_.within)
        )
        and (not filter_.ids or park.park_id in filter_.ids)
    )


def _is_cited(said, park):
    """A title means that document alone, other words whatever holds them."""
    if said in TITLES:
        return any(cited.split("（深府")[0] == said for cited in park.policies)
    return any(said in cited for cited in park.policies)


def test_taking_an_option_away_leaves_the_others():
    filter_ = Filter(districts=("南山",), sectors=("ai",), query="x")
    assert filter_.without("sector", "q") == Filter(districts=("南山",))


@pytest.mark.parametrize("query", ["深圳灣科技", "生態園", "鵬城", "互聯網 羅湖"])
def test_traditional_characters_find_simplified_ones(query):
    simple = {"深圳灣科技": "深圳湾科技", "生態園": "生态园", "鵬城": "鹏城"}
    assert choose(q=query)
    assert choose(q=query) == choose(q=simple.get(query, "互联网 罗湖"))


def test_a_traditional_table_is_found_by_simplified_words(make):
    edition = make("1,南山,蛇口片區,深圳灣生態園,軟件,")
    for query in ("深圳湾", "深圳灣", "生态园", "软件", "szw"):
        assert edition.search_index.match(query).all(), query


def test_a_typing_error_widens_no_filter():
    assert choose(q="深圳弯科技") == []


def test_a_query_of_a_hundred_thousand_characters_is_answered():
    match = EDITION.search_index.match
    assert (match("深圳湾 " * 25_000) == match("深圳湾")).all()
    assert not match("园" * 100_000).any()


@pytest.mark.parametrize("option", ["q", "policy"])
def test_nobody_types_words_as_long_as_a_chapter(option):
    with pytest.raises(FilterError) as refusal:
        choose(**{option: "园" * 100_000})
    assert len(str(refusal.value)) < 200


def test_nobody_chooses_thousands_of_values():
    with pytest.raises(FilterError) as refusal:
        choose(zone=["留仙洞片区"] * 9_000)
    assert "9000" in str(refusal.value)


def test_of_a_link_what_is_understood_is_honoured():
    link = {
        "district": ["火星", "nanshan", "<script>alert(1)</script>"],
        "sector": ["astrology", "ai"],
        "match": ["most"],
        "within": ["circle:0,0,1e9", "circle:113.95,22.55,2000"],
        "bbox": ["1,2"],
        "id": ["atlantis", "she-kou-wang-gu"],
        "q": ["园" * 300],
        "unknown": ["x"],
    }
    filter_, errors = Filter.parse_leniently(link, EDITION)
    assert filter_ == Filter(
        districts=("南山",),
        sectors=("ai",),
        within=(Shape.parse("circle:113.95,22.55,2000"),),
        ids=("she-kou-wang-gu",),
    )
    refused = [error.facts["option"] for error in errors]
    assert refused == [
        *["district"] * 2, "sector", "match", "q", "bbox", "within", "id"
    ]  # fmt: skip


def test_of_thousands_of_values_the_first_hundreds_are_honoured():
    filter_, errors = Filter.parse_leniently({"zone": ["留仙洞片区"] * 20_000}, EDITION)
    assert filter_ == Filter(zones=("留仙洞片区",))
    assert len(errors) == 20_000 - 500


def test_a_title_means_the_document_and_other_words_whatever_holds_them():
    title = "深圳国家高新区扩区方案"
    assert Filter.parse({"policy": [f"《{title}》"]}, EDITION).policies == (title,)
    exact, words = set(choose(policy=title)), set(choose(policy="高新区扩区方案"))
    assert exact < words


def test_all_of_the_sectors_are_in_the_role_asked_for():
    both = choose(sector=["ai", "fintech"], match="all")
    assert set(both) == set(choose(sector="ai")) & set(choose(sector="fintech"))
    focus = choose(sector=["ai", "fintech"], match="all", role="focus")
    assert set(focus) == set(choose(sector="ai", role="focus")) & set(
        choose(sector="fintech", role="focus")
    )


def test_toggling_adds_a_value_and_takes_it_away_again():
    filter_ = Filter(districts=("南山",)).toggle("district", "福田")
    assert filter_.districts == ("南山", "福田")
    assert filter_.toggle("district", "南山").districts == ("福田",)


NAMESAKES = (
    "1,南山,科技城片区,甲园,重点发展人工智能产业。,",
    "2,福田,科技城片区,乙园,重点发展人工智能产业。,",
    "3,宝安,,丙园,重点发展人工智能产业。,",
    "4,宝安,空港片区,丁园,重点发展人工智能产业。,",
    "5,龙华,,/,重点发展人工智能产业。,",
)


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"zone": ["ke-ji-cheng-pian-qu-nan-shan"]}, ["甲园"]),
        ({"zone": ["bao-an"]}, ["丙园"]),
        ({"zone": ["科技城片区"]}, ["甲园", "乙园"]),
        ({"zone": ["ke-ji-cheng-pian-qu-fu-tian", "空港片区"]}, ["乙园", "丁园"]),
        (
            {"zone": ["ke-ji-cheng-pian-qu-fu-tian", "空港片区"], "id": ["ding-yuan"]},
            ["丁园"],
        ),
    ],
)
def test_the_id_of_a_zone_means_its_row_alone(make, options, names):
    edition = make(*NAMESAKES)
    filter_ = Filter.parse(options, edition)
    assert edition.parks["name"][filter_.select(edition)].tolist() == names
    assert Filter.parse(filter_.to_options(), edition) == filter_


def test_the_id_of_a_row_without_name_or_parks_is_refused(make):
    edition = make(*NAMESAKES)
    with pytest.raises(FilterError):
        Filter.parse({"zone": ["long-hua"]}, edition)
    options = {"zone": ["ke-ji-cheng-pian-qu-nan-shan", "无此片区"]}
    filter_, errors = Filter.parse_leniently(options, edition)
    assert [error.facts["value"] for error in errors] == ["无此片区"]
    assert len(filter_.ids) == 1

"""Filters in CQL2 select the rows they say, or are refused by name."""

import json
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.ogc import cql_rows, cql_values
from service.ogc.cql_text import MOST_PARTS, MOST_PATTERNS
from service.ogc.truths import Truths, match_pattern

EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
PYTHONIC = re.compile(
    r"object|argument|__|Error|subscript|unhashable|NoneType|Expecting"
)
"""What Python's own words have, and ours have not."""
ITEMS = "/collections/parks/items"


@pytest.fixture
def select(ask):
    """Give the ids that a filter selects."""

    def select_(filter_, layer="parks", **options):
        if not isinstance(filter_, str):
            filter_ = json.dumps(filter_)
            options = {"filter_lang": "cql2-json"} | options
        address = f"/collections/{layer}/items"
        answer = ask(address, limit=10_000, filter=filter_, **options)
        assert answer.status_code == 200, answer.json()
        return {feature["id"] for feature in answer.json()["features"]}

    return select_


def prop(name):
    return {"property": name}


PAIRS = [
    ("district = '南山'", {"op": "=", "args": [prop("district"), "南山"]}),
    ("seq > 20", {"op": ">", "args": [prop("seq"), 20]}),
    ("seq <> 1", {"op": "<>", "args": [prop("seq"), 1]}),
    ("name LIKE '%科技园%'", {"op": "like", "args": [prop("name"), "%科技园%"]}),
    ("seq BETWEEN 2 AND 4", {"op": "between", "args": [prop("seq"), 2, 4]}),
    ("seq IN (1, 3)", {"op": "in", "args": [prop("seq"), [1, 3]]}),
    ("zone IS NULL", {"op": "isNull", "args": [prop("zone")]}),
    (
        "NOT (district = '南山' OR seq < 5)",
        {
            "op": "not",
            "args": [
                {
                    "op": "or",
                    "args": [
                        {"op": "=", "args": [prop("district"), "南山"]},
                        {"op": "<", "args": [prop("seq"), 5]},
                    ],
                }
            ],
        },
    ),
    (
        "A_CONTAINS(sectors, ('ai', 'fintech'))",
        {"op": "a_contains", "args": [prop("sectors"), ["ai", "fintech"]]},
    ),
    (
        "A_OVERLAPS(focus, ('ai', 'ic'))",
        {"op": "a_overlaps", "args": [prop("focus"), ["ai", "ic"]]},
    ),
    (
        "S_INTERSECTS(geometry, BBOX(113.9, 22.4, 114.0, 22.6))",
        {
            "op": "s_intersects",
            "args": [prop("geometry"), {"bbox": [113.9, 22.4, 114.0, 22.6]}],
        },
    ),
    (
        "S_WITHIN(geometry, POLYGON((113.9 22.4, 114.1 22.4, 114.1 22.7, 113.9 22.4)))",
        {
            "op": "s_within",
            "args": [
                prop("geometry"),
                {
                    "type": "Polygon",
                    "coordinates": [
                        [[113.9, 22.4], [114.1, 22.4], [114.1, 22.7], [113.9, 22.4]]
                    ],
                },
            ],
        },
    ),
    (
        "A_CONTAINEDBY(focus, ('ai', 'ic'))",
        {"op": "a_containedBy", "args": [prop("focus"), ["ai", "ic"]]},
    ),
    (
        "S_INTERSECTS(geometry, BBOX(113.9, 22.4, -5, 114.0, 22.6, 900))",
        {
            "op": "s_intersects",
            "args": [prop("geometry"), {"bbox": [113.9, 22.4, -5, 114.0, 22.6, 900]}],
        },
    ),
    (
        "TRUE AND (seq < 3 OR (FALSE)) AND NOT FALSE",
        {
            "op": "and",
            "args": [
                True,
                {
                    "op": "or",
                    "args": [{"op": "<", "args": [prop("seq"), 3]}, False],
                },
                {"op": "not", "args": [False]},
            ],
        },
    ),
    (
        "CASEI(name) LIKE CASEI('%Vr%')",
        {
            "op": "like",
            "args": [
                {"op": "casei", "args": [prop("name")]},
                {"op": "casei", "args": ["%Vr%"]},
            ],
        },
    ),
    ("seq * 2 + 1 > 30", None),
    ("CASEI(name) LIKE CASEI('%Vr%')", None),
]


@pytest.mark.parametrize(("text", "tree"), [pair for pair in PAIRS if pair[1]])
def test_text_and_json_select_the_same(select, text, tree):
    assert select(text) == select(tree)


def test_a_filter_selects_what_the_frame_says(select, edition):
    parks = edition.parks.set_index("park_id", drop=False)

    def ids(chosen):
        return set(parks["park_id"][chosen])

    assert select(PAIRS[0][0]) == ids(parks["district"] == "南山") != set()
    assert select(PAIRS[1][0]) == ids(parks["seq"] > 20) != set()
    assert select(PAIRS[3][0]) == ids(parks["name"].str.contains("科技园")) != set()
    assert select(PAIRS[4][0]) == ids(parks["seq"].between(2, 4)) != set()
    assert select(PAIRS[6][0]) == ids(parks["zone"].isna())
    has_both = parks["sectors"].map(lambda held: {"ai", "fintech"} <= set(held))
    assert select(PAIRS[8][0]) == ids(has_both) != set()
    lon, lat = parks.geometry.x, parks.geometry.y
    boxed = lon.between(113.9, 114.0) & lat.between(22.4, 22.6)
    assert select(PAIRS[10][0]) == ids(boxed) != set()
    within = parks["focus"].map(lambda held: set(held) <= {"ai", "ic"})
    assert select(PAIRS[12][0]) == ids(within) != set()
    assert select(PAIRS[13][0]) == ids(boxed)
    assert select(PAIRS[14][0]) == ids(parks["seq"] < 3) != set()
    folded = parks["name"].str.casefold().str.contains("vr")
    assert select(PAIRS[15][0]) == ids(folded)
    assert select(PAIRS[16][0]) == ids(parks["seq"] * 2 + 1 > 30) != set()


def test_what_drafts_wrote_is_read_too(select):
    between = {"op": "between", "args": [prop("seq"), [2, 4]]}
    assert select(between) == select("seq BETWEEN 2 AND 4")
    missing = {"op": "isNull", "args": prop("zone")}
    assert select(missing) == select("zone IS NULL")
    contained = {"op": "a_containedby", "args": [prop("focus"), ["ai"]]}
    assert select(contained) == select("A_CONTAINEDBY(focus, ('ai'))")


def test_a_boolean_is_a_filter(select, edition):
    every = set(edition.parks["park_id"])
    assert select("TRUE") == select(True) == select("(true)") == every  # noqa: FBT003 - the filter itself
    assert select("FALSE") == select(False) == select("NOT TRUE") == set()  # noqa: FBT003 - the filter itself


def test_shapes_may_be_gathered(select):
    point = {"type": "Point", "coordinates": [113.95, 22.54]}
    gathered = {"type": "GeometryCollection", "geometries": [point]}
    tree = {"op": "s_disjoint", "args": [prop("geometry"), gathered]}
    assert select(tree) == select("S_DISJOINT(geometry, POINT(113.95 22.54))")


def test_and_binds_closer_than_or(select):
    one, two = "seq = 1", "seq = 2"
    assert select(f"{one} OR {two} AND district = '无'") == select(one) != set()
    assert select(f"({one} OR {two}) AND district = '无'") == set()


def test_what_is_missing_is_neither_equal_nor_unequal(ask_table):
    ask = ask_table(
        "1,,乙片区,乙园,软件,113.96,22.55", "2,南山,甲片区,甲园,软件,113.95,22.54"
    )

    def count(filter_):
        return ask(ITEMS, filter=filter_).json()["numberMatched"]

    assert count("district = '南山'") == 1
    assert count("district <> '南山'") == 0
    assert count("NOT (district = '南山')") == 0
    assert count("district IS NULL") == 1
    assert count("district IS NULL OR district <> '福田'") == 2


def test_a_filter_and_the_options_add_up(ask, select):
    both = ask(ITEMS, filter="seq > 3", district="nanshan", limit=1000).json()
    ids = {feature["id"] for feature in both["features"]}
    assert ids == select("seq > 3 AND district = '南山'") != set()


def test_geometries_are_read_in_the_system_that_is_named(select):
    plain = select("S_INTERSECTS(geometry, BBOX(113.9, 22.4, 114.0, 22.6))")
    turned = select(
        "S_INTERSECTS(geometry, BBOX(22.4, 113.9, 22.6, 114.0))",
        filter_crs="http://www.opengis.net/def/crs/EPSG/0/4490",
    )
    assert plain == turned != set()


def meet(*numbers):
    """Write that a box is met, as text and as JSON."""
    met = {"op": "s_intersects", "args": [prop("geometry"), {"bbox": list(numbers)}]}
    return f"S_INTERSECTS(geometry, BBOX({','.join(map(str, numbers))}))", met


def test_a_box_across_the_date_line_is_two(select, edition):
    for filter_ in meet(170, -90, -170, 90):
        assert select(filter_) == set()
    for filter_ in meet(113.9, 22, -170, 23):
        east = edition.parks.geometry.x >= 113.9
        assert select(filter_) == set(edition.parks["park_id"][east]) != set()
    apart = "S_DISJOINT(geometry, BBOX(170, -90, -170, 90))"
    assert select(apart) == set(edition.parks["park_id"])


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ((115, 23, 113, 22), ""),
        ((113, 23, 115, 22), ""),
        ((113, -91, 115, 23), ""),
        ((23, 113, 22, 115), "4490"),
        ((2490000, 520000, 2500000, 510000), "4547"),
    ],
)
def test_a_box_upside_down_is_refused(ask, numbers, code):
    text, tree = meet(*numbers)
    system = {"filter_crs": f"{EPSG}{code}"} if code else {}
    for filter_, language in ((text, "cql2-text"), (json.dumps(tree), "cql2-json")):
        answer = ask(ITEMS, filter=filter_, filter_lang=language, **system)
        assert answer.status_code == 400
        assert answer.json()["parameter"] == "filter"


def test_a_box_in_a_filter_without_width_is_a_line(select, edition):
    point = edition.parks.geometry.iloc[0]
    for filter_ in meet(point.x, point.y, point.x, point.y):
        assert edition.parks["park_id"].iloc[0] in select(filter_)


@pytest.mark.parametrize("layer", ["zones", "districts"])
def test_polygons_are_related_too(select, layer):
    inside = select("S_INTERSECTS(geometry, POINT(113.95 22.54))", layer)
    outside = select("S_DISJOINT(geometry, POINT(113.95 22.54))", layer)
    assert inside.isdisjoint(outside)
    assert outside


def test_a_quotation_mark_in_a_text_is_written_twice(select):
    assert select("name = 'it''s none'") == set()


@pytest.mark.parametrize(
    "filter_",
    [
        *("seq IN ('1')", "seq IN (1, TRUE)", "focus IN ('ai')", "name IN (seq)"),
        *("", "district", "district =", "district = '南山", "= 1", "seq ==== 1"),
        *("unknown = 1", "sectors = 'ai'", "seq = '1'", "seq > 'a'", "name > 1"),
        *("seq LIKE '1'", "S_INTERSECTS(geometry, 'x')", "S_INTERSECTS(seq, seq)"),
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 0)))",
        *(
            "S_INTERSECTS(geometry, POINT(1))",
            "S_WITHIN(geometry, BBOX(1, 2, 3, 4, 5))",
        ),
        *("TRUE = 1", "seq = TRUE", "TRUE FALSE", "district AND TRUE", "(TRUE) = TRUE"),
        "A_CONTAINS(name, 'x')",
        *("name = foo(1)", "T_AFTER(seq, DATE('2020-01-01'))", "name; DROP TABLE"),
        "NOT " * 1200 + "seq=1",
        "(" * 2000 + "seq=1" + ")" * 2000,
        "seq=1" + " AND seq=1" * 490,
        "name LIKE '" + "%a" * 2000 + "'",
        "__import__('os').system('x') = 1",
    ],
)
def test_a_broken_filter_is_refused_or_answered(ask, filter_):
    answer = ask(ITEMS, filter=filter_, lang="en")
    assert PYTHONIC.search(answer.text) is None
    if len(filter_) > 400:
        assert answer.status_code in {200, 400}
        return
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "filter"


@pytest.mark.parametrize(
    "filter_",
    [
        *(
            "",
            "{",
            "[]",
            "1",
            '"x"',
            "null",
            '{"op": "and"}',
            '{"op": "x", "args": []}',
        ),
        '{"op": "=", "args": [{"property": "seq"}]}',
        '{"op": "=", "args": [{"property": ["seq"]}, 1]}',
        '{"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": [1]}]}',
        '{"op": "s_within", "args": [{"property": "geometry"}, {"coordinates": 1}]}',
        '{"op": "and", "args": [1, 2]}',
        '{"op": "in", "args": [{"property": "seq"}, []]}',
        '{"op": "like", "args": [{"property": "name"}, 5]}',
        '{"filter-lang": "x", "op": "=", "args": [1, 1]}',
        '{"op": "not", "args": [' * 200 + "1" + "]}" * 200,
        "[" * 4900,
        '{"op": "not", "args": [null]}',
        '{"op": "between", "args": [{"property": "seq"}, 1]}',
        '{"op": "between", "args": [{"property": "seq"}, [1, 2, 3]]}',
        '{"op": "between", "args": [{"property": "seq"}]}',
        '{"op": "in", "args": [{"property": "seq"}, 1]}',
        '{"op": "like", "args": [{"property": "name"}, {"property": "name"}]}',
        '{"op": "=", "args": [{"property": "seq"}, NaN]}',
        '{"op": "=", "args": [{"property": "seq"}, ' + "9" * 400 + "]}",
        '{"op": "=", "args": [{"property": "seq"}, ' + "9" * 4400 + "]}",
        '{"op": "s_within", "args": [{"property": "geometry"}, {"bbox": ["1"]}]}',
        '{"op": "s_within", "args": [{"property": "geometry"}, {"bbox": [1,2,3,4,5]}]}',
        '{"op": "s_within", "args": [{"type": "Point", "coordinates": [[1]]}, 1]}',
        '{"op": "a_contains", "args": [{"property": "focus"}, [["ai"]]]}',
        '{"op": "t_after", "args": [{"property": "seq"}, {"date": "2020-01-01"}]}',
    ],
)
def test_broken_json_is_refused(ask, filter_):
    answer = ask(ITEMS, filter=filter_, filter_lang="cql2-json", lang="en")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "filter"
    assert PYTHONIC.search(answer.json()["detail"]) is None


def test_another_language_is_refused(ask):
    answer = ask(ITEMS, filter="seq=1", filter_lang="ecql")
    assert (answer.status_code, answer.json()["parameter"]) == (400, "filter-lang")


@given(st.text(max_size=60))
@settings(max_examples=60, derandomize=True)
def test_any_text_is_answered_or_refused(ask, text):
    assert ask(ITEMS, filter=text).status_code in {200, 400}


@pytest.fixture
def factorized(monkeypatch):
    """Count how often a column is taken apart into its distinct values."""
    counted = []

    def factorize(held):
        counted.append(len(held))
        return pd.factorize(held)

    tools = SimpleNamespace(**{**vars(pd), "factorize": factorize})
    monkeypatch.setattr(cql_values, "pd", tools)
    return counted


def test_a_long_list_is_looked_through_once(select, monkeypatch, factorized):
    reads = []
    read = cql_values.ValueReader.read

    def count(reader, node):
        reads.append(node)
        return read(reader, node)

    monkeypatch.setattr(cql_values.ValueReader, "read", count)
    found = select("seq IN (" + ",".join(["1", "3"] * 1240) + ")")
    assert (len(reads), len(factorized)) == (1, 1)
    assert found == select("seq = 1 OR seq = 3") != set()


def test_an_option_may_be_reckoned(select):
    assert select("seq IN (seq, 1)") == select("TRUE")
    assert select("seq NOT IN (1, 2 + 1)") == select("seq <> 1 AND seq <> 3")
    assert select("seq IN (seq + 1)") == set()


def test_a_column_is_folded_once_however_often_it_is_asked_for(select, factorized):
    found = select(" OR ".join(["CASEI(name) = 'a'"] * 120))
    assert (found, len(factorized)) == (set(), 1)


def test_a_text_that_many_rows_have_is_matched_once(edition, monkeypatch, select):
    tried = []

    def match(_):
        return lambda text: bool(tried.append(text))

    monkeypatch.setattr(cql_rows, "match_pattern", match)
    select("district LIKE '%x%'")
    assert sorted(tried) == sorted(set(edition.parks["district"].dropna()))
    assert len(tried) < len(edition.parks)


@pytest.mark.parametrize(
    "filter_",
    [
        " OR ".join(["direction LIKE '%_a%'"] * (MOST_PATTERNS + 1)),
        "seq=1" + " OR seq=1" * 400,
        "seq IN (" + ",".join(["seq"] * (MOST_PARTS + 1)) + ")",
    ],
)
def test_a_filter_of_too_much_is_refused(ask, filter_):
    answer = ask(ITEMS, filter=filter_, lang="en")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "filter"
    assert "give at most" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("filter_", "language"),
    [
        ("seq" + "+1" * 490 + " > 0", "cql2-text"),
        ("seq" + "+1" * 2400 + " > 0", "cql2-text"),
        ("[" * 4900, "cql2-json"),
    ],
)
def test_a_filter_nested_too_deeply_is_told_so(ask, filter_, language):
    answer = ask(ITEMS, filter=filter_, filter_lang=language, lang="en")
    assert answer.status_code == 400
    assert "nested too deeply" in answer.json()["detail"]


def naive_match(pattern, text):
    """Match by recursion, as the definition says."""
    if not pattern:
        return not text
    if pattern[0] == "\\" and len(pattern) > 1:
        return text[:1] == pattern[1] and naive_match(pattern[2:], text[1:])
    if pattern[0] == "%":
        return any(naive_match(pattern[1:], text[at:]) for at in range(len(text) + 1))
    return (
        bool(text)
        and pattern[0] in {"_", text[0]}
        and naive_match(pattern[1:], text[1:])
    )


@given(
    st.text("ab%_.(園\n", max_size=7),
    st.text("ab.(園\n", max_size=7),
)
@settings(derandomize=True)
def test_a_pattern_matches_as_its_definition_says(pattern, text):
    assert match_pattern(pattern)(text) == naive_match(pattern, text)


def test_a_backslash_takes_a_sign_as_it_stands():
    assert match_pattern(r"100\%")("100%")
    assert not match_pattern(r"100\%")("1000")
    assert match_pattern(r"%\_x")("a_x")
    assert not match_pattern(r"%\_x")("abx")


def test_unknown_stays_unknown():
    known = np.array([True, True, False])
    truths = Truths.where(np.array([True, False, True]), known)
    assert (~truths).yes.tolist() == [False, True, False]
    assert (truths | ~truths).yes.tolist() == [True, True, False]
    assert (truths & ~truths).no.tolist() == [True, True, False]

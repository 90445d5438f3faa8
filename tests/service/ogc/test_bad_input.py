"""Nonsense is a problem document that names the parameter, never an error of ours."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from parks.errors import UnreadableFileError
from parks.exports import Terms
from service.ogc import route_ogc
from service.ogc.options import LONGEST_QUERY
from service.ogc.questions import ITEMS_OPTIONS

ITEMS = "/collections/parks/items"


def check_problem(answer, parameter, status=400):
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert {"type", "title", "status", "detail"} <= problem.keys()
    assert problem["status"] == status
    assert problem["title"]
    if parameter:
        assert problem["parameter"] == parameter
        assert parameter in problem["detail"]
    return problem


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("district", "亚特兰蒂斯"),
        ("sector", "alchemy"),
        ("role", "hero"),
        ("match", "some"),
        ("zone", "no such zone"),
        ("precision", "exact"),
        ("within", "circle:nonsense"),
        ("id", "no-such-park"),
        ("q", "x" * 201),
        ("policy", "x" * 201),
        ("limit", "-1"),
        ("limit", "0"),
        ("limit", "abc"),
        ("limit", "1e3"),
        ("limit", "１０"),
        ("offset", "-1"),
        ("offset", "x"),
        ("bbox", "114,22,113"),
        ("bbox", "113,23,114,22"),
        ("bbox", "nan,22,114,23"),
        ("bbox", "113,22,inf,23"),
        ("bbox", "113,-91,114,91"),
        ("bbox", "1,2,9,3,4,5"),
        ("bbox", "1_13,22,115,2_3"),
        ("bbox", "１１３,22,115,23"),
        ("bbox", "113,22,115,23,x"),
        ("bbox", "113,22,,115,23"),
        ("datetime", "2020-02-30"),
        ("datetime", "2021-01-01/2020-01-01"),
        ("datetime", "a/b/c"),
        ("crs", "http://www.opengis.net/def/crs/EPSG/0/9999"),
        ("filter", "district ="),
        ("filter", "x" * 6000),
        ("f", "gml"),
        ("lang", "tlh"),
        ("sortby", "name"),
        ("resultType", "hits"),
    ],
)
def test_each_is_refused_by_its_name(ask, name, value):
    check_problem(ask(ITEMS, **{name: value}), name)


@pytest.mark.parametrize("name", ["limit", "offset", "bbox", "crs", "filter", "f"])
def test_what_can_be_given_once_is_refused_twice(ask, name):
    value = {"bbox": "1,2,3,4", "filter": "seq=1", "f": "json"}.get(name, "1")
    check_problem(ask(ITEMS, **{name: [value, value]}), name)


@pytest.mark.parametrize(
    ("name", "value"),
    [("bbox-crs", "CRS84"), ("filter-crs", "CRS84"), ("filter-lang", "cql2-text")],
)
def test_what_says_nothing_alone_is_refused_alone(ask, name, value):
    system = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    value = system if value == "CRS84" else value
    check_problem(ask(ITEMS, **{name: value}), name)


def test_a_huge_limit_is_the_maximum(ask, edition):
    assert len(ask(ITEMS, limit=10**9).json()["features"]) == len(edition.parks)


def test_an_offset_beyond_the_end_is_an_empty_answer(ask, edition):
    for offset in (len(edition.parks), 10**30):
        document = ask(ITEMS, offset=offset).json()
        assert document["features"] == []
        assert document["numberReturned"] == 0


def test_a_box_is_read_however_its_numbers_are_written(ask, edition):
    for box in ("1.13e2,+22.,115, 23", ".0,0,180,90", "-180,-90,-9e9,180,90,9E+9"):
        document = ask(ITEMS, bbox=box).json()
        assert document["numberMatched"] == len(edition.parks)


def test_a_box_across_the_date_line_is_read_as_such(ask, edition):
    nothing = ask(ITEMS, bbox="170,-50,-170,50").json()
    assert (nothing["numberMatched"], nothing["features"]) == (0, [])
    around = ask(ITEMS, bbox="100,-50,-170,50").json()
    assert around["numberMatched"] == len(edition.parks)


def test_a_box_without_width_is_a_line(ask, edition):
    point = edition.parks.geometry.iloc[0]
    box = f"{point.x},{point.y},{point.x},{point.y}"
    assert ask(ITEMS, bbox=box).json()["numberMatched"] >= 1


def test_a_plane_has_no_date_line(ask):
    system = "http://www.opengis.net/def/crs/EPSG/0/4547"
    answer = ask(ITEMS, bbox="2490000,520000,2500000,510000", bbox_crs=system)
    check_problem(answer, "bbox")


def test_an_empty_result_is_a_valid_collection(ask):
    document = ask(ITEMS, q="没有这样的园区").json()
    assert document["type"] == "FeatureCollection"
    assert (document["numberMatched"], document["features"]) == (0, [])
    assert document["links"]


@pytest.mark.parametrize("count", [LONGEST_QUERY + 1, 60_000])
def test_a_long_query_is_too_long(ask, count):
    check_problem(ask(ITEMS, q="x" * count), "", 414)


@pytest.mark.parametrize(
    "path",
    [
        *("/nothing", "/collections/nothing", "/collections/nothing/items"),
        *("/collections/parks/nothing", "/collections/parks/items/nothing"),
        *("/collections/parks/items/a/b/c", "/collections/parks/schema/x"),
        *("/collections/%2e%2e/items", "/processes", "/TileMatrixSets", "/jobs"),
        "/collections/parks/items/%00",
    ],
)
def test_there_is_nothing_anywhere_else(ask, path):
    check_problem(ask(path), "", 404)
    assert "<h1>" in ask(path, headers={"Accept": "text/html"}).text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_written(edition, method):
    with TestClient(Starlette(routes=route_ogc(lambda: edition, Terms()))) as client:
        answer = client.request(method, f"/ogc{ITEMS}")
    check_problem(answer, "", 405)
    assert "GET" in answer.headers["allow"]


def test_a_refusal_is_said_in_both_languages(ask):
    english = check_problem(ask(ITEMS, limit="-1", lang="en"), "limit")["detail"]
    chinese = check_problem(ask(ITEMS, limit="-1", lang="zh"), "limit")["detail"]
    assert "give one from 1 on" in english
    assert "请给" in chinese


def test_a_refusal_is_a_page_for_browsers_with_all_escaped(ask):
    page = ask(ITEMS, f="html", district="<script>alert(1)</script>")
    assert page.status_code == 400
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_table_that_cannot_be_read_is_a_sentence():
    def fail():
        raise UnreadableFileError(name="parks.csv", reason="gone")

    with TestClient(Starlette(routes=route_ogc(fail, Terms()))) as client:
        check_problem(client.get("/ogc"), "", 503)


def test_few_questions_are_answered_at_once(open_service, edition):
    lock = threading.Lock()
    counts = {"now": 0, "most": 0, "all": 0}

    def publish():
        with lock:
            counts["now"] += 1
            counts["all"] += 1
            counts["most"] = max(counts["most"], counts["now"])
        # Long enough for all to come in if nobody kept them out.
        time.sleep(0.02)
        with lock:
            counts["now"] -= 1
        return edition

    ask = open_service(publish)
    with ThreadPoolExecutor(16) as askers:
        answers = list(askers.map(ask, ["/conformance"] * 16))
    assert {answer.status_code for answer in answers} == {200}
    assert counts["all"] == 16
    assert counts["most"] <= 4


@pytest.mark.parametrize("host", ["a b", "x/y", "a@b", '"><script>', "x:123456"])
def test_a_host_that_is_none_stands_in_no_link(ask, host):
    problem = check_problem(ask("", headers={"Host": host}), "Host")
    assert "links" not in problem


NAMES = st.sampled_from([*ITEMS_OPTIONS, "unheard-of"])
TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["1", "1,2,3,4", "seq=1", "=cmd", "%", "'", "\x00", "ai", "南山"]),
    st.integers().map(str),
    st.lists(st.floats(), min_size=3, max_size=7).map(lambda x: ",".join(map(str, x))),
)


@given(st.lists(st.tuples(NAMES, TEXTS), max_size=4), st.sampled_from(["json", "html"]))
@settings(max_examples=80, derandomize=True)
def test_whatever_is_asked_is_answered_or_refused(ask, pairs, format_):
    options = {}
    for name, value in pairs:
        options.setdefault(name, []).append(value)
    answer = ask(ITEMS, headers={"Accept": f"text/{format_}"}, **options)
    assert answer.status_code in {200, 400}
    if answer.headers["content-type"].endswith("json"):
        document = json.loads(answer.content)
        assert "parameter" in document or "features" in document

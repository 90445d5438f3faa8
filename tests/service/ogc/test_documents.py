"""What the service says, in which words, under which name and how often."""

import gzip
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from parks.catalogue import make_edition, open_edition
from parks.exports import LAYERS, Terms, pick_layer
from parks.filter import Filter
from service.ogc import route_ogc

ITEMS = "/collections/parks/items"
HEADING = "序号,辖区,片区,园区名称,产业方向,经度,纬度"
HOSTILE = '=cmd|" /C calc"!A0,<script>alert(1)</script>${7*7}{{7*7}}\n🙂'


def ids_of(answer):
    assert answer.status_code == 200, answer.text
    return [feature["id"] for feature in answer.json()["features"]]


def pages(ask, path, **params):
    """Walk from page to page by the links."""
    document = ask(path, **params).json()
    while True:
        yield document
        following = [link for link in document["links"] if link["rel"] == "next"]
        if not following:
            return
        href = following[0]["href"].partition("/ogc")[2]
        document = ask(href).json()


def test_the_pages_together_are_all_and_nothing_twice(ask, edition):
    found = [
        feature["id"]
        for page in pages(ask, ITEMS, limit=7)
        for feature in page["features"]
    ]
    assert found == edition.parks["park_id"].tolist()


def test_the_next_page_keeps_every_value_of_the_question(ask, edition):
    asked = {"district": ["nanshan", "futian"], "sector": ["ai", "ic"], "limit": 2}
    found = [
        feature["id"]
        for page in pages(ask, ITEMS, **asked)
        for feature in page["features"]
    ]
    options = {"district": ["nanshan", "futian"], "sector": ["ai", "ic"]}
    chosen = Filter.parse(options, edition).select(edition)
    assert found == edition.parks["park_id"][chosen].tolist() != []


def test_back_from_the_second_page_is_the_first(ask):
    second = ask(ITEMS, limit=5, offset=5).json()
    (back,) = [link for link in second["links"] if link["rel"] == "prev"]
    first = ask(back["href"].partition("/ogc")[2])
    assert ids_of(first) == ids_of(ask(ITEMS, limit=5))


def test_a_browser_that_asked_for_json_turns_the_page_in_it(ask):
    page = ask(ITEMS, {"Accept": "text/html"}, f="json", limit=5, offset=5)
    links = page.json()["links"]
    turning = [link for link in links if link["rel"] in {"prev", "next"}]
    assert len(turning) == 2
    for link in turning:
        address = link["href"].partition("/ogc")[2]
        turned = ask(address, {"Accept": "text/html"})
        assert turned.headers["content-type"] == link["type"]


def test_a_page_turns_to_a_page(ask):
    page = ask(ITEMS, f="html", limit=5, offset=5).text
    turning = re.findall(r'rel="(?:prev|next)" href="([^"]*)"', page)
    assert len(turning) == 2
    for href in turning:
        assert href.count("f=") == 1
        turned = ask(href.replace("&amp;", "&").partition("/ogc")[2])
        assert turned.headers["content-type"].startswith("text/html")


def test_the_last_page_has_no_next(ask, edition):
    last = ask(ITEMS, limit=10, offset=len(edition.parks) - 10).json()
    assert "next" not in {link["rel"] for link in last["links"]}


OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "district": st.lists(st.sampled_from(["南山", "futian", "440306"]), max_size=2),
        "sector": st.lists(st.sampled_from(["ai", "ic", "金融科技"]), max_size=2),
        "role": st.sampled_from([["any"], ["focus"], ["mention"]]),
        "match": st.sampled_from([["any"], ["all"]]),
        "precision": st.lists(st.sampled_from(["site", "near", "zone"]), max_size=2),
        "q": st.sampled_from([["园"], ["ruanjian"], ["科技"]]),
        "policy": st.sampled_from([["深圳"], ["规划"]]),
        "within": st.just(["circle:113.95,22.54,9000"]),
    },
)


@given(OPTIONS, st.sampled_from(LAYERS))
@settings(max_examples=60, derandomize=True)
def test_the_same_filter_gives_the_same_as_a_download(ask, edition, options, layer):
    chosen = Filter.parse(options, edition).select(edition)
    picked = pick_layer(edition, chosen, layer=layer)
    answer = ask(f"/collections/{layer}/items", limit=10_000, **options)
    assert ids_of(answer) == picked.rows[picked.id_column].tolist()


def test_the_box_gives_the_parks_of_the_filters_box(ask, edition):
    box = "113.9,22.4,114.0,22.6"
    chosen = Filter.parse({"bbox": [box]}, edition).select(edition)
    found = ids_of(ask(ITEMS, bbox=box, limit=1000))
    assert found == edition.parks["park_id"][chosen].tolist() != []


def test_schema_and_queryables_name_what_features_have(ask):
    for layer in LAYERS:
        feature = ask(f"/collections/{layer}/items", limit=1).json()["features"][0]
        for part in ("schema", "queryables"):
            answer = ask(f"/collections/{layer}/{part}")
            assert answer.headers["content-type"] == "application/schema+json"
            named = set(answer.json()["properties"])
            assert named == {"geometry", *feature["properties"]}
        roles = [
            described.get("x-ogc-role")
            for described in answer.json()["properties"].values()
        ]
        assert "primary-geometry" in roles


def test_titles_and_words_are_said_in_the_language_asked_for(ask):
    chinese = ask("/collections/parks").json()
    english = ask("/collections/parks", lang="en").json()
    spoken = ask("/collections/parks", headers={"Accept-Language": "en-GB,zh;q=0.5"})
    assert (chinese["title"], english["title"]) == ("园区", "Parks")
    assert spoken.json()["title"] == "Parks"
    assert all(re.search("[一-鿿]", link["title"]) for link in chinese["links"])
    assert not any(re.search("[一-鿿]", link["title"]) for link in english["links"])
    assert ask("").headers["content-language"] == "zh"


def test_links_keep_the_language(ask):
    landing = ask("", lang="en").json()
    for link in landing["links"]:
        assert parse_qs(urlsplit(link["href"]).query)["lang"] == ["en"]


@pytest.mark.parametrize("host", ["gis.example.cn", "10.0.0.7:8501", "[::1]:80"])
def test_links_lead_to_the_host_that_was_asked(ask, host):
    for path in ("", "/collections", ITEMS):
        answer = ask(path, headers={"Host": host})
        for link in answer.json()["links"]:
            assert urlsplit(link["href"]).netloc == host


def test_what_a_stranger_forwards_is_not_believed(ask):
    forwarded = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    assert "evil.example" not in ask("", headers=forwarded).text


def test_links_begin_where_the_app_is_mounted(edition):
    inner = Starlette(routes=route_ogc(lambda: edition, Terms()))
    app = Starlette(routes=[Mount("/atlas", inner)])
    with TestClient(app) as client:
        landing = client.get("/atlas/ogc").json()
        for link in landing["links"]:
            assert link["href"].startswith("http://testserver/atlas/ogc")
            assert client.get(link["href"]).status_code == 200


def test_the_same_again_is_not_sent_again(ask):
    for path in ("", "/api", ITEMS, "/collections?f=html"):
        first = ask(path)
        again = ask(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        other = ask(path, headers={"If-None-Match": '"other"'})
        assert other.status_code == 200


def test_it_is_packed_only_for_those_who_can_unpack(ask):
    packed = ask(ITEMS, headers={"Accept-Encoding": "gzip"})
    plain = ask(ITEMS, headers={"Accept-Encoding": "identity"})
    refused = ask(ITEMS, headers={"Accept-Encoding": "gzip;q=0, br"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in refused.headers
    assert packed.content == plain.content
    assert len(gzip.compress(plain.content)) < len(plain.content) / 3
    assert "Accept-Encoding" in packed.headers["vary"]


def test_anybodys_page_may_read_it(ask):
    assert ask(ITEMS).headers["access-control-allow-origin"] == "*"
    assert ask(ITEMS, limit="x").headers["access-control-allow-origin"] == "*"


def test_a_changed_table_is_followed(open_service, tmp_path):
    table = tmp_path / "parks.csv"
    table.write_text(f"{HEADING}\n1,南山,甲片区,甲园,软件,113.95,22.54\n")
    ask = open_service(lambda: open_edition(table))
    assert [f["properties"]["name"] for f in ask(ITEMS).json()["features"]] == ["甲园"]
    rows = "1,南山,甲片区,乙园,软件,113.95,22.54\n2,福田,丙片区,丙园,软件,114.05,22.54"
    table.write_text(f"{HEADING}\n{rows}\n")
    names = [f["properties"]["name"] for f in ask(ITEMS).json()["features"]]
    assert names == ["乙园", "丙园"]


def test_two_tables_are_served_side_by_side(ask, ask_table):
    own = ask_table("1,南山,甲片区,甲园,软件,113.95,22.54")
    assert own(ITEMS).json()["numberMatched"] == 1
    assert ask(ITEMS).json()["numberMatched"] > 1
    assert own(ITEMS, f="html").text.count("<tr>") == 2


def test_a_table_without_places_has_features_without_geometry(open_service):
    made = make_edition("园区名称\n某园\n".encode(), name="bare.csv")
    ask = open_service(lambda: made)
    (feature,) = ask(ITEMS).json()["features"]
    assert feature["geometry"] is None
    for layer in LAYERS:
        for path in ("", "/items", "/schema", "/queryables"):
            assert ask(f"/collections/{layer}{path}").status_code == 200
            assert ask(f"/collections/{layer}{path}", f="html").status_code == 200
    assert ask(ITEMS, bbox="-180,-90,180,90").json()["features"] == []


def test_hostile_text_is_text_everywhere(open_service):
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    table = f"{HEADING}\n1,南山,{quoted},{quoted},{quoted},113.95,22.54\n"
    made = make_edition(table.encode(), name="hostile.csv")
    ask = open_service(lambda: made)
    features = ask(ITEMS).json()["features"]
    for column in ("name", "zone", "direction"):
        said = [feature["properties"][column] for feature in features]
        assert said == made.parks[column].tolist()
    assert "<script>alert(1)</script>" in features[0]["properties"]["direction"]
    item = f"{ITEMS}/{features[0]['id']}"
    assert ask(item).json()["properties"] == features[0]["properties"]
    for path in (ITEMS, item, "/collections/zones/items"):
        page = ask(path, f="html").text
        assert "<script" not in page
        assert "&lt;script&gt;" in page


def test_only_what_the_operator_offers_is_there(ask_table):
    row = "1,南山,甲片区,甲园,软件,113.95,22.54"
    terms = Terms(layers=("zones",), licence="CC BY 4.0", attribution="某局")
    ask = ask_table(row, terms=terms)
    (collection,) = ask("/collections").json()["collections"]
    assert collection["id"] == "zones"
    assert ask(ITEMS).status_code == 404
    assert "/collections/parks/items" not in ask("/api").json()["paths"]
    assert ask("").json()["license"] == "CC BY 4.0"
    assert "某局" in ask("", f="html").text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_ask_nobody_and_run_nothing(ask, lang):
    id_ = ids_of(ask(ITEMS, limit=1))[0]
    for path in (
        *("", "/conformance", "/api", "/collections", "/collections/zones"),
        *("/collections/zones/schema", "/collections/zones/queryables"),
        *(ITEMS, f"{ITEMS}/{id_}"),
    ):
        page = ask(path, f="html", lang=lang).text
        assert "<script" not in page
        assert " on" not in re.sub(r">[^<]*<", "><", page).replace(" only", "")
        for address in re.findall(r'(?:href|src|action)="([^"]*)"', page):
            assert address.startswith("http://testserver/"), address
        assert f'lang="{"zh-CN" if lang == "zh" else "en"}"' in page
        title = re.search("<title>(.*?)</title>", page)[1]
        assert re.search("[一-鿿]", title) if lang == "zh" else title.isascii() or "·"


def test_pages_lead_to_each_other(ask):
    seen, waiting = set(), ["?f=html"]
    while waiting:
        path = waiting.pop()
        if path in seen or len(seen) > 40:
            continue
        seen.add(path)
        answer = ask(path)
        assert answer.status_code == 200, path
        found = re.findall(r'href="http://testserver/ogc([^"]*)"', answer.text)
        waiting += [href.replace("&amp;", "&") for href in found]
    assert any("/items/" in path for path in seen)


def test_a_client_may_ask_what_it_may_do(edition):
    app = Starlette(routes=route_ogc(lambda: edition, Terms()))
    with TestClient(app) as client:
        head, allowed = client.head("/ogc"), client.options("/ogc/collections")
    assert (head.status_code, head.content) == (200, b"")
    assert (allowed.status_code, allowed.headers["allow"]) == (
        204,
        "GET, HEAD, OPTIONS",
    )
    assert allowed.headers["access-control-allow-headers"] == "If-None-Match"


def test_numbers_and_lists_stay_what_they_are(ask, edition):
    feature = json.loads(ask(ITEMS, limit=1).content)["features"][0]
    own = edition.parks.iloc[0]
    assert feature["properties"]["seq"] == int(own["seq"])
    assert feature["properties"]["sectors"] == list(own["sectors"])

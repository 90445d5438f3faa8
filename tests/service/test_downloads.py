"""Plain addresses: what scripts, spreadsheets and other sites' pages get."""

import csv
import gzip
import io
import json
import os
from datetime import UTC, datetime, timedelta
from unittest import mock

import anyio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from parks.catalogue import open_edition
from parks.exports import ExportOrder, Terms, make_export
from parks.filter import Filter
from parks.published import Publication
from service import route_downloads
from service.downloads import PAGE_OPTIONS
from views._link import OPTION_NAMES

HOSTILE = ["a" * 50_000, "\x00", "💥,\"'\n", "=cmd|' /C calc'!A0", "%ff", "../../etc"]


@pytest.fixture(scope="module")
def client():
    yield from clients(Terms())


def clients(terms, table=None):
    app = Starlette(routes=route_downloads(Publication(table), terms))
    with TestClient(app, follow_redirects=False) as client:
        yield client


def make(options, name="geojson"):
    edition = open_edition()
    order = ExportOrder.parse(name, {"layer": ["parks"], **options}, Terms())
    return make_export(edition, Filter.parse(options, edition), order, Terms())


def test_the_address_of_the_contract_gives_the_parks_of_its_filter(client):
    answer = client.get("/data/parks.geojson?district=福田&sector=ai")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"
    assert "parks_wgs84.geojson" in answer.headers["content-disposition"]
    assert answer.headers["access-control-allow-origin"] == "*"
    features = answer.json()["features"]
    assert features
    for feature in features:
        assert feature["properties"]["district"] == "福田"
        assert "ai" in feature["properties"]["sectors"]


@pytest.mark.parametrize("name", ["geojson", "csv", "xlsx"])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4547", "GCJ-02"])
def test_an_address_gives_the_bytes_of_the_command_line(client, name, crs):
    options = {"district": ["福田"], "crs": [crs]}
    answer = client.get(f"/data/parks.{name}", params=options)
    file = make(options, name)
    assert answer.content == file.content
    assert file.name in answer.headers["content-disposition"]


@given(
    district=st.lists(st.sampled_from(["南山", "futian", "440306"]), max_size=2),
    sector=st.lists(st.sampled_from(["ai", "fintech", "互联网"]), max_size=2),
    role=st.sampled_from(["any", "focus", "mention"]),
    q=st.sampled_from(["", "园", "szw", "科技"]),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_filter_means_the_same_in_an_address(client, district, sector, role, q):
    options = {"district": district, "sector": sector, "role": [role], "q": [q]}
    answer = client.get("/data/parks.geojson", params=options)
    assert answer.content == make(options).content


def test_every_option_of_the_apps_address_is_taken():
    filters = {"district", "sector", "role", "match", "zone", "policy"}
    filters |= {"precision", "q", "bbox", "within", "id"}
    assert set(OPTION_NAMES) - filters <= PAGE_OPTIONS


def test_an_address_of_the_map_page_can_be_used_as_it_is(client):
    view = "at=114.1,22.5,10&layers=zones&colour=district&park=she-kou-wang-gu&lang=en"
    answer = client.get(f"/data/parks.csv?district=nanshan&{view}")
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 10


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("parks.pdf", "format"),
        ("parks", "format"),
        ("roads.geojson", "layer"),
        ("parks.geojson?layer=roads", "layer"),
        ("parks.geojson?sector=alchemy", "sector"),
        ("parks.geojson?district=Atlantis", "district"),
        ("parks.geojson?crs=EPSG:2", "crs"),
        ("parks.geojson?crs=EPSG:4214", "crs"),
        ("parks.geojson?crs=mars", "crs"),
        ("parks.dxf?crs=EPSG:8035", "crs"),
        ("parks.geojson?fields=latin", "fields"),
        ("parks.geojson?distrct=nanshan", "distrct"),
        ("parks.geojson?bbox=114,23,113,22", "bbox"),
        ("parks.geojson?bbox=1,2,3", "bbox"),
        ("parks.geojson?within=circle:1,2,x", "within"),
        ("parks.geojson?role=boss", "role"),
        ("parks.geojson?id=nobody", "id"),
        *((f"parks.geojson?zone={text}", "zone") for text in ("x", "a" * 50_000)),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nonsense_is_refused_and_the_parameter_named(
    client, address, parameter, language
):
    mark = "&" if "?" in address else "?"
    answer = client.get(f"/data/{address}{mark}lang={language}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 400
    assert problem["parameter"] == parameter
    assert 0 < len(problem["detail"]) < 3000
    is_chinese = any("一" <= letter <= "鿿" for letter in problem["detail"][:20])
    assert is_chinese == (language == "zh") or parameter in {"zone", "district"}


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("option", ["district", "sector", "q", "crs", "bbox", "lang"])
def test_hostile_values_get_an_answer(client, option, value):
    answer = client.get("/data/parks.geojson", params={option: value})
    assert answer.status_code in {200, 400}


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("&".join(["district=nanshan"] * 100_000), "district"),
        ("q=" + "a" * 100_000, "q"),
        ("a" * 100_000, "a" * 60),
    ],
)
def test_a_query_longer_than_clients_send_is_refused(query, parameter):
    status, body = ask_raw("/data/parks.csv", query.encode())
    assert status == 400
    assert json.loads(body)["parameter"] == parameter
    assert len(body) < 2000


def ask_raw(path, query):
    """Ask as a client without a limit of its own would."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    app = Starlette(routes=route_downloads(Publication(), Terms()))
    anyio.run(app, {**scope, "query_string": query}, receive, send)
    return sent[0]["status"], b"".join(part.get("body", b"") for part in sent)


def test_an_empty_choice_is_an_empty_file(client):
    answer = client.get("/data/parks.geojson?district=大鹏&sector=ai")
    assert answer.json() == {"type": "FeatureCollection", "features": []}


def test_a_copy_is_known_again_by_tag_and_by_date(client):
    address = "/data/parks.geojson?district=nanshan"
    first = client.get(address)
    for headers in (
        {"If-None-Match": first.headers["etag"]},
        {"If-None-Match": f'"other", {first.headers["etag"]}'},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = client.get(address, headers=headers)
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == first.headers["etag"]
    for headers in (
        {"If-None-Match": '"other"'},
        {
            "If-None-Match": '"other"',
            "If-Modified-Since": first.headers["last-modified"],
        },
        {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
    ):
        assert client.get(address, headers=headers).status_code == 200
    other = client.get("/data/parks.geojson?district=futian")
    assert other.headers["etag"] != first.headers["etag"]


def test_text_is_packed_for_who_unpacks(client):
    plain = client.get("/data/parks.geojson", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with client.stream(
        "GET", "/data/parks.geojson", headers={"Accept-Encoding": "gzip"}
    ) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        raw = b"".join(packed.iter_raw())
    assert gzip.decompress(raw) == plain.content
    assert plain.headers["vary"] == "Accept-Encoding"


def test_another_sites_page_may_ask_and_read(client):
    asked = client.options(
        "/data/parks.geojson",
        headers={"Origin": "https://x.example", "Access-Control-Request-Method": "GET"},
    )
    assert asked.status_code == 204
    assert "GET" in asked.headers["access-control-allow-methods"]
    head = client.head("/data/parks.geojson")
    assert head.status_code == 200
    assert client.post("/data/parks.geojson").status_code == 405


def test_without_a_file_one_is_led_to_the_page(client):
    assert client.get("/data").headers["location"] == "/download"


@pytest.mark.parametrize("name", ["geojson", "gpkg", "shp.zip"])
def test_metadata_and_a_readme_stand_beside_each_file(client, name):
    address = f"/data/zones.{name}?crs=GCJ-02&district=nanshan"
    link = client.get(address).headers["link"]
    assert 'rel="describedby"' in link
    metadata = client.get(link.partition(">")[0].removeprefix("<"))
    assert metadata.headers["content-type"] == "application/ld+json"
    assert f"zones_gcj02.{name}.jsonld" in metadata.headers["content-disposition"]
    assert metadata.json()["pa:filter"] == "district=nanshan"
    readme = client.get(f"/data/zones.{name}.README.txt?crs=GCJ-02&lang=en")
    assert "GCJ-02 longitude and latitude" in readme.text
    assert readme.headers["etag"] != metadata.headers["etag"]
    assert "link" not in readme.headers


def test_the_operators_terms_hold():
    terms = Terms(
        layers=("parks",), references=("GCJ-02", "EPSG:4547"), decimals=3, licence="CC"
    )
    (client,) = [next(clients(terms))]
    file = client.get("/data/parks.geojson").json()
    assert file["datum"] == "GCJ-02"
    refused = client.get("/data/parks.geojson?crs=EPSG:4326").json()
    assert (refused["status"], refused["parameter"]) == (400, "crs")
    assert client.get("/data/zones.geojson").json()["parameter"] == "layer"


def test_rounded_places_do_not_tell_the_exact_ones():
    client = next(clients(Terms(decimals=2)))
    for feature in client.get("/data/parks.geojson").json()["features"]:
        for number in feature["geometry"]["coordinates"]:
            assert round(number, 2) == number


def test_a_changed_table_is_served_anew(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("辖区,片区,园区\n南山,甲区,甲园\n", encoding="utf-8")
    client = next(clients(Terms(), table))
    first = client.get("/data/parks.geojson")
    table.write_text("辖区,片区,园区\n南山,甲区,乙园\n", encoding="utf-8")
    later = table.stat().st_mtime + 5
    os.utime(table, (later, later))
    again = client.get(
        "/data/parks.geojson", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 200
    assert [f["properties"]["name"] for f in json.loads(again.content)["features"]] == [
        "乙园"
    ]


def test_a_table_that_is_gone_is_said_without_its_path(tmp_path):
    client = next(clients(Terms(), tmp_path / "gone.csv"))
    answer = client.get("/data/parks.geojson?lang=en")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text
    assert "gone.csv" in answer.json()["detail"]


def test_a_table_of_an_older_date_takes_the_place_of_a_newer_one(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("辖区,片区,园区\n南山,甲区,甲园\n", encoding="utf-8")
    client = next(clients(Terms(), table))
    first = client.get("/data/parks.geojson")
    older = tmp_path / "older.csv"
    older.write_text("辖区,片区,园区\n南山,甲区,乙园\n", encoding="utf-8")
    os.utime(older, (1_000_000_000, 1_000_000_000))
    older.replace(table)
    # What comes within the same second bears the same date, as RFC 9110 says.
    tomorrow = datetime.now(UTC) + timedelta(seconds=3)
    with mock.patch("service.downloads.datetime") as clock:
        clock.now.return_value = tomorrow
        again = client.get(
            "/data/parks.geojson",
            headers={"If-Modified-Since": first.headers["last-modified"]},
        )
    assert again.status_code == 200
    assert "乙园" in again.text


@pytest.mark.parametrize(
    "date",
    ["Fri, 01 Jan 99999999999999999999 00:00:00 GMT", "0", "yesterday", ""],
)
def test_a_date_that_is_none_is_no_condition(client, date):
    answer = client.get("/data/parks.csv", headers={"If-Modified-Since": date})
    assert answer.status_code == 200


def test_tags_and_codings_may_come_on_several_lines(client):
    tag = client.get("/data/parks.csv").headers["etag"]
    lines = [("If-None-Match", '"other"'), ("If-None-Match", tag)]
    assert client.get("/data/parks.csv", headers=lines).status_code == 304
    lines = [("Accept-Encoding", "br"), ("Accept-Encoding", "gzip")]
    answer = client.get("/data/parks.csv", headers=lines)
    assert answer.headers["content-encoding"] == "gzip"


def test_what_cannot_be_made_is_refused_whatever_the_asker_has(client):
    answer = client.get("/data/parks.kml?crs=EPSG:4547", headers={"If-None-Match": "*"})
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "crs"


def test_a_query_of_many_names_is_read_once(client):
    query = "&".join(f"x{number}" for number in range(9_000))
    with mock.patch.object(QueryParams, "getlist") as asked:
        answer = client.get(f"/data/parks.geojson?{query}")
    assert answer.status_code == 400
    assert not asked.called, "each name looks through all of them"


def test_a_query_ends_no_link(client):
    query = 'q=a>;rel="canonical",<https://evil.example/x'
    scope = client.build_request("GET", "/data/parks.geojson").url
    answer = client.get(scope.copy_with(raw_path=f"{scope.path}?{query}".encode()))
    (link,) = answer.headers.get_list("link")
    assert link.count("<") == link.count(">") == 1
    assert link.endswith('>; rel="describedby"; type="application/ld+json"')


def test_a_box_chooses_by_the_rounded_places():
    terms = Terms(decimals=2)
    exact = open_edition().parks.geometry.dropna().iloc[0]
    west, south = exact.x - 0.00001, exact.y - 0.00001
    box = f"{west:.6f},{south:.6f},{exact.x + 0.00001:.6f},{exact.y + 0.00001:.6f}"
    file = next(clients(terms)).get(f"/data/parks.geojson?bbox={box}").json()
    assert file["features"] == []
    rounded = f"{round(exact.x, 2)},{round(exact.y, 2)}"
    file = next(clients(terms)).get(f"/data/parks.geojson?bbox={rounded},{rounded}")
    assert file.json()["features"]


def test_where_the_table_lies_is_told_to_nobody(tmp_path):
    table = tmp_path / "table.csv"
    table.mkdir()
    answer = next(clients(Terms(), table)).get("/data/parks.geojson")
    assert answer.status_code == 503
    assert "table.csv" in answer.json()["detail"]
    assert str(tmp_path) not in answer.text

"""
OGC API - Features - Part 1: Core, Annex A, requirement by requirement.

One test a requirement, named by it; docs/ogc-conformance.md lists them all.
"""

import html
import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import shapely
import shapely.geometry

from service.ogc.references import CRS84

ROOT = Path(__file__).parents[3]
TABLE = ROOT / "docs" / "ogc-conformance.md"
LAYERS = ("parks", "zones", "districts")
CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
BOX = (113.9, 22.4, 114.0, 22.6)
every_layer = pytest.mark.parametrize("layer", LAYERS)


def links_of(document, rel):
    return [link for link in document["links"] if link["rel"] == rel]


def path_of(href):
    """Take what follows /ogc of an address of the service."""
    parts = urlsplit(href)
    return parts.path.removeprefix("/ogc") + (f"?{parts.query}" if parts.query else "")


def parameters_of(ask, path):
    described = ask("/api").json()["paths"][path]["get"]["parameters"]
    return {parameter["name"]: parameter for parameter in described}


def addresses(layers=LAYERS):
    yield from ("", "/conformance", "/api", "/collections")
    for layer in layers:
        yield f"/collections/{layer}"
        yield f"/collections/{layer}/items"


def first_id(ask, layer):
    return ask(f"/collections/{layer}/items", limit=1).json()["features"][0]["id"]


def shape_of(feature):
    """Take the geometry; a zone without a park that has a place has none."""
    geometry = feature["geometry"]
    return geometry and shapely.geometry.shape(geometry)


def every_feature(ask, layer, **params):
    return ask(f"/collections/{layer}/items", limit=10_000, **params).json()["features"]


def test_req_core_root_op(ask):
    assert ask("").status_code == 200
    assert ask("/").status_code == 200


def test_req_core_root_success(ask):
    landing = ask("").json()
    relations = {link["rel"] for link in landing["links"]}
    assert {"service-desc", "service-doc", "conformance", "data"} <= relations
    for link in landing["links"]:
        assert ask(path_of(link["href"])).status_code == 200, link


def test_req_core_api_definition_op(ask):
    for rel in ("service-desc", "service-doc"):
        for link in links_of(ask("").json(), rel):
            answer = ask(path_of(link["href"]), headers={"Accept": link["type"]})
            assert answer.status_code == 200
            kind = link["type"].partition(";")[0]
            assert answer.headers["content-type"].startswith(kind)


def test_req_core_api_definition_success(ask):
    answer = ask("/api")
    assert answer.headers["content-type"] == (
        "application/vnd.oai.openapi+json;version=3.0"
    )
    assert answer.json()["openapi"].startswith("3.0.")


def test_req_core_conformance_op(ask):
    (link,) = links_of(ask("").json(), "conformance")
    assert ask(path_of(link["href"])).status_code == 200


def test_req_core_conformance_success(ask):
    classes = ask("/conformance").json()["conformsTo"]
    assert CORE in classes
    assert len(classes) == len(set(classes))


def test_req_core_http(served):
    address = urlsplit(served)
    connection = http.client.HTTPConnection(address.netloc)
    for method, expected in (("GET", 200), ("HEAD", 200), ("DELETE", 405)):
        connection.request(method, "/ogc/collections")
        answer = connection.getresponse()
        answer.read()
        assert (answer.version, answer.status) == (11, expected)
    connection.close()


def test_req_core_query_param_unknown(ask):
    for path in addresses():
        answer = ask(path, unheard_of="1")
        assert answer.status_code == 400, path
        assert answer.json()["parameter"] == "unheard-of"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("limit", value) for value in ("-1", "0", "x", "1.5", "")),
        *(("bbox", value) for value in ("", "1,2,3", "a,b,c,d", "1,5,2,3")),
        *(("datetime", value) for value in ("", "yesterday", "2020-13-01", "2020/x")),
    ],
)
def test_req_core_query_param_invalid(ask, name, value):
    answer = ask("/collections/parks/items", **{name: value})
    assert answer.status_code == 400
    assert answer.json()["parameter"] == name


@every_layer
def test_req_core_crs84(ask, edition, layer):
    answer = ask(f"/collections/{layer}/items", limit=1)
    assert answer.headers["content-crs"] == f"<{CRS84}>"
    written = shapely.geometry.shape(answer.json()["features"][0]["geometry"])
    own = getattr(edition, layer).geometry.iloc[0]
    assert written.equals_exact(own, 1e-6) or written.normalize().equals_exact(
        own.normalize(), 1e-6
    )


def test_req_core_fc_md_op(ask):
    (link,) = links_of(ask("").json(), "data")
    assert path_of(link["href"]) == "/collections"
    assert ask("/collections").status_code == 200


def test_req_core_fc_md_success(ask):
    document = ask("/collections").json()
    assert document["links"]
    for collection in document["collections"]:
        assert {"id", "links", "title", "extent"} <= collection.keys()


def test_req_core_fc_md_links(ask):
    for format_ in ("json", "html"):
        document = ask("/collections", f="json").json()
        (own,) = links_of(document, "self")
        (other,) = links_of(document, "alternate")
        assert (own["type"], other["type"]) == ("application/json", "text/html")
        assert ask("/collections", f=format_).status_code == 200
    for link in document["links"]:
        assert {"href", "rel", "type"} <= link.keys()


def test_req_core_fc_md_items(ask):
    listed = [each["id"] for each in ask("/collections").json()["collections"]]
    assert listed == list(LAYERS)


def test_req_core_fc_md_items_links(ask):
    for collection in ask("/collections").json()["collections"]:
        types = {link["type"] for link in links_of(collection, "items")}
        assert types == {"application/geo+json", "text/html"}
        for link in links_of(collection, "items"):
            answer = ask(path_of(link["href"]))
            assert answer.headers["content-type"].startswith(link["type"])


@every_layer
def test_req_core_fc_md_extent(ask, layer):
    extent = ask(f"/collections/{layer}").json()["extent"]["spatial"]
    west, south, east, north = extent["bbox"][0]
    around = shapely.box(west, south, east, north).buffer(2e-6)
    for feature in every_feature(ask, layer):
        assert not feature["geometry"] or around.contains(shape_of(feature))


@every_layer
def test_req_core_fc_md_extent_multi(ask, layer):
    extent = ask(f"/collections/{layer}").json()["extent"]["spatial"]
    assert len(extent["bbox"]) == 1
    assert extent["crs"] == CRS84


@every_layer
def test_req_core_sfc_md_op(ask, layer):
    assert ask(f"/collections/{layer}").status_code == 200
    assert ask(f"/collections/{layer}s").status_code == 404


@every_layer
def test_req_core_sfc_md_success(ask, layer):
    own = ask(f"/collections/{layer}").json()
    (listed,) = [
        each
        for each in ask("/collections").json()["collections"]
        if each["id"] == layer
    ]
    assert {k: v for k, v in own.items() if k != "links"} == {
        k: v for k, v in listed.items() if k != "links"
    }
    listed_addresses = {(link["href"], link["type"]) for link in listed["links"]}
    assert {(link["href"], link["type"]) for link in own["links"]} == listed_addresses


@every_layer
def test_req_core_fc_op(ask, layer):
    answer = ask(f"/collections/{layer}/items")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"


@every_layer
def test_req_core_fc_limit_definition(ask, layer):
    limit = parameters_of(ask, f"/collections/{layer}/items")["limit"]
    assert (limit["in"], limit["required"]) == ("query", False)
    assert (limit["style"], limit["explode"]) == ("form", False)
    schema = limit["schema"]
    assert schema["type"] == "integer"
    assert 1 == schema["minimum"] <= schema["default"] <= schema["maximum"]


@every_layer
def test_req_core_fc_limit_response_1(ask, edition, layer):
    count = len(getattr(edition, layer))
    for limit in (1, 7, count, count + 1, 10**9, 10**40):
        answer = ask(f"/collections/{layer}/items", limit=limit)
        assert answer.status_code == 200
        assert len(answer.json()["features"]) == min(limit, count)


@every_layer
def test_req_core_fc_bbox_definition(ask, layer):
    box = parameters_of(ask, f"/collections/{layer}/items")["bbox"]
    assert (box["in"], box["required"]) == ("query", False)
    assert (box["style"], box["explode"]) == ("form", False)
    schema = box["schema"]
    assert (schema["type"], schema["items"]) == ("array", {"type": "number"})
    assert (schema["minItems"], schema["maxItems"]) == (4, 6)


@every_layer
def test_req_core_fc_bbox_response(ask, layer):
    around = shapely.box(*BOX)
    met = {
        feature["id"]
        for feature in every_feature(ask, layer)
        if feature["geometry"] and around.intersects(shape_of(feature))
    }
    west, south, east, north = BOX
    for box in (BOX, (west, south, -9, east, north, 900)):
        found = every_feature(ask, layer, bbox=",".join(map(str, box)))
        assert {feature["id"] for feature in found} == met


@every_layer
def test_req_core_fc_time_definition(ask, layer):
    instants = parameters_of(ask, f"/collections/{layer}/items")["datetime"]
    assert (instants["in"], instants["required"]) == ("query", False)
    assert (instants["style"], instants["explode"]) == ("form", False)
    assert instants["schema"] == {"type": "string"}


@pytest.mark.parametrize(
    "value",
    [
        *("2018-02-12T23:20:50Z", "2018-02-12T23:20:50.52+08:00", "2018-02-12"),
        *("2018-02-12T00:00:00Z/2018-03-18T12:31:12Z", "2018-02-12T00:00:00Z/.."),
        *("../2018-03-18T12:31:12Z", "2018-02-12/", "/2018-02-12", "../.."),
    ],
)
def test_req_core_fc_time_response(ask, edition, value):
    # The table has no times: whatever is asked for, nothing is left out.
    answer = ask("/collections/parks/items", datetime=value)
    assert answer.status_code == 200
    assert answer.json()["numberMatched"] == len(edition.parks)


@every_layer
def test_req_core_fc_response(ask, layer):
    document = ask(f"/collections/{layer}/items", district="nanshan").json()
    assert document["type"] == "FeatureCollection"
    assert document["features"]
    for feature in document["features"]:
        assert feature["type"] == "Feature"
        assert feature["properties"]["district"] == "南山"


@every_layer
def test_req_core_fc_links(ask, layer):
    for params in ({}, {"limit": 3, "offset": 3, "district": "nanshan"}):
        document = ask(f"/collections/{layer}/items", **params).json()
        (own,) = links_of(document, "self")
        (other,) = links_of(document, "alternate")
        assert ask(path_of(own["href"])).json()["features"] == document["features"]
        page = ask(path_of(other["href"]))
        assert page.headers["content-type"].startswith("text/html")


@every_layer
def test_req_core_fc_rel_type(ask, layer):
    document = ask(f"/collections/{layer}/items", limit=2, offset=2).json()
    relations = {link["rel"] for link in document["links"]}
    assert relations == {"self", "alternate", "prev", "next", "collection"}
    assert all(link["rel"] and link["type"] for link in document["links"])


@every_layer
def test_req_core_fc_time_stamp(ask, layer):
    # It is left out: the same question then has the same answer, which can be kept.
    assert "timeStamp" not in ask(f"/collections/{layer}/items").json()


@every_layer
def test_req_core_fc_number_matched(ask, layer):
    for params in ({}, {"bbox": ",".join(map(str, BOX))}, {"sector": "ai"}):
        document = ask(f"/collections/{layer}/items", limit=1, **params).json()
        assert document["numberMatched"] == len(every_feature(ask, layer, **params))


@every_layer
def test_req_core_fc_number_returned(ask, layer):
    for limit in (1, 5, 10_000):
        document = ask(f"/collections/{layer}/items", limit=limit, offset=2).json()
        assert document["numberReturned"] == len(document["features"])


@every_layer
def test_req_core_f_op(ask, layer):
    id_ = first_id(ask, layer)
    assert ask(f"/collections/{layer}/items/{id_}").status_code == 200
    assert ask(f"/collections/{layer}/items/{id_}-not").status_code == 404


@every_layer
def test_req_core_f_success(ask, layer):
    (listed, *_) = every_feature(ask, layer)
    answer = ask(f"/collections/{layer}/items/{listed['id']}")
    assert answer.headers["content-type"] == "application/geo+json"
    feature = answer.json()
    feature.pop("links")
    assert feature == listed


@every_layer
def test_req_core_f_links(ask, layer):
    feature = ask(f"/collections/{layer}/items/{first_id(ask, layer)}").json()
    (own,) = links_of(feature, "self")
    (other,) = links_of(feature, "alternate")
    (collection,) = links_of(feature, "collection")
    assert (own["type"], other["type"]) == ("application/geo+json", "text/html")
    assert ask(path_of(own["href"])).json() == feature
    assert path_of(collection["href"]) == f"/collections/{layer}"


def test_req_html_definition(ask):
    paths = ask("/api").json()["paths"]
    for path in ("/", "/collections", "/collections/parks/items"):
        assert "text/html" in paths[path]["get"]["responses"]["200"]["content"]
    for path in addresses():
        answer = ask(path, headers={"Accept": "text/html,*/*;q=0.8"})
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


@every_layer
def test_req_html_content(ask, layer):
    page = ask(f"/collections/{layer}/items", f="html").text
    feature = every_feature(ask, layer)[0]
    assert page.startswith("<!doctype html>")
    assert feature["id"] in page
    own = ask(f"/collections/{layer}/items/{feature['id']}", f="html").text
    for name in ("direction", "location_note", "source"):
        assert feature["properties"].get(name, "") in html.unescape(own)
    assert f"/collections/{layer}?" in ask("/collections", f="html").text


def test_req_geojson_definition(ask):
    paths = ask("/api").json()["paths"]
    for layer in LAYERS:
        for path in ("items", "items/{featureId}"):
            operation = paths[f"/collections/{layer}/{path}"]["get"]
            contents = operation["responses"]["200"]["content"]
            assert "application/geo+json" in contents
    for path in addresses():
        kind = ask(path, headers={"Accept": "application/json"}).headers["content-type"]
        assert "json" in kind


@every_layer
def test_req_geojson_content(ask, layer):
    for feature in every_feature(ask, layer):
        assert feature["type"] == "Feature"
        assert {"id", "geometry", "properties"} <= feature.keys()
        assert feature["geometry"] is None or shape_of(feature).is_valid


def test_req_oas30_oas_definition_1(ask):
    (link,) = links_of(ask("").json(), "service-desc")
    assert link["type"] == "application/vnd.oai.openapi+json;version=3.0"


def test_req_oas30_oas_definition_2(ask):
    document = ask("/api").json()
    assert {"openapi", "info", "paths"} <= document.keys()
    for name in re.findall(r'"\$ref":"([^"]+)"', ask("/api").text):
        assert (
            name.removeprefix("#/components/schemas/")
            in (document["components"]["schemas"])
        )
    for path, described in document["paths"].items():
        assert path.startswith("/")
        operation = described["get"]
        assert {"operationId", "responses", "parameters"} <= operation.keys()
        for parameter in re.findall(r"{(\w+)}", path):
            assert parameter in {each["name"] for each in described["parameters"]}


def test_req_oas30_oas_impl(ask):
    for path, described in ask("/api").json()["paths"].items():
        layer = path.split("/")[2] if path.count("/") > 1 else "parks"
        answer = ask(path.rstrip("/").format(featureId=first_id(ask, layer)))
        contents = described["get"]["responses"]["200"]["content"]
        kind = answer.headers["content-type"]
        assert (answer.status_code, kind in contents) == (200, True), path


def test_req_oas30_completeness(ask):
    described = ask("/api").json()["paths"]
    responses = [path["get"]["responses"] for path in described.values()]
    assert all({"200", "400", "404"} <= each.keys() for each in responses)
    known = parameters_of(ask, "/collections/parks/items")
    for name in ("district", "sector", "q", "filter", "crs", "bbox-crs"):
        assert known[name]["description"]


def test_req_oas30_exceptions_codes(ask):
    described = ask("/api").json()["paths"]["/collections/parks/items"]["get"]
    for params, status in (({"limit": "x"}, 400), ({"q": "x" * 40_000}, 414)):
        answer = ask("/collections/parks/items", **params)
        assert answer.status_code == status
        contents = described["responses"][str(status)]["content"]
        assert answer.headers["content-type"] in contents


def test_req_oas30_security(ask):
    # Nothing is locked: the document names no security and every address answers.
    document = ask("/api").json()
    assert "security" not in document
    assert "securitySchemes" not in document["components"]


def test_the_table_in_the_docs_lists_exactly_these_tests():
    listed = re.findall(
        r"^\| `(/req/[\w/-]+)` \|.+\| met \|$", TABLE.read_text("utf-8"), re.MULTILINE
    )
    spelled = [
        "test" + re.sub(r"[/-]", "_", re.sub(r"([a-z])([A-Z])", r"\1_\2", id_)).lower()
        for id_ in listed
    ]
    assert spelled == [name for name in globals() if name.startswith("test_req_")]

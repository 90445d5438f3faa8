"""The routes beside the pages, as a browser and as an attacker ask them."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geodata.errors import DataFileError
from layers import BASEMAPS, BasemapOffer
from parks.catalogue import open_edition
from service import list_routes
from settings import Settings

LIBRARIES = Settings.model_fields["assets"].default


@pytest.fixture
def ask():
    routes = list_routes(LIBRARIES, offer=BasemapOffer(BASEMAPS), map_approval="粤S号")
    with TestClient(Starlette(routes=routes)) as client:
        yield client.get


def test_libraries_are_served(ask):
    library = ask("/assets/leaflet/leaflet.js")
    assert library.status_code == 200
    assert "javascript" in library.headers["content-type"]
    assert "max-age" in library.headers["cache-control"]


def test_of_a_package_without_a_folder_for_browsers_one_file_is_served(ask):
    library = ask("/assets/geographiclib-geodesic/geographiclib-geodesic.min.js")
    assert library.status_code == 200
    assert "PolygonArea" in library.text


@pytest.mark.parametrize(
    "address",
    [
        "/assets/",
        f"/assets/leaflet/{'a' * 300}",
        f"/assets/leaflet/{'a/' * 3000}",
        "/assets/leaflet/",
        "/assets/leaflet/no-such.js",
        "/assets/leaflet/%2e%2e/package.json",
        "/assets/leaflet/..%2f..%2f..%2fsettings.py",
        "/assets/..%2f..%2fsettings.py",
        "/assets/%2e%2e/%2e%2e/settings.py",
        "/assets//etc/passwd",
        "/assets/leaflet/%2fetc%2fpasswd",
        "/assets/x/%00",
        "/assets/geographiclib-geodesic/package.json",
        "/assets/geographiclib-geodesic/src/Geodesic.js",
        "/assets/geographiclib-geodesic/%2e%2e/package.json",
        "/assets/geographiclib-geodesic/src/%2e%2e/geographiclib-geodesic.min.js",
        "/assets/leaflet/geographiclib-geodesic.min.js",
    ],
)
def test_nothing_else_is(ask, address):
    assert ask(address).status_code == 404


def test_the_map_of_an_open_edition_is_served(ask):
    edition = open_edition()
    page = ask("/map", params={"edition": edition.key, "lang": "en"})
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert '"language":"en"' in page.text
    assert "粤S号" in page.text


@pytest.mark.parametrize("key", ["", "no-such", "<script>", "../../etc/passwd"])
def test_an_unknown_edition_is_a_sentence(ask, key):
    answer = ask("/map", params={"edition": key})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert "重新加载" in answer.text or "刷新" in answer.text
    assert "<script>" not in answer.text


def test_without_libraries_the_map_says_how_to_get_them(tmp_path):
    routes = list_routes(tmp_path, offer=BasemapOffer(BASEMAPS), map_approval="")
    with TestClient(Starlette(routes=routes)) as client:
        answer = client.get("/map", params={"edition": open_edition().key})
    assert answer.status_code == 503
    assert "make run" in answer.text


def test_a_broken_data_file_is_a_sentence(ask, monkeypatch):
    def fail(*_):
        raise DataFileError(path="sectors.toml", reason="gone")

    monkeypatch.setattr("service.maps.draw_map", fail)
    answer = ask("/map", params={"edition": open_edition().key, "lang": "en"})
    assert answer.status_code == 503
    assert "sectors.toml" in answer.text


def test_without_a_key_there_is_no_basemap_to_fetch(ask):
    assert ask("/basemap/tianditu/vec/10/1/1").status_code == 404

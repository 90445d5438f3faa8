"""
天地图 through our service: asked as its documentation says, its key kept.

The stand-in answers as lbs.tianditu.gov.cn documents its WMTS: a tile for a right
request with a key it knows, an error document otherwise.
"""

import logging
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from service.basemaps import route_tianditu

KEY = "key-nobody-may-see"
TILE = b"\x89PNG\r\n\x1a\n a tile"
REFUSAL = '{"code":301,"msg":"非法Key"}'.encode()


@pytest.fixture
def tianditu():
    """Serve as 天地图 does, on this machine."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            address = urlsplit(self.path)
            query = {k: v[0] for k, v in parse_qs(address.query).items()}
            asked.append((address.path, query))
            good = query.get("tk") == KEY
            self.send_response(200 if good else 403)
            self.send_header("Content-Type", "image/png" if good else "text/html")
            self.end_headers()
            self.wfile.write(TILE if good else REFUSAL)

        def log_message(self, *_):
            """Keep the test's output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def client(host, key=KEY):
    return TestClient(Starlette(routes=[route_tianditu(key, host=host)]))


@pytest.mark.parametrize("layer", ["vec", "cva", "img", "cia"])
def test_a_tile_is_asked_for_as_documented(tianditu, layer):
    host, asked = tianditu
    with client(host) as browser:
        answer = browser.get(f"/basemap/tianditu/{layer}/10/836/445")
    assert answer.status_code == 200
    assert answer.content == TILE
    assert answer.headers["content-type"] == "image/png"
    assert "max-age" in answer.headers["cache-control"]
    ((path, query),) = asked
    assert path == f"/{layer}_w/wmts"
    assert query == {
        "SERVICE": "WMTS",
        "REQUEST": "GetTile",
        "VERSION": "1.0.0",
        "LAYER": layer,
        "STYLE": "default",
        "TILEMATRIXSET": "w",
        "FORMAT": "tiles",
        "TILEMATRIX": "10",
        "TILECOL": "836",
        "TILEROW": "445",
        "tk": KEY,
    }


@pytest.mark.parametrize(
    "address",
    [
        *("roads/1/0/0", "vec/19/0/0", "vec/1/2/0", "vec/1/0/2", "vec/a/0/0"),
        *("vec/-1/0/0", "vec/１/0/0", f"vec/{'1' * 5000}/0/0"),
    ],
)
def test_what_cannot_be_a_tile_is_not_asked_for(tianditu, address):
    host, asked = tianditu
    with client(host) as browser:
        assert browser.get(f"/basemap/tianditu/{address}").status_code == 404
    assert asked == []


def test_a_wrong_key_is_said_and_not_shown(tianditu, caplog):
    host, _ = tianditu
    with caplog.at_level(logging.DEBUG), client(host, "wrong-key") as browser:
        answer = browser.get("/basemap/tianditu/vec/1/0/0")
    assert answer.status_code == 502
    assert "check the key" in answer.text
    assert "wrong-key" not in answer.text + caplog.text


def test_no_answer_is_said_without_the_address(caplog):
    with caplog.at_level(logging.DEBUG), client("http://127.0.0.1:9") as browser:
        answer = browser.get("/basemap/tianditu/vec/1/0/0")
    assert answer.status_code == 502
    assert "cannot be reached" in answer.text
    assert KEY not in answer.text + caplog.text

"""What browsers are told to forbid, on every kind of answer."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from layers import BASEMAPS, BasemapOffer, list_tile_hosts
from layers.ancestors import parse_ancestors
from parks.catalogue import open_edition
from service import (
    SecurityHeaders,
    list_policies,
    list_routes,
    read_shell,
    route_shell,
)
from settings import Settings
from views import PAGE_PATHS

LIBRARIES = Settings.model_fields["assets"].default
SHELL = read_shell(Path(streamlit.__file__).parent / "static" / "index.html")
OFFER = BasemapOffer(BASEMAPS, tianditu_key="very-secret")
TILE_HOSTS = {
    "https://webrd01.is.autonavi.com",
    "https://webst01.is.autonavi.com",
    "https://tile.openstreetmap.org",
}
ALL = {
    "content-security-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
}


async def fail(_):
    raise RuntimeError("a secret of the server")


class HalfAnAnswer(Response):
    async def __call__(self, scope, receive, send):  # noqa: ARG002 - as ASGI has it
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"begun", "more_body": True})
        raise RuntimeError("late")


async def fail_late(_):
    return HalfAnAnswer()


async def redirect(_):
    return RedirectResponse("/park")


async def answer_own(_):
    own = {
        "Content-Security-Policy": "default-src 'none'; style-src 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return PlainTextResponse("own", headers=own)


async def listen(socket):
    await socket.accept()
    await socket.send_text(",".join(sorted(socket.scope)))
    await socket.close()


def open_browser(*, offer=OFFER, ancestors=("'self'",)):
    policies = list_policies(scripts=SHELL.scripts, offer=offer, ancestors=ancestors)
    routes = [
        *list_routes(LIBRARIES, offer=offer, map_approval=""),
        *route_shell(SHELL, PAGE_PATHS),
        Route("/data/fails", fail),
        Route("/data/fails-late", fail_late),
        Route("/old", redirect),
        Route("/ogc", answer_own),
        Route("/posted", answer_own, methods=["POST"]),
        WebSocketRoute("/_stcore/stream", listen),
    ]
    app = Starlette(
        routes=routes, middleware=[Middleware(SecurityHeaders, policies=policies)]
    )
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def browser():
    with open_browser() as client:
        yield client


def read_policy(answer):
    """Read the directives of an answer's one policy."""
    (policy,) = answer.headers.get_list("content-security-policy")
    parts = (directive.split(" ") for directive in policy.split("; "))
    return {name: sources for name, *sources in parts}


def map_address(language="zh"):
    return f"/map?edition={open_edition().key}&lang={language}"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/park", 200),
        ("/assets/leaflet/leaflet.js", 200),
        ("/assets/no-such.js", 404),
        ("/map?edition=no-such", 404),
        ("/rows?edition=no-such", 404),
        ("/search?edition=no-such", 404),
        ("/lists?edition=no-such", 404),
        ("/basemap/tianditu/no-such/1/1/1", 404),
        ("/old", 307),
        ("/posted", 405),
        ("/data/fails", 500),
        ("/no-such-page", 404),
        ("/", 404),
    ],
)
def test_every_kind_of_answer_has_all_of_them_once(browser, address, status):
    answer = browser.get(address, follow_redirects=False)
    assert answer.status_code == status
    for name in ALL:
        assert len(answer.headers.get_list(name, split_commas=False)) == 1, name
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in answer.headers["permissions-policy"]


def test_an_answer_in_part_and_one_without_a_body_have_them(browser):
    part = browser.get("/assets/leaflet/leaflet.js", headers={"Range": "bytes=0-9"})
    head = browser.head("/assets/leaflet/leaflet.js")
    rows = f"/rows?edition={open_edition().key}"
    tag = browser.get(rows).headers["etag"]
    unchanged = browser.get(rows, headers={"If-None-Match": tag})
    assert [a.status_code for a in (part, head, unchanged)] == [206, 200, 304]
    for answer in (part, head, unchanged):
        assert set(answer.headers) >= ALL


def test_what_an_answer_says_itself_stays(browser):
    answer = browser.get("/ogc")
    assert read_policy(answer) == {"default-src": ["'none'"], "style-src": ["'self'"]}
    assert answer.headers.get_list("referrer-policy") == ["no-referrer"]
    assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
    assert "permissions-policy" in answer.headers


def test_a_failure_tells_nothing_and_reaches_the_servers_log():
    with open_browser() as client:
        answer = client.get("/data/fails")
    assert answer.text == "Internal Server Error"
    loud = TestClient(client.app)
    with pytest.raises(RuntimeError, match="a secret of the server"):
        loud.get("/data/fails")


def test_an_answer_that_fails_halfway_is_not_begun_again():
    with pytest.raises(RuntimeError, match="late"):
        TestClient(open_browser().app).get("/data/fails-late")


def test_a_websocket_is_left_alone(browser):
    with browser.websocket_connect("/_stcore/stream") as socket:
        assert "parkatlas" not in socket.receive_text()
        assert socket.extra_headers == []


def test_a_page_runs_its_own_scripts_and_no_text(browser):
    policy = read_policy(browser.get("/park"))
    assert policy["default-src"] == ["'self'"]
    assert policy["script-src"][:2] == ["'self'", "blob:"]
    assert len(SHELL.scripts) == 2
    assert policy["script-src"][2:] == list(SHELL.scripts)
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == policy["form-action"] == ["'self'"]
    assert policy["connect-src"] == policy["frame-src"] == ["'self'"]


def test_no_policy_lets_a_text_run_as_script(browser):
    for address in ("/", "/park", map_address(), "/data", "/ogc/collections"):
        policy = read_policy(browser.get(address))
        scripts = policy.get("script-src", policy["default-src"])
        assert not {"'unsafe-inline'", "'unsafe-eval'", "data:", "*"} & set(scripts)


def test_no_address_but_the_maps_may_ask_another_host(browser):
    for address in ("/", "/park", "/data", "/ogc/collections", "/assets/x", "/rows"):
        policy = browser.get(address).headers["content-security-policy"]
        assert "//" not in policy, address


def test_the_map_may_load_pictures_of_the_offered_basemaps_and_of_nobody_else(browser):
    policy = read_policy(browser.get(map_address()))
    assert set(policy["img-src"]) == {"'self'", "data:", "blob:", *TILE_HOSTS}
    others = " ".join(
        source
        for name, sources in policy.items()
        if name != "img-src"
        for source in sources
    )
    assert "//" not in others
    assert policy["default-src"] == ["'none'"]


@pytest.mark.parametrize(
    ("names", "hosts"),
    [
        (("osm",), ["https://tile.openstreetmap.org"]),
        (("tianditu", "pmtiles"), []),
        ((), []),
        (
            ("amap",),
            ["https://webrd01.is.autonavi.com", "https://webst01.is.autonavi.com"],
        ),
    ],
)
def test_what_is_not_offered_is_not_allowed(names, hosts):
    offer = BasemapOffer(names, "key", Path("/maps/city.pmtiles"))
    with open_browser(offer=offer) as client:
        policy = read_policy(client.get(map_address()))
    assert policy["img-src"] == ["'self'", "data:", "blob:", *hosts]


@pytest.mark.parametrize(
    ("tile", "hosts"),
    [
        ({"url": "https://{s}.a.org:8443/{z}", "options": {}}, "abc"),
        ({"url": "https://{s}.a.org:8443/{z}", "options": {"subdomains": "01"}}, "01"),
        (
            {"url": "https://{s}.a.org:8443/", "options": {"subdomains": ["t0", "t1"]}},
            ["t0", "t1"],
        ),
    ],
)
def test_each_subdomain_of_a_basemap_is_a_host(monkeypatch, tile, hosts):
    def make(*_):
        return [type("Made", (), {"tiles": (tile,)})]

    monkeypatch.setattr("layers.basemaps.list_basemaps", make)
    assert list_tile_hosts(BasemapOffer()) == [
        f"https://{host}.a.org:8443" for host in hosts
    ]


class Inline(HTMLParser):
    """The elements of a document that run or style it without an address."""

    def __init__(self, page):
        super().__init__()
        self.nonces = []
        self.handlers = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.handlers += [name for name in given if name.startswith("on")]
        runs = tag == "script" and "src" not in given and "type" not in given
        if runs or tag == "style":
            self.nonces.append(given.get("nonce"))
        if "style" in given:
            self.handlers.append("style")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_script_of_the_map_repeats_the_number_of_its_answer(browser, language):
    answer = browser.get(map_address(language))
    policy = read_policy(answer)
    (said,) = [source for source in policy["script-src"] if "nonce" in source]
    nonce = re.fullmatch(r"'nonce-([\w-]{22,})'", said)[1]
    found = Inline(answer.text)
    assert len(found.nonces) > 50
    assert set(found.nonces) == {nonce}
    assert found.handlers == []
    assert policy["script-src"] == policy["style-src"] == ["'self'", said]


def test_the_number_is_another_each_time(browser):
    first, second = (
        browser.get(map_address()).headers["content-security-policy"] for _ in range(2)
    )
    assert first != second


@pytest.mark.parametrize(
    "address",
    [
        *("/_stcore/health", "/static/js/x.js", "/media/x.html", "/data/x.geojson"),
        *("/assets/x.js", "/scripts/v/x.js", "/basemap/x", "/rows", "/lists", "/data"),
    ],
)
def test_what_is_no_page_can_do_nothing(browser, address):
    answer = browser.get(address)
    assert read_policy(answer) == {
        "default-src": ["'none'"],
        "sandbox": [],
        "frame-ancestors": ["'none'"],
    }
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("address", [*PAGE_PATHS, "/database", "/mapped", "/staticx"])
def test_an_address_that_only_begins_alike_is_a_page(browser, address):
    assert read_policy(browser.get(address))["default-src"] == ["'self'"]


@pytest.mark.parametrize("path", ["*", "", "x"])
def test_what_is_no_address_has_a_policy_too(path):
    # OPTIONS asks for a star, which is no path.
    policies = list_policies(scripts=(), offer=OFFER, ancestors=("'none'",))
    assert [policy.prefix for policy in policies if policy.holds(path)] == [""]


@pytest.mark.parametrize(
    ("setting", "page", "map_", "options"),
    [
        (("self",), "'self'", "'self'", ("SAMEORIGIN", "SAMEORIGIN")),
        (("none",), "'none'", "'self'", ("DENY", "SAMEORIGIN")),
        (
            ("https://a.example.org", "https://*.b.cn:8443"),
            "'self' https://a.example.org https://*.b.cn:8443",
            "'self' https://a.example.org https://*.b.cn:8443",
            (None, None),
        ),
    ],
)
def test_the_operator_says_who_may_frame_the_pages(setting, page, map_, options):
    with open_browser(ancestors=parse_ancestors(setting)) as client:
        answers = client.get("/park"), client.get(map_address()), client.get("/data/x")
    around = [" ".join(read_policy(answer)["frame-ancestors"]) for answer in answers]
    assert around == [page, map_, "'none'"]
    said = tuple(answer.headers.get("x-frame-options") for answer in answers)
    assert said == (*options, "DENY")


def test_a_page_begins_as_streamlits_document_with_its_server_at_the_root(browser):
    answer = browser.get("/park")
    original = (Path(streamlit.__file__).parent / "static" / "index.html").read_text()
    line = re.search(r"<script>window\.__streamlit.*?</script>", answer.text)[0]
    assert answer.text.replace(line, "") == original
    assert answer.headers["cache-control"] == "no-cache"

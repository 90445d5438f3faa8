"""The app works under its own policy, and what the policy forbids does not happen."""

import contextlib
import http.server
import io
import re
import threading
from itertools import cycle
from urllib.parse import urlencode

import httpx2
import pytest
from atlas import AtlasPage, download, press, wait_until_drawn
from conftest import find_free_port, serve
from PIL import Image
from pixels import ZOOM, open_at
from playwright.sync_api import expect
from sheets import save_picture
from tile_files import paint_tile, write_vectors

from parks.catalogue import open_edition
from views import PAGE_PATHS

HEADERS = {
    "content-security-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
}
NOTE_VIOLATIONS = """
window.forbidden = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.forbidden.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
LONG = "script-src wasm-eval"
"""Streamlit's library for long numbers tries WebAssembly and does without it."""
PARKS = open_edition().parks["park_id"].tolist()[:2]
OPTIONS = {
    "/sectors": {"sector": "ai"},
    "/compare": {"park": PARKS},
    "/shortlist": {"park": PARKS},
    "/park": {"park": PARKS[0]},
    "/brief": {"park": PARKS},
    "/match": {"sector": "ai"},
}
CHARTS = {"/districts", "/figures"}
"""Pages that draw charts, whose expressions must not need 'unsafe-eval'."""


@pytest.fixture
def forbidden(page):
    """What the policy forbade since the last document, in whatever frame."""
    page.add_init_script(NOTE_VIOLATIONS)

    def read():
        noted = [frame.evaluate("() => window.forbidden") for frame in page.frames]
        return [what for list_ in noted for what in list_ if what != LONG]

    return read


@contextlib.contextmanager
def listen(document=b"", port=0):
    """Answer as another site does, and list what it is asked for."""
    asked = []

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(document)

        def log_message(self, *_):
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", port), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{site.server_port}", asked
    finally:
        site.shutdown()
        site.server_close()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        *(("/", 200), ("/park", 200), ("/nonsense", 200), ("/park/", 301)),
        *(("/_stcore/health", 200), ("/_stcore/host-config", 200)),
        *(("/_stcore/agent/openapi.json", 200), ("/media/none", 404)),
        *(("/favicon.png", 200), ("/static/media/none", 200)),
        *(("/nonsense/_stcore/health", 404), ("/_stcore/agent/none", 404)),
        *(("/?" + "id=x&" * 2000, 307), ("/a/..%2f..%5c%5cx", 400)),
        *(("/assets/leaflet/leaflet.js", 200), ("/map", 404), ("/rows", 404)),
    ],
)
def test_streamlits_answers_have_the_headers_too(app_url, address, status):
    answer = httpx2.get(f"{app_url}{address}", follow_redirects=False)
    assert answer.status_code == status
    for name in HEADERS:
        assert len(answer.headers.get_list(name)) == 1, name


def test_every_page_opens_without_a_word_in_the_console(
    page, app_url, heard, forbidden
):
    failed = []
    page.on("response", lambda answer: failed.append(answer) if not answer.ok else None)
    for path, language in zip(PAGE_PATHS, cycle(["zh", "en"]), strict=False):
        options = urlencode({**OPTIONS.get(path, {}), "lang": language}, doseq=True)
        page.goto(f"{app_url}{path}?{options}")
        wait_until_drawn(page)
        if path == "/":
            AtlasPage(page, app_url).wait_for_map()
        if path in CHARTS:
            expect(page.locator(".vega-embed svg, canvas.marks").first).to_be_visible()
        said = (path, forbidden(), heard["errors"], failed, heard["outside"])
        assert said == (path, [], [], [], [])


@pytest.fixture(scope="module")
def everything_url(tmp_path_factory, place):
    """The app with every basemap, and another site around it."""
    folder = tmp_path_factory.mktemp("everything")
    write_vectors(folder / "mine.pmtiles", place, ZOOM - 2)
    port = find_free_port()
    settings = {
        "TIANDITU_KEY": "no-key",
        "PMTILES": folder / "mine.pmtiles",
        "FRAME_ANCESTORS": f"http://127.0.0.1:{port}",
    }
    with serve(folder / "log", **settings) as url:
        yield url, port


def test_every_basemap_is_drawn_saved_and_printed(
    page, everything_url, heard, forbidden, place
):
    url, _ = everything_url
    tile = paint_tile(ZOOM, 0, 0, place)
    asked = set()

    def answer(route):
        asked.add(re.sub(r"\d.*", "", route.request.url.split("/")[2]))
        allowed = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(body=tile, content_type="image/png", headers=allowed)

    for pattern in ("**/basemap/tianditu/**", re.compile("^https://")):
        page.route(pattern, answer)
    atlas = open_at(page, url, place)
    atlas.map.locator(".switches summary").click()
    choices = atlas.map.locator(".switches label:has([type=radio])")
    expect(choices).to_have_count(7)
    names = [name for name in choices.all_inner_texts() if "底图" not in name]
    assert len(names) == 5
    for name in ("本地底图", *names):
        atlas.map.get_by_label(name).check()
        atlas.wait_in_map(
            "(a) => { const t = [...document.querySelectorAll('.leaflet-tile')];"
            " return t.length && t.every((i) => i.matches('.leaflet-tile-loaded')); }"
        )
        expect(atlas.map.locator(".failure")).to_be_hidden()
    assert {"webrd", "webst", "tile.openstreetmap.org"} < asked
    atlas.map.locator(".switches summary").click()
    svg = save_picture(page, atlas.map)
    assert "data:image/jpeg" in svg.path().read_text(encoding="utf-8")
    png = save_picture(page, atlas.map, kind="png-150")
    assert Image.open(io.BytesIO(png.path().read_bytes())).size[0] > 1000
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    assert (forbidden(), heard["errors"]) == ([], [])


def test_a_table_is_imported_and_its_files_are_saved(page, app_url, heard, forbidden):
    page.goto(f"{app_url}/import")
    table = "序号\t区县\t园区名称\t经度\t纬度\n1\t浦东\t张江科学城\t121.60\t31.20\n"
    file = {"name": "一览表.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name="共 1 行")).to_be_visible()
    press(page, "生成地图")
    expect(page.get_by_text("一览表.csv：共 1 个园区")).to_be_visible()
    wait_until_drawn(page)
    buttons = page.get_by_test_id("stDownloadButton").get_by_role("button")
    assert download(page, buttons.last).failure() is None
    page.goto(f"{app_url}/brief?park={PARKS[0]}")
    taken = download(page, page.get_by_role("button", name="Word"))
    assert taken.path().read_bytes().startswith(b"PK")
    assert (forbidden(), heard["errors"]) == ([], [])


TRY_ALL = """async (other) => {
  const image = new Image();
  image.src = `${other}/image`;
  const script = document.createElement("script");
  script.src = `${other}/script`;
  const frame = document.createElement("iframe");
  frame.src = `${other}/frame`;
  const box = document.createElement("div");
  box.innerHTML = `<img src="${other}/markup" onerror="window.isBroken = true">`;
  document.body.append(image, script, frame, box);
  const inline = document.createElement("script");
  inline.textContent = "window.isBroken = true";
  document.body.append(inline);
  await fetch(`${other}/fetch`).catch(() => {});
  navigator.sendBeacon(`${other}/beacon`);
  return window.isBroken === true;
}"""


@pytest.mark.parametrize("place_", ["page", "map"])
def test_nothing_is_asked_of_another_host_and_no_text_runs(
    page, app_url, forbidden, place_
):
    atlas = AtlasPage(page, app_url).open()
    target = page if place_ == "page" else atlas.frame
    with listen() as (other, asked):
        assert target.evaluate(TRY_ALL, other) is False
        target.wait_for_function("() => window.forbidden.length >= 8")
        found = {what.partition(" ")[0] for what in forbidden()}
        assert not target.evaluate("() => window.isBroken === true")
    assert asked == []
    assert found >= {
        *("img-src", "script-src-elem", "script-src-attr", "frame-src"),
        "connect-src",
    }


def frame_of(url):
    return f"<iframe src='{url}/' style='width: 99vw; height: 95vh'></iframe>".encode()


def test_another_site_has_the_app_in_a_frame_only_where_the_operator_says_so(
    page, app_url, everything_url
):
    with (
        listen(frame_of(app_url)) as (site, _),
        page.expect_console_message(lambda said: "frame-ancestors" in said.text),
    ):
        page.goto(site)
    expect(page.frame_locator("iframe").get_by_test_id("stApp")).to_have_count(0)
    url, port = everything_url
    with listen(frame_of(url), port) as (site, _):
        page.goto(site)
        inner = page.frame_locator("iframe").frame_locator("iframe[data-testid=map]")
        expect(inner.locator(".legend")).to_be_visible()

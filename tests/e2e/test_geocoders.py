"""A table without coordinates is placed by a web service, here one of this machine."""

import contextlib
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from atlas import AtlasPage, download, press, wait_for_answer
from conftest import serve
from playwright.sync_api import expect

IN_NANSHAN = 113.9349, 22.5275
IN_FUTIAN = 114.0579, 22.5431
TABLE = "辖区\t园区\t产业方向\n" + "".join(
    f"南山\t{name}\t人工智能\n" for name in ("甲号园", "乙号园", "丙号园", "丁号园")
)


class Service:
    """Answers as Nominatim documents, by name; anything else it does not know."""

    def __init__(self):
        self.places = {}
        self.page = None
        self.asked = []
        self.held = threading.Event()
        self.held.set()

    def answer(self, query):
        name = next((name for name in self.places if name in query), None)
        self.asked.append(query)
        self.held.wait(30)
        if self.page is not None:
            return self.page
        if name is None:
            return b"[]"
        lon, lat = self.places[name]
        place = {
            "lat": str(lat),
            "lon": str(lon),
            "category": "landuse",
            "type": "industrial",
            "addresstype": "industrial",
            "place_rank": 22,
            "importance": 0.1,
            "name": name,
            "display_name": f"{name}, 深圳市, 广东省, 中国",
            "address": {"city": "深圳市", "country_code": "cn"},
        }
        return json.dumps([place]).encode()


@pytest.fixture
def service():
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            query = parse_qs(urlsplit(self.path).query)["q"][0]
            body = service.answer(query)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Keep the test's output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    service.url = f"http://127.0.0.1:{server.server_port}"
    yield service
    service.held.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def sockets(page):
    """The page's connections to its server."""
    opened = []
    # Playwright marks what it is given, which a method of a list cannot bear.
    page.on("websocket", lambda socket: opened.append(socket))  # noqa: PLW0108
    return opened


@pytest.fixture
def open_importer(page, service, tmp_path, heard, sockets):  # noqa: ARG001 - nothing outside answers
    """Start the app anew, with the cache of before, and read the table in it."""
    settings = {
        "GEOCODERS": "gazetteer,amap,nominatim",
        "NOMINATIM_URL": service.url,
        "CACHE": tmp_path / "cache",
    }

    @contextlib.contextmanager
    def open_(log="server.log"):
        with serve(tmp_path / log, **settings) as url:
            page.goto(f"{url}/import")
            expect(page.get_by_role("heading", name="导入园区表格")).to_be_visible()
            page.get_by_role("textbox", name="或在此粘贴表格").fill(TABLE)
            page.get_by_role("button", name="读取表格").click()
            expect(page.get_by_role("heading", name="共 4 行")).to_be_visible()
            yield AtlasPage(page, url)

    return open_


@pytest.fixture
def importer(open_importer):
    with open_importer() as atlas:
        yield atlas


def make_map(page):
    press(page, "生成地图")
    expect(page.get_by_text("：共 4 个园区")).to_be_visible()


def download_features(page):
    taken = download(page, page.get_by_role("button", name=re.compile("GeoJSON")))
    collection = json.loads(taken.path().read_bytes())
    return {each["properties"]["name"]: each for each in collection["features"]}


def test_parks_are_placed_by_the_service_and_the_page_says_who_was_asked(
    importer, service
):
    page = importer.page
    service.places = {"甲号园": IN_NANSHAN, "乙号园": IN_FUTIAN}
    expect(page.get_by_text("内置地名库 (gazetteer) → 高德 AMap → ")).to_be_visible()
    make_map(page)
    expect(page.get_by_text("4 次：高德 AMap 没有密钥")).to_be_visible()
    expect(page.get_by_text("定位来源：")).to_contain_text("均未定位 3")
    features = download_features(page)
    placed = features["甲号园"]
    assert placed["geometry"]["coordinates"] == [*IN_NANSHAN]
    assert "OpenStreetMap" in placed["properties"]["location_source"]
    # What lies in another district is kept as a doubt only.
    assert features["乙号园"]["properties"]["precision"] == "district"
    assert "界外" in features["乙号园"]["properties"]["location_note"]
    expect(page.get_by_text(re.compile("找到但未采用的位置"))).to_be_visible()


def test_a_place_found_but_not_taken_can_be_confirmed(importer, service):
    page = importer.page
    service.places = {"乙号园": IN_FUTIAN}
    make_map(page)
    heading = page.get_by_role("heading", name=re.compile("找到但未采用"))
    heading.scroll_into_view_if_needed()
    wait_for_answer(page)
    grid = page.get_by_test_id("stDataFrame").last
    expect(grid.get_by_test_id("data-grid-canvas")).to_be_visible()
    grid.click(position={"x": 36, "y": 35 + 17})
    expect(page.get_by_text("位置存疑：1")).to_be_visible()
    placed = download_features(page)["乙号园"]
    assert placed["geometry"]["coordinates"] == [*IN_FUTIAN]
    assert "已确认" in placed["properties"]["location_note"]


def test_asking_is_stopped_and_goes_on_without_asking_twice(importer, service, sockets):
    page = importer.page
    service.places = dict.fromkeys(("甲号园", "乙号园", "丙号园"), IN_NANSHAN)
    service.held.clear()
    press(page, "生成地图")
    stop = page.get_by_role("button", name="停止查询")
    expect(stop).to_be_visible()
    # The server has to hear of it before the service answers the rest.
    with sockets[-1].expect_event("framesent"):
        stop.click()
    service.held.set()
    expect(
        page.get_by_text(re.compile("已停止：还有 [1-4] 个名称未查询"))
    ).to_be_visible()
    press(page, "继续查询")
    expect(page.get_by_text("定位来源：")).to_contain_text("均未定位 1")
    assert len(service.asked) == len(set(service.asked)) == 4
    assert len(download_features(page)) == 4


def test_a_service_that_answers_with_a_web_page_is_named_and_asked_once_more(
    importer, service
):
    page = importer.page
    service.page = b"<html>sign in</html>"
    make_map(page)
    expect(page.get_by_text("4 次：Nominatim 返回的是网页")).to_be_visible()
    service.page, service.places = None, {"丁号园": IN_NANSHAN}
    press(page, "对失败的查询再问一次")
    expect(page.get_by_text("定位来源：")).to_contain_text("均未定位 3")
    assert download_features(page)["丁号园"]["geometry"]["coordinates"] == [*IN_NANSHAN]


def test_services_are_left_out_on_demand(importer, service):
    page = importer.page
    page.get_by_text("同时向网络服务查询位置").click()
    expect(page.get_by_text("只在内置地名库中查找")).to_be_visible()
    make_map(page)
    assert service.asked == []


def test_what_was_answered_survives_the_end_of_the_service(open_importer, service):
    service.places = {"甲号园": IN_NANSHAN, "丙号园": IN_NANSHAN}
    with open_importer() as atlas:
        make_map(atlas.page)
    asked = list(service.asked)
    assert len(asked) == 4
    with open_importer("again.log") as atlas:
        make_map(atlas.page)
        expect(atlas.page.get_by_text("定位来源：")).to_contain_text("Nominatim 2")
    assert service.asked == asked

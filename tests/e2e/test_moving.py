"""Whoever knows better moves a park: seen, undone, downloaded, never published."""

import csv
import io
import json
import re

import pytest
from atlas import AtlasPage, expect_within, wait_for_answer
from atlas import download as fetch
from conftest import serve
from playwright.sync_api import expect

from geodata.datums import Datum, convert
from parks.catalogue import open_edition

PARK = "chuang-wei-chuang-xin-gu"
NAME = "创维创新谷"
HOSTILE = "<img src=x onerror=window.hacked=1>${1}{{2}} **现场核对**"


class MovingPage(AtlasPage):
    """The map page with a park selected, ready to be moved."""

    REFERENCE = re.compile("坐标系|reference system")

    def begin(self, park=PARK, query=""):
        self.open(f"?park={park}{query}")
        self.page.get_by_role("button", name="更正位置").click()
        expect(self.text).to_be_visible()
        wait_for_answer(self.page)
        return self

    @property
    def text(self):
        return self.page.get_by_label(re.compile("新坐标|New coordinates"))

    @property
    def reason(self):
        return self.page.get_by_label(re.compile("理由|Reason"))

    @property
    def handle(self):
        return self.map.locator(".move-handle")

    @property
    def comparison(self):
        return self.page.locator(".pa-move")

    @property
    def corrections(self):
        return self.page.locator(".st-key-corrections .pa-correction")

    def type(self, text, reference="WGS-84"):
        if reference != "WGS-84":
            self.page.get_by_role("combobox", name=self.REFERENCE).click()
            self.page.get_by_role("option", name=reference).click()
        self.text.fill(text)
        self.text.press("Enter")

    def say_why(self, reason):
        self.reason.fill(reason)
        self.reason.press("Enter")

    def apply(self, reason="现场核对"):
        self.say_why(reason)
        self.page.get_by_role("button", name=re.compile("确认更正|Apply")).click()

    def confirm(self):
        self.page.get_by_test_id("stCheckbox").filter(
            has_text=re.compile("确为此处|That is meant")
        ).locator("label").click()

    def drag(self, east, south):
        """Drag the handle by so many pixels, once it stands still."""
        expect(self.handle).to_be_visible()
        x, y, *_ = self.handle_box()
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + east / 2, y + south / 2, steps=4)
        self.page.mouse.move(x + east, y + south, steps=4)
        self.page.mouse.up()

    def handle_box(self):
        """Find the handle's middle on the page, its width and its height."""
        return self.read_still(
            "(a, it, corner) => { const { x, y, width, height } = a.map.getContainer()"
            ".querySelector('.move-handle').getBoundingClientRect();"
            " return [corner.x + x + width / 2, corner.y + y + height / 2,"
            " width, height]; }"
        )

    def wait_for_moves(self, number):
        """Wait until so many parks stand corrected on the map."""
        self.wait_in_map("(a, n) => (a.moves?.parks.length || 0) === n", number)

    def place_of(self, park=PARK):
        """Read where the map draws a park, as (lon, lat) of WGS 84; None if nowhere."""
        return self.run_in_map(
            "(a, id) => { const s = a.byId.get(id); if (!s) return null;"
            " const { lon, lat } = a.locate(s.getLatLng()); return [lon, lat]; }",
            park,
        )

    def come_close(self):
        """Look at the park from so near that a pixel is some metres."""
        self.run_in_map(
            "(a, id) => a.map.setView(a.byId.get(id).getLatLng(), 14,"
            " { animate: false })",
            PARK,
        )

    def download(self, name):
        taken = fetch(self.page, self.page.get_by_role("button", name=name))
        return taken.path().read_bytes()


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return MovingPage(page, app_url)


@pytest.fixture(scope="module")
def published():
    parks = open_edition().parks.set_index("park_id")
    return parks.loc[PARK, "geometry"]


def test_a_dragged_park_is_corrected_without_the_map_moving(atlas, heard, published):
    atlas.open(f"?park={PARK}")
    atlas.come_close()
    view = atlas.view()
    atlas.page.get_by_role("button", name="更正位置").click()
    expect(atlas.handle).to_be_visible()
    expect(atlas.comparison).to_contain_text(f"{published.x:.6f}, {published.y:.6f}")
    atlas.drag(60, 0)
    expect(atlas.comparison).to_contain_text("宝安")
    expect(atlas.map.locator("path.move-leg")).to_have_count(1)
    # At zoom 14 and 22.6 N a pixel is 8.8 m.
    expect(atlas.comparison).to_contain_text(re.compile(r"5[123]\d m"))
    atlas.apply()
    expect(atlas.corrections).to_contain_text(f"{NAME} {published.x:.6f}")
    expect(atlas.counts).to_contain_text(re.compile(r"1\s*处已更正"))
    expect(atlas.panel).to_contain_text("现场核对")
    expect(atlas.panel).to_contain_text("更正：在地图上拖动，20")
    atlas.wait_for_moves(1)
    lon, lat = atlas.place_of()
    assert lon == pytest.approx(published.x + 60 * 8.8 / 102_800, abs=2e-4)
    assert lat == pytest.approx(published.y, abs=2e-5)
    expect(atlas.handle).to_have_count(0)
    assert atlas.view() == view
    assert heard["map_loads"] == 1
    assert heard["errors"] == []


def test_undo_brings_park_outline_and_counts_back(atlas, heard, published):
    atlas.begin()
    before = atlas.run_in_map("(a) => a.zones.map((z) => z.outline.getLatLngs())")
    atlas.type("113.93, 22.66")
    atlas.apply()
    expect(atlas.corrections).to_have_count(1)
    atlas.wait_in_map("(a, id) => a.byId.get(id).park.lon === 113.93", PARK)
    moved = atlas.run_in_map("(a) => a.zones.map((z) => z.outline.getLatLngs())")
    assert sum(a != b for a, b in zip(before, moved, strict=True)) == 1
    atlas.page.get_by_role("button", name="撤销更正").click()
    expect(atlas.corrections).to_have_count(0)
    expect(atlas.counts).not_to_contain_text("更正")
    atlas.wait_for_moves(0)
    assert atlas.place_of() == pytest.approx((published.x, published.y), abs=1e-6)
    after = atlas.run_in_map("(a) => a.zones.map((z) => z.outline.getLatLngs())")
    assert after == before
    expect(atlas.map.locator("path.move-leg")).to_have_count(0)
    assert heard["map_loads"] == 1


def test_coordinates_of_a_map_vendor_are_taken_in_their_datum(atlas):
    lon, lat = 113.93, 22.66
    typed = convert(lon, lat, source=Datum.WGS84, target=Datum.GCJ02)
    atlas.begin()
    atlas.type(f"{typed[0]:.8f}，{typed[1]:.8f}", "GCJ-02（高德")
    expect(atlas.comparison).to_contain_text("113.930000, 22.660000")
    atlas.wait_in_map("(a) => a.map.getBounds().contains(a.project(113.93, 22.66))")
    atlas.apply()
    expect(atlas.panel).to_contain_text("更正：按 GCJ-02 113.9")
    atlas.wait_in_map(
        "(a, id) => a.locate(a.byId.get(id).getLatLng()).lon > 113.92", PARK
    )
    assert atlas.place_of() == pytest.approx((lon, lat), abs=1e-6)


def test_downloads_hold_what_was_corrected(atlas, published):
    atlas.begin()
    atlas.type("113.93, 22.66")
    atlas.apply(HOSTILE)
    expect(atlas.corrections).to_have_count(1)
    parks = json.loads(atlas.download("下载 59 个园区（GeoJSON）"))["features"]
    (park,) = [feature for feature in parks if feature["id"] == PARK]
    assert park["geometry"]["coordinates"] == [113.93, 22.66]
    assert park["properties"]["correction"] == HOSTILE
    assert park["properties"]["location_source"].startswith("correction: typed")
    assert sum(f["properties"]["correction"] is not None for f in parks) == 1
    (only,) = json.loads(atlas.download("更正清单（GeoJSON）"))["features"]
    assert only["geometry"]["coordinates"] == [113.93, 22.66]
    assert only["properties"]["old_lon"] == pytest.approx(published.x, abs=1e-6)
    listed = atlas.download("更正清单（CSV）").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(listed))
    assert (row["name"], row["reason"]) == (NAME, HOSTILE)


def test_a_reason_is_text_whatever_it_says(atlas, page, heard):
    atlas.begin()
    atlas.type("113.93, 22.66")
    atlas.apply(HOSTILE)
    expect(atlas.corrections).to_contain_text(HOSTILE)
    expect(atlas.panel).to_contain_text(HOSTILE)
    assert page.locator(".pa-correction img, .pa-correction script").count() == 0
    assert not any(frame.evaluate("window.hacked === 1") for frame in page.frames)
    assert heard["errors"] == []


def test_what_cannot_be_a_place_is_said_and_nothing_is_moved(atlas, published):
    atlas.begin()
    for text, words in {
        "22.66, 113.93": "似乎写反了",
        "<b>hello</b>": "“<b>hello</b>”不是坐标",
        "2.35, 48.85": "在中国范围之外",
    }.items():
        atlas.type(text)
        expect(atlas.page.locator(".pa-error")).to_contain_text(words)
    atlas.apply()
    expect(atlas.page.locator(".pa-error").last).to_contain_text("在中国范围之外")
    atlas.type("113.93, 22.66")
    atlas.apply(" ")
    expect(atlas.page.locator(".pa-error")).to_contain_text("缺少理由")
    expect(atlas.corrections).to_have_count(0)
    atlas.page.get_by_role("button", name="取消").click()
    expect(atlas.panel).to_contain_text(f"{published.x:.6f}")
    wait_for_answer(atlas.page)
    expect(atlas.corrections).to_have_count(0)


def test_a_place_in_another_district_is_taken_only_knowingly(atlas):
    problems = open_edition().table.problems
    atlas.begin()
    atlas.type("114.06, 22.54")
    expect(atlas.comparison).to_contain_text("福田")
    atlas.apply()
    expect(atlas.page.locator(".pa-error")).to_contain_text("宝安界外")
    expect(atlas.corrections).to_have_count(0)
    atlas.confirm()
    expect(atlas.page.locator(".pa-error")).to_have_count(0)
    # What was confirmed of one place is not of another.
    atlas.type("114.07, 22.54")
    expect(atlas.comparison).to_contain_text("114.070000")
    atlas.apply()
    expect(atlas.page.locator(".pa-error")).to_contain_text("宝安界外")
    atlas.confirm()
    atlas.apply()
    expect(atlas.corrections).to_have_count(1)
    expect(
        atlas.page.get_by_text(f"修补与存疑：{len(problems) + 1} 处")
    ).to_be_visible()


def test_the_language_may_change_on_the_way(atlas, page, heard):
    atlas.begin()
    atlas.type("113.93, 22.66", "CGCS2000 经纬度")
    atlas.say_why("现场核对")
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("button", name="Apply")).to_be_visible()
    expect(atlas.text).to_have_value("113.93, 22.66")
    expect(atlas.reason).to_have_value("现场核对")
    expect(atlas.comparison).to_contain_text("Moved by")
    expect(atlas.handle).to_have_attribute("aria-label", re.compile("arrow keys"))
    page.get_by_role("button", name="Apply").click()
    expect(atlas.corrections).to_contain_text("113.930000, 22.660000")
    expect(atlas.panel).to_contain_text("typed as CGCS2000 113.93, 22.66")
    expect(atlas.counts).to_contain_text("corrected here")
    wait_for_answer(page)
    left = page.locator(".st-key-panel, .st-key-corrections").all_inner_texts()
    assert "更正" not in " ".join(left)
    assert heard["map_loads"] == 1


def test_a_park_is_moved_while_the_filter_hides_it(atlas):
    atlas.begin(query="&district=nanshan")
    atlas.expect_count(9)
    expect(atlas.handle).to_be_visible()
    atlas.type("113.93, 22.66")
    expect(atlas.comparison).to_contain_text("113.930000, 22.660000")
    atlas.apply()
    expect(atlas.corrections).to_have_count(1)
    atlas.expect_count(9)
    atlas.page.get_by_role("button", name="清除筛选").first.click()
    atlas.expect_count(59)
    atlas.wait_for_moves(1)
    assert atlas.place_of() == pytest.approx((113.93, 22.66), abs=1e-6)


def test_the_second_correction_takes_the_place_of_the_first(atlas, published):
    atlas.begin()
    atlas.type("113.93, 22.66")
    atlas.apply("第一次")
    atlas.page.get_by_role("button", name="再次更正").click()
    expect(atlas.text).to_have_value("113.93, 22.66")
    expect(atlas.reason).to_have_value("第一次")
    atlas.type("113.94, 22.66")
    atlas.apply("第二次")
    expect(atlas.corrections).to_contain_text("第二次")
    expect(atlas.corrections).to_contain_text(f"{published.x:.6f}, {published.y:.6f}")
    expect(atlas.corrections).to_have_count(1)


def test_the_arrow_keys_and_a_click_move_it_too(atlas):
    atlas.open(f"?park={PARK}")
    atlas.come_close()
    atlas.page.get_by_role("button", name="更正位置").click()
    atlas.handle.focus()
    atlas.handle.press("Shift+ArrowRight")
    # Ten pixels of 8.8 m.
    expect(atlas.comparison).to_contain_text(re.compile(r"\b8[789] m"))
    atlas.handle.press("ArrowUp")
    expect(atlas.comparison).to_contain_text(re.compile(r"\b8[89] m"))
    x, y = atlas.read_still("(a, it, corner) => [corner.x + 200, corner.y + 150]")
    atlas.page.mouse.click(x, y)
    expect(atlas.comparison).to_contain_text(re.compile(r"\d,\d{3} m"))
    expect(atlas.page.locator(".pa-park h2")).to_have_text(NAME)


def test_another_tab_sees_nothing_of_it_and_a_reload_forgets(atlas, context, app_url):
    atlas.begin()
    expect(atlas.page.get_by_text("只在本页面打开期间有效")).to_be_visible()
    atlas.type("113.93, 22.66")
    atlas.apply()
    expect(atlas.corrections).to_have_count(1)
    other = MovingPage(context.new_page(), app_url).open(f"?park={PARK}")
    expect(other.panel).to_contain_text("WGS 84: 113.918993, 22.643636")
    expect(other.corrections).to_have_count(0)
    atlas.page.reload()
    atlas.wait_for_map()
    expect(atlas.panel).to_contain_text("WGS 84: 113.918993, 22.643636")
    expect(atlas.corrections).to_have_count(0)


def test_a_finger_moves_a_park_on_a_phone(phone_page, app_url):
    phone = MovingPage(phone_page, app_url).begin()
    expect_within(phone.page, 390)
    phone.page.locator("iframe[data-testid=map]").scroll_into_view_if_needed()
    expect(phone.handle).to_be_visible()
    x, y, width, height = phone.handle_box()
    assert min(width, height) >= 44
    finger = phone_page.context.new_cdp_session(phone_page)

    def touch(kind, *points):
        points = [{"x": x, "y": y} for x, y in points]
        event = {"type": kind, "touchPoints": points}
        finger.send("Input.dispatchTouchEvent", event)

    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x + 6 * step, y + 2 * step))
    touch("touchEnd")
    expect(phone.comparison).to_contain_text(re.compile(r"移动距离\s*\d"))
    expect_within(phone.page, 390)


def test_a_draft_waits_while_another_park_or_page_is_looked_at(atlas, page):
    atlas.begin()
    atlas.say_why("现场核对")
    expect(atlas.handle).to_be_visible()
    # While a park is being moved, a click on another says where to, not which.
    atlas.run_in_map(
        "(a) => a.tell({ kind: 'select', park: 'she-kou-wang-gu',"
        " at: L.latLng(22.66, 113.93) })"
    )
    expect(atlas.comparison).to_contain_text("113.930000, 22.660000")
    expect(atlas.page.locator(".pa-park h2")).to_have_text(NAME)
    page.get_by_role("link", name="导入表格").click()
    expect(page.get_by_text("导入园区表格")).to_be_visible()
    page.get_by_role("link", name="地图", exact=True).click()
    atlas.wait_for_map()
    expect(atlas.reason).to_have_value("现场核对")
    page.get_by_role("button", name="确认更正").click()
    expect(atlas.corrections).to_have_count(1)
    page.get_by_role("link", name="导入表格").click()
    expect(page.get_by_text("导入园区表格")).to_be_visible()
    page.get_by_role("link", name="地图", exact=True).click()
    atlas.wait_for_map()
    expect(atlas.corrections).to_have_count(1)
    atlas.wait_in_map("(a, id) => a.byId.get(id).park.lon === 113.93", PARK)


def test_on_a_basemap_of_another_datum_a_drag_is_kept_in_wgs84(atlas, published):
    atlas.open(f"?park={PARK}")
    atlas.run_in_map("(a) => a.setDatum('GCJ-02')")
    atlas.come_close()
    atlas.page.get_by_role("button", name="更正位置").click()
    expect(atlas.handle).to_be_visible()
    atlas.drag(0, 30)
    # Thirty pixels of 8.8 m to the south, and not the half kilometre between datums.
    expect(atlas.comparison).to_contain_text(re.compile(r"\b2[567]\d m"))
    atlas.apply()
    expect(atlas.corrections).to_have_count(1)
    atlas.wait_for_moves(1)
    lon, lat = atlas.place_of()
    assert lon == pytest.approx(published.x, abs=1e-4)
    assert lat == pytest.approx(published.y - 30 * 8.8 / 110_700, abs=2e-4)
    drawn = atlas.run_in_map(
        "(a, id) => { const at = a.byId.get(id).getLatLng();"
        " return [at.lng, at.lat]; }",
        PARK,
    )
    expected = convert(lon, lat, source=Datum.WGS84, target=Datum.GCJ02)
    assert drawn == pytest.approx(expected, abs=1e-6)


@pytest.fixture
def placeless_url(tmp_path):
    table = tmp_path / "table.csv"
    rows = "1,姑苏区,平江片区,苏州园\n2,南山,甲片区,甲园"
    table.write_text(f"序号,辖区,片区,园区名称\n{rows}", encoding="utf-8")
    with serve(tmp_path / "server.log", TABLE=table) as url:
        yield url


def test_a_park_without_a_place_comes_onto_the_map_and_leaves_it(
    page,
    placeless_url,
    heard,
):
    atlas = MovingPage(page, placeless_url).begin("su-zhou-yuan")
    assert atlas.shown_names() == ["甲园"]
    expect(atlas.handle).to_have_count(0)
    atlas.type("120.62, 31.32")
    expect(atlas.handle).to_be_visible()
    expect(atlas.map.locator("path.move-leg")).to_have_count(0)
    atlas.apply()
    expect(atlas.corrections).to_contain_text("无位置 → 120.620000, 31.320000")
    atlas.wait_in_map("(a) => a.shownCount === 2 && a.selected.park.name === '苏州园'")
    assert atlas.shown_names() == ["苏州园", "甲园"]
    expect(atlas.map.locator("path.zone:not(.filtered-out)")).to_have_count(1)
    page.get_by_role("button", name="撤销更正").click()
    expect(atlas.corrections).to_have_count(0)
    atlas.wait_in_map("(a) => a.shownCount === 1 && !a.selected")
    expect(atlas.map.locator("path.zone:not(.filtered-out)")).to_have_count(0)
    assert heard["map_loads"] == 1
    assert heard["errors"] == []


def test_what_was_chosen_stays_chosen_in_another_language(atlas, page):
    atlas.begin()
    atlas.type("12682629.586, 2590952.846", "Web 墨卡托")
    expect(atlas.comparison).to_contain_text("113.930000, 22.660000")
    page.get_by_role("combobox", name="新位置的精度").click()
    page.get_by_role("option", name="邻近").click()
    atlas.say_why("现场核对")
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("button", name="Apply")).to_be_visible()
    expect(atlas.comparison).to_contain_text("113.930000, 22.660000")
    page.get_by_role("button", name="Apply").click()
    expect(atlas.corrections).to_contain_text("113.930000, 22.660000")
    expect(atlas.panel).to_contain_text("typed as EPSG:3857")
    expect(atlas.panel).to_contain_text("some hundred metres")

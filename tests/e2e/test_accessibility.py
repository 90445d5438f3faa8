"""No page keeps anyone out: axe-core, the keyboard, large type, little motion."""

from pathlib import Path

import pytest
from atlas import AtlasPage, expect_within, wait_until_drawn
from playwright.sync_api import expect
from visitors import DESK, PHONE

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
PAGES = {
    "map": "",
    "import": "import",
    "quality": "quality",
    "figures": "figures",
    "districts": "districts",
    "sectors": "sectors",
    "sector": "sectors?sector=cloud",
    "park": "park?park=wan-ke-yun-cheng",
    "policies": "policies",
    "match": "match?want=ai&near=113.95,22.54",
    "shortlist": "shortlist?park=wan-ke-yun-cheng&park=she-kou-wang-gu",
    "brief": "brief?park=wan-ke-yun-cheng&park=she-kou-wang-gu",
    "download": "download",
    "compare": "compare?park=wan-ke-yun-cheng&park=jiu-long-shan-zhi-neng-ke-ji-cheng",
}
MAPS = {"", "quality"}
# A size and a language; each is looked at light and dark.
SETTINGS = {"screen-zh": (DESK, "zh"), "phone-en": (PHONE, "en")}
IS_DARK = {"light": "false", "dark": "true"}
GRAVE = {"serious", "critical"}
PARK = "九龙山智能科技城"
# What is fading has not its colours yet, in a component's own tree either.
STAND_STILL = """() => {
  const trees = [document];
  for (const tree of trees)
    for (const { shadowRoot } of tree.querySelectorAll("*"))
      if (shadowRoot) trees.push(shadowRoot);
  const fading = trees
    .flatMap((tree) => tree.getAnimations())
    .filter((it) => it.effect?.getComputedTiming().endTime < 5000);
  return Promise.allSettled(fading.map((it) => it.finished)).then(() => null);
}"""


@pytest.fixture
def opened(new_context, app_url):
    """Open a page of the app for a visitor, in a language and a look."""

    def open_page(path, visitor, language, look="light"):
        page = new_context(**visitor).new_page()
        page.emulate_media(color_scheme=look)
        joint = "&" if "?" in path else "?"
        page.goto(f"{app_url}/{path}{joint}lang={language}")
        spoken = "en" if language == "en" else "zh-CN"
        expect(page.locator(f"html[lang={spoken}]")).to_have_count(1)
        title = page.locator(".stMainBlockContainer h1").first
        expect(title).to_be_visible()
        if path in MAPS:
            AtlasPage(page, app_url).wait_for_map()
        wait_until_drawn(page)
        return page

    return open_page


def find_faults(page):
    """Let axe-core look at the page and at the map's frame; give what is grave."""
    script = AXE.read_text(encoding="utf-8")
    faults = []
    for frame in page.frames:
        if not frame.url.startswith("http"):
            continue
        frame.evaluate(STAND_STILL)
        frame.evaluate(script)
        found = frame.evaluate(
            "axe.run(document, { iframes: false, resultTypes: ['violations'] })"
        )
        faults += [
            (fault["id"], node["target"], node["html"][:200])
            for fault in found["violations"]
            if fault["impact"] in GRAVE
            for node in fault["nodes"]
        ]
    return faults


def find_faults_in_each_look(page):
    """Look at the page light and dark; give what is grave in each."""
    faults = {}
    for look, is_dark in IS_DARK.items():
        page.emulate_media(color_scheme=look)
        expect(page.locator(f"html[data-theme={look}]")).to_have_count(1)
        # Streamlit's parts and the map's frame hear of it a little later.
        expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", look)
        for frame in page.frames:
            if "/map?" in frame.url:
                frame.wait_for_function(f"() => ParkAtlas.isDark === {is_dark}")
        wait_until_drawn(page)
        faults[look] = find_faults(page)
    return faults


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_grave(opened, name, setting):
    page = opened(PAGES[name], *SETTINGS[setting])
    assert find_faults_in_each_look(page) == {"light": [], "dark": []}


@pytest.mark.parametrize("setting", SETTINGS)
def test_axe_finds_nothing_grave_with_park_and_filter_open(opened, app_url, setting):
    page = opened("", *SETTINGS[setting])
    AtlasPage(page, app_url).click_park(PARK)
    expect(page.locator(".pa-park h2")).to_have_text(PARK)
    # What a keyboard scrolls the panel by comes a moment after its words.
    expect(page.locator(".st-key-panel button").last).to_be_visible()
    if page.viewport_size["width"] < 640:
        page.get_by_test_id("stExpandSidebarButton").tap()
        expect(page.get_by_test_id("stSidebar")).to_be_in_viewport()
    wait_until_drawn(page)
    assert find_faults_in_each_look(page) == {"light": [], "dark": []}


def test_the_first_key_leads_past_the_map_to_the_table(opened):
    page = opened("", DESK, "zh")
    skip = page.get_by_role("link", name="跳到表格")
    expect(skip).to_be_attached()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("[class*=table]:focus")).to_have_count(1)


def test_the_keyboard_reaches_filter_and_map(opened):
    page = opened("", DESK, "zh")
    box = page.get_by_role("group", name="辖区").get_by_role("checkbox").first
    expect(box).to_be_visible()
    reached = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(() => { let it = document.activeElement;"
                " while (it.shadowRoot && it.shadowRoot.activeElement)"
                " it = it.shadowRoot.activeElement;"
                " return it.tagName === 'IFRAME' ? it.title : it.type || it.tagName;"
                " })()"
            )
        )
        if "园区地图" in reached:
            break
    assert {"checkbox", "园区地图"} <= reached


def test_what_has_the_focus_shows_it(opened):
    page = opened("", DESK, "en", "dark")
    box = page.get_by_role("group", name="District").get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    expect(box).to_have_css("outline-style", "solid")


def test_type_twice_as_large_hides_nothing(opened):
    # 200 % of 1440 by 900: what a browser's zoom leaves of the page.
    enlarged = {**DESK, "viewport": {"width": 720, "height": 450}}
    page = opened("", enlarged, "zh")
    expect_within(page, 720)
    expect(page.locator(".pa-counts")).to_be_in_viewport()
    frame = page.locator("iframe[data-testid=map]").bounding_box()
    assert frame["height"] >= 300


def test_who_wants_no_motion_gets_none(opened, app_url):
    page = opened("", DESK, "zh")
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    atlas = AtlasPage(page, app_url)
    atlas.wait_for_map()
    zoom = atlas.run_in_map(
        "(a) => { a.map.flyTo([22.54, 114.05], 15); return a.map.getZoom(); }"
    )
    assert zoom == 15

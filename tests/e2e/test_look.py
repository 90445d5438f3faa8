"""Light and dark, a first visit, a browser that keeps nothing: how the app looks."""

import itertools
import re

import pytest
from atlas import AtlasPage
from playwright.sync_api import expect

LIGHT, DARK = "rgb(253, 253, 251)", "rgb(18, 25, 31)"
NO_STORAGE = (
    "for (const name of ['localStorage', 'sessionStorage'])"
    " Object.defineProperty(window, name,"
    " { get() { throw new DOMException('refused', 'SecurityError'); } });"
)
NO_WEBGL = (
    "const give = HTMLCanvasElement.prototype.getContext;"
    "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
    " return kind.includes('webgl') ? null : give.call(this, kind, ...rest); };"
)


def ground(page):
    return page.get_by_test_id("stApp")


def choose(page, name):
    """Choose a look by its name: what is drawn of the choice lies under the words."""
    choice = page.get_by_role("radio", name=name)
    page.locator("label").filter(has=choice).click()
    expect(choice).to_be_checked()


def test_the_system_decides_until_someone_chooses(page, app_url, heard):
    page.emulate_media(color_scheme="dark")
    atlas = AtlasPage(page, app_url).open()
    expect(ground(page)).to_have_css("background-color", DARK)
    expect(atlas.map.locator("html")).to_have_attribute("data-theme", "dark")
    page.emulate_media(color_scheme="light")
    expect(ground(page)).to_have_css("background-color", LIGHT)
    expect(atlas.map.locator("html")).to_have_attribute("data-theme", "light")
    assert heard["errors"] == []


def test_a_choice_reaches_page_and_map_and_stays(page, app_url, heard):
    atlas = AtlasPage(page, app_url).open("?district=nanshan")
    expect(ground(page)).to_have_css("background-color", LIGHT)
    view = atlas.view()
    choose(page, "深色")
    expect(ground(page)).to_have_css("background-color", DARK)
    expect(atlas.map.locator("html")).to_have_attribute("data-theme", "dark")
    expect(atlas.map.locator(".legend")).to_have_css(
        "background-color", "rgba(26, 35, 43, 0.95)"
    )
    assert atlas.view() == view
    assert heard["map_loads"] == 1
    for path in ("quality", "import", ""):
        page.goto(f"{app_url}/{path}")
        expect(ground(page)).to_have_css("background-color", DARK)
    expect(page.get_by_role("radio", name="深色")).to_be_checked()
    # The switch stands at the foot of a sidebar that is still growing.
    atlas.wait_for_map()
    choose(page, "跟随系统")
    expect(ground(page)).to_have_css("background-color", LIGHT)


def test_the_parks_are_painted_for_the_dark(page, app_url):
    page.emulate_media(color_scheme="dark")
    atlas = AtlasPage(page, app_url).open()
    atlas.wait_in_map("() => ParkAtlas.isDark")
    land = atlas.map.locator("path.district").first
    expect(land).to_have_css("fill", "rgb(26, 33, 41)")


def test_the_first_visit_says_what_this_is_and_only_the_first(page, app_url):
    atlas = AtlasPage(page, app_url).open()
    line = page.locator(".pa-first")
    expect(line).to_be_visible()
    below, top = atlas.read_still(
        "(a, it, corner) => [document.querySelector('.pa-first')"
        ".getBoundingClientRect().bottom, corner.y]"
    )
    assert below <= top
    line.get_by_role("button", name="知道了").click()
    expect(line).to_be_hidden()
    atlas.open()
    expect(page.locator(".pa-counts")).to_be_visible()
    expect(line).to_be_hidden()


@pytest.mark.parametrize("lack", [NO_STORAGE, NO_WEBGL], ids=["storage", "webgl"])
def test_a_browser_that_lacks_something_shows_the_map(page, app_url, lack):
    page.add_init_script(lack)
    atlas = AtlasPage(page, app_url).open()
    atlas.choose("辖区", "南山")
    atlas.expect_count(9)
    choose(page, "深色")
    expect(ground(page)).to_have_css("background-color", DARK)


def test_a_browser_that_gets_no_fonts_shows_the_map(page, app_url):
    page.route(re.compile(r"\.(woff2?|ttf|otf)(\?|$)"), lambda route: route.abort())
    atlas = AtlasPage(page, app_url).open()
    atlas.expect_count(59)


@pytest.mark.parametrize(
    ("path", "language", "title"),
    [
        ("", "zh", "地图 · 园区一张图"),
        ("", "en", "Map · ParkAtlas"),
        ("import", "zh", "导入表格 · 园区一张图"),
        ("quality", "en", "Data quality · ParkAtlas"),
    ],
)
def test_every_page_has_its_title_in_its_language(page, app_url, path, language, title):
    page.goto(f"{app_url}/{path}?lang={language}")
    expect(page).to_have_title(title)


def test_nothing_of_streamlits_own_frame_is_seen(page, app_url):
    AtlasPage(page, app_url).open()
    for part in ("stMainMenu", "stAppDeployButton", "stStatusWidget", "stDecoration"):
        expect(page.get_by_test_id(part)).to_be_hidden()


@pytest.mark.parametrize("size", [(1440, 900), (2560, 1440)])
def test_the_map_has_most_of_the_screen(page, app_url, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    AtlasPage(page, app_url).open()
    frame = page.locator("iframe[data-testid=map]").bounding_box()
    assert frame["width"] >= 0.55 * size[0]
    assert frame["height"] >= 0.7 * size[1]
    assert frame["y"] + frame["height"] <= size[1]


CONTROLS = (
    ".leaflet-control-zoom",
    ".picture-button",
    ".tools",
    ".switches",
    ".legend",
    ".leaflet-control-scale",
    ".leaflet-control-attribution",
)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_control_of_the_map_lies_over_another(page, app_url, size, language):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    atlas = AtlasPage(page, app_url).open(
        f"?lang={language}&park=xin-yi-dai-chan-ye-yuan"
    )
    expect(atlas.panel.locator("h2").first).to_have_text("新一代产业园")
    boxes = atlas.read_still(
        "(a, names) => names.map((name) => { const { x, y, width, height } ="
        " a.map.getContainer().querySelector(name).getBoundingClientRect();"
        " return { x, y, width, height }; })",
        list(CONTROLS),
    )
    assert all(box["width"] and box["height"] for box in boxes)
    for one, other in itertools.combinations(range(len(boxes)), 2):
        assert not overlap(boxes[one], boxes[other]), (CONTROLS[one], CONTROLS[other])


def overlap(one, other):
    return all(
        one[start] < other[start] + other[side]
        and other[start] < one[start] + one[side]
        for start, side in (("x", "width"), ("y", "height"))
    )

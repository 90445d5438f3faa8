"""The map as one file: opened from disk, it asks nobody for anything."""

import itertools
import subprocess
import sys
from urllib.parse import parse_qs

import pytest
from conftest import ROOT
from playwright.sync_api import expect

from parks.catalogue import open_edition
from parks.facets import count_facets
from parks.filter import Filter

LARGEST_BYTES = 1_500_000


@pytest.fixture(scope="module")
def map_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("map") / "map.html"
    command = [sys.executable, "-m", "parks", "map", "-o", file]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - ours
    return file


@pytest.fixture
def requests(page, map_file):
    """Every address asked for, the file itself apart."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(map_file.as_uri())
    expect(page.locator(".legend")).to_be_visible()
    return asked


def count_of(page):
    return page.locator(".bar > .count")


def choices(page, name):
    return page.locator(".choices").filter(has=page.get_by_text(f"{name}: "))


def tick(page, name):
    """Choose a value in the list that is open."""
    row = page.locator(".choices[open] label", has_text=name)
    row.first.locator("input").check()


def test_it_makes_no_request(page, requests, map_file):
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")
    page.locator(".switches summary").click()
    assert requests == [map_file.as_uri()]
    size = map_file.stat().st_size
    print(f"the map file of the appendix has {size:,} bytes")  # noqa: T201 - asked for
    assert size < LARGEST_BYTES


@pytest.mark.usefixtures("requests")
def test_its_filter_and_legend_work(page):
    choices(page, "辖区").locator("summary").click()
    tick(page, "福田区")
    expect(count_of(page)).to_have_text("59 个园区中的 7 个")
    choices(page, "产业").locator("summary").click()
    sectors = choices(page, "产业")
    expect(
        sectors.locator("label", has_text="金融科技").locator(".count")
    ).to_have_text("7")
    page.get_by_role("searchbox").fill("xmh")
    expect(count_of(page)).to_have_text("59 个园区中的 1 个")
    expect(page.locator(".legend .entries").first).to_contain_text("金融")
    page.get_by_role("searchbox").fill("没有这样的园区")
    expect(page.locator(".empty")).to_be_visible()
    page.get_by_role("button", name="清除").click()
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")


@pytest.mark.usefixtures("requests")
def test_its_panel_marks_the_words_and_speaks_english_too(page):
    page.evaluate("ParkAtlas.atlas.tell({ kind: 'select', park: 'wan-ke-yun-cheng' })")
    panel = page.locator(".park-panel")
    expect(panel.locator("h2")).to_have_text("万科云城")
    expect(panel.locator("mark.focus").first).to_have_text("新一代信息技术")
    page.locator(".bar > select.language").select_option("en")
    expect(panel).to_contain_text("Policy basis")
    expect(page.locator(".legend summary")).to_have_text("Legend")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_a_single_park_is_shown_with_what_lies_around_it(page, tmp_path):
    table = tmp_path / "one.csv"
    heading = "辖区,片区,园区名称,经度,纬度\n"
    table.write_text(heading + "浦东,张江,张江园,121.6,31.2\n", "utf-8")
    file = tmp_path / "one.html"
    command = [sys.executable, "-m", "parks", "map", table, "-o", file]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - ours
    page.goto(file.as_uri())
    expect(page.locator(".legend")).to_be_visible()
    view = page.evaluate(
        "(({ map }) => [map.getZoom(), map.getCenter().lng, map.getCenter().lat])"
        "(ParkAtlas.atlas)"
    )
    assert view == pytest.approx([15, 121.6, 31.2], abs=0.01)


ALL = [
    *({"district": [name]} for name in ("南山", "福田", "宝安")),
    {"district": ["南山", "龙岗"], "sector": ["ai"]},
    {"zone": ["留仙洞片区"], "role": ["focus"]},
    *(
        {"sector": ["ai", "internet"], "role": [role], "match": [match]}
        for role, match in itertools.product(
            ("any", "focus", "mention"), ("any", "all")
        )
    ),
    {"precision": ["zone", "street"], "sector": ["fintech"], "role": ["focus"]},
    {"q": ["szwkjsty"]},
    {"q": ["深圳灣 科技"]},
    {"q": ["rengongzhineng"]},
    {"q": ["没有这样的园区"]},
    {"bbox": ["113.9,22.5,114.0,22.6"], "district": ["南山"]},
    {},
]
COUNT = """(link) => {
    const { payload } = ParkAtlas.atlas;
    const filter = new ParkAtlas.FileFilter(payload.parks, payload.standalone);
    filter.read(new URLSearchParams(link));
    const counts = (option) => Object.fromEntries(filter.count(option));
    return {
        shown: filter.choose(),
        counts: ["district", "zone", "sector", "policy", "precision"].map(counts),
        written: filter.write().toString(),
    };
}"""


@pytest.mark.usefixtures("requests")
@pytest.mark.parametrize("options", ALL, ids=str)
def test_it_counts_as_the_app_does(page, options):
    edition = open_edition()
    link = [[name, value] for name, values in options.items() for value in values]
    said = page.evaluate(COUNT, link)
    filter_ = Filter.parse(options, edition)
    assert said["shown"] == filter_.select(edition).tolist()
    facets = count_facets(edition, filter_)
    names = ("districts", "zones", "sectors", "policies", "precisions")
    for name, counts in zip(names, said["counts"], strict=True):
        known = {key: count for key, count in counts.items() if key != "null"}
        expected = {k: n for k, n in getattr(facets, name).items() if n}
        assert known == expected, name
    again = parse_qs(said["written"])
    assert Filter.parse(again, edition) == filter_


@pytest.mark.usefixtures("requests")
def test_a_link_with_nonsense_shows_what_of_it_means_something(page, map_file):
    nonsense = f"district=南山&district=火星&sector=%00&bbox=a&zone={'x' * 9000}&at=9"
    page.goto(f"{map_file.as_uri()}#{nonsense}")
    page.reload()
    expect(count_of(page)).to_have_text("59 个园区中的 9 个")


@pytest.mark.usefixtures("requests")
def test_its_address_finds_again_what_it_shows(page, context):
    choices(page, "辖区").locator("summary").click()
    tick(page, "南山区")
    choices(page, "产业").locator("summary").click()
    tick(page, "人工智能")
    page.evaluate("ParkAtlas.atlas.tell({ kind: 'select', park: 'wan-ke-yun-cheng' })")
    shown = count_of(page).text_content()
    address = page.url
    other = context.new_page()
    other.goto(address)
    expect(count_of(other)).to_have_text(shown)
    expect(other.locator(".park-panel h2")).to_have_text("万科云城")
    page.go_back()
    expect(page.locator(".park-panel")).to_be_hidden()
    page.go_back()
    page.go_back()
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")
    page.go_forward()
    expect(choices(page, "辖区").locator("summary")).to_contain_text("南山区")


@pytest.mark.usefixtures("requests")
def test_a_finger_and_a_narrow_screen_reach_everything(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="筛选").click()
    choices(page, "片区").locator("summary").click()
    tick(page, "留仙洞片区")
    expect(count_of(page)).to_have_text("59 个园区中的 2 个")
    page.get_by_role("button", name="筛选").click()
    page.evaluate("ParkAtlas.atlas.tell({ kind: 'select', park: 'wan-ke-yun-cheng' })")
    expect(page.locator(".park-panel")).to_be_in_viewport()
    page.locator(".park-panel").get_by_role("button", name="鹏城实验室").click()
    expect(page.locator(".park-panel h2")).to_have_text("鹏城实验室")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


@pytest.mark.usefixtures("requests")
def test_the_keyboard_alone_filters_reads_and_closes(page):
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(count_of(page)).to_have_text("59 个园区中的 7 个")
    page.keyboard.press("Escape")
    expect(page.locator(".choices[open]")).to_have_count(0)
    expect(choices(page, "辖区").locator("summary")).to_be_focused()


def test_it_works_without_storage_graphics_and_network(page, map_file):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])"
        "  Object.defineProperty(window, name,"
        "    { get() { throw new DOMException('off', 'SecurityError'); } });"
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest); };"
    )
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.goto(map_file.as_uri())
    page.get_by_role("searchbox").fill("xmh")
    expect(count_of(page)).to_have_text("59 个园区中的 1 个")
    page.get_by_role("button", name="浅色或深色").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert errors == []

"""The map as one file: opened from disk, it asks nobody for anything."""

import itertools
import json
import os
import re
import subprocess
import sys
from urllib.parse import parse_qs

import numpy as np
import pytest
from atlas import read_still
from conftest import ROOT
from playwright.sync_api import expect

from layers import check_display
from parks.catalogue import open_edition
from parks.facets import count_facets
from parks.filter import Filter
from parks.language import Language
from parks.nearest import find_nearest, say_direction, say_distance

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
    page.get_by_role("button", name="清除", exact=True).click()
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
    {"policy": ["福田区现代产业体系中长期发展规划（2017-2035）"]},
    {"bbox": ["113.9,22.5,114.0,22.6"], "district": ["南山"]},
    {"within": ["circle:114.06,22.54,3000"]},
    {"within": ["circle:114.06,22.54,3000", "circle:113.94,22.53,2500.5"]},
    {"within": ["polygon:113.9 22.5,114.1 22.5,114.0 22.65"], "sector": ["ai"]},
    {"within": ["circle:114.06,22.54,500000"], "bbox": ["113.9,22.5,114.0,22.6"]},
    {"id": ["wan-ke-yun-cheng"], "district": ["南山"]},
    # As the app's own links and people write them.
    {"district": ["nanshan", "福田区"], "sector": ["人工智能", "FinTech"]},
    {"zone": [" 留仙洞片区"], "precision": ["street"]},
    {"policy": ["《福田区现代产业体系中长期发展规划（2017-2035）》"]},
    {},
]
COUNT = """([link, chosen]) => {
    const { payload } = ParkAtlas.atlas;
    const filter = new ParkAtlas.ParkFilter(payload.parks, payload.standalone);
    filter.read(new URLSearchParams(link));
    const counts = (option) => Object.fromEntries(filter.count(option));
    return {
        shown: filter.choose(),
        counts: ["district", "zone", "sector", "policy", "precision"].map(counts),
        written: filter.write().toString(),
        foreseen: ParkAtlas.foresee(ParkAtlas.atlas, chosen)?.choose() ?? null,
    };
}"""
FORESEEN = {"district", "zone", "sector", "role", "match", "precision", "id"}


@pytest.mark.usefixtures("requests")
@pytest.mark.parametrize("options", ALL, ids=str)
def test_it_counts_as_the_app_does(page, options):
    edition = open_edition()
    link = [[name, value] for name, values in options.items() for value in values]
    filter_ = Filter.parse(options, edition)
    # As the lists of a page hold it: districts by their names.
    chosen = {**filter_.to_options(), "district": list(filter_.districts)}
    said = page.evaluate(COUNT, [link, chosen])
    shown = filter_.select(edition).tolist()
    assert said["shown"] == shown
    assert said["foreseen"] == (shown if set(options) <= FORESEEN else None)
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


def test_one_quiet_line_says_what_of_its_address_is_unknown(page, map_file):
    link = (
        "district=nanshan&district=火星&toString=1&match=some&within=blob:1&near=x"
        "&park=nobody&layers=parks,moon&colour=taste&shade=sector:人工智能&size=x"
        "&basemap=osm&at=114,,12&lang=en"
    )
    page.goto(f"{map_file.as_uri()}#{link}")
    expect(count_of(page)).to_have_text("9 of 59 parks")
    line = page.locator(".left-out")
    expect(line).to_have_text(
        "Not understood in the link and left out: District “火星”, Of several sectors "
        "“some”, drawn area “blob:1” and 7 more."
    )
    left = page.evaluate(
        "ParkAtlas.atlas.applyDisplay({ layers: 'parks,moon', colour: 'taste',"
        " shade: 'sector:人工智能', size: 'x', basemap: 'osm', at: '114,,12' })"
    )
    assert left == [
        ["layers", "moon"],
        ["colour", "taste"],
        ["size", "x"],
        ["basemap", "osm"],
        ["at", "114,,12"],
    ]
    assert page.evaluate("ParkAtlas.atlas.shade") == "sector:ai"
    page.get_by_role("searchbox").fill("xmh")
    expect(line).to_be_hidden()


@pytest.mark.usefixtures("requests")
def test_escape_closes_one_thing_at_a_time(page):
    page.evaluate("ParkAtlas.atlas.tell({ kind: 'select', park: 'wan-ke-yun-cheng' })")
    panel = page.locator(".park-panel")
    page.locator(".picture-button").click()
    page.keyboard.press("Escape")
    expect(page.locator(".picture-dialog")).to_be_hidden()
    expect(panel).to_be_visible()
    assert "park=wan-ke-yun-cheng" in page.url
    search = page.get_by_role("searchbox")
    search.fill("云城")
    search.press("Escape")
    expect(search).to_have_value("")
    expect(panel).to_be_visible()
    search.press("Escape")
    expect(panel).to_be_hidden()


@pytest.mark.usefixtures("requests")
@pytest.mark.parametrize("view", [None, "113.95,22.56,12.5"])
def test_no_name_of_a_district_or_zone_stands_under_a_pie(page, map_file, view):
    at = f"&at={view}" if view else ""
    page.goto(f"{map_file.as_uri()}#lang=en&layers=districts,zones,parks,clusters{at}")
    page.wait_for_function("() => ParkAtlas.atlas.overlays.clusters.pies.length > 0")
    page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
    )
    names, covered = page.evaluate(
        """() => {
        const { map, overlays } = ParkAtlas.atlas;
        const frame = map.getContainer().getBoundingClientRect();
        const names = [...document.querySelectorAll(".leaflet-names-pane .name > div")]
            .filter((name) => name.offsetWidth && name.style.visibility !== "hidden");
        const isUnder = (name) => overlays.clusters.pies.some((pie) => {
            const at = map.latLngToContainerPoint(pie.getLatLng())
                .add([frame.left, frame.top]);
            const box = name.getBoundingClientRect();
            const away = L.point(
                Math.max(box.left - at.x, 0, at.x - box.right),
                Math.max(box.top - at.y, 0, at.y - box.bottom));
            return away.distanceTo([0, 0]) < pie.options.look.radius;
        });
        return [names.length, names.filter(isUnder).map((name) => name.textContent)];
    }"""
    )
    assert names > 2
    assert covered == []


VIEWS = [
    *(
        "114,22.5,12",
        "114.05,22.55,12.25",
        "-70.5,+22.5,3",
        " 114 , 22.5 ,18",
        "1.,.5,9",
    ),
    *("114,,12", "114,22.5,", ",,", "114,22.5,19", "114,22.5,2.9", "114,86,9"),
    *("0x72,22,9", "1e2,22,9", "1_1,22,9", "inf,22,9", "NaN,1,9", "114,22", "1,2,9,9"),
]


@pytest.mark.usefixtures("requests")
def test_it_takes_the_views_that_are_understood_and_no_others(page):
    edition = open_edition()
    script = """(text) => {
        const at = ParkAtlas.atlas.displays.get("at");
        at.apply("");
        at.apply(text);
        return at.read() === text;
    }"""
    for view in VIEWS:
        is_known = not check_display({"at": [view]}, edition)
        assert page.evaluate(script, view) == is_known, view
        assert is_known == (VIEWS.index(view) < 5), view


@pytest.mark.usefixtures("requests")
def test_its_address_finds_again_what_it_shows(page, context):
    choices(page, "辖区").locator("summary").click()
    tick(page, "南山区")
    choices(page, "产业").locator("summary").click()
    tick(page, "人工智能")
    page.evaluate("ParkAtlas.atlas.tell({ kind: 'select', park: 'wan-ke-yun-cheng' })")
    shown = count_of(page).text_content()
    address = read_address(page)
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
    page.wait_for_function("() => document.documentElement.scrollWidth <= 390")


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


def list_shapes(seed=5):
    """Circles, polygons and boxes around Shenzhen, some with parks on their edges."""
    rng = np.random.default_rng(seed)
    edition = open_edition()
    lon, lat = (axis[np.isfinite(axis)] for axis in edition.coordinates)
    links = []
    for at in rng.integers(len(lon), size=60).tolist():
        x, y = float(lon[at]), float(lat[at])
        dx, dy = rng.uniform(0.001, 0.2, 2).tolist()
        links.append(["within", f"circle:{x + dx / 9:.6f},{y:.6f},{dy * 60000:.2f}"])
        # With the park as a corner, on a level edge, and about on a slanting one.
        links.append(["within", f"polygon:{x} {y},{x + dx} {y},{x:.6f} {y + dy:.6f}"])
        links.append(["within", f"polygon:{x - dx} {y},{x + dx} {y},{x} {y + dy}"])
        corners = (x - dx, y - dy), (x + dx, y + dy), (x + dx, y - 2 * dy)
        text = ",".join(f"{a:.6f} {b:.6f}" for a, b in corners)
        links.append(["within", f"polygon:{text}"])
        links.append(["bbox", f"{x},{y},{x + dx:.6f},{y + dy:.6f}"])
    return links


CHOOSE = """(links) => links.map((link) => {
    const { payload } = ParkAtlas.atlas;
    const filter = new ParkAtlas.ParkFilter(payload.parks, payload.standalone);
    filter.read(new URLSearchParams([link]));
    return [filter.choose(), filter.write().toString()];
})"""


@pytest.mark.usefixtures("requests")
def test_shapes_select_the_parks_that_the_app_selects(page):
    edition = open_edition()
    links = list_shapes()
    for link, (chosen, written) in zip(
        links, page.evaluate(CHOOSE, links), strict=True
    ):
        filter_ = Filter.parse({link[0]: [link[1]]}, edition)
        assert chosen == filter_.select(edition).tolist(), link
        assert Filter.parse(parse_qs(written), edition) == filter_


@pytest.mark.usefixtures("requests")
@pytest.mark.parametrize(
    "text",
    [
        *("circle:114,,500", "circle:114,22.5", "circle:,,", "circle:114,22.5,0"),
        *("circle:114,22.5,1e9", "circle:190,22.5,5", "square:1,2,3", "polygon:"),
        *("polygon:1 2,3 4", "polygon:1 2,,3 4", "polygon:1 2,3 4,5 6"),
        "polygon:114 22,115 23,115 22,114 23",
    ],
)
def test_a_shape_that_is_none_is_left_out_as_by_the_app(page, text):
    edition = open_edition()
    lenient, errors = Filter.parse_leniently({"within": [text]}, edition)
    assert lenient == Filter()
    assert errors
    ((chosen, written),) = page.evaluate(CHOOSE, [["within", text]])
    assert all(chosen)
    assert written == ""


def on_screen(page, lon, lat):
    """Find where a place is drawn, once the map stands under a bar that may grow."""
    script = (
        "(a, [lon, lat], corner) => {"
        " const p = a.map.latLngToContainerPoint(a.project(lon, lat));"
        " return [corner.x + p.x, corner.y + p.y]; }"
    )
    return read_still(page, script, [lon, lat])


def read_address(page):
    """Read the address once it says where the map rests."""
    page.wait_for_function(
        "() => (new URLSearchParams(location.hash.slice(1)).get('at') || '')"
        " === ParkAtlas.atlas.readDisplay().at"
    )
    return page.evaluate("location.href")


def take(page, tool):
    page.locator(f".tool-{tool}").click()
    expect(page.locator(".tool-note")).to_be_visible()


def chip(page, text):
    return page.locator(".bar .chip").filter(has_text=text)


def expect_as_linked(page, *names):
    """Expect as many parks as Python selects by the address, which has the options."""
    edition = open_edition()
    for name in names:
        expect(page).to_have_url(re.compile(rf"[#&]{name}="))
    options = parse_qs(page.url.partition("#")[2])
    shown = int(Filter.parse(options, edition).select(edition).sum())
    assert 0 < shown < 59
    expect(count_of(page)).to_have_text(f"59 个园区中的 {shown} 个")


def test_a_circle_a_box_and_a_polygon_narrow_the_map(page, requests, map_file):
    take(page, "circle")
    page.mouse.click(*on_screen(page, 113.94, 22.53))
    page.locator(".tool-note label input").first.fill("4000")
    page.keyboard.press("Enter")
    expect(chip(page, "圆 4,000 米")).to_be_visible()
    expect_as_linked(page, "within")
    chip(page, "圆").click()
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")
    take(page, "box")
    for corner in ((113.9, 22.5), (114.05, 22.6)):
        page.mouse.click(*on_screen(page, *corner))
    expect(chip(page, "框")).to_be_visible()
    expect_as_linked(page, "bbox")
    take(page, "polygon")
    for corner in ((113.9, 22.5), (114.1, 22.5), (114.0, 22.65), (114.0, 22.65)):
        page.mouse.click(*on_screen(page, *corner))
    expect(chip(page, "多边形")).to_be_visible()
    expect(chip(page, "框")).to_have_count(0)
    expect_as_linked(page, "within")
    address = read_address(page)
    page.reload()
    expect(chip(page, "多边形")).to_be_visible()
    assert page.url == address
    assert {url.partition("#")[0] for url in requests} == {map_file.as_uri()}


@pytest.mark.usefixtures("requests")
def test_picked_parks_alone_are_shown_and_stand_in_the_address(page):
    pick = (
        "(ids) => ids.forEach((park) => ParkAtlas.atlas.tell({ kind: 'pick', park }))"
    )
    page.evaluate(pick, ["wan-ke-yun-cheng", "peng-cheng-shi-yan-shi"])
    page.locator(".tool-note .main").click()
    expect(count_of(page)).to_have_text("59 个园区中的 2 个")
    expect_as_linked(page, "id")
    expect(chip(page, "万科云城")).to_be_visible()
    page.locator(".tool-clear").click()
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")


@pytest.mark.usefixtures("requests")
@pytest.mark.parametrize("language", list(Language))
def test_the_nearest_parks_are_listed_as_the_app_lists_them(page, language):
    edition = open_edition()
    page.locator(".bar > select.language").select_option(language.value)
    take(page, "nearest")
    page.locator(".tool-note input").fill("113.9345, 22.5401")
    page.keyboard.press("Enter")
    every = np.ones(len(edition.parks), dtype=np.bool_)
    nearest = find_nearest(edition, every, 113.9345, 22.5401)
    rows = page.locator(".near-list li")
    expect(rows).to_have_count(len(nearest.parks))
    for near, row in zip(nearest.parks, rows.all(), strict=True):
        park = edition.parks.iloc[near.position]
        far = [
            say_distance(near.metres, park["precision"], language),
            say_direction(near, park["precision"], language),
        ]
        expect(row.locator("button")).to_have_text(park["name"])
        expect(row.locator(".far")).to_have_text(" · ".join(filter(None, far)))
        assert row.evaluate("(row) => row.value") == near.rank
    expect(page).to_have_url(re.compile("near=113.934500%2C22.540100"))
    rows.first.locator("button").click()
    expect(page.locator(".park-panel h2")).to_have_text(
        edition.parks["name"].iloc[nearest.parks[0].position]
    )
    page.keyboard.press("Escape")
    expect(rows).to_have_count(len(nearest.parks))
    page.keyboard.press("Escape")
    expect(page.locator(".park-panel")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("near="))


def test_pies_and_measuring_need_no_network(page, map_file):
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.goto(f"{map_file.as_uri()}#layers=parks,clusters")
    expect(page.locator(".legend")).to_be_visible()
    page.wait_for_function("() => ParkAtlas.atlas.overlays.clusters.pies.length > 0")
    take(page, "distance")
    page.locator(".tool-note details input").fill("114.06 22.54, 113.95 22.53")
    page.keyboard.press("Enter")
    expect(page.locator(".tool-note .line")).to_contain_text("11.37 公里")


def test_a_filtered_file_has_the_whole_rows_of_its_parks_and_no_others(page, tmp_path):
    file = tmp_path / "nanshan.html"
    command = [sys.executable, "-m", "parks", "map", "--district", "南山", "-o", file]
    approval = "审图号：粤S(2026)001号"
    environment = {**os.environ, "PARKATLAS_MAP_APPROVAL": approval}
    subprocess.run(  # noqa: S603 - ours
        command, check=True, cwd=ROOT, capture_output=True, env=environment
    )
    page.goto(file.as_uri())
    expect(page.locator(".leaflet-control-attribution")).to_contain_text(approval)
    payload = json.loads(page.locator("#parkatlas").text_content())
    edition = open_edition()
    kept = edition.parks[edition.parks["district"] == "南山"]
    rows = [edition.table.rows[row] for row in sorted(set(kept["row"]))]
    said = payload["standalone"]
    assert [row["seq"] for row in said["rows"]] == [row.seq for row in rows]
    for park, (at, *_), name in zip(
        payload["parks"], said["parks"], kept["name"], strict=True
    ):
        row = edition.table.rows[kept.loc[kept["name"] == name, "row"].item()]
        assert park["name"] == name
        assert said["rows"][at]["seq"] == row.seq
        assert said["rows"][at]["direction"] == row.direction
        assert len(said["rows"][at]["policies"]) == len(row.policies)
        page.evaluate(
            "(park) => ParkAtlas.atlas.tell({ kind: 'select', park })", park["id"]
        )
        panel = page.locator(".park-panel")
        expect(panel).to_contain_text(f"表中第 {row.seq} 行")
        assert panel.locator(".direction").text_content() == row.direction
    others = {row.direction for row in edition.table.rows} - {r.direction for r in rows}
    written = file.read_text("utf-8")
    assert not [text for text in others if text and text in written]

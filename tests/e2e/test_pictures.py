"""The map leaves the room as a picture: a figure that says all of itself."""

import csv
import re
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from atlas import AtlasPage
from conftest import ROOT, serve
from PIL import Image
from playwright.sync_api import expect
from sheets import KNOWN, SVG, SheetFile, save_picture
from test_hostile_table import PAYLOADS
from tile_files import write_pictures

from pyproj import Geod

from parks.places import PRECISIONS

TABLE = "深圳市数字经济产业园区规划布局一览表"
MANY = 10_000


def write_map(file, *options):
    command = [sys.executable, "-m", "parks", "map", *options, "-o", file]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - ours
    return file


@pytest.fixture(scope="module")
def map_file(tmp_path_factory):
    return write_map(tmp_path_factory.mktemp("map") / "map.html")


@pytest.fixture
def save(page, tmp_path):
    """Save a picture of the map file that is open."""

    def save_(**wishes):
        download = save_picture(page, page, **wishes)
        path = tmp_path / download.suggested_filename
        download.save_as(path)
        return path

    return save_


def open_file(page, file, language="zh"):
    page.goto(file.as_uri())
    expect(page.locator(".legend")).to_be_visible()
    page.evaluate("(code) => ParkAtlas.atlas.setLanguage(code)", language)


def ask(page, script):
    return page.evaluate(f"({script})(ParkAtlas.atlas)")


def keep_district(page, name):
    ask(
        page,
        f"(a) => a.show(a.payload.parks.map((park) => park.district === '{name}'))",
    )


def expect_counts(sheet, page):
    """Expect the legend to count the shown parks by colour, then by shape."""
    read = "(a) => a.shownSymbols().map(({ park }) => [park.focus[0], park.precision])"
    focus, precision = zip(*ask(page, read), strict=True)
    colours = sorted(Counter(focus).values(), reverse=True)
    shapes = Counter(precision)
    counts = colours + [shapes[name] for name in PRECISIONS if name in shapes]
    assert sheet.counts()[: len(counts)] == counts


WORDS = {
    "zh": ("59 个园区中的 {} 个", "数据来源", "制图日期：20", "图幅外还有"),
    "en": ("{} of 59 parks", "Table: ", "drawn on ", "outside this sheet"),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "screen", [((1440, 900), "A4-landscape"), ((390, 844), "A3-portrait")]
)
def test_a_drawing_says_all_that_a_figure_must(page, map_file, save, language, screen):
    (width, height), paper = screen
    page.set_viewport_size({"width": width, "height": height})
    open_file(page, map_file, language)
    path = save(paper=paper, title="图 3 <b>& 园区")
    sheet = SheetFile(path)
    assert re.fullmatch(rf"{TABLE}_\d{{4}}-\d\d-\d\d\.svg", path.name)
    assert "".join(sheet.of_class("title")) == "图 3 <b>& 园区"
    counted, source, date, outside = WORDS[language]
    assert "".join(sheet.of_class("filter")) == counted.format(59)
    foot = "".join(sheet.texts("foot"))
    assert TABLE in foot
    assert source in foot
    assert date in foot
    assert "OpenStreetMap" in foot
    shown = ask(page, "(a) => a.shownSymbols().map((s) => s.park.name)")
    drawn = sheet.parks()
    # Shenshan lies a hundred kilometres east of the first view.
    missing = int(re.search(r"\d+", " ".join(sheet.texts("outside"))).group())
    assert outside in " ".join(sheet.texts("outside"))
    assert len(drawn) + missing == len(shown) == 59
    assert set(drawn) < set(shown)
    expect_counts(sheet, page)
    assert "N" in sheet.texts("north")
    assert sheet.elements() == KNOWN - {"image"}


def test_only_what_the_filter_keeps_is_drawn(page, map_file, save):
    open_file(page, map_file)
    keep_district(page, "福田")
    sheet = SheetFile(save())
    assert len(sheet.parks()) == 7
    assert sheet.group("outside") is None
    expect_counts(sheet, page)
    ask(page, "(a) => { a.overlays.parks.remove(); a.overlays.zones.remove(); }")
    bare = SheetFile(save())
    assert bare.parks() == []
    assert any("福田" in text for text in bare.texts("map"))


@pytest.mark.parametrize("zoom", [4, 10.5, 17])
def test_the_scale_bar_is_true(page, map_file, save, zoom):
    open_file(page, map_file)
    ask(page, f"(a) => a.map.setView([22.6, 114.1], {zoom}, {{ animate: false }})")
    sheet = SheetFile(save())
    length, metres = sheet.scale()
    view = ask(
        page, "(a) => [...Object.values(a.map.getSize()), a.map.getCenter().lat]"
    )
    _, _, across, down = sheet.frame()
    pixels = length / min(across / view[0], down / view[1])
    degrees = pixels * 360 / (256 * 2**zoom)
    _, _, true = Geod(ellps="WGS84").inv(114.1, view[2], 114.1 + degrees, view[2])
    assert metres == pytest.approx(true, rel=0.01)
    assert int(f"{metres:.0e}"[0]) in {1, 2, 5}


@pytest.mark.parametrize(
    ("wishes", "size"),
    [
        ({"paper": "A4-landscape", "kind": "png-300"}, (3508, 2480)),
        ({"paper": "A4-portrait", "kind": "png-150"}, (1240, 1754)),
        ({"paper": "A3-landscape", "kind": "png-300"}, (4961, 3508)),
    ],
)
def test_a_picture_has_the_size_of_its_paper(page, map_file, save, wishes, size):
    open_file(page, map_file)
    with Image.open(save(**wishes)) as picture:
        assert picture.size == size
        dots = int(wishes["kind"].partition("-")[2])
        assert picture.info["dpi"] == pytest.approx((dots, dots), abs=0.5)
        pixels = np.asarray(picture.convert("RGB").resize((877, 620)))
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 500
    # The colour of artificial intelligence, the table's most frequent aim.
    ai = np.abs(pixels.astype(int) - (0xA0, 0x10, 0x10)).sum(axis=2) < 60
    assert ai.sum() > 50


SIZED = """辖区,片区,核心产业园,占地面积（公顷）,经度,纬度
南山,甲片区,园一,0.5,113.941,22.541
南山,乙片区,园二,1,113.939,22.540
南山,丙片区,园三,1000,113.940,22.540
"""


@pytest.fixture(scope="module")
def sized_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sized")
    (folder / "table.csv").write_text(SIZED, "utf-8")
    return write_map(folder / "map.html", folder / "table.csv")


def list_radii(group):
    """List the radii of the circles of a group, as they stand on the sheet."""
    radii = []
    for path in group.iter(f"{SVG}path"):
        if arc := re.search(r"A([\d.]+) ", path.get("d")):
            across = re.match(r"matrix\(([\d.]+) ", path.get("transform"))
            radii.append(float(arc[1]) * float(across[1]))
    return radii


@pytest.mark.parametrize("paper", ["A4-landscape", "A3-portrait"])
def test_the_legend_of_sizes_measures_as_the_map_does(page, sized_file, save, paper):
    open_file(page, sized_file)
    ask(page, "(a) => a.chooseSize('占地面积（公顷）')")
    sheet = SheetFile(save(paper=paper))
    drawn = max(list_radii(next(sheet.park("园三"))))
    # Around it is a rim of the ground's colour, a pixel and a half wide.
    most = drawn * 24 / 25.5
    rings = list_radii(sheet.group("legend"))[-3:]
    assert rings == pytest.approx([most, most * 0.5**0.5, most * 0.1**0.5], rel=0.01)
    on_screen = ask(
        page,
        "(a) => [...a.legend.querySelectorAll('canvas.key')].slice(-3)"
        ".map((key) => key.offsetWidth)",
    )
    assert on_screen == [52, 38, 20]


def test_a_large_park_hides_no_smaller_one(page, sized_file, save):
    open_file(page, sized_file)
    order = (
        "(a) => { const names = []; for (let at = a.canvas._drawFirst; at;"
        " at = at.next) names.push(at.layer.park.name); return names; }"
    )
    assert ask(page, order) == ["园一", "园二", "园三"]
    ask(page, "(a) => a.chooseSize('占地面积（公顷）')")
    assert ask(page, order) == ["园三", "园一", "园二"]
    ask(page, "(a) => a.mark(a.symbols[2].park.id)")
    assert ask(page, order) == ["园三", "园一", "园二"]
    assert SheetFile(save()).parks() == ["园三", "园一", "园二"]
    # Of those alike the selected is the highest.
    ask(page, "(a) => a.mark(a.symbols[0].park.id)")
    assert ask(page, order) == ["园三", "园二", "园一"]
    ask(page, "(a) => { a.overlays.parks.remove(); a.overlays.parks.addTo(a.map); }")
    assert ask(page, order) == ["园三", "园二", "园一"]


def test_parks_in_a_pie_lie_where_their_pie_does(page, map_file, save):
    open_file(page, map_file)
    ask(page, "(a) => a.map.setView([22.56, 113.86], 11, { animate: false })")
    ask(page, "(a) => a.switchLayer('clusters', true)")
    page.wait_for_function("() => ParkAtlas.atlas.overlays.clusters.pies.length > 0")
    sheet = SheetFile(save())
    outside = int(re.search(r"\d+", " ".join(sheet.texts("outside"))).group())
    in_pies = sum(int(text) for text in sheet.texts("map") if text.isdigit())
    assert in_pies > 0
    assert len(sheet.parks()) + in_pies + outside == 59


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("园区表", "园区表_2026-01-02.svg"),
        ("表" * 90, f"{'表' * 69}_2026-01-02.svg"),
        ("../a:b?", "-a-b-_2026-01-02.svg"),
        ("", "map_2026-01-02.svg"),
    ],
)
def test_a_picture_s_name_keeps_its_day(page, map_file, title, name):
    open_file(page, map_file)
    make = "(title) => ParkAtlas.nameFile(title, '2026-01-02', 'svg')"
    assert page.evaluate(make, title) == name


def test_no_cell_becomes_markup_in_a_drawing(page, tmp_path, save, heard):
    payloads = [*PAYLOADS, "</text><script>window.hacked=1</script>", "]]>&amp &#60"]
    table = tmp_path / "<text>${x}.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["序号", "辖区", "片区", "园区名称", "经度", "纬度"])
        for number, payload in enumerate(payloads, 1):
            place = f"{113.9 + number / 100:.4f}", "22.54"
            writer.writerow([number, "南山", f"片{payload}", f"园{payload}", *place])
    open_file(page, write_map(tmp_path / "map.html", table))
    path = save(title="</text><script>window.hacked=1</script>")
    sheet = SheetFile(path)
    assert set(sheet.parks()) == {f"园{payload}" for payload in payloads}
    assert "".join(sheet.of_class("title")) == "</text><script>window.hacked=1</script>"
    assert sheet.elements() <= KNOWN
    page.goto(path.as_uri())
    assert not page.evaluate("window.hacked === 1")
    assert heard["outside"] == []
    assert heard["errors"] == []


def test_ten_thousand_parks_are_drawn(page, tmp_path, save):
    rng = np.random.default_rng(7)
    lon, lat = rng.uniform(113.8, 114.4, MANY), rng.uniform(22.5, 22.8, MANY)
    rows = [
        f"{i},南山,片区{i % 90},园{i},人工智能,{x:.5f},{y:.5f}"
        for i, (x, y) in enumerate(zip(lon, lat, strict=True), 1)
    ]
    table = tmp_path / "many.csv"
    heading = "序号,辖区,片区,园区名称,产业方向,经度,纬度"
    table.write_text("\n".join([heading, *rows]), "utf-8")
    open_file(page, write_map(tmp_path / "map.html", table))
    ask(page, "(a) => { a.map.setView([22.65, 114.1], 9, { animate: false }); }")
    # So many are gathered into pies at first.
    ask(page, "(a) => a.switchLayer('clusters', false)")
    assert len(SheetFile(save()).parks()) == MANY
    with Image.open(save(kind="png-150")) as picture:
        assert picture.size == (1754, 1240)


def test_the_dialog_is_for_the_keyboard_too(page, map_file):
    open_file(page, map_file)
    button = page.get_by_role("button", name="保存图片")
    button.press("Enter")
    dialog = page.get_by_role("dialog", name="保存图片")
    expect(dialog.get_by_label("标题")).to_be_focused()
    expect(dialog.get_by_label("标题")).to_have_value(TABLE)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


@pytest.fixture(scope="module")
def operators_url(tmp_path_factory, place):
    """The app with an approval number and a basemap file of the operator's."""
    folder = tmp_path_factory.mktemp("operator")
    file = folder / "mine.pmtiles"
    write_pictures(file, place, range(9, 13), attribution="© 测绘院")
    settings = {"PMTILES": file, "MAP_APPROVAL": "审图号：粤S(2026)001号"}
    with serve(folder / "log", **settings) as url:
        yield url


def choose_basemap(atlas, name):
    box = atlas.map.locator(".switches")
    if not box.evaluate("(box) => box.open"):
        box.locator("summary").first.click()
    box.get_by_label(name).check()


@pytest.mark.usefixtures("heard")
def test_a_basemap_that_may_be_read_is_in_the_picture(page, operators_url, tmp_path):
    atlas = AtlasPage(page, operators_url).open()
    choose_basemap(atlas, "本地底图")
    path = tmp_path / "map.svg"
    save_picture(page, atlas.map).save_as(path)
    sheet = SheetFile(path)
    foot = " ".join(sheet.texts("foot"))
    assert "审图号：粤S(2026)001号" in foot
    assert "© 测绘院" in foot
    (image,) = sheet.group("map").iter("{http://www.w3.org/2000/svg}image")
    assert image.get("href").startswith("data:image/jpeg;base64,")
    assert "未包含" not in foot


def test_a_basemap_that_may_not_be_read_is_left_out_and_said(
    page, operators_url, tmp_path
):
    tile = (ROOT / "views" / "static" / "favicon.svg").read_bytes()
    page.route(
        lambda url: "autonavi" in url,
        lambda route: route.fulfill(
            body=tile,
            content_type="image/svg+xml",
            # Readable to pages of that host alone.
            headers={"Access-Control-Allow-Origin": "https://www.amap.com"},
        ),
    )
    atlas = AtlasPage(page, operators_url).open()
    choose_basemap(atlas, "高德 矢量")
    for kind in ("svg", "png-150"):
        path = tmp_path / "map"
        save_picture(page, atlas.map, kind=kind).save_as(path)
        if kind == "svg":
            sheet = SheetFile(path)
            assert sheet.elements() == KNOWN - {"image"}
            assert "未包含所选底图" in "".join(sheet.texts("foot"))
            assert "GCJ-02" not in "".join(sheet.texts("foot"))
        else:
            with Image.open(path) as picture:
                assert picture.size == (1754, 1240)

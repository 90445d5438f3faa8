"""Basemaps under the parks: a park lies on its building, whatever the map's datum."""

import io
import math
import re

import numpy as np
import pytest
from atlas import AtlasPage
from conftest import serve
from PIL import Image
from playwright.sync_api import expect
from pmtiles.tile import TileType
from tile_files import (
    MARK,
    TILE_PIXELS,
    around,
    paint_tile,
    tile_of,
    write_archive,
    write_pictures,
    write_vectors,
)

from geodata.datums import Datum, convert
from parks.catalogue import open_edition

PARK = "万科云城"
ZOOM = 16
WATER = (0x80, 0xDE, 0xEA)
"""Of the light flavour of Protomaps's style."""
PIXELS_OF_GCJ02 = 200
"""Its shift over Shenzhen at this zoom is more than so many pixels."""


@pytest.fixture(scope="module")
def place():
    parks = open_edition().parks
    (point,) = parks.loc[parks["name"] == PARK].geometry
    return point.x, point.y


@pytest.fixture(scope="module")
def pictures_url(tmp_path_factory, place):
    """The app with an archive of pictures, a cross on the park."""
    folder = tmp_path_factory.mktemp("pictures")
    file = folder / "mine.pmtiles"
    write_pictures(file, place, [ZOOM], attribution="© 测绘院 <script>x</script>")
    with serve(folder / "log", PMTILES=file) as url:
        yield url


@pytest.fixture(scope="module")
def vector_folder(tmp_path_factory, place):
    folder = tmp_path_factory.mktemp("vectors")
    write_vectors(folder / "mine.pmtiles", place, ZOOM - 2)
    return folder


@pytest.fixture(scope="module")
def vectors_url(vector_folder):
    """The app with an archive of vectors, a lake around the park."""
    file = vector_folder / "mine.pmtiles"
    with serve(vector_folder / "log", PMTILES=file) as url:
        yield url


def open_at(page, url, place, query=""):
    """Open the map on one park alone, with nothing else drawn."""
    atlas = AtlasPage(page, url).open(f"?q={PARK}{query}")
    atlas.expect_count(1)
    atlas.run_in_map(
        "(a, [lon, lat, zoom]) => { document.querySelector('.legend').open = false;"
        " a.overlays.zones.remove(); a.overlays.districts.remove();"
        " a.map.setView([lat, lon], zoom, { animate: false }); }",
        [*place, ZOOM],
    )
    return atlas


def choose_basemap(atlas, name):
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label(name).check()
    atlas.map.locator(".switches summary").click()
    atlas.wait_in_map(
        "(a) => { const c = a.map.getContainer();"
        " const tiles = [...c.querySelectorAll('.leaflet-tile')];"
        " return tiles.length && tiles.every("
        "   (t) => t.classList.contains('leaflet-tile-loaded')) &&"
        " !c.classList.contains('leaflet-fade-anim-waiting') &&"
        " tiles.every((t) => getComputedStyle(t).opacity === '1'); }"
    )


def photograph(atlas):
    """Take the map's pixels."""
    frame = atlas.page.locator("iframe[data-testid=map]")
    picture = Image.open(io.BytesIO(frame.screenshot()))
    return np.asarray(picture.convert("RGB")).astype(int)


def is_like(pixels, colour, tolerance=6):
    return (np.abs(pixels - np.array(colour)) <= tolerance).all(axis=2)


def find_cross(pixels):
    """Find where a painted parallel and meridian cross, as x and y."""
    marked = is_like(pixels, MARK)
    assert marked.sum() > 300, "no cross was painted"
    return int(marked.sum(axis=0).argmax()), int(marked.sum(axis=1).argmax())


def find_symbol(atlas, pixels):
    """Find the middle of the disc in the park's colour, as x and y."""
    colour = atlas.run_in_map(
        "(a, name) => a.symbols.find((s) => s && s.park.name === name).colour", PARK
    )
    rgb = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    rows, columns = np.nonzero(is_like(pixels, rgb, 2))
    assert 60 < len(rows) < 400, "no symbol alone in its colour"
    return columns.mean(), rows.mean()


def answer_tiles(page, pattern, number, marked):
    """Answer a service's tiles on this machine, a cross painted on a place."""

    def answer(route):
        zoom, column, row = number(route.request.url)
        tile = paint_tile(zoom, column, row, marked)
        route.fulfill(body=tile, content_type="image/png")

    page.route(pattern, answer)


def number_amap(url):
    found = dict(re.findall(r"[?&]([xyz])=(\d+)", url))
    return tuple(int(found[name]) for name in "zxy")


def number_osm(url):
    return tuple(map(int, re.search(r"/(\d+)/(\d+)/(\d+)\.png", url).groups()))


def test_on_amap_a_park_lies_where_gcj_02_has_it(page, app_url, heard, place):
    gcj02 = convert(*place, source=Datum.WGS84, target=Datum.GCJ02)
    tiles_apart = np.subtract(tile_of(*gcj02, ZOOM), tile_of(*place, ZOOM))
    assert math.hypot(*tiles_apart) * TILE_PIXELS > PIXELS_OF_GCJ02
    atlas = open_at(page, app_url, place)
    assert heard["outside"] == []
    answer_tiles(page, "https://webrd01.is.autonavi.com/**", number_amap, gcj02)
    choose_basemap(atlas, "高德 矢量")
    pixels = photograph(atlas)
    assert find_symbol(atlas, pixels) == pytest.approx(find_cross(pixels), abs=2)
    hosts = {url.split("/")[2] for url in heard["outside"]}
    assert hosts == {"webrd01.is.autonavi.com"}
    expect(atlas.map.locator(".datum")).to_contain_text("GCJ-02")
    expect(atlas.map.locator(".leaflet-control-attribution")).to_contain_text(
        "高德地图"
    )
    assert heard["map_loads"] == 1


def test_a_click_on_amap_is_a_place_in_wgs_84(page, app_url, heard, place):  # noqa: ARG001 - nothing outside answers
    gcj02 = convert(*place, source=Datum.WGS84, target=Datum.GCJ02)
    atlas = open_at(page, app_url, place)
    answer_tiles(page, "https://webst01.is.autonavi.com/**", number_amap, gcj02)
    choose_basemap(atlas, "高德 影像")
    x, y = find_cross(photograph(atlas))
    atlas.run_in_map(
        "(a) => { a.overlays.parks.remove();"
        " a.map.on('click', (e) => { a.clicked = a.locate(e.latlng); }); }"
    )
    frame = page.locator("iframe[data-testid=map]").bounding_box()
    page.mouse.click(frame["x"] + x, frame["y"] + y)
    clicked = atlas.run_in_map("(a) => a.clicked")
    pixel = 360 / TILE_PIXELS / 2**ZOOM
    assert (clicked["lon"], clicked["lat"]) == pytest.approx(place, abs=2 * pixel)


def test_on_openstreetmap_a_park_lies_where_wgs_84_has_it(page, app_url, heard, place):
    atlas = open_at(page, app_url, place)
    answer_tiles(page, "https://tile.openstreetmap.org/**", number_osm, place)
    choose_basemap(atlas, "OpenStreetMap")
    pixels = photograph(atlas)
    assert find_symbol(atlas, pixels) == pytest.approx(find_cross(pixels), abs=2)
    assert {url.split("/")[2] for url in heard["outside"]} == {"tile.openstreetmap.org"}
    expect(atlas.map.locator(".datum")).to_be_hidden()


def test_from_amap_back_to_none_the_park_is_where_it_was(page, app_url, heard, place):  # noqa: ARG001 - nothing outside answers
    atlas = open_at(page, app_url, place)
    before = find_symbol(atlas, photograph(atlas))
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label("高德 矢量").check()
    expect(atlas.map.locator(".failure")).to_be_visible()
    atlas.map.get_by_label("无底图").check()
    expect(atlas.map.locator(".failure")).to_be_hidden()
    expect(atlas.map.locator(".datum")).to_be_hidden()
    atlas.map.locator(".switches summary").click()
    assert find_symbol(atlas, photograph(atlas)) == pytest.approx(before, abs=1)


def test_pictures_of_a_file_are_drawn_from_this_machine(
    page, pictures_url, heard, place
):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    atlas = open_at(page, pictures_url, place)
    assert not [url for url in asked if "pmtiles" in url or "protomaps" in url]
    choose_basemap(atlas, "本地底图")
    pixels = photograph(atlas)
    assert find_symbol(atlas, pixels) == pytest.approx(find_cross(pixels), abs=2)
    assert heard["outside"] == []
    assert heard["errors"] == []
    credit = atlas.map.locator(".leaflet-control-attribution")
    expect(credit).to_contain_text("© 测绘院")
    expect(credit.locator("script")).to_have_count(0)


def test_vectors_of_a_file_are_drawn_where_they_are(page, vectors_url, heard, place):
    atlas = open_at(page, vectors_url, place)
    choose_basemap(atlas, "本地底图")
    pixels = photograph(atlas)
    rows, columns = np.nonzero(is_like(pixels, WATER))
    assert len(rows) > 100, "no lake was drawn"
    lake = (columns.min() + columns.max()) / 2, (rows.min() + rows.max()) / 2
    assert find_symbol(atlas, pixels) == pytest.approx(lake, abs=2)
    assert heard["outside"] == []
    assert heard["errors"] == []
    credit = atlas.map.locator(".leaflet-control-attribution")
    expect(credit).to_contain_text("© OpenStreetMap x")
    expect(credit.locator("a")).to_have_count(0)


def test_names_on_a_file_of_vectors_follow_the_language(page, vectors_url, place):
    # What is written on a canvas stands in no node: note it where it is written.
    page.add_init_script(
        "const canvas = CanvasRenderingContext2D.prototype;"
        " const write = canvas.fillText; window.written = [];"
        " canvas.fillText = function (text, ...at) {"
        " window.written.push(text); return write.call(this, text, ...at); };"
    )
    atlas = open_at(page, vectors_url, place)
    choose_basemap(atlas, "本地底图")
    atlas.wait_in_map("() => window.written.includes('中文名')")
    assert not atlas.run_in_map("() => window.written.includes('English name')")
    page.get_by_role("radio", name="English").click()
    atlas.wait_in_map("() => window.written.includes('English name')")
    assert not atlas.run_in_map("() => window.written.includes('本名')")


def test_a_file_gone_while_it_is_served_leaves_the_map_whole(
    page, vector_folder, place
):
    file = vector_folder / "going.pmtiles"
    write_vectors(file, place, ZOOM - 2)
    with serve(vector_folder / "going.log", PMTILES=file) as url:
        atlas = open_at(page, url, place)
        file.unlink()
        atlas.map.locator(".switches summary").click()
        atlas.map.get_by_label("本地底图").check()
        expect(atlas.map.locator(".failure")).to_be_visible()
        atlas.map.locator(".switches summary").click()
        find_symbol(atlas, photograph(atlas))
    assert "Traceback" not in (vector_folder / "going.log").read_text()


def test_a_file_that_begins_closer_says_so_from_afar(page, pictures_url, heard):
    atlas = AtlasPage(page, pictures_url).open()
    before = atlas.view()
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label("本地底图").check()
    notice = atlas.map.locator(".failure")
    expect(notice).to_have_text("该底图没有这一级的内容，请放大地图。")
    page.get_by_role("radio", name="English").click()
    expect(notice).to_contain_text("zoom in")
    assert atlas.view() == before
    atlas.run_in_map("(a, z) => a.map.setZoom(z, { animate: false })", ZOOM)
    expect(notice).to_be_hidden()
    assert heard["errors"] == []


@pytest.mark.parametrize("tile_type", [TileType.PNG, TileType.MVT])
def test_tiles_that_are_rubbish_leave_the_map_whole(page, tmp_path, place, tile_type):
    file = tmp_path / "rubbish.pmtiles"
    tiles = dict.fromkeys(around(place, ZOOM - 1), b"\xff rubbish")
    write_archive(file, tiles, {"vector_layers": [{"id": "roads"}]}, tile_type)
    with serve(tmp_path / "log", PMTILES=file) as url:
        atlas = open_at(page, url, place)
        atlas.map.locator(".switches summary").click()
        atlas.map.get_by_label("本地底图").check()
        expect(atlas.map.locator(".failure")).to_contain_text("底图无法连接")
        atlas.map.locator(".switches summary").click()
        find_symbol(atlas, photograph(atlas))


def test_a_file_that_is_no_archive_is_said_once_and_left_out(page, vector_folder):
    file = vector_folder / "cut.pmtiles"
    whole = (vector_folder / "mine.pmtiles").read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    log = vector_folder / "cut.log"
    with serve(log, PMTILES=file) as url:
        atlas = AtlasPage(page, url).open()
        atlas.map.locator(".switches summary").click()
        expect(atlas.map.get_by_label("本地底图")).to_have_count(0)
        atlas.expect_count(59)
    said = [line for line in log.read_text().splitlines() if "cut.pmtiles" in line]
    assert len(said) == 1
    assert said[0].startswith("warning: the basemap file")
    assert "is cut off" in said[0]
    assert "Traceback" not in log.read_text()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ["无底图", "本地底图", "高德 矢量", "高德 影像", "OpenStreetMap"]),
        (
            "en",
            [
                "No basemap",
                "Local basemap",
                "AMap vector",
                "AMap imagery",
                "OpenStreetMap",
            ],
        ),
    ],
)
def test_the_box_lists_what_works_in_the_pages_language(
    page, pictures_url, language, names
):
    atlas = AtlasPage(page, pictures_url).open(f"?lang={language}")
    atlas.map.locator(".switches summary").click()
    options = atlas.map.locator("fieldset", has=page.locator("[type=radio]"))
    expect(atlas.map.locator(".switches label:has([type=radio])")).to_have_text(names)
    expect(options).to_be_visible()


def test_the_operator_may_offer_none(page, tmp_path):
    with serve(tmp_path / "log", BASEMAPS="none") as url:
        atlas = AtlasPage(page, url).open()
        atlas.map.locator(".switches summary").click()
        radios = atlas.map.locator(".switches label:has([type=radio])")
        expect(radios).to_have_text(["无底图"])

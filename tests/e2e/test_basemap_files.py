"""An operator's basemap file: drawn from this machine, or left out in one sentence."""

import numpy as np
import pytest
from atlas import AtlasPage
from conftest import serve
from pixels import (
    ZOOM,
    choose_basemap,
    find_cross,
    find_symbol,
    is_like,
    open_at,
    photograph,
)
from playwright.sync_api import expect
from pmtiles.tile import TileType
from tile_files import around, write_archive, write_pictures, write_vectors

WATER = (0x80, 0xDE, 0xEA)
"""Of the light flavour of Protomaps's style."""


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

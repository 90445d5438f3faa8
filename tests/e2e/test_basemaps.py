"""Basemaps of services: a park lies on its building, whatever the map's datum."""

import math
import re

import numpy as np
import pytest
from atlas import AtlasPage
from conftest import serve
from pixels import ZOOM, choose_basemap, find_cross, find_symbol, open_at, photograph
from playwright.sync_api import expect
from tile_files import TILE_PIXELS, paint_tile, tile_of

from geodata.datums import Datum, convert

PIXELS_OF_GCJ02 = 200
"""Its shift over Shenzhen at this zoom is more than so many pixels."""


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
    atlas.wait_until_still()
    frame = page.locator("iframe[data-testid=map]").bounding_box()
    page.mouse.click(frame["x"] + x, frame["y"] + y)
    atlas.wait_in_map("(a) => a.clicked")
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


def test_an_unreachable_basemap_is_told_though_the_box_is_closed(
    page,
    app_url,
    heard,  # noqa: ARG001 - nothing outside answers
):
    atlas = AtlasPage(page, app_url).open("?basemap=osm")
    notice = atlas.map.get_by_role("status").filter(has_text="底图无法连接")
    expect(notice).to_be_visible()
    assert not atlas.run_in_map("() => document.querySelector('.switches').open")


def test_what_failed_of_another_basemap_is_not_said_of_this(page, app_url):
    atlas = AtlasPage(page, app_url).open()
    said = atlas.run_in_map(
        """(a) => {
        const heard = [];
        const draw = ParkAtlas.drawBasemap;
        ParkAtlas.drawBasemap = (atlas, basemap, told) => {
            heard.push(told);
            return L.layerGroup();
        };
        const [one, other] = a.grounds.offered;
        a.grounds.choose(one.id);
        a.grounds.choose(other.id);
        heard[0].failed();
        const early = a.grounds.hasFailed;
        heard[1].failed();
        ParkAtlas.drawBasemap = draw;
        return [early, a.grounds.hasFailed];
    }"""
    )
    assert said == [False, True]


def test_the_operator_may_offer_none(page, tmp_path):
    with serve(tmp_path / "log", BASEMAPS="none") as url:
        atlas = AtlasPage(page, url).open()
        atlas.map.locator(".switches summary").click()
        radios = atlas.map.locator(".switches label:has([type=radio])")
        expect(radios).to_have_text(["无底图"])

"""The map on a basemap of another datum: all moves with it, and clicks stay WGS 84."""

import itertools

import numpy as np
import pytest
from atlas import AtlasPage
from conftest import ROOT

from geodata.datums import Datum, convert

METRES_A_DEGREE = 111_320
HUNDREDTH_METRE = 0.01 / METRES_A_DEGREE
PLACES = [
    # Shenzhen's corners, the rest of China, the fading edge, and far outside.
    *itertools.product(np.linspace(113.7, 114.7, 9), np.linspace(22.4, 22.9, 7)),
    *itertools.product((73.5, 87.6, 105.0, 116.4, 134.7), (3.9, 18.2, 35.0, 53.5)),
    *itertools.product((72.01, 72.05, 137.82), (0.84, 30.0, 55.8)),
    *((2.35, 48.86), (-70.0, -33.4), (140.0, 36.0)),
]


@pytest.fixture
def formulas(page):
    """The map's formulas in a page of their own."""
    page.goto("about:blank")
    page.add_script_tag(path=ROOT / "layers" / "static" / "datums.js")
    return lambda name, datum, places: page.evaluate(
        "([name, datum, places]) => places.map((at) => ParkAtlas[name](datum, ...at))",
        [name, datum, [[float(x), float(y)] for x, y in places]],
    )


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


@pytest.mark.parametrize("datum", [Datum.WGS84, Datum.CGCS2000, Datum.GCJ02])
def test_the_browser_agrees_with_the_tables_arithmetic(formulas, datum):
    lon, lat = np.array(PLACES).T
    there = convert(lon, lat, source=Datum.WGS84, target=datum)
    back = convert(lon, lat, source=datum, target=Datum.WGS84)
    assert np.allclose(
        formulas("toDatum", datum, PLACES), np.array(there).T, 0, HUNDREDTH_METRE
    )
    assert np.allclose(
        formulas("fromDatum", datum, PLACES), np.array(back).T, 0, HUNDREDTH_METRE
    )


def where_drawn(atlas):
    """Read where each thing is drawn, as [lat, lon] of the map."""
    return atlas.run_in_map(
        """(a) => {
            const flat = (at) => [at.lat, at.lng];
            const first = ({ outline }) => flat(outline.getLatLngs().flat(3)[0]);
            const names = ({ name }) => flat(name.getLatLng());
            return {
                parks: a.symbols.map((symbol) => flat(symbol.getLatLng())),
                names: [...a.districts, ...a.zones].map(names),
                outlines: [...a.districts, ...a.zones].map(first),
            };
        }"""
    )


def test_everything_moves_to_the_datum_and_back(atlas, heard):
    atlas.open()
    before = where_drawn(atlas)
    atlas.run_in_map("(a) => a.setDatum('GCJ-02')")
    moved = where_drawn(atlas)
    for kind, places in before.items():
        lat, lon = np.array(places).T
        expected = convert(lon, lat, source=Datum.WGS84, target=Datum.GCJ02)
        found_lat, found_lon = np.array(moved[kind]).T
        assert np.allclose(found_lon, expected[0], 0, HUNDREDTH_METRE), kind
        assert np.allclose(found_lat, expected[1], 0, HUNDREDTH_METRE), kind
    atlas.run_in_map("(a) => a.setDatum('WGS-84')")
    assert where_drawn(atlas) == before
    assert heard["map_loads"] == 1


def test_the_view_stays_over_the_same_ground(atlas):
    atlas.open()
    atlas.run_in_map("(a) => a.map.setView([22.54, 113.95], 15.25, { animate: false })")
    before = atlas.park_position("深圳湾科技生态园")
    zoom = atlas.view()[2]
    for _ in range(3):
        atlas.run_in_map("(a) => a.setDatum('GCJ-02')")
        lat, lon, _ = atlas.view()
        expected = convert(113.95, 22.54, source=Datum.WGS84, target=Datum.GCJ02)
        assert (lon, lat) == pytest.approx(expected, abs=2e-5)
        assert atlas.park_position("深圳湾科技生态园") == pytest.approx(before, abs=2)
        atlas.run_in_map("(a) => a.setDatum('WGS-84')")
    assert atlas.park_position("深圳湾科技生态园") == pytest.approx(before, abs=2)
    assert atlas.view()[2] == zoom


def test_a_click_is_a_place_in_wgs_84(atlas):
    atlas.open()
    atlas.run_in_map("(a) => a.map.setView([22.54, 113.95], 17, { animate: false })")
    atlas.run_in_map("(a) => a.setDatum('GCJ-02')")
    atlas.run_in_map(
        "(a) => { a.map.on('click', (e) => { a.clicked = a.locate(e.latlng); }); }"
    )
    middle = atlas.read_still(
        "(a, it, corner) => { const { x, y } = a.map.getSize();"
        " return [corner.x + x / 2, corner.y + y / 2]; }"
    )
    atlas.page.mouse.click(*middle)
    atlas.wait_in_map("(a) => a.clicked")
    clicked = atlas.run_in_map("(a) => a.clicked")
    # Two pixels at this zoom are two metres.
    assert clicked["lon"] == pytest.approx(113.95, abs=3e-5)
    assert clicked["lat"] == pytest.approx(22.54, abs=3e-5)


def test_what_lies_outside_the_view_is_counted_and_framed_on_the_datum(atlas):
    atlas.open()
    atlas.run_in_map("(a) => a.setDatum('GCJ-02')")
    outside = atlas.map.get_by_role("button", name="视野外还有 2 个园区")
    outside.click()
    atlas.wait_in_map("(a) => a.countOutside() === 0")


def test_a_layer_switched_off_meanwhile_comes_back_where_it_belongs(atlas):
    atlas.open()
    atlas.run_in_map("(a) => { a.overlays.parks.remove(); a.overlays.zones.remove(); }")
    atlas.run_in_map("(a) => a.setDatum('GCJ-02')")
    atlas.run_in_map(
        "(a) => { a.overlays.parks.addTo(a.map); a.overlays.zones.addTo(a.map); }"
    )
    off = atlas.run_in_map(
        """(a) => Math.max(...a.symbols.map((symbol) => {
            const at = a.map.latLngToLayerPoint(
                a.project(symbol.park.lon, symbol.park.lat));
            return at.distanceTo(symbol.anchor);
        }))"""
    )
    assert off < 1


def test_the_map_can_be_zoomed_as_far_as_there_is_something_to_see(atlas):
    atlas.open()
    limits = atlas.run_in_map("(a) => [a.map.getMinZoom(), a.map.getMaxZoom()]")
    assert limits == [3, 18]

"""Planners choose what the map draws and its colours say, and filter by its legend."""

import itertools
import re

import pytest
from atlas import AtlasPage
from conftest import serve
from playwright.sync_api import expect

from bench.synthetic import write_table

CROWD = 1200


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


@pytest.fixture(scope="module")
def crowd_url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crowd")
    write_table(folder / "parks.csv", CROWD)
    with serve(folder / "server.log", TABLE=folder / "parks.csv") as url:
        yield url


def test_shading_by_parks_of_a_sector_says_its_numbers(atlas):
    atlas.open()
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label("着色依据").select_option("sector")
    atlas.map.locator(".choice-of:visible select").nth(2).select_option("ai")
    expect(atlas.map.locator(".shade-key.shade-0")).to_be_visible()
    atlas.wait_in_map("(a) => a.shade === 'sector:ai'")
    counted = atlas.run_in_map(
        "(a) => a.districts.map(({ feature: { properties } }) =>"
        " [properties.name, properties.value,"
        "  a.payload.parks.filter((p) => p.district === properties.name"
        "   && p.sectors.includes('ai')).length])"
    )
    assert all(said == str(number) for _, said, number in counted)
    assert sum(number for *_, number in counted) == 25
    expect(atlas.page).to_have_url(re.compile("shade=sector:ai"))


def test_a_click_on_the_legend_filters_and_another_stops(atlas):
    atlas.open()
    atlas.expect_count(59)
    entry = atlas.map.locator("[data-choice='sector=fintech']")
    entry.focus()
    atlas.page.keyboard.press("Enter")
    atlas.expect_count(12)
    expect(entry).to_have_attribute("aria-pressed", "true")
    expect(entry).to_be_focused()
    atlas.page.keyboard.press("Enter")
    atlas.expect_count(59)


def test_a_link_restores_what_is_drawn(atlas):
    atlas.open("?layers=districts,parks,heat,labels&colour=district&shade=area")
    atlas.wait_in_map("(a) => a.isOn('heat') && a.isOn('labels') && !a.isOn('zones')")
    assert atlas.run_in_map("(a) => [a.colours.id, a.shade]") == ["district", "area"]
    expect(atlas.map.locator(".legend")).to_contain_text("示意范围并非真实边界")


def test_symbols_of_one_value_cover_as_much_whatever_their_shape(atlas):
    atlas.open()
    covered = atlas.run_in_map(
        "() => ['site', 'zone', 'district'].map((precision) => {"
        " const canvas = Object.assign(document.createElement('canvas'),"
        " { width: 200, height: 200 });"
        " const ctx = canvas.getContext('2d');"
        " ParkAtlas.drawSymbol(ctx, { x: 100, y: 100 },"
        " { precision, colour: '#aa0000', radius: 60 });"
        " const { data } = ctx.getImageData(0, 0, 200, 200);"
        " return data.filter((value, at) => at % 4 === 3 && value > 127).length; })"
    )
    assert covered == pytest.approx([covered[0]] * 3, rel=0.03)


def test_names_of_parks_cover_neither_each_other_nor_a_park(atlas):
    atlas.open("?layers=districts,zones,parks,labels")
    atlas.wait_in_map("(a) => (a.overlays.labels.labels || []).length > 5")
    labels, parks = atlas.run_in_map(
        "(a) => { const l = a.overlays.labels; l.draw();"
        " return [l.labels.map(({ park, ...box }) => box),"
        "  a.shownSymbols().map((s) => s._point.subtract(l.corner))]; }"
    )
    for one, other in itertools.combinations(labels, 2):
        assert (
            one["right"] <= other["left"]
            or other["right"] <= one["left"]
            or one["bottom"] <= other["top"]
            or other["bottom"] <= one["top"]
        )
    for box, park in itertools.product(labels, parks):
        assert not (
            box["left"] < park["x"] < box["right"]
            and box["top"] < park["y"] < box["bottom"]
        )


def test_a_crowd_is_pies_that_hold_every_park_once(page, crowd_url, heard):
    atlas = AtlasPage(page, crowd_url).open()
    atlas.wait_in_map("(a) => a.overlays.clusters.pies.length > 0")
    in_pies, single, selected = atlas.run_in_map(
        "(a) => { const { pies } = a.overlays.clusters;"
        " a.mark(pies[0].symbols[0].park.id);"
        " return [pies.reduce((sum, pie) => sum + pie.symbols.length, 0),"
        "  a.symbols.filter((s) => !s.isInPie).length, a.selected.isDrawn()]; }"
    )
    assert in_pies + single == CROWD
    assert in_pies > single
    assert selected
    atlas.run_in_map("(a) => a.show(a.symbols.map(() => false))")
    assert atlas.run_in_map("(a) => a.overlays.clusters.pies.length") == 0
    assert heard["errors"] == []

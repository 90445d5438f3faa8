"""Planners select parks on the map: what they enclose is what they get, everywhere."""

import json
import re
import subprocess
import sys

import numpy as np
import pytest
from atlas import AtlasPage, download
from conftest import ROOT
from drawing import (
    click_at,
    drag,
    line,
    load_geodesy,
    read_options,
    take,
    touch,
)
from playwright.sync_api import expect

import pyproj
import shapely

from parks.catalogue import open_edition

GEOD = pyproj.Geod(ellps="WGS84")
EDITION = open_edition()
NAMES = np.array(EDITION.parks["name"].tolist())
LON, LAT = EDITION.coordinates
# No park lies within a kilometre of this circle's edge, which a pixel may shift.
CENTRE, EDGE = (113.95, 22.58), (114.0712, 22.645)
CORNERS = [(113.87, 22.53), (114.02, 22.51), (114.08, 22.62), (113.9, 22.66)]


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


def draw_box(atlas):
    take(atlas, "box")
    drag(atlas, (113.88, 22.64), (114.0, 22.52))
    return read_options(atlas.page, "bbox")


def draw_polygon(atlas):
    take(atlas, "polygon")
    click_at(atlas, *CORNERS, double=True)
    return read_options(atlas.page, "within")


def draw_circle(atlas):
    take(atlas, "circle")
    load_geodesy(atlas)
    drag(atlas, CENTRE, EDGE)
    return read_options(atlas.page, "within")


def brute_force(options):
    """Ask one park after another whether it lies in what the link says."""
    if "bbox" in options:
        west, south, east, north = map(float, options["bbox"][0].split(","))
        box = shapely.box(west, south, east, north)
        return [
            box.intersects(shapely.Point(x, y)) for x, y in zip(LON, LAT, strict=True)
        ]
    kind, _, said = options["within"][0].partition(":")
    if kind == "circle":
        lon, lat, metres = map(float, said.split(","))
        return [
            GEOD.inv(lon, lat, x, y)[2] <= metres for x, y in zip(LON, LAT, strict=True)
        ]
    corners = [tuple(map(float, corner.split())) for corner in said.split(",")]
    outline = shapely.Polygon(corners)
    return [
        outline.intersects(shapely.Point(x, y)) for x, y in zip(LON, LAT, strict=True)
    ]


def export(tmp_path, options):
    """Export with the same filter from the command line."""
    out = tmp_path / "parks.geojson"
    given = [
        f"--{name}={value}" for name, values in options.items() for value in values
    ]
    command = [sys.executable, "-m", "parks", "export", "-o", str(out), *given]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own command
    return names_of(out)


def names_of(path):
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [feature["properties"]["name"] for feature in features]


@pytest.mark.parametrize("draw", [draw_box, draw_polygon, draw_circle])
def test_map_table_link_download_and_command_hold_what_was_enclosed(
    atlas, page, app_url, tmp_path, draw
):
    atlas.open()
    options = draw(atlas)
    expected = NAMES[np.array(brute_force(options))].tolist()
    assert 3 < len(expected) < 50
    atlas.expect_count(len(expected))
    assert atlas.shown_names() == expected
    expect(page.get_by_role("table").get_by_role("rowheader")).to_have_count(
        len(expected)
    )
    taken = download(page, page.get_by_role("button", name="GeoJSON"))
    assert names_of(taken.path()) == expected
    assert export(tmp_path, options) == expected
    again = AtlasPage(page.context.new_page(), app_url).open(
        "?" + page.url.partition("?")[2]
    )
    again.expect_count(len(expected))
    assert again.shown_names() == expected
    expect(again.map.locator("path.selected-shape")).to_have_count(1)


def test_parks_are_picked_one_by_one_and_shown_alone(atlas, page, tmp_path):
    atlas.open()
    take(atlas, "pick")
    for name in ("蛇口网谷", "九龙山智能科技城", "清水河人工智能产业基地"):
        atlas.click_park(name)
    expect(line(atlas)).to_have_text("已点选 3 个园区")
    atlas.click_park("九龙山智能科技城")
    expect(line(atlas)).to_have_text("已点选 2 个园区")
    atlas.run_in_map("(a) => a.setLanguage('en')")
    expect(line(atlas)).to_have_text("Parks picked: 2")
    atlas.run_in_map("(a) => a.setLanguage('zh')")
    atlas.expect_count(59)
    atlas.map.get_by_role("button", name="只看这些园区").click()
    atlas.expect_count(2)
    options = read_options(page, "id")
    assert sorted(atlas.shown_names()) == sorted(["蛇口网谷", "清水河人工智能产业基地"])
    assert export(tmp_path, options) == atlas.shown_names()


def test_picking_goes_on_among_all_parks_and_escape_takes_it_back(atlas, page):
    atlas.open("?id=she-kou-wang-gu")
    atlas.expect_count(1)
    atlas.map.locator(".tool-pick").click()
    atlas.expect_count(59)
    expect(line(atlas)).to_have_text("已点选 1 个园区")
    page.keyboard.press("Escape")
    atlas.expect_count(1)
    assert atlas.shown_names() == ["蛇口网谷"]


def test_a_click_with_control_begins_a_selection(atlas, page):
    atlas.open()
    page.keyboard.down("Control")
    atlas.click_park("蛇口网谷")
    page.keyboard.up("Control")
    expect(line(atlas)).to_have_text("已点选 1 个园区")
    expect(atlas.panel.locator("h2")).not_to_have_text("蛇口网谷")


def test_a_circle_on_a_gcj_02_basemap_selects_the_same_parks(atlas):
    atlas.open()
    options = draw_circle(atlas)
    atlas.expect_count(sum(brute_force(options)))
    plain = atlas.shown_names()
    atlas.map.locator(".tool-clear").click()
    atlas.expect_count(59)
    expect(atlas.page).not_to_have_url(re.compile("within="))
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label("高德 矢量").check()
    atlas.map.locator(".switches summary").click()
    atlas.wait_in_map("(a) => a.datum === 'GCJ-02'")
    shifted = draw_circle(atlas)
    atlas.expect_count(len(plain))
    assert atlas.shown_names() == plain
    read = [
        [float(part) for part in each["within"][0].removeprefix("circle:").split(",")]
        for each in (options, shifted)
    ]
    pixel = atlas.run_in_map("(a) => 40075016 / 256 / 2 ** a.map.getZoom()")
    assert GEOD.inv(*read[0][:2], *read[1][:2])[2] < 2 * pixel
    assert abs(read[0][2] - read[1][2]) < 3 * pixel


def test_a_radius_is_typed_and_changed_afterwards(atlas, page):
    atlas.open("?lang=en")
    take(atlas, "circle")
    load_geodesy(atlas)
    click_at(atlas, CENTRE)
    atlas.map.get_by_label("Radius in metres").fill("2500")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"circle:113\.9\d+,22\.5\d+,2500"))
    expect(atlas.map.locator(".tool-circle")).to_be_focused()
    radius = atlas.map.locator(".radius input")
    expect(radius).to_have_value("2500")
    radius.fill("12000")
    radius.press("Enter")
    expect(page).to_have_url(re.compile(r",12000(&|$)"))
    options = read_options(page, "within")
    atlas.expect_count(sum(brute_force(options)))
    expect(radius).to_have_value("12000")
    expect(radius).to_be_focused()
    radius.fill("12 km")
    radius.press("Enter")
    expect(radius).to_have_value("12000")
    for refused, why in (("600000", "at most 500,000"), ("12,5", "no radius")):
        radius.fill(refused)
        radius.press("Enter")
        expect(radius).to_have_value("12000")
        expect(atlas.map.get_by_role("alert")).to_contain_text(why)
    radius.fill("2,500")
    radius.press("Enter")
    expect(page).to_have_url(re.compile(r",2500(&|$)"))


def test_a_radius_with_a_thousands_comma_is_no_metre(atlas, page):
    atlas.open("?lang=en")
    take(atlas, "circle")
    load_geodesy(atlas)
    click_at(atlas, CENTRE)
    radius = atlas.map.get_by_label("Radius in metres")
    radius.fill("1,0")
    page.keyboard.press("Enter")
    expect(line(atlas)).to_contain_text("no radius")
    radius.fill("1,000")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r",1000(&|$)"))


def test_everything_can_be_typed(atlas, page):
    atlas.open("?lang=en")
    typed = {
        "box": ("113.9, 22.5, 114.0, 22.6", "bbox=113.900000,22.500000"),
        "circle": ("114.06，22.54，3000", "within=circle:114.060000,22.540000,3000"),
        "polygon": (
            "114 22.5, 114.1 22.5, 114.1 22.6, 114 22.5",
            "within=polygon:114.000000",
        ),
    }
    for tool, (text, said) in typed.items():
        take(atlas, tool)
        field = atlas.map.locator(".tool-note .typed input")
        field.fill("north of the river")
        field.press("Enter")
        expect(atlas.map.locator(".tool-note .line.wrong")).to_be_visible()
        field.fill(text)
        field.press("Enter")
        expect(page).to_have_url(re.compile(re.escape(said)))


def test_the_keys_alone_enclose_parks(atlas, page):
    atlas.open()
    atlas.map.locator(".tool-box").focus()
    page.keyboard.press("Enter")
    expect(atlas.map.locator(".cross")).to_be_visible()
    page.keyboard.press("Enter")
    for key in ("ArrowRight", "ArrowDown"):
        before = atlas.view()
        page.keyboard.press(key)
        # The map takes the next key once it rests.
        atlas.wait_in_map(
            "(a, [lat, lon]) => { const { lat: y, lng: x } = a.map.getCenter();"
            " return Math.abs(x - lon) + Math.abs(y - lat) > 0.01"
            " && !a.map._panAnim._inProgress; }",
            before[:2],
        )
    page.keyboard.press("Enter")
    options = read_options(page, "bbox")
    atlas.expect_count(sum(brute_force(options)))
    expect(atlas.map.locator(".tool-note")).to_be_hidden()


def test_the_keys_go_on_at_the_tool_whose_note_is_closed(atlas):
    atlas.open()
    take(atlas, "polygon")
    atlas.map.locator(".tool-note .note-close").click()
    expect(atlas.map.locator(".tool-note")).to_be_hidden()
    expect(atlas.map.locator(".tool-polygon")).to_be_focused()


def test_escape_lays_a_tool_down_and_selects_nothing(atlas, page):
    atlas.open()
    take(atlas, "polygon")
    click_at(atlas, *CORNERS[:3])
    page.keyboard.press("Escape")
    expect(atlas.map.locator(".tool-note")).to_be_hidden()
    expect(atlas.map.locator("path.drafted-shape")).to_have_count(0)
    atlas.click_park("蛇口网谷")
    expect(atlas.panel.locator("h2")).to_have_text("蛇口网谷")
    assert "within" not in page.url


def test_the_right_button_draws_nothing(atlas, page):
    atlas.open()
    take(atlas, "box")
    drag(atlas, (113.88, 22.64), (114.0, 22.52), button="right")
    expect(atlas.map.locator(".tool-note")).to_be_visible()
    assert not atlas.run_in_map("(a) => a.bench.tool.points.length")
    # The left one draws on, and only what it drew itself.
    drag(atlas, (114.0, 22.64), (114.1, 22.52))
    options = read_options(page, "bbox")
    west, _, east, _ = map(float, options["bbox"][0].split(","))
    assert (west, east) == pytest.approx((114.0, 114.1), abs=0.01)


def test_no_polygon_is_drawn_over_the_date_line(atlas):
    atlas.open("?at=180,-17,9&lang=en")
    take(atlas, "polygon")
    middle = atlas.run_in_map("(a) => a.map.getCenter().lng")
    for east, lat in ((-0.5, -17.3), (0.6, -17.3), (0.6, -16.8)):
        x, y = atlas.run_in_map(
            "(a, at) => { const { x, y } = a.map.latLngToContainerPoint(at);"
            " return [x, y]; }",
            [lat, middle + east],
        )
        frame = atlas.page.locator("iframe[data-testid=map]").bounding_box()
        atlas.page.mouse.click(frame["x"] + x, frame["y"] + y)
    atlas.map.get_by_role("button", name="Finish").click()
    expect(line(atlas)).to_contain_text("cannot run over the date line")
    assert "within" not in atlas.page.url


def test_an_outline_that_crosses_itself_says_so(atlas, page):
    atlas.open()
    take(atlas, "polygon")
    click_at(atlas, CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3])
    atlas.map.get_by_role("button", name="完成").click()
    expect(line(atlas)).to_have_text("边线自相交：请撤销上一点。")
    for _ in range(2):
        atlas.map.get_by_role("button", name="撤销上一点").click()
    click_at(atlas, CORNERS[3], double=True)
    options = read_options(page, "within")
    atlas.expect_count(sum(brute_force(options)))


@pytest.mark.parametrize(
    ("circle", "count"), [("114.06,22.54,0.5", 0), ("114.06,22.54,500000", 59)]
)
def test_tiny_and_huge_circles_are_drawn_and_kept(atlas, heard, circle, count):
    atlas.open(f"?within=circle:{circle}")
    atlas.expect_count(count)
    expect(atlas.map.locator("path.selected-shape")).to_have_count(1)
    expect(atlas.map.locator(".radius input")).to_have_value(circle.split(",")[2])
    assert heard["errors"] == []


def test_shapes_are_added_and_all_cleared(atlas, page):
    atlas.open()
    draw_box(atlas)
    expect(atlas.map.locator("path.selected-shape")).to_have_count(1)
    take(atlas, "circle")
    load_geodesy(atlas)
    atlas.map.get_by_label("加到已有的选择中").check()
    drag(atlas, (114.3, 22.7), (114.34, 22.7))
    options = read_options(page, "within")
    assert [text.partition(":")[0] for text in options["within"]] == [
        "polygon",
        "circle",
    ]
    assert "bbox" not in options
    each = [brute_force({"within": [text]}) for text in options["within"]]
    atlas.expect_count(int(np.logical_or(*each).sum()))
    expect(atlas.map.locator("path.selected-shape")).to_have_count(2)
    atlas.map.locator(".tool-clear").click()
    atlas.expect_count(59)
    expect(atlas.map.locator("path.selected-shape")).to_have_count(0)
    expect(atlas.map.locator(".tool-clear")).to_be_disabled()


def test_a_finger_draws_a_circle_on_a_phone(phone_page, app_url):
    atlas = AtlasPage(phone_page, app_url).open()
    size = atlas.map.locator(".tool.toggle").bounding_box()
    assert min(size["width"], size["height"]) >= 44
    atlas.map.locator(".tool.toggle").tap()
    atlas.map.locator(".tool-circle").tap()
    load_geodesy(atlas)
    before = atlas.view()
    touch(atlas, CENTRE, EDGE)
    options = read_options(phone_page, "within")
    metres = float(options["within"][0].rpartition(",")[2])
    pixel = atlas.run_in_map("(a) => 40075016 / 256 / 2 ** a.map.getZoom()")
    assert abs(metres - GEOD.inv(*CENTRE, *EDGE)[2]) < 3 * pixel
    atlas.expect_count(sum(brute_force(options)))
    assert atlas.view() == before


def test_the_selection_is_drawn_where_it_lies_in_every_datum(atlas):
    atlas.open("?bbox=113.9,22.5,114.0,22.6")
    outline = atlas.map.locator("path.selected-shape")
    expect(outline).to_have_count(1)
    for basemap in (None, "高德 矢量"):
        if basemap:
            atlas.map.locator(".switches summary").click()
            atlas.map.get_by_label(basemap).check()
            atlas.wait_in_map("(a) => a.datum === 'GCJ-02'")
        drawn, place = atlas.read_still(
            "(a, [lon, lat]) => { const container = a.map.getContainer();"
            " const { x, y } = container.querySelector('path.selected-shape')"
            ".getBoundingClientRect();"
            " const at = a.map.latLngToContainerPoint(a.project(lon, lat));"
            " return [[x, y], [at.x, at.y]]; }",
            [113.9, 22.6],
        )
        assert drawn == pytest.approx(place, abs=2)

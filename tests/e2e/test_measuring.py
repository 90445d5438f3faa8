"""Planners measure on the map: ground distance and area, whatever lies under them."""

import itertools
import re

import pytest
from atlas import AtlasPage
from conftest import ROOT
from drawing import click_at, line, load_geodesy, number_in, take
from playwright.sync_api import expect

import pyproj

GEOD = pyproj.Geod(ellps="WGS84")
WAY = [(113.93, 22.52), (114.06, 22.55), (114.27, 22.72)]
LIBRARY = "geographiclib-geodesic/geographiclib-geodesic.min.js"
SHAPES = ROOT / "layers" / "static"


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


@pytest.fixture
def geodesy(page):
    """The map's geodesy in a page of its own."""
    page.goto("about:blank")
    page.add_script_tag(path=ROOT / "node_modules" / LIBRARY)
    page.add_script_tag(path=SHAPES / "geodesy.js")
    page.add_script_tag(path=SHAPES / "shapes.js")
    page.add_script_tag(path=SHAPES / "typed.js")
    return page


def as_positions(places):
    return [{"lon": lon, "lat": lat} for lon, lat in places]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((113.93, 22.52), (114.06, 22.55)),
        ((114.0, 22.5), (114.0000005, 22.5)),
        ((114.06, 22.54), (-58.4, -34.6)),
        ((179.9, 10.0), (-179.9, -10.0)),
    ],
)
def test_a_leg_is_the_geodesic(geodesy, start, end):
    metres = geodesy.evaluate(
        "(it) => ParkAtlas.measureLeg(...it)", as_positions([start, end])
    )
    assert metres == pytest.approx(GEOD.inv(*start, *end)[2], abs=1e-6)


def test_an_area_is_that_of_the_geodesic_polygon(geodesy):
    found = geodesy.evaluate("(it) => ParkAtlas.measureArea(it)", as_positions(WAY))
    area, perimeter = GEOD.polygon_area_perimeter(*zip(*WAY, strict=True))
    assert found["area"] == pytest.approx(abs(area), rel=1e-9)
    assert found["perimeter"] == pytest.approx(perimeter, rel=1e-9)


@pytest.mark.parametrize("metres", [0.5, 800, 500_000])
def test_a_circle_is_drawn_at_its_radius(geodesy, metres):
    outline = geodesy.evaluate(
        "(metres) => ParkAtlas.outlineCircle({ lon: 114.06, lat: 22.54 }, metres)",
        metres,
    )
    reached = [GEOD.inv(114.06, 22.54, at["lon"], at["lat"])[2] for at in outline]
    assert reached == pytest.approx([metres] * len(outline), rel=1e-6)


def test_what_crosses_the_date_line_is_drawn_in_one_piece(geodesy):
    outline = geodesy.evaluate(
        "() => ParkAtlas.outlineCircle({ lon: 179.9, lat: -17 }, 50_000)"
    )
    assert max(at["lon"] for at in outline) > 180
    assert all(abs(at["lon"] - 179.9) < 1 for at in outline)
    for start, end in [(179.5, -179.5), (-179.5, 179.5)]:
        places = geodesy.evaluate(
            "(it) => ParkAtlas.unroll(it)", as_positions([(start, -17), (end, -17)])
        )
        leg = geodesy.evaluate("(it) => ParkAtlas.traceLeg(...it)", places)
        assert places[0]["lon"] == start
        assert abs(places[1]["lon"] - start) == pytest.approx(1)
        assert leg[-1]["lon"] == pytest.approx(places[1]["lon"])
        assert all(abs(at["lon"] - start) < 1.01 for at in leg)


@pytest.mark.parametrize(
    ("east", "lon", "drawn"),
    [
        (181.1, -179.5, 180.5),
        (181.1, 179.5, 179.5),
        (181.1, 180.5, 180.5),
        (181.1, -180.5, 179.5),
        (180.0, -179.5, -179.5),
        (180.0, 180.5, 180.5),
        (180.0, 180, 180),
        (180.0, -180, -180),
    ],
)
def test_a_place_is_drawn_beside_those_of_the_first_view(geodesy, east, lon, drawn):
    for name in ("datums", "atlas"):
        geodesy.add_script_tag(path=SHAPES / f"{name}.js")
    placed = geodesy.evaluate(
        "([east, lon]) => ParkAtlas.Atlas.prototype.project.call({ datum: 'WGS-84',"
        " seam: ParkAtlas.findSeam([[-17, 179.5], [-16, east]]) }, lon, -17)",
        [east, lon],
    )
    assert placed == pytest.approx([-17, drawn])


@pytest.mark.parametrize("datum", ["WGS-84", "GCJ-02"])
def test_a_place_a_world_on_is_drawn_as_in_its_own(geodesy, datum):
    for name in ("datums", "atlas"):
        geodesy.add_script_tag(path=SHAPES / f"{name}.js")
    (lat, lon), (same_lat, on) = geodesy.evaluate(
        "(datum) => [114, 474].map((lon) => ParkAtlas.Atlas.prototype.project.call("
        "{ datum, seam: -Infinity }, lon, 22.5))",
        datum,
    )
    assert (same_lat, on) == pytest.approx((lat, lon + 360))


@pytest.mark.parametrize(
    ("corners", "fault"),
    [
        ([(114, 22), (114.1, 22), (114.1, 22.1)], None),
        ([(114, 22), (114.1, 22)], "few-corners"),
        ([(114, 22), (114.1, 22.1), (114, 22.1), (114.1, 22)], "crossing"),
        ([(114, 22), (114.2, 22), (114.2, 22.1), (114.1, 22), (114, 22.1)], "crossing"),
        ([(114, 22), (114.1, 22), (114.2, 22)], "no-area"),
        ([(114, 22), (114.1, 22), (114.1, 22.1), (114.1, 22.05)], "crossing"),
        ([(114, 22), (114.1, 22), (114.1, 91)], "off-earth"),
    ],
)
def test_the_map_refuses_what_the_filter_refuses(geodesy, corners, fault):
    found = geodesy.evaluate("(it) => ParkAtlas.findFault(it)", as_positions(corners))
    assert found == fault


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("2500", 2500),
        ("2,500", 2500),
        ("２，５００", 2500),
        ("12\u2009500", 12_500),
        ("12\u202f500.5 m", 12_500.5),
        ("1,250,000", 1_250_000),
        ("800米", 800),
        ("3 km", 3000),
        ("2.5KM", 2500),
        (".5 千米", 500),
        ("1,2", None),
        ("1,20000", None),
        ("1,000 000", None),
        ("3 miles", None),
        ("3 4", None),
        ("-5", None),
        ("km", None),
        ("", None),
    ],
)
def test_a_length_is_read_whole_or_not_at_all(geodesy, text, metres):
    assert geodesy.evaluate("(it) => ParkAtlas.readMetres(it)", text) == metres


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("114 22.5, 114.1 22.5, 114.1 22.6, 114 22.5", 3),
        ("114 22.5, 114.1 22.5, 114.1 22.5, 114.1 22.6, 114.0000001 22.5", 3),
        ("114 22.5, 114.1 22.5, 114.1 22.6", 3),
        ("114 22.5, 114 22.5", 0),
    ],
)
def test_a_closed_outline_is_that_of_its_corners(geodesy, text, left):
    corners = geodesy.evaluate(
        "(it) => ParkAtlas.dropRepeated(ParkAtlas.readPlaces(it))", text
    )
    assert len(corners) == left
    fault = geodesy.evaluate("(it) => ParkAtlas.findFault(it)", corners)
    assert fault == (None if left else "few-corners")


@pytest.mark.parametrize(
    ("corners", "drawn", "spans"),
    [
        ([(179.2, -17), (-179.3, -17), (-179.3, -16)], [179.2, 180.7, 180.7], True),
        ([(100, 0), (-60, 0), (100, 10)], [100, 300, 100], True),
        ([(-179.2, -17), (-178.3, -17), (-178.3, -16)], [180.8, 181.7, 181.7], False),
        ([(-170, 0), (0, 0), (170, 0)], [-170, 0, 170], False),
        ([(179, 0), (180, 0), (180, 1)], [179, 180, 180], False),
        ([(179.2, -17), (-179.3, -17), (-179.3, -16)], None, True),
        ([(114, 22), (114.1, 22), (114.1, 22.1)], None, False),
        ([], None, False),
    ],
)
def test_an_outline_over_the_date_line_is_known(geodesy, corners, drawn, spans):
    # What is not drawn is typed.
    found = geodesy.evaluate(
        "([corners, drawn]) => ParkAtlas.spansDateLine(corners, drawn || undefined)",
        [as_positions(corners), drawn],
    )
    assert found == spans


def expected_metres(places):
    return sum(GEOD.inv(*a, *b)[2] for a, b in itertools.pairwise(places))


def test_a_way_of_several_legs_is_measured_on_the_ground(atlas):
    atlas.open()
    take(atlas, "distance")
    load_geodesy(atlas)
    click_at(atlas, *WAY, double=True)
    expect(line(atlas)).to_contain_text("共 2 段")
    expect(atlas.map.locator(".measure-label")).to_have_count(2)
    pixel = atlas.run_in_map("(a) => 40075016 / 256 / 2 ** a.map.getZoom()")
    said = number_in(line(atlas).inner_text().removeprefix("实地距离")) * 1000
    assert said == pytest.approx(expected_metres(WAY), abs=2 * pixel)
    # The reading stands in the other language too.
    atlas.run_in_map("(a) => a.setLanguage('en')")
    expect(line(atlas)).to_contain_text(re.compile(r"[\d.]+ km on the ground, legs: 2"))
    expect(atlas.map.locator(".measure-label").first).to_contain_text("km")


def test_a_typed_way_is_measured_to_a_thousandth_on_any_basemap(atlas):
    atlas.open("?lang=en")
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label("AMap").first.check()
    atlas.map.locator(".switches summary").click()
    atlas.wait_in_map("(a) => a.datum === 'GCJ-02'")
    take(atlas, "distance")
    load_geodesy(atlas)
    field = atlas.map.locator(".tool-note .typed input")
    field.fill(", ".join(f"{lon} {lat}" for lon, lat in WAY))
    field.press("Enter")
    expect(line(atlas)).to_contain_text("on the ground, legs: 2")
    said = number_in(line(atlas).inner_text()) * 1000
    assert said == pytest.approx(expected_metres(WAY), rel=0.001)
    dots = atlas.map.locator("path.measure-dot")
    expect(dots).to_have_count(3)
    # The map moves to what was typed: dot and place are read in one breath, and meet.
    atlas.wait_in_map(
        "(a, [lon, lat]) => {"
        " const box = document.querySelector('path.measure-dot')"
        ".getBoundingClientRect();"
        " const place = a.map.latLngToContainerPoint(a.project(lon, lat));"
        " return Math.abs(box.x + box.width / 2 - place.x) < 3"
        " && Math.abs(box.y + box.height / 2 - place.y) < 3"
        " && a.map.getBounds().contains(a.project(lon, lat)); }",
        WAY[0],
    )


def test_an_area_is_said_with_its_perimeter_and_a_crossing_is_none(atlas, page):
    atlas.open()
    take(atlas, "area")
    load_geodesy(atlas)
    field = atlas.map.locator(".tool-note .typed input")
    field.fill(", ".join(f"{lon} {lat}" for lon, lat in WAY))
    field.press("Enter")
    expect(line(atlas)).to_contain_text(re.compile("面积 .*平方公里，周长 .*公里"))
    area, perimeter = GEOD.polygon_area_perimeter(*zip(*WAY, strict=True))
    first, second = line(atlas).inner_text().split("，周长")
    assert number_in(first) * 1e6 == pytest.approx(abs(area), rel=0.001)
    assert number_in(second) * 1000 == pytest.approx(perimeter, rel=0.001)
    closed = line(atlas).inner_text()
    field.fill(", ".join(f"{lon} {lat}" for lon, lat in [*WAY, WAY[0]]))
    field.press("Enter")
    expect(line(atlas)).to_have_text(closed)
    expect(atlas.map.locator("path.measure-dot")).to_have_count(3)
    field.fill("114 22.5, 114.1 22.6, 114 22.6, 114.1 22.5")
    field.press("Enter")
    expect(line(atlas)).to_have_text("边线自相交：请撤销上一点。")
    page.keyboard.press("Escape")
    expect(atlas.map.locator("path.measure-area")).to_have_count(0)


def test_measuring_changes_neither_filter_nor_link(atlas, page):
    atlas.open()
    before = page.url
    take(atlas, "distance")
    load_geodesy(atlas)
    click_at(atlas, *WAY)
    expect(line(atlas)).to_contain_text("公里")
    atlas.map.get_by_role("button", name="撤销上一点").click()
    expect(line(atlas)).to_contain_text("共 1 段")
    atlas.map.get_by_role("button", name="重新测量").click()
    expect(line(atlas)).to_contain_text("依次点击")
    page.keyboard.press("Escape")
    expect(atlas.map.locator(".tool-note")).to_be_hidden()
    assert "within" not in page.url
    assert (
        page.url.partition("&at=")[0].partition("?at=")[0] == before.partition("?")[0]
    )
    atlas.expect_count(59)


def test_no_library_is_asked_for_before_it_is_needed(atlas, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    atlas.open()
    assert not [url for url in asked if "geographiclib" in url]
    take(atlas, "area")
    load_geodesy(atlas)
    assert len([url for url in asked if "geographiclib" in url]) == 1


def test_a_library_that_does_not_come_is_said(atlas, page):
    page.route("**/geographiclib-geodesic/**", lambda route: route.abort())
    atlas.open()
    take(atlas, "distance")
    expect(line(atlas)).to_have_text("无法测量距离：程序库未能加载，请刷新页面。")

"""Parks on both sides of the date line stand, are enclosed and measured together."""

import subprocess
import sys

import pytest
from conftest import ROOT
from playwright.sync_api import expect

TABLE = """辖区,片区,核心产业园,产业方向,经度,纬度
东区,甲片区,西侧园,人工智能产业,179.5,-17.0
西区,乙片区,东侧园,大数据产业,-179.5,-17.2
西区,乙片区,远侧园,大数据产业,-178.9,-16.8
"""


@pytest.fixture(scope="module")
def map_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("date_line")
    table, file = folder / "table.csv", folder / "map.html"
    table.write_text(TABLE, encoding="utf-8")
    command = [sys.executable, "-m", "parks", "map", table, "-o", file]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - ours
    return file


@pytest.fixture
def told(page, map_file):
    """Run a function of the atlas of the map file."""
    page.goto(map_file.as_uri())
    expect(page.locator(".legend")).to_be_visible()
    return lambda script: page.evaluate(f"() => ({script})(ParkAtlas.atlas)")


def find(told, lon, lat):
    """Find where on the page a place is drawn."""
    return told(
        "(a) => { const { left, top } = a.map.getContainer().getBoundingClientRect();"
        f" const p = a.map.latLngToContainerPoint(a.project({lon}, {lat}));"
        " return [left + p.x, top + p.y]; }"
    )


def width_of(page, name):
    return page.locator(f"path.{name}").bounding_box()["width"]


def test_the_first_view_holds_the_parks_of_both_sides(told):
    assert told("(a) => a.countOutside()") == 0
    drawn = told("(a) => a.shownSymbols().map((s) => s.getLatLng().lng)")
    assert drawn == pytest.approx([179.5, 180.5, 181.1])


def test_a_circle_over_the_line_is_one_and_holds_its_parks(page, told):
    page.locator(".tool-circle").click()
    page.wait_for_function("() => Boolean(window.geodesic)")
    page.mouse.move(*find(told, -179.9, -17.1))
    page.mouse.down()
    page.mouse.move(*find(told, -179.2, -17.1), steps=5)
    page.mouse.up()
    expect(page.locator(".bar > .count")).to_contain_text("3 个园区中的 2 个")
    expect(page.locator("path.selected-shape")).to_have_count(1)
    degree = find(told, -179, -17)[0] - find(told, -180, -17)[0]
    assert width_of(page, "selected-shape") == pytest.approx(1.4 * degree, rel=0.05)


def test_a_leg_over_the_line_goes_the_short_way(page, told):
    page.locator(".tool-distance").click()
    page.wait_for_function("() => Boolean(window.geodesic)")
    west, east = find(told, 179.5, -17.0), find(told, -179.5, -17.2)
    page.mouse.click(*west)
    page.mouse.dblclick(*east)
    expect(page.locator(".tool-note .line")).to_contain_text("109 公里，共 1 段")
    assert width_of(page, "measure-line") == pytest.approx(east[0] - west[0], abs=6)

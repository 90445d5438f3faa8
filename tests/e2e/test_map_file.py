"""The map as one file: opened from disk, it asks nobody for anything."""

import subprocess
import sys

import pytest
from conftest import ROOT
from playwright.sync_api import expect


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


def test_it_makes_no_request(page, requests, map_file):
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")
    page.locator(".switches summary").click()
    assert requests == [map_file.as_uri()]
    assert map_file.stat().st_size < 1_500_000


@pytest.mark.usefixtures("requests")
def test_its_filter_and_legend_work(page):
    page.locator(".choices", has_text="辖区").locator("summary").click()
    page.get_by_label("福田区").check()
    expect(count_of(page)).to_have_text("59 个园区中的 7 个")
    page.locator(".choices", has_text="产业").locator("summary").click()
    sectors = page.locator(".choices", has_text="产业")
    expect(
        sectors.locator("label", has_text="金融科技").locator(".count")
    ).to_have_text("7")
    page.get_by_role("searchbox").fill("xmh")
    expect(count_of(page)).to_have_text("59 个园区中的 1 个")
    expect(page.locator(".legend .entries").first).to_contain_text("金融")
    page.get_by_role("searchbox").fill("没有这样的园区")
    expect(page.locator(".empty")).to_be_visible()
    page.get_by_role("button", name="清除").click()
    expect(count_of(page)).to_have_text("59 个园区中的 59 个")


@pytest.mark.usefixtures("requests")
def test_its_panel_marks_the_words_and_speaks_english_too(page):
    page.evaluate("ParkAtlas.atlas.tell({ kind: 'select', park: 'wan-ke-yun-cheng' })")
    panel = page.locator(".park-panel")
    expect(panel.locator("h2")).to_have_text("万科云城")
    expect(panel.locator("mark.focus").first).to_have_text("新一代信息技术")
    page.get_by_role("combobox").select_option("en")
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

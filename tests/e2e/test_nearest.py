"""Investment staff ask which parks are nearest to a point, however it is given."""

import re

import numpy as np
import pytest
from atlas import AtlasPage
from drawing import click_at, take
from playwright.sync_api import expect

from geodata.datums import Datum, convert
from parks.catalogue import open_edition
from parks.nearest import find_nearest

EDITION = open_edition()
EVERY = np.ones(len(EDITION.parks), dtype=np.bool_)
POINT = (113.9345, 22.5401)


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


def listed(page):
    return page.locator(".nearest .rows li strong")


def expected(lon, lat, chosen=EVERY):
    found = find_nearest(EDITION, chosen, lon, lat)
    return [EDITION.parks["name"].iloc[it.position] for it in found.parks]


def type_point(page, text, reference=None):
    if reference:
        page.get_by_label("坐标的参考系").select_option(reference)
    field = page.locator(".nearest input")
    field.fill(text)
    field.press("Enter")


def open_field(atlas):
    take(atlas, "nearest")
    atlas.map.get_by_role("button", name="输入坐标或地名").click()
    expect(atlas.page.locator(".nearest input")).to_be_focused()


def test_a_click_lists_the_nearest_parks_and_a_link_keeps_the_point(
    atlas, page, app_url
):
    atlas.open()
    take(atlas, "nearest")
    click_at(atlas, POINT)
    expect(page).to_have_url(re.compile(r"near=113\.9\d+,22\.5\d+"))
    lon, lat = map(float, re.search(r"near=([\d.]+),([\d.]+)", page.url).groups())
    expect(listed(page)).to_have_text(expected(lon, lat))
    expect(atlas.map.locator(".near-mark > div")).to_be_visible()
    again = AtlasPage(page.context.new_page(), app_url)
    again.open("?" + page.url.partition("?")[2])
    expect(listed(again.page)).to_have_text(expected(lon, lat))
    page.locator(".nearest .close").click()
    expect(page.locator(".nearest")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("near="))
    expect(atlas.map.locator(".near-mark")).to_have_count(0)


def test_only_parks_that_are_shown_are_listed(atlas, page):
    atlas.open("?district=luohu&near=113.9345,22.5401")
    chosen = (EDITION.parks["district"] == "罗湖").to_numpy()
    expect(listed(page)).to_have_text(expected(*POINT, chosen))


def test_a_park_of_the_list_is_selected_and_gone_to(atlas, page):
    atlas.open("?near=113.9345,22.5401")
    first = listed(page).first.inner_text()
    page.locator(".nearest .rows button").first.click()
    expect(atlas.panel.locator("h2")).to_have_text(first)
    atlas.wait_in_map("(a) => a.map.getZoom() >= 14")
    expect(page.locator(".nearest .rows button").first).to_have_attribute(
        "aria-pressed", "true"
    )


def test_distances_are_as_exact_as_places_are_known(atlas, page):
    atlas.open("?near=114.104862,22.562684")
    row = page.locator(".nearest .rows li", has_text="清水河人工智能产业基地")
    expect(row).to_contain_text("约 3 公里")
    expect(row).to_contain_text("北")
    expect(page.locator(".nearest .notes")).to_contain_text("直线距离")


def test_a_coordinate_of_another_system_is_the_same_point(atlas, page):
    atlas.open()
    open_field(atlas)
    gcj = convert(*POINT, source=Datum.WGS84, target=Datum.GCJ02)
    type_point(page, f"{gcj[0]:.7f}, {gcj[1]:.7f}", "GCJ-02")
    expect(listed(page)).to_have_text(expected(*POINT))
    expect(page).to_have_url(re.compile(r"near=113\.93450\d,22\.54010\d"))


def test_a_coordinate_being_typed_keeps_its_system_in_another_language(atlas, page):
    atlas.open()
    open_field(atlas)
    page.locator(".nearest input").fill("113.9345, 22.5401")
    page.get_by_label("坐标的参考系").select_option("GCJ-02")
    page.get_by_test_id("stSidebar").get_by_text("English", exact=True).click()
    system = page.get_by_label("Reference system of a coordinate")
    expect(system).to_be_visible()
    expect(system).to_have_value("GCJ-02")
    expect(page.locator(".nearest input")).to_have_value("113.9345, 22.5401")


def test_the_keyboard_keeps_its_place_in_the_list(atlas, page):
    atlas.open("?near=113.9345,22.5401")
    row = page.locator(".nearest .rows button").nth(1)
    row.focus()
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(row).to_be_focused()


def test_a_name_is_looked_up_and_what_it_may_mean_is_offered(atlas, page):
    atlas.open()
    open_field(atlas)
    type_point(page, "留仙洞")
    page.locator(".nearest .offers button", has_text="留仙洞片区").click()
    expect(page.locator(".nearest .said")).to_contain_text("留仙洞片区")
    expect(listed(page)).to_have_count(10)


def test_what_is_no_point_says_why(atlas, page):
    atlas.open()
    open_field(atlas)
    type_point(page, "22.5401, 113.9345")
    expect(page.locator(".nearest .error")).to_contain_text("请先写经度")
    type_point(page, "北京天安门广场东侧")
    expect(page.locator(".nearest .error")).to_contain_text("这里没有这个地名")
    expect(page.locator(".nearest .services")).to_be_hidden()


def test_a_link_with_no_point_is_said_and_the_rest_is_kept(atlas, page):
    atlas.open("?near=north,pole&district=luohu")
    atlas.expect_count(6)
    expect(page.locator(".pa-quiet-line")).to_contain_text("north,pole")
    expect(page.locator(".nearest")).to_have_count(0)


def test_the_list_speaks_english(atlas, page):
    atlas.open("?near=114.104862,22.562684&lang=en")
    row = page.locator(".nearest .rows li").first
    expect(row).to_contain_text("about 3 km")
    expect(row).to_contain_text("north")
    text = page.locator(
        ".nearest header, .nearest form, .nearest .notes"
    ).all_inner_texts()
    assert not re.search(r"[一-鿿]", " ".join(text))

"""Planners and staff at the map page, with the embedded table."""

import itertools
import json
import re

import pytest
from atlas import AtlasPage
from playwright.sync_api import expect


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


def test_the_first_map_asks_no_other_host(atlas, heard):
    atlas.open().expect_count(59)
    assert heard["outside"] == []
    assert heard["errors"] == []
    expect(atlas.counts).to_contain_text("21")
    assert len(atlas.shown_names()) == 59
    expect(atlas.map.locator(".district-name")).to_have_count(11)


def test_the_light_of_a_waiting_map_goes_out_once_it_stands(atlas, page):
    atlas.open().expect_count(59)
    frame = page.locator("iframe[data-testid=map]")
    expect(frame).to_have_attribute("data-ready", "")
    assert frame.evaluate("(it) => it.getAnimations().length") == 0


def test_the_map_draws_every_district_and_its_parks_as_pixels(atlas):
    atlas.open()
    atlas.wait_in_map(
        "(a, least) => { const c = a.map.getContainer().querySelector('canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " return d.filter((value, i) => i % 4 === 3 && value).length > least; }",
        59 * 60,
    )
    districts = atlas.map.locator("path.district")
    expect(districts).to_have_count(11)


def test_filter_by_district_neither_reloads_nor_moves_the_map(atlas, heard):
    atlas.open()
    atlas.run_in_map("(a) => a.map.setView([22.55, 113.95], 13, { animate: false })")
    before = atlas.view()
    atlas.choose("辖区", "南山")
    atlas.expect_count(9)
    assert atlas.view() == before
    assert heard["map_loads"] == 1
    assert set(atlas.shown_names()) >= {"万科云城", "鹏城实验室", "蛇口网谷"}
    expect(atlas.page).to_have_url(re.compile("district=nanshan"))


def test_nanshan_and_ai_is_empty_and_says_so(atlas, heard):
    # No row of 南山 names artificial intelligence.
    atlas.open()
    atlas.choose("产业", "人工智能")
    atlas.expect_count(25)
    atlas.choose("辖区", "南山")
    atlas.expect_count(0)
    expect(atlas.map.locator(".empty")).to_be_visible()
    expect(atlas.page.get_by_test_id("stAlert")).to_contain_text("没有符合条件的园区")
    atlas.page.get_by_role("button", name="清除筛选").click()
    atlas.expect_count(59)
    expect(atlas.map.locator(".empty")).to_be_hidden()
    assert heard["map_loads"] == 1


def test_facets_count_under_the_other_filters(atlas):
    atlas.open()
    atlas.choose("辖区", "福田")
    atlas.expect_count(7)
    expect(atlas.count_of("产业", "金融科技")).to_have_text("7")
    expect(atlas.count_of("产业", "生物医药")).to_have_text("0")
    expect(atlas.count_of("辖区", "南山")).to_have_text("9")


def test_a_click_on_a_park_opens_all_the_table_says(atlas):
    atlas.open("?district=yantian")
    atlas.expect_count(4)
    atlas.run_in_map("(a) => a.fitShown()")
    atlas.click_park("大百汇高新科技园")
    expect(atlas.panel.locator("h2")).to_have_text("大百汇高新科技园")
    expect(atlas.panel).to_contain_text("盐田 · 海山片区")
    expect(atlas.panel).to_contain_text("面向机器视觉、智能医疗、智能装备等领域")
    expect(atlas.panel.locator("mark", has_text="机器视觉")).to_be_visible()
    expect(atlas.panel).to_contain_text(
        "《深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知》"
    )
    expect(atlas.panel).to_contain_text("第 6 行")
    expect(atlas.panel).to_contain_text("WGS 84")
    expect(atlas.page).to_have_url(re.compile("park=da-bai-hui-gao-xin-ke-ji-yuan"))
    atlas.wait_in_map("(a) => a.selected?.park.name === '大百汇高新科技园'")


def test_parks_on_one_point_fan_out_so_that_each_can_be_clicked(atlas):
    atlas.open("?district=yantian")
    atlas.expect_count(4)
    atlas.run_in_map("(a) => a.fitShown()")
    for name in ("海鹏工业园", "太平洋工业区"):
        atlas.click_park(name)
        expect(atlas.panel.locator("h2")).to_have_text(name)
        expect(atlas.panel).to_contain_text("片区的点")


def test_a_copied_link_reopens_the_same_picture(atlas, page):
    atlas.open()
    atlas.choose("辖区", "南山")
    atlas.expect_count(9)
    atlas.choose("产业", "互联网")
    atlas.expect_count(6)
    expect(page).to_have_url(re.compile("sector=internet"))
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    atlas.wait_for_map()
    atlas.expect_count(6)
    expect(atlas.option("辖区", "南山")).to_be_checked()
    expect(atlas.option("产业", "互联网")).to_be_checked()
    expect(page).to_have_url(link)


def test_names_in_a_link_are_accepted_and_nonsense_is_said(atlas):
    atlas.open("?district=南山&sector=互联网&district=火星&park=she-kou-wang-gu")
    atlas.expect_count(6)
    expect(atlas.page.locator(".pa-quiet-line")).to_contain_text("辖区 “火星”")
    expect(atlas.panel.locator("h2")).to_have_text("蛇口网谷")
    expect(atlas.page).to_have_url(re.compile("district=nanshan"))
    expect(atlas.page).to_have_url(re.compile("sector=internet"))


def test_the_download_is_what_the_table_and_the_map_show(atlas, page):
    atlas.open("?district=luohu")
    atlas.expect_count(6)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="GeoJSON").click()
    collection = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    names = [feature["properties"]["name"] for feature in collection["features"]]
    assert names == atlas.shown_names()
    assert "crs" not in collection
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Excel").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    assert waiting.value.path().read_bytes()[:2] == b"PK"


def test_search_by_initials_finds_the_park(atlas):
    atlas.open()
    atlas.search("szwkjsty")
    atlas.expect_count(1)
    assert atlas.shown_names() == ["深圳湾科技生态园"]


def test_english_is_complete_and_keeps_the_state(atlas, page, heard):
    atlas.open("?district=nanshan&park=she-kou-wang-gu")
    atlas.expect_count(9)
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", name="ParkAtlas")).to_be_visible()
    atlas.expect_count(9)
    expect(atlas.option("District", "Nanshan")).to_be_checked()
    expect(atlas.panel).to_contain_text("Industry direction")
    expect(
        atlas.map.locator(".district-name", has_text="Dapeng New District")
    ).to_be_visible()
    expect(atlas.map.locator(".legend summary")).to_have_text("Legend")
    expect(page).to_have_url(re.compile("lang=en"))
    assert heard["map_loads"] == 1


def test_the_table_selects_on_the_map(atlas, page):
    atlas.open("?district=nanshan")
    atlas.expect_count(9)
    page.get_by_role("table").get_by_role("button", name="鹏城实验室").click()
    expect(atlas.panel.locator("h2")).to_have_text("鹏城实验室")
    atlas.wait_in_map("(a) => a.selected && a.selected.park.name === '鹏城实验室'")


def test_the_map_says_what_lies_outside_the_view_and_goes_there(atlas):
    atlas.open()
    outside = atlas.map.get_by_role("button", name="视野外还有 2 个园区")
    expect(outside).to_be_visible()
    outside.click()
    expect(outside).to_be_hidden()


def test_a_basemap_without_network_leaves_the_map_whole(atlas, heard):
    atlas.open()
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label("OpenStreetMap").check()
    expect(atlas.map.locator(".failure")).to_be_visible()
    assert all("tile.openstreetmap.org" in url for url in heard["outside"])
    assert heard["outside"]
    assert len(atlas.shown_names()) == 59
    expect(atlas.map.locator("path.district")).to_have_count(11)


def test_names_of_districts_stand_clear_inside_their_own(atlas):
    atlas.open()
    names = atlas.read_still(
        """(a) => a.districts.map(({ outline, name }) => {
            const node = name.getElement().firstElementChild;
            const { left, right, top, bottom } = node.getBoundingClientRect();
            const frame = a.map.getContainer().getBoundingClientRect();
            const middle = a.map.containerPointToLayerPoint(
                [(left + right) / 2 - frame.left, (top + bottom) / 2 - frame.top]);
            return {
                text: node.textContent,
                seen: getComputedStyle(node).visibility === "visible",
                own: outline.getElement().isPointInFill(
                    new DOMPoint(middle.x, middle.y)),
                left, right, top, bottom,
            };
        })"""
    )
    seen = [name for name in names if name["seen"]]
    assert len(seen) >= 9
    assert all(name["own"] for name in seen), [n["text"] for n in seen if not n["own"]]
    for one, other in itertools.combinations(seen, 2):
        apart = (
            one["right"] <= other["left"]
            or other["right"] <= one["left"]
            or one["bottom"] <= other["top"]
            or other["bottom"] <= one["top"]
        )
        assert apart, (one["text"], other["text"])

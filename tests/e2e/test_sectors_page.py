"""Stories of the page of sectors: the finding, a sector, the map and back, paper."""

import re

import pytest
from atlas import AtlasPage, expect_within
from playwright.sync_api import expect


def open_sectors(page, url, query=""):
    page.goto(f"{url}/sectors{query}")
    found = page.locator(".pa-page")
    expect(found).to_be_visible()
    return found


@pytest.mark.parametrize(
    ("query", "width", "words"),
    [
        ("", 390, ("有 5 个在本表中没有任何片区主攻", "责任单位：市商务局")),
        ("?lang=en", 1440, ("5 of the twelve key industries", "Commerce Bureau of")),
        ("?lang=en", 390, ("Finance", "draft for comment")),
        ("?sector=ai", 1440, ("（五）人工智能产业", "片区的点，非园区自身位置")),
        ("?sector=ai&lang=en", 390, ("Focus zones by district", "Luohu 2")),
    ],
)
def test_a_planner_sends_the_page_on_and_it_reads_the_same(
    page, app_url, query, width, words
):
    page.set_viewport_size({"width": width, "height": 844})
    found = open_sectors(page, app_url, query)
    for word in words:
        expect(found).to_contain_text(word)
    expect_within(page, width)
    expect(page).to_have_url(re.compile(rf"/sectors{re.escape(query)}$"))


def test_staff_go_from_the_menu_to_a_sector_to_its_parks_on_the_map(
    page, app_url, heard
):
    atlas = AtlasPage(page, app_url).open("?district=futian")
    page.get_by_role("navigation", name="页面").get_by_role("link", name="产业").click()
    found = page.locator(".pa-page")
    expect(found.locator("h1")).to_have_text("产业")
    found.get_by_role("link", name="云计算").first.click()
    expect(found.locator("h1")).to_have_text("云计算")
    expect(page).to_have_url(re.compile(r"/sectors\?sector=cloud$"))
    marked = found.locator(".pa-quoted mark")
    expect(marked).to_have_text(["云计算", "云计算"])
    expect(found.locator("svg.pa-locator .pa-own")).to_have_count(2)
    found.get_by_role("link", name="在地图上查看主攻园区").click()
    atlas.wait_for_map()
    atlas.expect_count(2)
    expect(page).to_have_url(re.compile("sector=cloud.*role=focus"))
    page.go_back()
    expect(found.locator("h1")).to_have_text("云计算")
    assert heard["outside"] == []


def test_a_reader_goes_on_to_a_park_and_to_a_sector_beside(page, app_url):
    found = open_sectors(page, app_url, "?sector=cloud")
    found.get_by_role("link", name="金融科技").click()
    expect(found.locator("h1")).to_have_text("金融科技")
    expect(page).to_have_url(re.compile("sector=fintech"))
    page.go_back()
    expect(found.locator("h1")).to_have_text("云计算")
    found.get_by_role("link", name="碳云大厦").click()
    expect(found.locator("h1")).to_have_text("碳云大厦")
    expect(page).to_have_url(re.compile("/park"))


def test_a_link_to_no_sector_offers_the_nearest(page, app_url):
    found = open_sectors(page, app_url, "?sector=blokchain")
    expect(found.locator(".pa-remark")).to_contain_text("没有名为“blokchain”的产业")
    found.get_by_role("link", name="区块链").first.click()
    expect(found.locator("h1")).to_have_text("区块链")


def test_paper_gets_the_page_alone(page, app_url):
    found = open_sectors(page, app_url)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(found.get_by_role("button", name="打印")).to_be_visible()
    page.emulate_media(media="print")
    expect(found.locator(".pa-finding")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(found.get_by_role("button", name="打印")).to_be_hidden()
    expect(found.locator(".pa-cite")).to_contain_text("征求意见稿")

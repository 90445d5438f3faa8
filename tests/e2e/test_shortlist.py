"""Investment staff star parks while browsing, and send the list on."""

import re

import pytest
from atlas import AtlasPage, download, expect_within, press
from playwright.sync_api import expect

FIRST, SECOND = "万科云城", "蛇口网谷"


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


def star(atlas, name):
    atlas.search_box.fill(name)
    atlas.suggestions.filter(has_text=name).first.click()
    expect(atlas.panel.locator("h2")).to_have_text(name)
    press(atlas.page, "加入候选")
    expect(atlas.page.get_by_role("button", name="移出候选")).to_be_visible()


def test_a_list_is_gathered_ordered_compared_and_sent_on(atlas, page, context, heard):
    atlas.open()
    star(atlas, FIRST)
    star(atlas, SECOND)
    expect(page).to_have_url(re.compile(r"star=wan-ke-yun-cheng&star=she-kou-wang-gu"))
    page.get_by_role("button", name="候选清单：2 个园区").click()
    rows = page.locator(".pa-page tbody tr")
    expect(rows).to_contain_text([FIRST, SECOND])
    page.get_by_role("button", name=f"将{SECOND}上移").click()
    expect(rows).to_contain_text([SECOND, FIRST])
    expect(page).to_have_url(re.compile(r"park=she-kou-wang-gu&park=wan-ke-yun-cheng"))
    taken = download(page, page.get_by_role("button", name="下载 2 个园区（CSV）"))
    assert FIRST in taken.path().read_text(encoding="utf-8-sig")
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator(".pa-page tbody tr")).to_contain_text([SECOND, FIRST])
    other.get_by_role("link", name="对比这些园区").click()
    expect(other.locator(".pa-compare thead")).to_contain_text(SECOND)
    page.get_by_role("link", name="在地图上查看").click()
    atlas.wait_for_map()
    atlas.expect_count(2)
    assert heard["errors"] == []


def test_the_list_reads_on_a_phone_in_english(phone_page, app_url):
    page = phone_page
    page.goto(f"{app_url}/shortlist?park=wan-ke-yun-cheng&park=atlantis&lang=en")
    expect(page.get_by_role("heading", name="Shortlist")).to_be_visible()
    expect(page.get_by_role("note")).to_contain_text("“atlantis”")
    expect_within(page, 390)
    page.get_by_role("button", name=f"Take {FIRST} off the list").tap()
    expect(page.locator(".pa-page")).to_contain_text("No park is starred yet")

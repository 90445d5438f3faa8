"""Stories of the page of a park: sent on, read, printed, left for the map and back."""

import re

import pytest
from atlas import AtlasPage, expect_within
from playwright.sync_api import expect

PARK = "万科云城"
ID = "wan-ke-yun-cheng"


def sheet(page):
    found = page.locator(".pa-page")
    expect(found).to_be_visible()
    return found


def open_park(page, url, query=f"park={ID}"):
    page.goto(f"{url}/park?{query}")
    return sheet(page)


@pytest.mark.parametrize(
    ("query", "width", "words"),
    [
        (f"park={ID}", 1440, ("重点产业", "在高德地图中打开", "同片区其他园区")),
        (
            f"park={ID}&lang=en",
            1440,
            ("Focus", "Open in AMap", "Other parks of the zone"),
        ),
        (f"park={ID}", 390, ("产业方向", "在百度地图中打开", "坐标")),
        (f"park={ID}&lang=en", 390, ("Coordinates", "Open in Baidu Maps")),
    ],
)
def test_a_planner_sends_a_park_on_and_it_reads_the_same(
    page, app_url, query, width, words
):
    page.set_viewport_size({"width": width, "height": 844})
    found = open_park(page, app_url, query)
    expect(found.locator("h1")).to_have_text(PARK)
    for word in words:
        expect(found).to_contain_text(word)
    expect(found.locator("svg.pa-locator")).to_have_count(2)
    expect_within(page, width)
    expect(page).to_have_url(re.compile(f"/park\\?{query}$"))
    expect(page).to_have_title(re.compile(PARK))


def test_a_planner_opens_the_page_from_the_map_and_comes_back(page, app_url, heard):
    atlas = AtlasPage(page, app_url).open(f"?district=nanshan&lang=en&park={ID}")
    atlas.expect_count(9)
    page.get_by_role("button", name="Open its page").click()
    found = sheet(page)
    expect(found).to_contain_text("Next-generation information technology")
    found.get_by_role("link", name="Show on the map").click()
    atlas.wait_for_map()
    atlas.expect_count(9)
    expect(atlas.panel.locator("h2")).to_have_text(PARK)
    expect(page).to_have_url(re.compile("district=nanshan"))
    expect(page).to_have_url(re.compile("lang=en"))
    assert heard["outside"] == []


def test_staff_go_from_park_to_park_and_back_with_the_browser(page, app_url):
    found = open_park(page, app_url)
    found.get_by_role("link", name="鹏城实验室").first.click()
    expect(page.locator(".pa-page h1")).to_have_text("鹏城实验室")
    expect(page).to_have_url(re.compile("park=peng-cheng-shi-yan-shi"))
    page.go_back()
    expect(page.locator(".pa-page h1")).to_have_text(PARK)


def test_a_planner_asks_what_else_rests_on_a_policy(page, app_url):
    found = open_park(page, app_url)
    resting = found.locator("details").first
    resting.locator("summary").click()
    expect(resting.get_by_role("link", name="九龙山智能科技城")).to_be_visible()
    resting.get_by_role("link", name="在地图上查看").click()
    atlas = AtlasPage(page, app_url)
    atlas.wait_for_map()
    atlas.expect_count(17)
    expect(page).to_have_url(re.compile("policy="))


def test_the_links_to_other_maps_wait_for_a_click(page, app_url, heard):
    found = open_park(page, app_url)
    links = found.locator("a[target=_blank]")
    expect(links).to_have_count(3)
    for link in links.all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("href").startswith("https://")
    assert heard["outside"] == []


@pytest.mark.parametrize("is_allowed", [True, False])
def test_the_link_is_copied_with_or_without_leave(page, app_url, is_allowed):
    if is_allowed:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        page.add_init_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
            "document.execCommand = () => false;"
        )
    found = open_park(page, app_url)
    found.get_by_role("button", name="复制链接").click()
    status = found.locator(".pa-copy [role=status]")
    if is_allowed:
        expect(status).to_have_text("已复制。")
        copied = page.evaluate("navigator.clipboard.readText()")
    else:
        expect(status).to_have_text("请按 Ctrl+C 复制。")
        field = found.locator(".pa-link")
        expect(field).to_be_visible()
        copied = field.input_value()
    assert copied == f"{app_url}/park?park={ID}"


def test_a_link_to_no_park_offers_the_nearest(page, app_url):
    found = open_park(page, app_url, "park=wan-ke-yun-chen")
    expect(found).to_contain_text("没有这个园区")
    found.get_by_role("link", name=PARK).click()
    expect(page.locator(".pa-page h1")).to_have_text(PARK)


def test_paper_gets_the_page_alone(page, app_url):
    found = open_park(page, app_url)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(found.get_by_role("button", name="打印")).to_be_visible()
    page.emulate_media(media="print")
    expect(found.locator("h1")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(found.get_by_role("button", name="打印")).to_be_hidden()
    expect(found.locator(".pa-cite")).to_be_visible()

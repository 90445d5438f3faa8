"""Stories of a comparison: picked on the map, changed on its page, sent on, printed."""

import re

import pytest
from atlas import AtlasPage, expect_within, press, wait_for_answer, wait_until_drawn
from playwright.sync_api import expect

ONE, OTHER = "wan-ke-yun-cheng", "xin-yi-dai-chan-ye-yuan"
TWO = f"park={ONE}&park={OTHER}"


def open_comparison(page, url, query=TWO):
    page.goto(f"{url}/compare?{query}")
    found = page.locator(".pa-page")
    expect(found.locator("h1")).to_be_visible()
    wait_for_answer(page)
    return found


def heads(found):
    return found.locator("thead th a")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", ("2 个园区对比", "8 项中 1 项共有")),
        ("&lang=en", ("Comparison of 2 parks", "1 of 8 shared by all")),
    ],
)
def test_a_planner_sends_a_comparison_on(page, app_url, size, language, words):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    found = open_comparison(page, app_url, TWO + language)
    for word in words:
        expect(found).to_contain_text(word)
    expect(found.locator("svg.pa-locator")).to_have_count(3)
    expect_within(page, size[0])


def test_staff_pick_parks_on_the_map_and_compare_them(page, app_url):
    atlas = AtlasPage(page, app_url).open(f"?district=nanshan&park={ONE}")
    page.get_by_role("button", name="加入对比").click()
    tray = page.locator(".st-key-tray")
    expect(tray).to_contain_text("万科云城")
    expect(tray.get_by_role("button", name="再选一个即可对比")).to_be_disabled()
    atlas.run_in_map(
        "(a) => a.tell({ kind: 'select', park: 'peng-cheng-shi-yan-shi' })"
    )
    expect(atlas.panel.locator("h2")).to_have_text("鹏城实验室")
    press(page, "加入对比")
    tray.get_by_role("button", name="比较 2 个园区").click()
    expect(page.locator(".pa-page h1")).to_have_text("2 个园区对比")
    expect(page).to_have_url(
        re.compile(f"/compare\\?park={ONE}&park=peng-cheng-shi-yan-shi$")
    )
    page.get_by_role("link", name="地图", exact=True).click()
    atlas.wait_for_map()
    atlas.expect_count(9)
    expect(tray).to_contain_text("万科云城 · 鹏城实验室")


def test_columns_are_swapped_and_left_out_and_the_address_follows(page, app_url):
    found = open_comparison(page, app_url)
    expect(heads(found)).to_have_text(["万科云城", "新一代产业园"])
    found.get_by_role("button", name="万科云城右移").click()
    expect(heads(found)).to_have_text(["新一代产业园", "万科云城"])
    expect(page).to_have_url(re.compile(f"park={OTHER}&park={ONE}"))
    found.get_by_role("button", name="移除新一代产业园").click()
    expect(heads(found)).to_have_text(["万科云城"])
    expect(found).to_contain_text("至少选择两个")
    expect(page).to_have_url(re.compile(rf"/compare\?park={ONE}$"))
    page.go_back()
    expect(heads(found)).to_have_text(["新一代产业园", "万科云城"])


def test_a_park_is_added_by_typing_its_name(page, app_url):
    found = open_comparison(page, app_url)
    field = page.get_by_role("combobox")
    field.fill("鹏城")
    page.get_by_role("option", name=re.compile("鹏城实验室")).click()
    expect(found.locator("h1")).to_have_text("3 个园区对比")
    expect(page).to_have_url(re.compile("park=peng-cheng-shi-yan-shi"))


def test_the_zones_of_the_parks_are_compared_too(page, app_url):
    found = open_comparison(page, app_url)
    page.get_by_test_id("stMain").get_by_role("radio", name="片区").click()
    expect(found.locator("h1")).to_have_text("2 个片区对比")
    expect(found).to_contain_text("核心产业园")
    expect(page).to_have_url(re.compile(r"/compare\?zone="))


def test_on_a_phone_the_columns_move_and_the_headings_stay(page, app_url):
    page.set_viewport_size({"width": 390, "height": 844})
    found = open_comparison(page, app_url, f"{TWO}&park=peng-cheng-shi-yan-shi")
    wait_until_drawn(page)
    found.locator(".pa-scroll").evaluate("(it) => it.scrollTo({ left: 120 })")
    page.wait_for_function(
        "() => { const side = document.querySelector('.pa-scroll');"
        " const heading = side.querySelectorAll('tbody th[scope=row]')[1];"
        " const off = heading.getBoundingClientRect().x"
        "   - side.getBoundingClientRect().x - side.clientLeft;"
        " return side.scrollLeft > 100 && Math.abs(off) < 2; }"
    )


def test_paper_gets_the_comparison_alone(page, app_url):
    found = open_comparison(page, app_url)
    expect(found.locator(".pa-column").first).to_be_visible()
    expect(page.locator(".st-key-compare_bar")).to_be_visible()
    page.emulate_media(media="print")
    expect(found.locator("h1")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(found.locator(".pa-column").first).to_be_hidden()
    expect(page.locator(".st-key-compare_bar")).to_be_hidden()

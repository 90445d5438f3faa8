"""Stories of matching: a scope pasted, the answer sent on, a zone opened on the map."""

import re

import pytest
from atlas import AtlasPage, expect_within, press, wait_for_answer
from playwright.sync_api import expect

SCOPE = "一般项目：智能机器人的研发；工业机器人制造；货物进出口。许可项目：无"


def open_match(page, url, query=""):
    page.goto(f"{url}/match{query}")
    found = page.locator(".pa-page.pa-wide")
    expect(found).to_be_visible()
    wait_for_answer(page)
    return found


def test_staff_paste_a_scope_and_send_on_what_fits(page, app_url, heard):
    found = open_match(page, app_url)
    page.get_by_label("企业经营范围").fill(SCOPE)
    press(page, "识别产业")
    expect(found).to_contain_text("坪山高新区")
    expect(found).to_contain_text("“智能机器人的研发”、“工业机器人制造”")
    expect(found).to_contain_text("22 行中有 1 行符合")
    expect(page).to_have_url(re.compile(r"/match\?want=robotics$"))
    found.get_by_role("link", name="国家生物医药基地").click()
    expect(page.locator(".pa-page h1")).to_have_text("国家生物医药基地")
    page.go_back()
    expect(page.locator(".pa-matches")).to_contain_text("坪山高新区")
    assert heard["outside"] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("", ("产业契合", "得分如何得出")), ("&lang=en", ("Sector fit", "focus"))],
)
def test_a_phone_reads_the_answer_without_scrolling_sideways(
    page, app_url, language, words
):
    page.set_viewport_size({"width": 390, "height": 844})
    query = f"?want=ai&near=113.9346,22.5766&district=nanshan&district=luohu{language}"
    found = open_match(page, app_url, query)
    expect(found.locator(".pa-matches")).to_be_visible()
    for word in words:
        expect(found).to_contain_text(word)
    expect_within(page, 390)


def test_a_zone_that_fits_opens_on_the_map(page, app_url):
    found = open_match(page, app_url, "?want=robotics")
    found.get_by_role("link", name="坪山高新区").click()
    atlas = AtlasPage(page, app_url)
    atlas.wait_for_map()
    atlas.expect_count(5)


def test_going_back_takes_the_point_away_that_came_later(page, app_url):
    found = open_match(page, app_url, "?want=ai")
    box = page.get_by_label("靠近：坐标、园区、片区或行政区")
    box.fill("万科云城")
    box.press("Enter")
    expect(found).to_contain_text("起算地点：万科云城")
    expect(page).to_have_url(re.compile(r"near="))
    page.go_back()
    expect(found).not_to_contain_text("起算地点")
    expect(box).to_have_value("")

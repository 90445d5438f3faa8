"""Planners narrow the map: lists with counts, chips, words and links."""

import re

import pytest
from atlas import AtlasPage
from playwright.sync_api import expect

ZONE = "留仙洞片区"
PLAN = "深圳国家高新区扩区方案"


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


def words(atlas):
    return atlas.page.locator(".pa-filter-words")


def test_a_planner_asks_for_any_or_all_of_two_sectors(atlas):
    atlas.open("?sector=ai&sector=fintech")
    expect(words(atlas)).to_contain_text("人工智能或金融科技")
    atlas.page.get_by_role("radio", name="全部").check()
    expect(words(atlas)).to_contain_text("人工智能且金融科技")
    atlas.expect_count(2)
    expect(atlas.count_of("产业", "金融科技")).to_have_text("2")
    expect(atlas.page).to_have_url(re.compile("match=all"))
    atlas.page.get_by_role("radio", name="任一").check()
    expect(words(atlas)).to_contain_text("人工智能或金融科技")
    expect(atlas.page).not_to_have_url(re.compile("match"))


def test_zones_and_documents_are_chosen_by_their_counts(atlas):
    atlas.open("?district=nanshan")
    atlas.open_list("片区")
    expect(atlas.count_of("片区", ZONE)).to_have_text("2")
    expect(atlas.count_of("片区", "莲塘片区")).to_have_text("0")
    atlas.choose("片区", ZONE)
    atlas.expect_count(2)
    atlas.chip(ZONE).click()
    atlas.expect_count(9)
    atlas.open_list("规划依据")
    counted = atlas.count_of("规划依据", PLAN)
    expect(counted).to_have_text(re.compile(r"^[1-9]$"))
    count = int(counted.text_content())
    atlas.choose("规划依据", PLAN)
    atlas.expect_count(count)
    expect(words(atlas)).to_contain_text(f"《{PLAN}》")


def test_a_long_list_is_looked_through_by_initials(atlas):
    atlas.open()
    atlas.open_list("片区")
    group = atlas.page.get_by_role("group", name="片区")
    group.get_by_role("searchbox").fill("lxd")
    expect(group.get_by_role("checkbox")).to_have_count(1)
    atlas.option("片区", ZONE).check()
    atlas.expect_count(2)


def test_what_no_list_holds_is_a_chip_that_can_be_taken_away(atlas):
    circle = "within=circle:113.95,22.55,20000"
    atlas.open(f"?bbox=113.8,22.4,114.1,22.7&{circle}&policy=走廊&q=园")
    for text in ("框选范围", "圆 20,000 米", "依据含“走廊”", "含“园”"):
        expect(atlas.chip(text).first).to_be_visible()
    for text in ("框选范围", "圆 20,000 米", "依据含“走廊”"):
        atlas.chip(text).click()
        expect(atlas.chip(text)).to_have_count(0)
    expect(atlas.page).not_to_have_url(re.compile("bbox|within|policy"))
    expect(atlas.page).to_have_url(re.compile("q="))
    atlas.page.get_by_role("button", name="清除筛选").first.click()
    atlas.expect_count(59)
    expect(words(atlas)).to_have_count(0)


def test_who_takes_the_last_choice_away_by_keys_stays_among_the_lists(atlas, page):
    atlas.open("?district=nanshan")
    atlas.chip("南山").focus()
    page.keyboard.press("Enter")
    atlas.expect_count(59)
    title = page.get_by_role("group", name="辖区").locator(".title")
    expect(title).to_be_focused()


def test_one_click_clears_one_list_and_leaves_the_others(atlas):
    atlas.open("?district=nanshan&district=futian&sector=internet")
    group = atlas.page.get_by_role("group", name="辖区")
    expect(group.locator(".title")).to_have_attribute("data-chosen", "2")
    group.get_by_role("button", name="清除").click()
    expect(atlas.page).not_to_have_url(re.compile("district"))
    expect(atlas.page).to_have_url(re.compile("sector=internet"))


def test_going_back_brings_the_filter_before_again(atlas):
    atlas.open()
    atlas.choose("辖区", "南山")
    atlas.expect_count(9)
    expect(atlas.page).to_have_url(re.compile("district=nanshan"))
    atlas.choose("辖区", "福田")
    atlas.expect_count(16)
    expect(atlas.page).to_have_url(re.compile("district=futian"))
    atlas.page.go_back()
    atlas.expect_count(9)
    expect(atlas.option("辖区", "南山")).to_be_checked()
    expect(atlas.option("辖区", "福田")).not_to_be_checked()
    atlas.page.go_forward()
    atlas.expect_count(16)


def test_the_filter_speaks_english(atlas, heard):
    atlas.open("?lang=en&district=nanshan&sector=internet&role=focus")
    expect(words(atlas)).to_contain_text("Nanshan · Internet as focus ·")
    expect(atlas.page.get_by_role("radio", name="All")).to_be_visible()
    expect(atlas.page.get_by_role("button", name="Take Nanshan away")).to_be_visible()
    assert heard["errors"] == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?district=yantian&sector=astrology", "产业 “astrology”"),
        (
            "?district=yantian&zone=" + "x" * 15_000 + "&within=circle:0,0,1e9",
            "片区 “xxxxxxxxxxxxxxxxxxxxxxxx…”",
        ),
        ("?district=yantian" + "&id=z" * 900, "另有 897 项"),
        # Above 64 kB the server refuses what does not arrive in one piece.
        ("?" + "&id=z" * 12_000 + "&district=yantian", "其中 11,002 项未予采用"),
        ("?district=yantian&zone=<img src=x onerror=alert(1)>", "<img src=x onerror"),
    ],
)
def test_an_absurd_link_is_one_quiet_line_and_the_rest_is_honoured(
    atlas, heard, query, said
):
    atlas.open(query)
    atlas.expect_count(4)
    expect(atlas.page.locator(".pa-quiet-line")).to_have_count(1)
    expect(atlas.page.locator(".pa-quiet-line")).to_contain_text(said)
    expect(atlas.page).to_have_url(re.compile(r"\?district=yantian"))
    assert heard["errors"] == []


def test_a_finger_chooses_a_zone_on_a_phone(phone_page, app_url):
    phone = AtlasPage(phone_page, app_url).open()
    phone.page.get_by_test_id("stExpandSidebarButton").tap()
    phone.page.get_by_role("group", name="片区").locator(".title").tap()
    phone.option("片区", ZONE).check()
    phone.expect_count(2)
    expect(phone.chip(ZONE)).to_be_visible()

"""Chinese and English on every page; changing the language changes nothing else."""

import re

import pytest
from atlas import AtlasPage
from playwright.sync_api import expect

CHINESE = re.compile(r"[一-鿿]")
PARK = "九龙山智能科技城"


def switch(page, name):
    page.get_by_test_id("stSidebar").get_by_text(name, exact=True).click()


def test_a_planner_changes_the_language_and_loses_nothing(page, app_url, heard):
    atlas = AtlasPage(page, app_url).open("?district=longhua&district=nanshan")
    atlas.expect_count(10)
    atlas.click_park(PARK)
    expect(atlas.panel.locator("h2")).to_have_text(PARK)
    atlas.run_in_map("(a) => { a.map.setView([22.6, 114.0], 12, {animate: false}); }")
    expect(page).to_have_url(re.compile(r"[?&]at=114"))
    view = atlas.view()
    main = page.get_by_test_id("stMain")
    main.evaluate("(it) => it.scrollTo(0, 40)")
    switch(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(atlas.map.locator("html")).to_have_attribute("lang", "en")
    expect(atlas.panel).to_contain_text("Industry direction")
    expect(atlas.panel.locator("h2").first).to_have_text(PARK)
    atlas.expect_count(10)
    assert atlas.view() == pytest.approx(view)
    assert main.evaluate("(it) => it.scrollTop") == 40
    assert heard["map_loads"] == 1
    for kept in ("lang=en", "district=longhua", "district=nanshan", "park=", "at=114"):
        expect(page).to_have_url(re.compile(kept))
    switch(page, "中文")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    atlas.expect_count(10)
    expect(page).not_to_have_url(re.compile("lang="))


def test_the_english_map_names_districts_as_the_city_does(page, app_url):
    atlas = AtlasPage(page, app_url).open("?lang=en")
    names = atlas.map.locator(".district-name")
    expect(names.filter(has_text="Bao'an")).to_have_count(1)
    expect(names.filter(has_text="Dapeng New District")).to_have_count(1)
    expect(
        names.filter(has_text="Shenzhen-Shanwei Special Cooperation Zone")
    ).to_have_count(1)


def test_english_lists_and_legend_hold_no_chinese(page, app_url):
    atlas = AtlasPage(page, app_url).open("?lang=en")
    expect(page.get_by_role("group", name="District")).to_be_visible()
    for words in (
        atlas.map.locator(".legend").inner_text(),
        atlas.map.locator(".leaflet-control-attribution").inner_text(),
        page.get_by_role("group", name="District").inner_text(),
        page.get_by_role("group", name="Sector").inner_text(),
        atlas.counts.inner_text(),
    ):
        assert not CHINESE.search(words)


@pytest.mark.parametrize(
    ("language", "button", "skip"),
    [("zh", "选择文件", "跳到正文"), ("en", "Choose a file", "Skip to the page")],
)
def test_streamlits_own_words_are_said_too(page, app_url, language, button, skip):
    page.goto(f"{app_url}/import?lang={language}")
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()
    expect_words_after(page, "[data-testid=stFileUploaderDropzone] button p", button)
    link = page.get_by_test_id("stSkipToContent")
    expect(link).to_have_css("font-size", "0px")
    expect_words_after(page, "[data-testid=stSkipToContent]", skip)


def expect_words_after(page, element, words):
    """Wait until words of ours stand behind an element, as its style adds them."""
    page.wait_for_function(
        "([element, words]) => { const it = document.querySelector(element);"
        " return it && getComputedStyle(it, '::after').content.includes(words); }",
        arg=[element, words],
    )

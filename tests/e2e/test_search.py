"""Planners who look for something by typing, with the embedded table."""

import re

import pytest
from atlas import AtlasPage, expect_within, wait_for_answer, wait_until_drawn
from playwright.sync_api import expect
from visitors import PHONE


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


@pytest.fixture
def phone(phone_page, app_url):
    return AtlasPage(phone_page, app_url)


def hold_answers(page):
    """Let the search answer nothing until told; give what was asked, as it comes."""
    held = []

    def hold(route):
        held.append(route)

    page.route("**/search?**", hold)
    return held


def expect_in_view(atlas, name):
    """Wait until a park's symbol is on the map, with the streets around it."""
    atlas.wait_in_map(
        "(a, name) => a.selected && a.selected.park.name === name"
        " && a.map.getBounds().contains(a.selected.getLatLng())"
        " && a.map.getZoom() >= 14",
        name,
    )


def test_a_planner_types_initials_and_enter_flies_to_the_park(atlas, heard):
    atlas.open()
    atlas.search_box.press_sequentially("szwkjsty")
    expect(atlas.suggestions.first).to_contain_text("深圳湾科技生态园")
    atlas.search_box.press("Enter")
    expect(atlas.panel.locator("h2")).to_have_text("深圳湾科技生态园")
    expect_in_view(atlas, "深圳湾科技生态园")
    # A park was looked for, nothing was filtered away.
    atlas.expect_count(59)
    expect(atlas.page).to_have_url(re.compile("park=shen-zhen-wan-ke-ji-sheng"))
    assert heard["map_loads"] == 1
    assert heard["errors"] == []


def test_a_planner_finds_a_park_on_the_phone(phone):
    phone.open()
    phone.search_box.tap()
    phone.search_box.press_sequentially("shekou")
    option = phone.page.get_by_role("option", name="蛇口网谷").first
    expect(option.locator("mark")).to_have_text("蛇口")
    box = option.bounding_box()
    assert box["height"] >= 44
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["viewport"]["width"]
    option.tap()
    expect(phone.panel.locator("h2")).to_have_text("蛇口网谷")
    expect_in_view(phone, "蛇口网谷")
    expect_within(phone.page, 390)


def test_english_staff_find_a_district_by_its_english_name(atlas):
    atlas.open("?lang=en")
    atlas.search_box.fill("Nanshan")
    group = atlas.page.get_by_role("group", name="District")
    option = group.get_by_role("option", name="Nanshan")
    expect(option).to_contain_text("9 parks")
    option.click()
    atlas.expect_count(9)
    expect(atlas.option("District", "Nanshan")).to_be_checked()
    # Chosen once more it stays: who looks for a district does not want it gone.
    atlas.search_box.fill("Nanshan")
    group.get_by_role("option", name="Nanshan").click()
    expect(atlas.search_box).to_have_value("")
    wait_for_answer(atlas.page)
    atlas.expect_count(9)


def test_the_keyboard_alone_is_enough(atlas, page):
    atlas.open()
    page.keyboard.press("Control+k")
    expect(atlas.search_box).to_be_focused()
    page.keyboard.type("guangming")
    expect(page.get_by_role("option", name="“guangming”")).to_be_visible()
    expect(atlas.search_box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(atlas.search_box).to_have_attribute(
        "aria-activedescendant", chosen.get_attribute("id")
    )
    expect(chosen).to_contain_text("光明云谷")
    page.keyboard.press("Enter")
    expect(atlas.panel.locator("h2")).to_have_text("光明云谷")


def test_keys_quicker_than_the_answer_act_in_the_list_it_brings(atlas, page):
    atlas.open()
    atlas.search_box.focus()
    page.keyboard.type("guang")
    expect(page.get_by_role("option", name="“guang”")).to_be_visible()
    held = hold_answers(page)
    page.keyboard.type("ming")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    with page.expect_request("**/search?**q=guangming"):
        page.keyboard.press("Enter")
    # Nothing of the list that stood there was taken meanwhile.
    expect(page.get_by_role("option", name="“guang”")).to_be_visible()
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    held[-1].continue_()
    expect(atlas.panel.locator("h2")).to_have_text("光明云谷")
    atlas.expect_count(59)


def test_an_answer_opens_no_list_behind_one_who_went_on(atlas, page):
    atlas.open()
    held = hold_answers(page)
    with page.expect_request("**/search?**"):
        atlas.search_box.fill("guangming")
    page.keyboard.press("Tab")
    expect(atlas.search_box).not_to_be_focused()
    held[0].continue_()
    status = page.get_by_role("search").get_by_role("status")
    expect(status).to_contain_text(re.compile(r"[1-9]"))
    expect(page.get_by_role("listbox")).to_be_hidden()
    atlas.search_box.focus()
    expect(atlas.suggestions.first).to_be_visible()


def test_escape_closes_the_list_and_then_empties_the_box(atlas, page):
    atlas.open()
    page.keyboard.press("/")
    expect(atlas.search_box).to_be_focused()
    expect(atlas.search_box).to_have_value("")
    page.keyboard.type("ai")
    # Not the list of the first letter alone: the next would open it again.
    expect(page.get_by_role("option", name="“ai”")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(atlas.search_box).to_have_value("ai")
    page.keyboard.press("Escape")
    expect(atlas.search_box).to_have_value("")


def test_a_typing_error_leads_to_the_nearest(atlas, page):
    atlas.open()
    atlas.search_box.fill("深圳弯科技生态园")
    state = page.get_by_role("search").locator(".state")
    expect(state).to_have_text("没有找到“深圳弯科技生态园”；最接近的是：")
    expect(state).to_be_visible()
    expect(atlas.suggestions.first).to_contain_text("深圳湾科技生态园")
    expect(atlas.suggestions.first).to_contain_text("最接近")
    # Enter empties no map: the nearest stay to be chosen from.
    atlas.search_box.press("Enter")
    expect(atlas.search_box).to_have_value("深圳弯科技生态园")
    atlas.suggestions.first.click()
    expect(atlas.panel.locator("h2")).to_have_text("深圳湾科技生态园")
    atlas.expect_count(59)


@pytest.mark.parametrize(
    ("typed", "parks", "option"),
    [
        ("南山", 9, "district=nanshan"),
        ("罗湖区", 6, "district=luohu"),
        ("互联网", 20, "sector=internet"),
        ("gmkxc", 3, "zone="),
    ],
)
def test_enter_on_a_whole_name_takes_what_is_called_so(
    atlas, page, typed, parks, option
):
    atlas.open()
    atlas.search_box.fill(typed)
    atlas.search_box.press("Enter")
    atlas.expect_count(parks)
    expect(page).to_have_url(re.compile(option))
    expect(page.get_by_role("search").locator(".chip")).to_have_count(0)


def test_signs_in_a_query_are_shown_as_they_were_typed(atlas, page):
    atlas.open("?q=A%24%26B%24%24")
    search = page.get_by_role("search")
    expect(search.get_by_text("包含“A$&B$$”", exact=True)).to_be_visible()


def test_traditional_characters_find_a_park(atlas):
    atlas.open()
    atlas.search_box.fill("鵬城實驗室")
    atlas.search_box.press("Enter")
    expect(atlas.panel.locator("h2")).to_have_text("鹏城实验室")


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "没有找到“qqqqqq”。"), ("en", "Nothing is called “qqqqqq”.")],
)
def test_nothing_found_is_said(atlas, page, language, words):
    atlas.open(f"?lang={language}")
    atlas.search_box.fill("qqqqqq")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(words)
    atlas.search_box.press("Enter")
    # What is chosen empties the box.
    expect(atlas.search_box).to_have_value("qqqqqq")
    atlas.expect_count(59)


def test_a_coordinate_takes_the_map_there(atlas):
    atlas.open()
    atlas.search_box.fill("113.9400, 22.5300")
    expect(atlas.suggestions.first).to_contain_text("最近的园区")
    atlas.search_box.press("Enter")
    atlas.wait_in_map(
        "(a) => a.map.getCenter().distanceTo([22.53, 113.94]) < 200"
        " && a.map.getZoom() >= 13"
    )
    atlas.expect_count(59)
    expect(atlas.page.locator(".nearest .rows li").first).to_be_visible()
    expect(atlas.page).to_have_url(re.compile("near=113.94"))


def test_an_address_lists_the_parks_near_it(atlas):
    atlas.open()
    atlas.search_box.fill("深圳市南山区留仙洞片区")
    atlas.suggestions.filter(has_text="最近的园区").click()
    expect(atlas.page.locator(".nearest .said")).to_contain_text("留仙洞")
    expect(atlas.page.locator(".nearest .rows li").first).to_be_visible()


def test_swapped_coordinates_are_a_sentence(atlas, page):
    atlas.open()
    atlas.search_box.fill("22.53, 113.94")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("写反")


def test_a_policy_becomes_part_of_the_filter(atlas):
    atlas.open()
    atlas.search_box.fill("innovation corridor")
    atlas.suggestions.first.click()
    # The rows of 笋岗—清水河 and of 大运新城 rest on it.
    atlas.expect_count(5)
    expect(atlas.page).to_have_url(re.compile("policy="))


def test_a_zone_becomes_part_of_the_filter_and_is_flown_to(atlas):
    atlas.open()
    atlas.search_box.fill("lxdpq")
    atlas.search_box.press("Enter")
    atlas.expect_count(2)
    atlas.wait_in_map("(a) => a.map.getZoom() >= 12 && a.countOutside() === 0")


def test_text_filters_and_stands_below_the_box_until_taken_away(atlas, page):
    atlas.open()
    atlas.search_box.fill("产业园")
    atlas.search_box.press("Enter")
    atlas.expect_count(13)
    expect(atlas.search_box).to_have_value("")
    search = page.get_by_role("search")
    expect(search.get_by_text("包含“产业园”", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("q="))
    search.get_by_role("button", name="从筛选中去掉这段文字").click()
    atlas.expect_count(59)
    expect(search.get_by_text("包含“产业园”", exact=True)).to_be_hidden()


def test_the_query_of_a_link_stands_below_the_box(atlas, page):
    atlas.open("?q=szwkjsty&lang=en")
    atlas.expect_count(1)
    search = page.get_by_role("search")
    expect(search.get_by_text("contains “szwkjsty”", exact=True)).to_be_visible()


def test_a_park_that_the_filter_leaves_out_is_named(atlas, page):
    atlas.open("?district=luohu")
    atlas.search_box.fill("蛇口网谷")
    atlas.search_box.press("Enter")
    expect(page.get_by_text("蛇口网谷 不在筛选结果中")).to_be_visible()
    page.get_by_role("search").get_by_role("button", name="清除筛选").click()
    atlas.expect_count(59)
    expect(page.get_by_text("不在筛选结果中")).to_be_hidden()


def test_a_late_answer_never_replaces_what_was_asked_last(atlas, page):
    atlas.open()
    held = []

    def hold_the_first(route):
        if "q=luohu" in route.request.url:
            held.append(route)
        else:
            route.continue_()

    page.route("**/search?**", hold_the_first)
    with page.expect_request("**/search?**q=luohu*"):
        atlas.search_box.fill("luohu")
    atlas.search_box.fill("yantian")
    expect(atlas.suggestions.first).to_contain_text("盐田")
    for route in held:
        route.fulfill(json={"suggestions": [], "count": 6, "note": "旧"})
    expect(atlas.suggestions.first).to_contain_text("盐田")
    expect(page.get_by_text("旧", exact=True)).to_have_count(0)


def test_typing_runs_no_page(atlas, page):
    sent = []

    def note(frame):
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    atlas.open()
    # Parts of the page tell of themselves once they stand there.
    expect(page.locator(".parks tbody tr")).to_have_count(59)
    expect(atlas.option("辖区", "南山")).to_be_visible()
    wait_until_drawn(page)
    sent.clear()
    atlas.search_box.press_sequentially("nanshanzhi")
    expect(atlas.suggestions.first).to_contain_text("南山智园")
    assert sent == []


def test_nothing_is_asked_while_an_input_method_composes(atlas, page):
    atlas.open()
    asked = []
    page.on("request", lambda r: asked.append(r.url) if "/search?" in r.url else None)
    atlas.search_box.focus()
    client = page.context.new_cdp_session(page)
    for part in ("s", "sh", "she kou"):
        client.send(
            "Input.imeSetComposition",
            {"text": part, "selectionStart": len(part), "selectionEnd": len(part)},
        )
    expect(atlas.search_box).to_have_value("she kou")
    client.send("Input.insertText", {"text": "蛇口"})
    expect(atlas.suggestions.first).to_contain_text("蛇口网谷")
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "搜索没有应答"), ("en", "The search gets no answer")],
)
def test_a_server_that_is_gone_is_one_line(atlas, page, language, words):
    atlas.open(f"?lang={language}")
    page.route("**/search?**", lambda route: route.abort())
    atlas.search_box.fill("南山")
    search = page.get_by_role("search")
    expect(search.locator(".state")).to_contain_text(words)
    expect(search.get_by_role("status")).to_contain_text(words)
    expect(atlas.suggestions).to_have_count(0)
    page.unroute("**/search?**")
    atlas.search_box.fill("南山智")
    expect(atlas.suggestions.first).to_contain_text("南山智园")
    expect(search.locator(".state")).to_be_hidden()
    expect(search.get_by_role("status")).to_contain_text(re.compile(r"[1-9]"))


def test_a_hundred_thousand_characters_are_cut_and_answered(atlas):
    atlas.open()
    atlas.search_box.fill("园" * 100_000)
    expect(atlas.suggestions.last).to_contain_text("0 个园区")

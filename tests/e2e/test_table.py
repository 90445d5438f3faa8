"""The table of the map page: the map of those who cannot see one, and of print."""

import re

import pytest
from atlas import AtlasPage, expect_within, wait_until_drawn
from conftest import serve
from playwright.sync_api import expect

MANY = 1_201
COLUMNS = ["序号", "园区", "辖区", "片区", "位置精度", "主攻产业", "提及"]


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


@pytest.fixture(scope="module")
def large_url(tmp_path_factory):
    """The app with a table of more parks than one page of the table holds."""
    folder = tmp_path_factory.mktemp("large")
    path = folder / "large.csv"
    rows = [
        f"{n},南山,片区{n % 40},园{n},软件,{113.9 + n / 1e5:.6f},{22.5 + n / 1e5:.6f}"
        for n in range(1, MANY + 1)
    ]
    heading = "序号,辖区,片区,园区名称,产业方向,经度,纬度"
    path.write_text("\n".join([heading, *rows]), encoding="utf-8")
    with serve(folder / "server.log", TABLE=path) as url:
        yield url


@pytest.fixture
def large(page, large_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, large_url)


def rows_of(page):
    return page.locator(".parks tbody tr")


def names_of(page):
    return page.locator(".parks tbody .park")


def name(page, park):
    """The park's name in the table: what is pressed to select it."""
    return page.get_by_role("table").get_by_role("button", name=park, exact=True)


def sort_by(page, heading):
    page.get_by_role("columnheader", name=heading).get_by_role("button").click()


def test_a_screen_reader_hears_a_table_with_headings(atlas, page):
    atlas.open("?district=yantian")
    table = page.get_by_role("table", name=re.compile("当前显示的 4 个园区"))
    expect(table).to_be_visible()
    headings = table.get_by_role("columnheader")
    expect(headings).to_have_text(COLUMNS)
    expect(headings.first).to_have_attribute("aria-sort", "none")
    expect(table.get_by_role("rowheader")).to_have_count(4)
    expect(page.get_by_role("region", name="园区表")).to_be_visible()
    heard = table.aria_snapshot()
    assert 'rowheader "大百汇高新科技园"' in heard
    assert 'columnheader "园区"' in heard, "the sorting sign is not read out"


def test_the_table_and_the_map_show_the_same(atlas, page):
    atlas.open("?district=luohu")
    atlas.expect_count(6)
    expect(names_of(page)).to_have_text(atlas.shown_names())


def test_a_name_pressed_selects_the_park_and_lets_it_go(atlas, page):
    atlas.open("?district=nanshan")
    atlas.expect_count(9)
    name(page, "鹏城实验室").click()
    expect(atlas.panel.locator("h2")).to_have_text("鹏城实验室")
    atlas.wait_in_map("(a) => a.selected && a.selected.park.name === '鹏城实验室'")
    expect(name(page, "鹏城实验室")).to_have_attribute("aria-pressed", "true")
    name(page, "鹏城实验室").click()
    expect(atlas.panel.locator("h2")).not_to_have_text("鹏城实验室")
    atlas.wait_in_map("(a) => !a.selected")
    expect(page.locator(".parks [aria-current]")).to_have_count(0)


def test_a_park_clicked_on_the_map_is_marked_in_the_table(atlas, page):
    atlas.open("?district=longhua")
    atlas.expect_count(1)
    atlas.click_park("九龙山智能科技城")
    row = page.locator(".parks tbody tr[aria-current=true]")
    expect(row).to_contain_text("九龙山智能科技城")


def test_the_park_of_a_link_is_scrolled_to(atlas, page):
    atlas.open("?park=she-kou-wang-gu")
    expect(name(page, "蛇口网谷")).to_have_attribute("aria-pressed", "true")
    wait_until_drawn(page)
    row = page.locator(".parks tbody tr[aria-current=true]")
    ends = "(it) => { const { top, bottom } = it.getBoundingClientRect();"
    box, found = row.evaluate(
        ends + " const box = it.closest('.box').getBoundingClientRect();"
        " return [[box.top, box.bottom], [top, bottom]]; }"
    )
    assert box[0] < found[0] < found[1] < box[1]
    assert page.evaluate("document.scrollingElement.scrollTop") == 0


def test_the_keyboard_reaches_every_row(atlas, page):
    atlas.open("?district=luohu")
    atlas.expect_count(6)
    sort = page.get_by_role("columnheader", name="提及").get_by_role("button")
    sort.focus()
    page.keyboard.press("Tab")
    names = names_of(page)
    expect(names.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(names.nth(2)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(names.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(atlas.panel.locator("h2")).to_have_text(names.nth(1).inner_text())
    expect(names.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(names.nth(5)).to_be_focused()


def test_columns_sort_by_pinyin_and_by_number_and_back(atlas, page):
    atlas.open()
    atlas.expect_count(59)
    expect(rows_of(page)).to_have_count(59)
    as_given = names_of(page).all_inner_texts()
    districts = page.locator(".parks tbody .district")
    sort_by(page, "辖区")
    by_pinyin = ["宝安", "福田", "光明", "龙岗", "龙华", "罗湖", "南山", "坪山", "深汕"]
    expect(districts.first).to_have_text("宝安")
    heading = page.get_by_role("columnheader", name="辖区")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    said = list(dict.fromkeys(districts.all_inner_texts()))
    assert said == [*by_pinyin, "盐田"]
    sort_by(page, "辖区")
    expect(districts.first).to_have_text("盐田")
    expect(heading).to_have_attribute("aria-sort", "descending")
    sort_by(page, "辖区")
    expect(heading).to_have_attribute("aria-sort", "none")
    expect(names_of(page)).to_have_text(as_given)
    sort_by(page, "序号")
    sort_by(page, "序号")
    number = page.get_by_role("columnheader", name="序号")
    expect(number).to_have_attribute("aria-sort", "descending")
    numbers = [int(text) for text in page.locator("tbody .seq").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 9 > numbers[-1]


def test_what_is_blank_stands_last_either_way(atlas, page):
    atlas.open()
    atlas.expect_count(59)
    expect(rows_of(page)).to_have_count(59)
    mentioned = page.locator(".parks tbody .mentioned")
    heading = page.get_by_role("columnheader", name="提及")
    for order in ("ascending", "descending"):
        sort_by(page, "提及")
        expect(heading).to_have_attribute("aria-sort", order)
        texts = mentioned.all_inner_texts()
        filled = [text for text in texts if text]
        assert filled
        assert texts == filled + [""] * (len(texts) - len(filled))


def test_another_language_keeps_order_and_selection(atlas, page, heard):
    atlas.open("?district=nanshan&park=she-kou-wang-gu")
    atlas.expect_count(9)
    expect(rows_of(page)).to_have_count(9)
    sort_by(page, "园区")
    heading = page.get_by_role("columnheader", name="园区", exact=True)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    before = names_of(page).all_inner_texts()
    page.get_by_role("radio", name="English").click()
    table = page.get_by_role("table", name=re.compile("Parks shown: 9"))
    expect(table.get_by_role("columnheader").nth(1)).to_have_text("Park")
    expect(page.locator("tbody .district").first).to_have_text("Nanshan")
    expect(names_of(page)).to_have_text(before)
    heading = table.get_by_role("columnheader", name="Park", exact=True)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(name(page, "蛇口网谷")).to_have_attribute("aria-pressed", "true")
    assert not re.search(r"[一-鿿]", table.locator("thead").inner_text())
    assert heard["errors"] == []


def test_an_emptied_filter_empties_the_table_and_comes_back(atlas, page):
    atlas.open("?sector=ai")
    atlas.expect_count(25)
    atlas.choose("辖区", "南山")
    atlas.expect_count(0)
    expect(page.locator(".parks")).to_be_hidden()
    expect(page.get_by_test_id("stAlert")).to_contain_text("没有符合条件的园区")
    page.get_by_role("button", name="清除筛选").click()
    atlas.expect_count(59)
    expect(rows_of(page)).to_have_count(59)


def test_rows_that_do_not_come_can_be_asked_for_again(atlas, page):
    page.route("**/rows?*", lambda route: route.abort())
    atlas.open("?district=yantian")
    state = page.locator(".parks .state")
    expect(state).to_contain_text("表格未能载入")
    expect(page.get_by_role("table")).to_have_count(0)
    page.unroute("**/rows?*")
    page.get_by_role("button", name="重试").click()
    expect(rows_of(page)).to_have_count(4)
    expect(state).to_be_hidden()


def test_a_long_table_is_turned_page_by_page(large, page):
    large.open()
    large.expect_count(MANY)
    expect(rows_of(page)).to_have_count(100)
    pager = page.get_by_role("navigation", name="表格翻页")
    expect(pager).to_contain_text("第 1–100 行，共 1,201 行")
    expect(pager.get_by_role("button", name="上一页")).to_be_disabled()
    pager.get_by_role("button", name="末页").click()
    expect(names_of(page)).to_have_text(["园1201"])
    expect(pager.get_by_role("button", name="下一页")).to_be_disabled()
    pager.get_by_role("button", name="上一页").click()
    expect(names_of(page).first).to_have_text("园1101")


def test_the_page_follows_the_park_and_the_filter(large, page):
    large.open("?park=yuan-1100")
    expect(name(page, "园1100")).to_have_attribute("aria-pressed", "true")
    pager = page.get_by_role("navigation", name="表格翻页")
    expect(pager).to_contain_text("第 1,001–1,100 行")
    large.search("园70")
    large.expect_count(11)
    expect(pager).to_be_hidden()
    expect(names_of(page).first).to_have_text("园70")


def test_names_with_numbers_sort_as_people_count(large, page):
    large.open()
    large.expect_count(MANY)
    sort_by(page, "园区")
    names = names_of(page)
    expect(names.nth(1)).to_have_text("园2")
    expect(names.nth(9)).to_have_text("园10")


def test_print_has_every_row_under_its_heading(large, page):
    large.open()
    large.expect_count(MANY)
    expect(rows_of(page)).to_have_count(100)
    page.evaluate(
        """() => addEventListener("beforeprint", () => {
            const root = [...document.querySelectorAll("*")]
                .map((node) => node.shadowRoot?.querySelector(".parks"))
                .find(Boolean);
            window.printed = {
                rows: root.querySelectorAll("tbody tr").length,
                head: getComputedStyle(root.querySelector("thead")).display,
            };
        })"""
    )
    page.pdf()
    printed = page.evaluate("window.printed")
    assert printed["rows"] == MANY
    assert printed["head"] == "table-header-group"
    expect(rows_of(page)).to_have_count(100)


def test_a_park_named_like_markup_is_text(page, heard, tmp_path):
    path = tmp_path / "hostile.csv"
    park = "<img src=x onerror=alert(1)>${7*7}园"
    heading = "序号,辖区,片区,园区名称,产业方向"
    path.write_text(f"{heading}\n1,南山,甲片区,{park},软件\n", encoding="utf-8")
    with serve(tmp_path / "server.log", TABLE=path) as url:
        AtlasPage(page, url).open()
        expect(names_of(page)).to_have_text([park])
        assert page.locator(".parks img").count() == 0
    assert not any("alert" in error for error in heard["errors"])


def test_a_corrected_place_is_said_with_its_new_precision(atlas, page):
    atlas.open("?district=yantian&park=hai-peng-gong-ye-yuan")
    row = page.locator(".parks tbody tr[aria-current=true]")
    expect(row.locator(".precision")).to_have_text("片区点")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="更正位置").click()
    page.get_by_label(re.compile("新坐标")).fill("114.2400, 22.5600")
    page.get_by_label(re.compile("新坐标")).press("Enter")
    page.get_by_label(re.compile("理由")).fill("现场核对")
    page.get_by_label(re.compile("理由")).press("Enter")
    page.get_by_role("button", name="确认更正").click()
    expect(row.locator(".precision")).not_to_have_text("片区点")
    assert not [url for url in asked if "/rows?" in url]


@pytest.fixture
def phone(phone_page, app_url):
    return AtlasPage(phone_page, app_url).open()


def test_on_a_phone_names_stay_in_view_while_the_rest_is_moved(phone):
    page = phone.page
    phone.expect_count(59)
    expect(rows_of(page)).to_have_count(59)
    expect_within(page, 390)
    box = page.locator(".parks .box")
    box.scroll_into_view_if_needed()
    box.evaluate("(it) => { it.scrollLeft = 240; }")
    off = box.evaluate(
        "(it) => [it.scrollLeft, it.querySelector('tbody th').getBoundingClientRect().x"
        " - it.getBoundingClientRect().x]"
    )
    assert off[0] > 100
    assert abs(off[1]) < 3
    name(page, "新一代产业园").tap()
    expect(phone.panel.locator("h2")).to_have_text("新一代产业园")
    assert names_of(page).nth(1).bounding_box()["height"] >= 36

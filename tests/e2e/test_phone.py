"""The map page in a hand: 390 by 844 pixels, with a finger."""

import re

import pytest
from atlas import AtlasPage, expect_within, wait_until_drawn
from playwright.sync_api import expect


@pytest.fixture
def phone(phone_page, app_url):
    return AtlasPage(phone_page, app_url).open()


def test_nothing_sticks_out_sideways(phone):
    expect_within(phone.page, 390)
    frame = phone.page.locator("iframe[data-testid=map]").bounding_box()
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 390
    assert frame["height"] > 300


def test_the_legend_waits_to_be_asked_for(phone):
    legend = phone.map.locator(".legend")
    expect(legend.locator(".entries").first).to_be_hidden()
    legend.locator("summary").tap()
    expect(legend.locator(".entries").first).to_be_visible()


def test_the_open_box_of_layers_leaves_the_map_s_buttons_free(phone):
    expect(phone.map.locator(".outside")).to_be_visible()
    phone.map.locator(".switches summary").first.tap()
    is_free = (
        "(a) => { const button = a.map.zoomControl._zoomInButton;"
        " const { left, top, width, height } = button.getBoundingClientRect();"
        " const hit = document.elementFromPoint(left + width / 2, top + height / 2);"
        " return button.contains(hit); }"
    )
    assert phone.run_in_map(is_free)
    expect(phone.map.locator(".outside")).to_be_hidden()
    phone.map.locator(".switches summary").first.tap()
    expect(phone.map.locator(".outside")).to_be_visible()


def test_a_filter_and_a_tap_reach_the_park(phone):
    phone.page.get_by_test_id("stExpandSidebarButton").tap()
    phone.option("辖区", "龙华").check()
    phone.expect_count(1)
    phone.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").tap()
    expect(phone.page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    x, y = phone.park_position("九龙山智能科技城")
    phone.page.touchscreen.tap(x, y)
    expect(phone.panel.locator("h2")).to_have_text("九龙山智能科技城")
    expect(phone.page).to_have_url(re.compile("district=longhua"))


def test_a_park_is_read_in_a_sheet_under_its_place_on_the_map(phone):
    x, y = phone.park_position("九龙山智能科技城")
    phone.page.touchscreen.tap(x, y)
    expect(phone.panel.locator("h2").first).to_have_text("九龙山智能科技城")
    expect(phone.panel.locator("h2").first).to_be_in_viewport()
    phone.page.wait_for_function(
        "() => { const { x, width, bottom } ="
        " document.querySelector('.st-key-panel').getBoundingClientRect();"
        " return x === 0 && width === 390 && Math.abs(bottom - 844) <= 1; }"
    )
    phone.wait_in_map("(a) => a.selected")
    place, room, height = phone.read_still(
        "(a, it, corner) => ["
        " a.map.latLngToContainerPoint(a.selected.getLatLng()).y,"
        " document.querySelector('.st-key-panel').getBoundingClientRect().y - corner.y,"
        " a.map.getSize().y]"
    )
    assert 0 < place < room
    assert height > 200


def test_what_is_tapped_is_large_enough_for_a_finger(phone):
    phone.page.get_by_test_id("stExpandSidebarButton").tap()
    expect(phone.page.get_by_test_id("stSidebar")).to_be_in_viewport()
    group = phone.page.get_by_role("group", name="辖区")
    expect(group.locator("label").first).to_be_visible()
    wait_until_drawn(phone.page)
    sizes = [
        group.locator("label").first.bounding_box()["height"],
        phone.map.locator(".leaflet-control-zoom-in").bounding_box()["height"],
        phone.map.locator(".legend summary").bounding_box()["height"],
        phone.map.locator(".switches summary").bounding_box()["height"],
    ]
    assert min(sizes) >= 44

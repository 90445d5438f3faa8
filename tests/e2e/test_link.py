"""A link is the picture: opened elsewhere it shows the same, back and forward too."""

import re

import pytest
from atlas import AtlasPage, wait_until_drawn
from playwright.sync_api import expect

PLACE = [113.95, 22.55]


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


def expect_view(atlas, lon, lat, zoom):
    """Expect a view as a link holds it, with two digits of the zoom, to a pixel."""
    there = atlas.view()
    assert there[:2] == pytest.approx([lat, lon], abs=1e-3)
    assert there[2] == pytest.approx(zoom, abs=0.006)


def drag_map(atlas):
    x, y = atlas.read_still("(a, it, corner) => [corner.x + 90, corner.y + 230]")
    atlas.page.mouse.move(x, y)
    atlas.page.mouse.down()
    atlas.page.mouse.move(x + 120, y + 60, steps=6)
    atlas.page.mouse.up()


def test_a_moved_map_is_in_the_address_without_a_rerun(atlas):
    atlas.open()
    frames = []

    def note(frame):
        frames.append(frame)

    def listen(socket):
        socket.on("framesent", note)

    atlas.page.on("websocket", listen)
    atlas.page.reload()
    atlas.wait_for_map()
    atlas.expect_count(59)
    # Parts of the page tell of themselves once they stand there.
    expect(atlas.page.locator(".parks tbody tr")).to_have_count(59)
    expect(atlas.option("辖区", "南山")).to_be_visible()
    wait_until_drawn(atlas.page)
    frames.clear()
    drag_map(atlas)
    expect(atlas.page).to_have_url(re.compile(r"at=113\.\d+,22\.\d+,\d+"))
    assert frames == []


def test_a_link_opened_elsewhere_shows_the_same_picture(atlas, context):
    atlas.open("?district=nanshan&lang=en")
    atlas.expect_count(9)
    drag_map(atlas)
    expect(atlas.page).to_have_url(re.compile("at="))
    lat, lon, zoom = atlas.view()
    # The address follows once the map rests.
    atlas.wait_in_map(
        "(a) => new URLSearchParams(parent.location.search).get('at')"
        " === a.readDisplay().at"
    )
    elsewhere = AtlasPage(context.new_page(), atlas.url)
    elsewhere.page.goto(atlas.page.url)
    elsewhere.wait_for_map()
    elsewhere.expect_count(9)
    elsewhere.wait_in_map("(a) => a.isViewKept")
    expect_view(elsewhere, lon, lat, zoom)
    expect(elsewhere.counts).to_contain_text("parks")


def test_back_and_forward_bring_the_filter_back_without_reloading_the_map(atlas, heard):
    atlas.open()
    # Two changes in one breath would be one entry of the history.
    atlas.choose("辖区", "南山")
    atlas.expect_count(9)
    expect(atlas.page).to_have_url(re.compile("district=nanshan"))
    atlas.choose("产业", "互联网")
    atlas.expect_count(6)
    expect(atlas.page).to_have_url(re.compile("sector=internet"))
    atlas.page.go_back()
    atlas.expect_count(9)
    expect(atlas.option("产业", "互联网")).not_to_be_checked()
    atlas.page.go_back()
    atlas.expect_count(59)
    atlas.page.go_forward()
    atlas.expect_count(9)
    expect(atlas.page).to_have_url(re.compile(r"\?district=nanshan$"))
    atlas.page.go_forward()
    atlas.expect_count(6)
    assert heard["map_loads"] == 1


def test_back_takes_a_selection_and_a_language_back(atlas):
    atlas.open()
    atlas.page.get_by_text("English").click()
    # Two changes in one breath would be one entry of the history.
    expect(atlas.page).to_have_url(re.compile("lang=en"))
    atlas.click_park("蛇口网谷")
    expect(atlas.panel).to_contain_text("蛇口网谷")
    expect(atlas.page).to_have_url(re.compile("park=she-kou-wang-gu"))
    atlas.page.go_back()
    expect(atlas.panel).not_to_contain_text("蛇口网谷")
    expect(atlas.counts).to_contain_text("parks")
    atlas.page.go_back()
    expect(atlas.counts).to_contain_text("个园区")


@pytest.mark.parametrize(
    "at", ["1e9,22,3", "x", "113.9,22.5", "113.9,22.5,999", "NaN,1,2"]
)
def test_an_absurd_view_leaves_a_map_with_parks(atlas, heard, at):
    atlas.open(f"?at={at}&district=nanshan")
    atlas.expect_count(9)
    zoom = atlas.view()[2]
    assert 3 <= zoom <= 18
    assert heard["errors"] == []


def test_the_view_outlives_a_visit_to_another_page(atlas):
    atlas.open("?at=113.95,22.55,13")
    atlas.wait_in_map("(a) => a.map.getZoom() === 13")
    atlas.page.get_by_role("link", name="导入表格").click()
    expect(atlas.page.get_by_test_id("stFileUploader").first).to_be_visible()
    atlas.page.get_by_role("link", name="地图", exact=True).click()
    atlas.wait_for_map()
    atlas.wait_in_map("(a) => a.map.getZoom() === 13")
    expect_view(atlas, *PLACE, 13)


def test_one_quiet_line_says_what_of_a_look_is_unknown_and_the_rest_is_drawn(
    atlas, heard
):
    atlas.open("?layers=parks,moon&colour=taste&shade=count&at=0,0,99&district=nanshan")
    atlas.expect_count(9)
    line = atlas.page.locator(".pa-quiet-line")
    expect(line).to_contain_text("moon")
    expect(line).to_contain_text("taste")
    expect(line).to_contain_text("0,0,99")
    atlas.wait_in_map(
        "(a) => a.shade === 'count' && a.isOn('parks') && !a.isOn('zones')"
    )
    expect(atlas.page).to_have_url(re.compile(r"layers=parks&shade=count"))
    assert heard["errors"] == []

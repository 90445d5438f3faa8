"""A planner who works all day: forty changes of the filter leave nothing behind."""

from itertools import cycle, islice

import pytest
from atlas import AtlasPage
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

TURN = [("南山", 9), ("福田", 16), ("南山", 7), ("福田", 59)]
WARM, CHANGES = 12, 40


@pytest.fixture
def atlas(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    return AtlasPage(page, app_url)


@pytest.fixture
def letters(page):
    """Every message of the server's, as bytes, in the order they come."""
    kept = []

    def listen(socket):
        # Playwright marks what it is given, which a method of a list cannot bear.
        socket.on("framereceived", lambda letter: kept.append(letter))  # noqa: PLW0108

    page.on("websocket", listen)
    return kept


def is_for(letter, name):
    element = ForwardMsg.FromString(letter).delta.new_element
    return element.bidi_component.component_name == name


def count_alive(page, session):
    """Count what stays alive in the page and its frames, after collecting garbage."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    counted = []
    for _ in range(5):
        # What React still holds of the last drawing it lets go a little later.
        page.wait_for_timeout(300)
        session.send("HeapProfiler.collectGarbage")
        counters = session.send("Memory.getDOMCounters")
        counted.append((counters["nodes"], counters["jsEventListeners"]))
    nodes, listeners = zip(*counted, strict=True)
    return min(nodes), min(listeners)


def change(atlas, turns):
    for district, parks in turns:
        atlas.choose("辖区", district)
        atlas.expect_count(parks)


def test_forty_changes_leave_no_nodes_and_no_listeners(atlas, page):
    atlas.open().expect_count(59)
    session = page.context.new_cdp_session(page)
    change(atlas, islice(cycle(TURN), WARM))
    nodes, listeners = count_alive(page, session)
    change(atlas, islice(cycle(TURN), CHANGES - WARM))
    nodes_after, listeners_after = count_alive(page, session)
    # Fewer than one a change: a handful is the browser's own to and fro.
    assert listeners_after - listeners < (CHANGES - WARM) / 2
    assert nodes_after - nodes < CHANGES - WARM


def test_a_change_says_which_parks_to_show_and_no_park(atlas, letters):
    atlas.open().expect_count(59)
    atlas.choose("辖区", "罗湖")
    atlas.expect_count(6)
    letters.clear()
    atlas.choose("辖区", "盐田")
    atlas.expect_count(10)
    atlas.page.wait_for_function(
        "document.querySelector('[data-testid=stApp]').dataset.testScriptState"
        " === 'notRunning'"
    )
    told = [letter for letter in letters if is_for(letter, "parkatlas_map")]
    assert len(told) == 1
    assert len(told[0]) <= 2000 + 0.2 * 59
    # The table hears of it from the map's part, and the parks' words do not travel.
    assert not any(is_for(letter, "parkatlas_table") for letter in letters)
    assert not any("大百汇".encode() in letter for letter in letters)

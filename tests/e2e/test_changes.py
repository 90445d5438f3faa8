"""A planner who works all day: forty changes of the filter leave nothing behind."""

from itertools import cycle, islice

import pytest
from atlas import AtlasPage, wait_for_answer
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

TURN = [("南山", 9), ("福田", 16), ("南山", 7), ("福田", 59)]
WARM, CHANGES = 12, 40
LOOKS = 10
"""So often in a row nothing more was let go: then what is left stays."""


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
    wait_for_answer(page)
    least, looks = {}, 0
    # What React still holds of the last drawing it lets go a little later.
    while looks < LOOKS:
        page.evaluate("() => new Promise((done) => requestIdleCallback(() => done()))")
        session.send("HeapProfiler.collectGarbage")
        counted = session.send("Memory.getDOMCounters")
        now = {
            name: min(count, least.get(name, count)) for name, count in counted.items()
        }
        looks = looks + 1 if now == least else 0
        least = now
    return least["nodes"], least["jsEventListeners"]


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
    wait_for_answer(atlas.page)
    letters.clear()
    atlas.choose("辖区", "盐田")
    atlas.expect_count(10)
    wait_for_answer(atlas.page)
    told = [letter for letter in letters if is_for(letter, "parkatlas_map")]
    assert len(told) == 1
    assert len(told[0]) <= 2000 + 0.2 * 59
    # The table hears of it from the map's part, and the parks' words do not travel.
    assert not any(is_for(letter, "parkatlas_table") for letter in letters)
    assert not any("大百汇".encode() in letter for letter in letters)

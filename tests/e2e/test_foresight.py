"""A choice shows on the map at once; what the page then says of it stands."""

import pytest
from atlas import AtlasPage, wait_for_answer
from playwright.sync_api import expect


class Line:
    """The page's connection to its server, which can be made to wait."""

    def __init__(self, page):
        self.waiting = None
        page.route_web_socket("**/_stcore/stream", self._join)

    def _join(self, socket):
        self.socket = socket
        server = socket.connect_to_server()
        server.on_message(self._pass)

    def _pass(self, letter):
        if self.waiting is None:
            self.socket.send(letter)
        else:
            self.waiting.append(letter)

    def hold(self):
        self.waiting = []

    def go_on(self):
        waiting, self.waiting = self.waiting, None
        for letter in waiting:
            self.socket.send(letter)


@pytest.fixture
def line(page, heard):  # noqa: ARG001 - nothing outside answers
    return Line(page)


@pytest.fixture
def atlas(page, app_url, line):  # noqa: ARG001 - the line is laid before the visit
    atlas = AtlasPage(page, app_url).open()
    atlas.expect_count(59)
    return atlas


def test_the_map_shows_a_choice_before_the_page_has_answered(atlas, line):
    line.hold()
    atlas.choose("辖区", "南山")
    atlas.wait_in_map("(a) => a.shownCount === 9")
    atlas.choose("辖区", "福田")
    atlas.wait_in_map("(a) => a.shownCount === 16")
    expect(atlas.counts).to_contain_text("59")
    line.go_on()
    atlas.expect_count(16)


def test_a_picture_s_words_are_of_the_parks_it_shows(atlas, line):
    line.hold()
    atlas.choose("辖区", "福田")
    atlas.wait_in_map("(a) => a.shownCount === 7")
    make = """async (a) => {
        const size = ParkAtlas.sizePaper("A4", false);
        const { root } = await ParkAtlas.makeSheet(a, { size, title: "" });
        const words = [...root.querySelectorAll("text.filter")];
        return [words.map((node) => node.textContent).join(""),
            root.querySelectorAll("g.park").length];
    }"""
    assert atlas.run_in_map(make) == ["福田区 · 59 个园区中的 7 个", 7]
    line.go_on()
    atlas.expect_count(7)
    atlas.wait_in_map("(a) => !a.foreseen")
    assert "福田" in atlas.run_in_map(make)[0]


def test_an_answer_to_an_earlier_choice_takes_nothing_back(atlas, line, page):
    page.evaluate("window.seen = []")
    atlas.run_in_map(
        "(a) => a.on(({ kind }) => kind === 'shown'"
        " && window.parent.seen.push(a.shownCount))"
    )
    line.hold()
    atlas.choose("辖区", "南山")
    atlas.wait_in_map("(a) => a.shownCount === 9")
    # The first answer comes with the second choice already made.
    atlas.choose("辖区", "福田")
    atlas.wait_in_map("(a) => a.shownCount === 16")
    line.go_on()
    atlas.expect_count(16)
    wait_for_answer(page)
    assert page.evaluate("window.seen") == [9, 16]


def test_what_only_the_page_can_look_up_waits_for_it(atlas, line):
    atlas.search("科技")
    expect(atlas.chip("科技").first).to_be_visible()
    wait_for_answer(atlas.page)
    atlas.wait_in_map("(a) => a.shownCount < 59")
    before = atlas.run_in_map("(a) => a.shownCount")
    line.hold()
    atlas.choose("辖区", "南山")
    expect(atlas.option("辖区", "南山")).to_be_checked()
    assert atlas.run_in_map("(a) => a.shownCount") == before
    line.go_on()
    atlas.wait_in_map("(a, n) => a.shownCount < n", before)


def test_the_page_has_the_last_word(atlas, page):
    # A choice that the page was never told of, as of a visit that began anew.
    page.evaluate(
        "window.dispatchEvent(new CustomEvent('parkatlas:choosing',"
        " { detail: { number: 0, chosen: { district: ['南山'] } } }))"
    )
    atlas.wait_in_map("(a) => a.shownCount === 9")
    first = page.locator("section.parks tbody button").first
    first.click()
    expect(atlas.panel.locator("h2")).to_have_text(first.inner_text())
    atlas.wait_in_map("(a) => a.shownCount === 59")

"""What a test says to the map page and reads off it."""

import re

from playwright.sync_api import expect


class AtlasPage:
    """The map page as its user sees it."""

    def __init__(self, page, url):
        self.page = page
        self.url = url
        self.map = page.frame_locator("iframe[data-testid=map]")

    def open(self, query=""):
        self.page.goto(f"{self.url}/{query}")
        self.wait_for_map()
        return self

    def wait_for_map(self):
        expect(self.map.locator(".legend")).to_be_visible(timeout=30_000)
        expect(self.counts).to_be_visible()

    @property
    def counts(self):
        return self.page.locator(".pa-counts")

    @property
    def panel(self):
        return self.page.locator(".pa-park")

    def run_in_map(self, script, argument=None):
        """Run a function of the atlas in the map's frame and give its result."""
        call = f"(it) => ({script})(ParkAtlas.atlas, it)"
        return self.frame.evaluate(call, argument)

    def wait_in_map(self, condition, argument=None):
        """Wait until a condition on the atlas in the map's frame holds."""
        self.frame.wait_for_function(
            f"(it) => ({condition})(ParkAtlas.atlas, it)", arg=argument
        )

    @property
    def frame(self):
        return next(frame for frame in self.page.frames if "/map?" in frame.url)

    def shown_names(self):
        return self.run_in_map("(a) => a.shownSymbols().map((s) => s.park.name)")

    def view(self):
        return self.run_in_map(
            "(a) => [a.map.getCenter().lat, a.map.getCenter().lng, a.map.getZoom()]"
        )

    def expect_count(self, parks):
        expect(self.counts).to_contain_text(re.compile(rf"^{parks:,}\D"))
        self.wait_in_map("(a, n) => a.shownCount === n", parks)

    def choose(self, label, option):
        """Choose an option of a sidebar list by the name it begins with."""
        self.open_list(label)
        self.option(label, option).click()

    def open_list(self, label):
        """Open a sidebar list if it is folded."""
        group = self.page.get_by_role("group", name=label).first
        title = group.locator(".title")
        if title.get_attribute("aria-expanded") == "false":
            title.click()

    def chip(self, text):
        """Give the chip of a choice in the sidebar, which takes it away."""
        return self.page.locator(".facets .chip").filter(has_text=text)

    def option(self, label, option):
        """Give an option of a sidebar list, by the names of both."""
        group = self.page.get_by_role("group", name=label)
        return group.get_by_role("checkbox", name=re.compile(rf"^{option}\s*\d+$"))

    def count_of(self, label, option):
        """Read how many parks an option says it would show."""
        row = self.page.get_by_role("group", name=label).locator("label")
        return row.filter(has_text=re.compile(rf"^{option}\d+$")).locator(".count")

    @property
    def search_box(self):
        return self.page.get_by_role("search").get_by_role("combobox")

    @property
    def suggestions(self):
        """The parks, zones and so on that the search box suggests."""
        return self.page.get_by_role("listbox").get_by_role("option")

    def search(self, text):
        """Filter by a text: the last of what the search box suggests."""
        self.search_box.fill(text)
        self.page.get_by_role("option", name=text).last.click()

    def click_park(self, name):
        """Click a park's symbol where it is painted."""
        self.page.mouse.click(*self.park_position(name))

    def park_position(self, name):
        """Find where on the page a park's symbol is painted."""
        x, y = self.run_in_map(
            "(a, name) => { const s = a.symbols.find((t) => t && t.park.name === name);"
            " const p = a.map.layerPointToContainerPoint(s._point);"
            " return [p.x, p.y]; }",
            name,
        )
        frame = self.page.locator("iframe[data-testid=map]").bounding_box()
        return frame["x"] + x, frame["y"] + y

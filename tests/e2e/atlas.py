"""What a test says to the map page and reads off it."""

import itertools
import re

from playwright.sync_api import expect

# Reads something of the map together with where the map is, again and again, until page
# and map have answered, stand, and it was the same for some frames of the browser. The
# map is in a frame of the page's, or is a map file's.
READ_STILL = """([number, it]) => {
  const app = document.querySelector("[data-testid=stApp]");
  // A frame of a component's own tree is among no document's frames.
  const frame = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
    .map(({ shadowRoot }) => shadowRoot.querySelector("iframe[data-testid=map]"))
    .find(Boolean);
  const atlas = (app ? frame?.contentWindow : window)?.ParkAtlas?.atlas;
  if (!atlas || (app && app.dataset.testScriptState !== "notRunning")) return false;
  if (app && !atlas.wish.shown) return false;
  const { map } = atlas;
  const place = frame || map.getContainer();
  const { x, y } = map.getSize();
  const fits = x === place.clientWidth && y === place.clientHeight;
  if (!fits || map._animatingZoom || map._panAnim?._inProgress) return false;
  const box = place.getBoundingClientRect();
  const corner = { x: box.x + place.clientLeft, y: box.y + place.clientTop };
  const read = (%s)(atlas, it, corner);
  const { lat, lng } = map.getCenter();
  const seen = JSON.stringify([number, read, corner, lat, lng, map.getZoom()]);
  const { before, frames } = window.stillness || {};
  window.stillness = { before: seen, frames: seen === before ? frames + 1 : 1 };
  return window.stillness.frames > 4 && { read };
}"""
# What parts of a page stand in trees of their own, each with styles that come by an
# address: until those are there, it is larger or smaller than it is to be.
IS_STYLED = """() => {
  const trees = [document];
  for (const tree of trees)
    for (const { shadowRoot } of tree.querySelectorAll("*"))
      if (shadowRoot) trees.push(shadowRoot);
  const isThere = (rule) => !(rule instanceof CSSImportRule) || rule.styleSheet;
  return document.fonts.status === "loaded" && trees.slice(1).every(
    ({ styleSheets, children }) => children.length > 1
      && [...styleSheets].every(({ cssRules }) => [...cssRules].every(isThere)));
}"""
_numbers = itertools.count()


def wait_for_answer(page):
    """Wait until the page's script has ended: what it draws has all come."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def wait_until_drawn(page):
    """Wait until the page has answered, and no part of it is half drawn."""
    wait_for_answer(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.wait_for_function(IS_STYLED)


def expect_within(page, width, *things):
    """Expect that neither the page nor such things on it are wider than the screen."""
    wait_until_drawn(page)
    page.wait_for_function(
        "([width, things]) => document.documentElement.scrollWidth <= width"
        " && things.every((name) => [...document.querySelectorAll(name)].every("
        "   (it) => it.getBoundingClientRect().right <= width))",
        arg=[width, things],
    )


def press(page, name):
    """Press a button of a page that stands: one drawn anew under the hand misses it."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible()
    wait_for_answer(page)
    button.click()


def download(page, button):
    """Download by a button of the page as it has answered, not as it was before."""
    expect(button).to_be_visible()
    wait_for_answer(page)
    with page.expect_download() as waiting:
        button.click()
    return waiting.value


def read_still(page, read, argument=None):
    """Read something of the map once page and map stand still."""
    found = page.wait_for_function(READ_STILL % read, arg=[next(_numbers), argument])
    return found.json_value()["read"]


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
        """Wait until the map shows what the page told it, and the page has answered."""
        expect(self.map.locator(".legend")).to_be_visible()
        expect(self.counts).to_be_visible()
        self.wait_until_still()

    def wait_until_still(self):
        """Wait until nothing of page and map is about to be elsewhere."""
        self.read_still("() => null")

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
            "(it) => window.ParkAtlas?.atlas"
            f" && ({condition})(window.ParkAtlas.atlas, it)",
            arg=argument,
        )

    def read_still(self, read, argument=None):
        """Read something of the map once page and map stand still."""
        return read_still(self.page, read, argument)

    @property
    def frame(self):
        return (
            self.page.locator("iframe[data-testid=map]")
            .element_handle()
            .content_frame()
        )

    def shown_names(self):
        return self.run_in_map("(a) => a.shownSymbols().map((s) => s.park.name)")

    def view(self):
        """Read where the map is, once it stands still."""
        return self.read_still(
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
        """Find where on the page a park's symbol is painted, once that stands still."""
        return self.read_still(
            "(a, name, corner) => {"
            " const s = a.symbols.find((t) => t && t.park.name === name);"
            " const p = a.map.layerPointToContainerPoint(s._point);"
            " return [corner.x + p.x, corner.y + p.y]; }",
            name,
        )

"""Hands on the map: where a place is on the page, and how tools are used there."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def find_place(atlas, lon, lat):
    """Find where on the page a place of WGS 84 is drawn, once that stands still."""
    return atlas.read_still(
        "(a, [lon, lat], corner) => {"
        " const p = a.map.latLngToContainerPoint(a.project(lon, lat));"
        " return [corner.x + p.x, corner.y + p.y]; }",
        [lon, lat],
    )


def take(atlas, tool):
    """Take a tool up."""
    button = atlas.map.locator(f".tool-{tool}")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(atlas.map.locator(".tool-note")).to_be_visible()


def load_geodesy(atlas):
    """Wait until distances can be measured in the browser."""
    atlas.frame.wait_for_function("() => Boolean(window.geodesic)")


def click_at(atlas, *places, double=False):
    """Click places one after another; twice the last if told."""
    for place in places:
        atlas.page.mouse.click(*find_place(atlas, *place))
    if double:
        atlas.page.mouse.click(*find_place(atlas, *places[-1]))


def drag(atlas, start, end, button="left"):
    """Drag with a button of the mouse from a place to another."""
    mouse = atlas.page.mouse
    begin, finish = find_place(atlas, *start), find_place(atlas, *end)
    mouse.move(*begin)
    mouse.down(button=button)
    mouse.move(*finish, steps=5)
    mouse.up(button=button)


def touch(atlas, start, end):
    """Drag with a finger from a place to another."""
    session = atlas.page.context.new_cdp_session(atlas.page)
    (x, y), (u, v) = find_place(atlas, *start), find_place(atlas, *end)
    path = [(x + (u - x) * i / 5, y + (v - y) * i / 5) for i in range(6)]
    kinds = ["touchStart", *["touchMove"] * 5]
    for kind, at in zip(kinds, path, strict=True):
        points = [{"x": at[0], "y": at[1]}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def read_options(page, name):
    """Wait until the address has an option, and read the whole query."""
    expect(page).to_have_url(re.compile(rf"[?&]{name}="))
    return parse_qs(urlsplit(page.url).query)


def line(atlas):
    """Give the line in which the tool in hand says what is."""
    return atlas.map.locator(".tool-note .line")


def number_in(text):
    """Read the first number of a sentence."""
    return float(re.search(r"[\d,.]*\d", text)[0].replace(",", ""))

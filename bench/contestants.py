"""Who is measured: how each shows that its first park is drawn, and its new set."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Locator, Page

_ATLAS: Final = "bench.frame('/map?').ParkAtlas.atlas"
_FOLIUM: Final = "bench.frame('streamlit_folium')"
_MARKER: Final = ".leaflet-marker-icon"
_COUNT: Final = "document.querySelector('.pa-counts b').innerText"
_TEXT: Final = "document.querySelector('[data-testid=stText]').innerText"


@dataclass(frozen=True, slots=True)
class Contestant:
    """
    A page that is measured.

    Attributes
    ----------
    name
        What its column is called.
    first
        JavaScript that is true once a park is on the map, or a bare map is there.
    shown
        JavaScript that is true once exactly ``parks`` parks are shown; ``step``
        counts the districts chosen so far.
    said
        The same for the numbers on the page around the map; empty if it has none.
    map
        JavaScript for its Leaflet map, empty if it has no parks to look at.
    aim
        Gives what to click to choose a district.
    """

    name: str
    first: str
    shown: str
    map: str
    aim: Callable[[Page, str], Locator]
    said: str = ""


def _aim_at_facet(page: Page, district: str) -> Locator:
    group = page.get_by_role("group", name="辖区")
    return group.get_by_role("checkbox", name=re.compile(rf"^{district}\s*\d+$"))


def _aim_at_option(page: Page, district: str) -> Locator:
    option = page.get_by_role("option", name=district, exact=True)
    if not option.is_visible():
        page.get_by_role("combobox").click()
    return option


def _aim_at_tick(page: Page, district: str) -> Locator:
    del district
    return page.get_by_test_id("stSidebar").get_by_test_id("stCheckbox")


OURS: Final = Contestant(
    name="ours",
    first=f"{_ATLAS}.shownCount > 0",
    shown=f"{_ATLAS}.shownCount === parks",
    # The map foresees what a choice shows: the page has then still to say so.
    said=f"{_COUNT} === parks.toLocaleString('en-US')",
    map=f"{_ATLAS}.map",
    aim=_aim_at_facet,
)
"""The app."""

NAIVE: Final = Contestant(
    name="naive",
    first=f"{_FOLIUM}.document.querySelector('{_MARKER}')",
    shown=f"{_FOLIUM}.document.querySelectorAll('{_MARKER}').length === parks",
    map=f"{_FOLIUM}.map",
    aim=_aim_at_option,
)
"""One marker a park, everything rebuilt."""

FLOOR: Final = Contestant(
    name="floor",
    first=f"{_FOLIUM}.document.querySelector('.leaflet-container .leaflet-map-pane')",
    # Each click turns the one text over.
    shown=f"{_TEXT} === (step % 2 ? 'shown: True' : 'shown: False')",
    map="",
    aim=_aim_at_tick,
)
"""An empty map on a bare page."""

"""The search box above the map: what is typed is answered beside the page's runs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.errors import FilterError
from parks.filter import OPTIONS, Filter
from parks.language import Language, translate
from parks.typed_places import read_address
from views._component import declare
from views._data import current_edition
from views._map import fly_to, fly_to_shown
from views._near_point import set_near
from views._session import (
    PARK_KEY,
    clear_filter,
    current_filter,
    set_filter,
    toggle_choice,
)
from views._words import current_language, say

_KEY: Final = "search"
_ANSWERED_KEY: Final = "search_answered"
_ZOOMS: Final = MappingProxyType(
    {"site": 15.0, "near": 15.0, "street": 14.0, "zone": 13.0, "district": 12.0}
)
"""How close the map goes to a place, by how well it is known."""
_ZONE_ZOOM: Final = 13.0
_DISTRICT_ZOOM: Final = 11.5
_PLACE_ZOOM: Final = 14.0
Choice: TypeAlias = Mapping[str, Any]

_mount = declare("parkatlas_search", file="search")


def show_search(edition: Edition, filter_: Filter, chosen: NDArray[np.bool_]) -> None:
    """
    Show the search box, and the text that the filter looks for.

    Parameters
    ----------
    edition
        Where the service looks for suggestions.
    filter_
        Its query stands below the box, with a way to take it away.
    chosen
        For each park whether it is shown: a selected one that is not is named.
    """
    _mount(
        key=_KEY,
        data={
            "edition": edition.key,
            "language": current_language().value,
            "query": filter_.query,
            "answered": _count_answered(),
            "notice": _name_hidden(edition, chosen),
            "words": _list_words(current_language()),
        },
        on_chosen_change=_take,
    )


@cache
def _list_words(language: Language) -> dict[str, object]:
    def say(text: str, **facts: object) -> str:
        return translate(text, language).format(**facts)

    # A gap that the browser fills is filled with itself here.
    query, count = "{query}", "{count}"
    return {
        "title": say("Search"),
        "placeholder": say("Park, zone, sector, policy, coordinates"),
        "hint": say("Also by pinyin and initials: szwkjsty finds 深圳湾科技生态园."),
        "suggestions": say("Suggestions"),
        "clear": say("Clear the search"),
        "near": say("nearest"),
        "offline": say("The search gets no answer: check the connection and type on."),
        "contains": say("Show all parks that contain “{query}”", query=query),
        "shown": say("contains “{query}”", query=query),
        "drop": say("Take this text away from the filter"),
        "clearFilter": say("Clear the filter"),
        "counts": [say("1 park"), say("{count} parks", count=count)],
        "found": [say("1 suggestion"), say("{count} suggestions", count=count)],
        "kinds": {
            "park": say("Parks"),
            "zone": say("Zones"),
            "sector": say("Sectors"),
            "district": say("District"),
            "policy": say("Policy basis"),
            "place": say("Place"),
        },
    }


def _name_hidden(edition: Edition, chosen: NDArray[np.bool_]) -> str:
    """Name the selected park if the filter leaves it out."""
    selected = (edition.parks["park_id"] == st.session_state.get(PARK_KEY)).to_numpy()
    if not selected.any() or chosen[selected].any():
        return ""
    name = edition.parks["name"].to_numpy()[selected][0]
    return say("The filter leaves {park} out: it is not on the map.", park=name)


def _take() -> None:
    told = st.session_state[_KEY].chosen
    for choice in told["choices"] if told else ():
        if choice["number"] <= _count_answered():
            continue
        st.session_state[_ANSWERED_KEY] = choice["number"]
        if take := _TAKERS.get(choice["kind"]):
            take(choice)


def _count_answered() -> int:
    """Give the number of the last choice that was taken."""
    answered: int = st.session_state.get(_ANSWERED_KEY, 0)
    return answered


def _take_park(choice: Choice) -> None:
    """Select a park and go there; where it stands is known here, not there."""
    parks = current_edition().parks
    meant = parks[parks["park_id"] == choice["value"]]
    if not len(meant):
        return
    st.session_state[PARK_KEY] = choice["value"]
    point, precision = meant.geometry.iloc[0], meant["precision"].iloc[0]
    if point is not None:
        fly_to(point.x, point.y, _ZOOMS.get(precision))


def _take_zone(choice: Choice) -> None:
    _add(choice)
    zones = current_edition().zones
    points = zones.loc[zones["zone"] == choice["value"], "point"].dropna()
    if len(points):
        fly_to(points.iloc[0].x, points.iloc[0].y, _ZONE_ZOOM)


def _take_district(choice: Choice) -> None:
    _add(choice)
    districts = current_edition().districts
    outlines = districts.geometry[districts["district"] == choice["value"]]
    if len(outlines):
        inside = outlines.iloc[0].representative_point()
        fly_to(inside.x, inside.y, _DISTRICT_ZOOM)


def _add(choice: Choice) -> None:
    """Add a value to the filter, if the table has it and the filter has not."""
    option, value = choice["kind"], str(choice["value"])
    try:
        Filter.parse({option: [value]}, current_edition())
    except FilterError:
        return
    if value not in getattr(current_filter(), OPTIONS[option]):
        toggle_choice(option, value)


def _take_words(choice: Choice) -> None:
    """Add a sector or a policy, which lie nowhere themselves."""
    _add(choice)
    fly_to_shown()


def _take_text(choice: Choice) -> None:
    set_filter(replace(current_filter(), query=str(choice["value"]).strip()))
    if choice["value"]:
        fly_to_shown()


def _take_place(choice: Choice) -> None:
    """Ask for the parks nearest to a place; only an address has a name."""
    lon, lat = float(choice["lon"]), float(choice["lat"])
    named = str(choice["value"])
    place = read_address(named, current_edition()) if named else None
    if place is None:
        set_near(lon, lat)
    else:
        set_near(lon, lat, place.name, place.precision)
    fly_to(lon, lat, _PLACE_ZOOM)


_TAKERS: Final[Mapping[str, Callable[[Choice], None]]] = MappingProxyType(
    {
        "park": _take_park,
        "zone": _take_zone,
        "district": _take_district,
        "sector": _take_words,
        "policy": _take_words,
        "q": _take_text,
        "place": _take_place,
        "clear": lambda _: clear_filter(),
    }
)
"""What is done with each kind of choice."""

"""The map: a frame that is loaded once and then only told what to show."""

import base64
import time
from typing import Final
from urllib.parse import urlencode

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from layers import Moves, describe_moves
from parks.edition import Edition
from parks.filter import Filter
from parks.filter_words import state_filter
from views._component import declare
from views._corrections import recall_corrections
from views._data import uncorrected_edition
from views._facet import count_taken
from views._moving import describe_handle, take_move
from views._near_point import current_near
from views._session import PARK_KEY
from views._told import count_answered, take_events
from views._words import current_language, say

_KEY: Final = "map"
_LANGUAGE_KEY: Final = "map_first_language"
_FLIGHT_KEY: Final = "map_flight"
_HEAD_START_SECONDS: Final = 0.3

_mount = declare("parkatlas_map", file="frame", sends_style=True)


def show_map(
    edition: Edition,
    filter_: Filter,
    chosen: NDArray[np.bool_],
    *,
    link: str | None = None,
    takes_moves: bool = False,
) -> None:
    """
    Show the chosen parks on the map; a click on one selects it for the page.

    Parameters
    ----------
    edition
        Whose map is loaded: once, whatever is chosen afterwards.
    filter_
        Its sectors colour the parks.
    chosen
        For each park whether it is shown; sent as bits, nothing else is.
    link
        The query that the address is to have, to which the frame adds what only it
        knows; None on a page whose address says something else.
    takes_moves
        Whether a park that is being moved can be moved on this map.
    """
    is_first_run = _LANGUAGE_KEY not in st.session_state
    if is_first_run:
        st.session_state[_LANGUAGE_KEY] = current_language().value
    first, near = st.session_state[_LANGUAGE_KEY], current_near()
    _mount(
        key=_KEY,
        data={
            "src": "/map?" + urlencode({"edition": edition.key, "lang": first}),
            "title": say("Map of parks"),
            "edition": edition.key,
            "language": current_language().value,
            "shown": base64.b64encode(np.packbits(chosen).tobytes()).decode(),
            "sectors": list(filter_.sectors),
            "filterWords": _say_filter(edition, filter_, chosen, link),
            # The legend shows these as chosen.
            "districts": list(filter_.districts),
            "precisions": list(filter_.precisions),
            "bbox": list(filter_.bbox) if filter_.bbox else None,
            "within": [shape.to_text() for shape in filter_.within],
            "ids": list(filter_.ids),
            "near": {"lon": near.lon, "lat": near.lat} if near else None,
            "link": link,
            "fly": st.session_state.get(_FLIGHT_KEY),
            # The browser numbers what it tells, so that nothing is taken twice.
            "answered": count_answered(),
            "taken": count_taken(),
            "park": st.session_state.get(PARK_KEY),
            # The map is loaded without corrections and told of them.
            "moves": _describe_moves(edition),
            "handle": describe_handle(edition, takes_moves=takes_moves),
        },
        on_told_change=_take_told,
        on_moved_change=_take_move,
    )
    if is_first_run:
        # The browser draws together what comes together: the scripts of the sidebar
        # and the table, two megabytes, would hold the first park up by half a second.
        time.sleep(_HEAD_START_SECONDS)


def _say_filter(
    edition: Edition, filter_: Filter, chosen: NDArray[np.bool_], link: str | None
) -> str | None:
    """Say the filter in words, for pictures; where it is not what is shown, nothing."""
    if link is None:
        return None
    return state_filter(filter_, edition, int(chosen.sum()), current_language())


def fly_to(lon: float, lat: float, zoom: float | None = None) -> None:
    """
    Let the map go to a place, once.

    Parameters
    ----------
    lon, lat
        WGS 84 degrees.
    zoom
        Zoom to arrive at; as close as the map is, but not too far, if None.
    """
    last = st.session_state.get(_FLIGHT_KEY) or {"number": 0}
    st.session_state[_FLIGHT_KEY] = {
        "lon": lon,
        "lat": lat,
        "zoom": zoom,
        "number": last["number"] + 1,
    }


def fly_to_shown() -> None:
    """Let the map go to the parks it shows, once, if none of them is in view."""
    last = st.session_state.get(_FLIGHT_KEY) or {"number": 0}
    st.session_state[_FLIGHT_KEY] = {"number": last["number"] + 1, "toShown": True}


def _describe_moves(edition: Edition) -> Moves | None:
    if not recall_corrections(edition):
        return None
    return describe_moves(uncorrected_edition(), edition)


def _take_told() -> None:
    told = st.session_state[_KEY].told
    if told:
        take_events(told["events"])


def _take_move() -> None:
    moved = st.session_state[_KEY].moved
    if moved:
        take_move(moved)

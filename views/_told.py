"""What the map tells: each thing numbered by the browser and taken once, in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import streamlit as st

from parks.errors import FilterError
from parks.filter import OPTIONS, Filter
from parks.selection import Shape
from views._data import current_edition
from views._near_point import (
    Inquiry,
    clear_near,
    current_inquiry,
    keep_inquiry,
    set_near,
)
from views._session import (
    PARK_KEY,
    current_filter,
    set_filter,
    set_shapes,
    toggle_choice,
)

Event: TypeAlias = Mapping[str, Any]
_ANSWERED_KEY: Final = "map_answered"


def count_answered() -> int:
    """Give the number of the last event that was taken."""
    answered: int = st.session_state.get(_ANSWERED_KEY, 0)
    return answered


def take_events(events: Sequence[Event]) -> None:
    """
    Take what the map tells and has not been answered yet.

    Parameters
    ----------
    events
        In order, each with its ``number`` and ``kind``; others are left alone, since
        a map loaded earlier may tell what this one does not know.
    """
    for event in events:
        if event["number"] <= count_answered():
            continue
        st.session_state[_ANSWERED_KEY] = event["number"]
        if take := _TAKERS.get(event["kind"]):
            take(event)


def _select(event: Event) -> None:
    st.session_state[PARK_KEY] = event["park"]


def _choose(event: Event) -> None:
    """Toggle a value of the filter that this table has."""
    option, value = event["option"], str(event["value"])
    try:
        chosen = Filter.parse({option: [value]}, current_edition())
    except FilterError:
        return
    for known in getattr(chosen, OPTIONS[option], ()):
        toggle_choice(option, known)


def _enclose(event: Event) -> None:
    """Select the parks in what was drawn; what the map draws wrongly selects none."""
    try:
        within = tuple(Shape.parse(str(text)) for text in event["within"])
        drawn = Filter.parse({"bbox": [event["bbox"] or ""]}, current_edition())
    except FilterError:
        return
    set_shapes(within, drawn.bbox)


def _pick(event: Event) -> None:
    """Choose exactly these parks of the table, one by one."""
    known = current_edition().positions
    picked = [park for park in map(str, event["ids"]) if park in known]
    set_filter(replace(current_filter(), ids=tuple(dict.fromkeys(picked))))


def _ask_near(event: Event) -> None:
    at = event["at"]
    if at is None:
        clear_near()
    else:
        set_near(float(at["lon"]), float(at["lat"]))


def _ask_typed(_event: Event) -> None:
    """Offer the field in which a point is typed."""
    inquiry = current_inquiry() or Inquiry()
    keep_inquiry(replace(inquiry, opened=inquiry.opened + 1))


_TAKERS: Final[Mapping[str, Callable[[Event], None]]] = MappingProxyType(
    {
        "select": _select,
        "choose": _choose,
        "within": _enclose,
        "picks": _pick,
        "near": _ask_near,
        "near-typed": _ask_typed,
    }
)
"""What is done with each kind of event."""

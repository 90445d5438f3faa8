"""What the map tells: each thing numbered by the browser and taken once, in order."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import streamlit as st

from parks.errors import FilterError
from parks.filter import OPTIONS, Filter
from views._data import current_edition
from views._session import PARK_KEY, toggle_choice

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


_TAKERS: Final[Mapping[str, Callable[[Event], None]]] = MappingProxyType(
    {"select": _select, "choose": _choose}
)
"""What is done with each kind of event."""

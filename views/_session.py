"""What a visit has chosen, kept in session state."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from parks.filter import OPTIONS, Filter
from parks.language import Language
from views._words import LANGUAGE_KEY

PARK_KEY: Final = "park"
CHOICE_KEY: Final = "shows_own"
"""Whether the visit looks at the table it imported."""
_LINKED_KEY: Final = "linked_filter"
_SHOWN_KEY: Final = "shown_filter"
_PAGE_KEY: Final = "shown_page"
_HELD_KEY: Final = "held_choices"
"""What widgets held when the code, not a link, led to another page."""
WIDGETS: Final = {
    "district": "filter_district",
    "sector": "filter_sector",
    "role": "filter_role",
    "precision": "filter_precision",
    "q": "filter_q",
}
"""The filter options that have a widget, and its key."""
_KEPT_KEYS: Final = LANGUAGE_KEY, CHOICE_KEY, WIDGETS["q"]
MOVE_WIDGETS: Final = {
    "text": "move_text",
    "reference": "move_reference",
    "precision": "move_precision",
    "reason": "move_reason",
    "confirmed": "move_confirmed",
}
"""What is asked of a park's new place, and the key of its widget."""
LINK_ONLY: Final = tuple(option for option in OPTIONS if option not in WIDGETS)
"""Options that come by a link and can only be taken away on the page."""


def read_language() -> None:
    """Take the address's language over into a visit that begins, on any page."""
    if LANGUAGE_KEY not in st.session_state and (
        st.query_params.get("lang") == Language.EN
    ):
        st.session_state[LANGUAGE_KEY] = Language.EN


def current_filter() -> Filter:
    """Give the filter as the widgets and the link have it now."""
    state = st.session_state
    linked: Filter = state.get(_LINKED_KEY, Filter())
    return Filter(
        districts=tuple(state.get(WIDGETS["district"], ())),
        sectors=tuple(state.get(WIDGETS["sector"], ())),
        role=state.get(WIDGETS["role"]) or "any",
        precisions=tuple(state.get(WIDGETS["precision"], ())),
        query=(state.get(WIDGETS["q"]) or "").strip(),
        zones=linked.zones,
        policies=linked.policies,
        bbox=linked.bbox,
    )


def clear_filter() -> None:
    """Take every choice of the filter away."""
    fill_widgets(Filter())


def keep_choices(page: str) -> None:
    """
    Keep what widgets hold when another page is shown, which may not have them.

    Not at every run: setting what a widget holds takes back what is being typed.
    """
    state = st.session_state
    if state.get(_PAGE_KEY) == page:
        return
    state[_PAGE_KEY] = page
    held = state.pop(_HELD_KEY, {})
    for key in _KEPT_KEYS:
        if key in state or key in held:
            state[key] = state[key] if key in state else held[key]


def go_to_page(path: str) -> None:
    """Show another page; Streamlit's own switch forgets what widgets hold."""
    state = st.session_state
    state[_HELD_KEY] = {key: state[key] for key in _KEPT_KEYS if key in state}
    st.switch_page(path)


def clear_choices() -> None:
    """Begin anew on another table: no filter, no park."""
    clear_filter()
    st.session_state[PARK_KEY] = None


def drop_linked(option: str) -> None:
    """Take one choice away that came by the link."""
    linked: Filter = st.session_state.get(_LINKED_KEY, Filter())
    st.session_state[_LINKED_KEY] = linked.without(option)


def remember_shown(filter_: Filter) -> None:
    """Keep the filter whose parks are on the page, for clicks on its table."""
    st.session_state[_SHOWN_KEY] = filter_


def recall_shown() -> Filter:
    """Give the filter whose parks the reader saw when clicking."""
    shown: Filter = st.session_state.get(_SHOWN_KEY, Filter())
    return shown


def toggle_choice(option: str, value: str) -> None:
    """Add a value to one of the filter's lists, or take it away if it is there."""
    filter_ = current_filter()
    field = OPTIONS[option]
    before: tuple[str, ...] = getattr(filter_, field)
    after = tuple(v for v in before if v != value)
    if after == before:
        after = *before, value
    changed: dict[str, Any] = {field: after}
    fill_widgets(replace(filter_, **changed))


def fill_widgets(filter_: Filter) -> None:
    """Make the widgets and the link's remainder say a filter."""
    state = st.session_state
    state[WIDGETS["district"]] = list(filter_.districts)
    state[WIDGETS["sector"]] = list(filter_.sectors)
    state[WIDGETS["role"]] = filter_.role
    state[WIDGETS["precision"]] = list(filter_.precisions)
    state[WIDGETS["q"]] = filter_.query
    state[_LINKED_KEY] = filter_.without(*WIDGETS)

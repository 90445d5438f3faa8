"""What a visit has chosen, kept in session state."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from parks.filter import Filter
from parks.language import Language
from parks.selection import Shape
from views._words import LANGUAGE_KEY

PARK_KEY: Final = "park"
CHOICE_KEY: Final = "shows_own"
"""Whether the visit looks at the table it imported."""
FILTER_KEY: Final = "filter"
PAGES_KEY: Final = "pages"
"""The pages of the app, as Streamlit knows them."""
_SHOWN_KEY: Final = "shown_filter"
_PAGE_KEY: Final = "shown_page"
_HELD_KEY: Final = "held_choices"
"""What widgets held when the code, not a link, led to another page."""
_KEPT_KEYS: Final = LANGUAGE_KEY, CHOICE_KEY
MOVE_WIDGETS: Final = {
    "text": "move_text",
    "reference": "move_reference",
    "precision": "move_precision",
    "reason": "move_reason",
    "confirmed": "move_confirmed",
}
"""What is asked of a park's new place, and the key of its widget."""
MATCH_WIDGETS: Final = {
    name: f"match_{name}"
    for name in (
        "scope",
        "sectors",
        "point",
        "reference",
        "districts",
        "radius",
        "fit",
        "distance",
        "backing",
        "precision",
    )
}
"""What is asked of a match, and the key of its widget."""


def read_language() -> None:
    """Take the address's language over into a visit that begins, on any page."""
    if LANGUAGE_KEY not in st.session_state and (
        st.query_params.get("lang") == Language.EN
    ):
        st.session_state[LANGUAGE_KEY] = Language.EN


def current_filter() -> Filter:
    """Give the filter as it is chosen now."""
    chosen: Filter = st.session_state.get(FILTER_KEY, Filter())
    return chosen


def set_filter(filter_: Filter) -> None:
    """Choose exactly this."""
    st.session_state[FILTER_KEY] = filter_


def clear_filter() -> None:
    """Take every choice of the filter away."""
    set_filter(Filter())


def toggle_choice(option: str, value: str) -> None:
    """
    Add a value to one of the filter's lists, or take it away if it is there.

    Parameters
    ----------
    option
        Named as in links: district, zone, sector, policy, precision or id.
    value
        As the field of `parks.filter.Filter` holds it.
    """
    set_filter(current_filter().toggle(option, value))


def set_shapes(
    within: tuple[Shape, ...], bbox: tuple[float, float, float, float] | None
) -> None:
    """Select the parks in these shapes and in this box, instead of those before."""
    set_filter(replace(current_filter(), within=within, bbox=bbox))


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


def current_page() -> str:
    """Give the path of the page that is shown, as `views._pages` has it."""
    page: str = st.session_state.get(_PAGE_KEY, "")
    return page


def go_to_page(path: str, query: Mapping[str, Sequence[str]] | None = None) -> None:
    """
    Show another page; Streamlit's own switch forgets what widgets hold.

    Parameters
    ----------
    path
        Of the page's file.
    query
        What its address is to say.
    """
    state = st.session_state
    state[_HELD_KEY] = {key: state[key] for key in _KEPT_KEYS if key in state}
    st.switch_page(path, query_params=query)


def clear_choices() -> None:
    """Begin anew on another table: no filter, no park."""
    clear_filter()
    st.session_state[PARK_KEY] = None


def remember_shown(filter_: Filter) -> None:
    """Keep the filter whose parks are on the page, for clicks on its table."""
    st.session_state[_SHOWN_KEY] = filter_


def recall_shown() -> Filter:
    """Give the filter whose parks the reader saw when clicking."""
    shown: Filter = st.session_state.get(_SHOWN_KEY, Filter())
    return shown

"""The parks that a visit picked to compare, and the bar that keeps them in sight."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from parks.comparison import FEWEST, MOST, Kind
from parks.edition import Edition
from views._ways import open_comparison
from views._words import say

_PICKED_KEY: Final = "compared"


def recall_picked(edition: Edition) -> tuple[str, ...]:
    """Give the ids of the parks picked, as far as this table has them."""
    picked: tuple[str, ...] = st.session_state.get(_PICKED_KEY, ())
    if not picked:
        return ()
    known = frozenset(edition.parks["park_id"])
    return tuple(park for park in picked if park in known)


def keep_picked(ids: Iterable[str]) -> None:
    """Keep which parks are compared."""
    st.session_state[_PICKED_KEY] = tuple(ids)[:MOST]


def toggle_picked(edition: Edition, park_id: str) -> None:
    """Add a park to those compared, or take it away."""
    picked = recall_picked(edition)
    if park_id in picked:
        keep_picked(park for park in picked if park != park_id)
    else:
        keep_picked((*picked, park_id))


def offer_comparing(edition: Edition, park_id: str) -> None:
    """Offer to add a park to those compared, or to take it away."""
    picked = recall_picked(edition)
    is_picked = park_id in picked
    st.button(
        say("Leave out of the comparison") if is_picked else say("Compare"),
        icon=":material/remove:" if is_picked else ":material/compare_arrows:",
        on_click=toggle_picked,
        args=(edition, park_id),
        disabled=not is_picked and len(picked) >= MOST,
        help=say("At most {count} parks stand side by side.", count=MOST),
        key="pick_park",
    )


def show_tray(edition: Edition) -> None:
    """Show the bar with the parks picked, once there are any."""
    picked = recall_picked(edition)
    if not picked:
        return
    names = dict(zip(edition.parks["park_id"], edition.parks["name"], strict=True))
    with st.container(horizontal=True, vertical_alignment="center", key="tray"):
        st.text(" · ".join(names[park] for park in picked))
        is_ready = len(picked) >= FEWEST
        if st.button(
            say("Compare {count} parks", count=len(picked))
            if is_ready
            else say("Pick one more to compare"),
            type="primary",
            disabled=not is_ready,
            key="open_comparison",
        ):
            open_comparison(Kind.PARK, picked)
        st.button(
            say("Empty"),
            on_click=keep_picked,
            args=((),),
            help=say("Compare none of them"),
            key="empty_tray",
        )

"""
A list of choices, each with the number of parks it would show.

Streamlit's own multiselect identifies an option by its label, so that a choice is lost
when the count in the label changes.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from views._words import say

_STATIC: Final = Path(__file__).parent / "static"

_mount = st.components.v2.component(
    "parkatlas_facet",
    css=(_STATIC / "facet.css").read_text(encoding="utf-8"),
    js=(_STATIC / "facet.js").read_text(encoding="utf-8"),
)


def choose_some(
    title: str,
    options: Sequence[str],
    *,
    key: str,
    name: Callable[[str], str],
    counts: Mapping[str, int],
) -> None:
    """
    Draw a list of which any number can be chosen.

    Parameters
    ----------
    title
        What is chosen.
    options
        The choices, in the order to list them.
    key
        Where session state holds the list of those chosen.
    name
        Names an option for people.
    counts
        How many parks each option would show.
    """
    widget = f"{key}_list"

    def take() -> None:
        chosen = st.session_state[widget].chosen or []
        st.session_state[key] = [option for option in options if option in chosen]

    _mount(
        key=widget,
        data={
            "title": title,
            "find": say("Find in the list"),
            "options": [[option, name(option), counts[option]] for option in options],
            "chosen": list(st.session_state.get(key, ())),
        },
        on_chosen_change=take,
    )

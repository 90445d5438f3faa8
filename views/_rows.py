"""A table of parks to select from, in pages where it is long, linked with the map."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from views._session import PARK_KEY
from views._words import say

_TALLEST_PIXELS: Final = 420
_ROW_PIXELS: Final = 35
_PAGE: Final = 100
"""Rows of a page; Streamlit's own lazy tables cannot be selected from."""
WHOLE: Final = 250
"""Up to this many rows a table is shown whole."""


def show_rows(
    name: str,
    ids: NDArray[np.object_],
    tabulate: Callable[[slice], pd.DataFrame],
    *,
    followed: object,
    columns: dict[str, Any] | None = None,
) -> None:
    """
    Show parks as rows; selecting one selects the park on the map too.

    Parameters
    ----------
    name
        Tells this table from others of the app; its keys begin with it.
    ids
        The parks to show, in order.
    tabulate
        Gives the rows of a slice of them.
    followed
        What was asked for: when it changes the table begins at its first page.
    columns
        How Streamlit is to show some of the columns.
    """
    is_paged = len(ids) > WHOLE
    part = _turn_page(name, ids, followed) if is_paged else slice(len(ids))
    rows = tabulate(part)
    _mark_selected(name, ids[part])
    st.dataframe(
        rows,
        key=f"{name}_table",
        hide_index=True,
        height=min(_TALLEST_PIXELS, _ROW_PIXELS * (len(rows) + 1) + 3),
        on_select=lambda: _take_selection(name),
        selection_mode="single-row",
        column_config=columns,
        placeholder="",
    )
    if is_paged:
        _offer_pages(name, part, len(ids))


def _turn_page(name: str, ids: NDArray[np.object_], asked: object) -> slice:
    """Pick the page to show: a new filter's first, a newly selected park's own."""
    state = st.session_state
    followed = asked, state.get(PARK_KEY)
    before = state.get(f"{name}_paged", (None, None))
    number = state.get(f"{name}_page", 1) if followed[0] == before[0] else 1
    at = np.flatnonzero(ids == followed[1])
    if followed != before and len(at):
        number = 1 + int(at[0]) // _PAGE
    state[f"{name}_paged"] = followed
    state[f"{name}_page"] = number
    return slice((number - 1) * _PAGE, min(number * _PAGE, len(ids)))


def _offer_pages(name: str, part: slice, total: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.pagination(-(-total // _PAGE), key=f"{name}_page")
        st.text(
            say(
                "Rows {first} to {last} of {total}",
                first=part.start + 1,
                last=part.stop,
                total=total,
            )
        )


def _mark_selected(name: str, drawn: NDArray[np.object_]) -> None:
    """Let the table's selection follow the map's; keep what a click will mean."""
    state = st.session_state
    at = np.flatnonzero(drawn == state.get(PARK_KEY))
    state[f"{name}_table"] = {"selection": {"rows": at.tolist(), "columns": []}}
    state[f"{name}_drawn"] = drawn.tolist()


def _take_selection(name: str) -> None:
    """Select the park of the row clicked, among those that were drawn then."""
    state = st.session_state
    rows = state[f"{name}_table"]["selection"]["rows"]
    drawn: list[str] = state.get(f"{name}_drawn", [])
    if rows and rows[0] < len(drawn):
        state[PARK_KEY] = drawn[rows[0]]
    elif state.get(PARK_KEY) in drawn:
        # What the filter hides is no row here: it was not this table that let it go.
        state[PARK_KEY] = None

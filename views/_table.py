"""The table of exactly the shown parks, linked both ways with the map."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.model import Problem
from parks.wording import list_problems, tabulate
from views._session import PARK_KEY, recall_shown
from views._words import current_language, enumerate_words, say

_KEY: Final = "parks_table"
_PAGE_KEY: Final = "parks_page"
_PAGED_KEY: Final = "parks_paged"
_TALLEST_PIXELS: Final = 420
_ROW_PIXELS: Final = 35
_PAGE: Final = 100
"""Rows of a page; Streamlit's own lazy tables cannot be selected from."""
_WHOLE: Final = 250
"""Up to this many rows a table is shown whole."""


def show_table(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Show the chosen parks; selecting a row selects the park on the map too."""
    shown = np.flatnonzero(chosen)
    if not len(shown):
        st.info(_explain_empty(edition))
        return
    is_paged = len(shown) > _WHOLE
    page = _turn_page(edition, shown) if is_paged else shown
    rows = tabulate(edition, current_language()).iloc[page]
    _mark_selected(edition, page)
    st.dataframe(
        rows,
        key=_KEY,
        hide_index=True,
        height=min(_TALLEST_PIXELS, _ROW_PIXELS * (len(rows) + 1) + 3),
        on_select=lambda: _take_selection(edition),
        selection_mode="single-row",
    )
    if is_paged:
        _offer_pages(page, shown)


def show_problems(problems: Sequence[Problem], *, is_open: bool = False) -> None:
    """List what was repaired or doubted while a table was read, once opened."""
    if not problems:
        return
    title = say(
        "Repaired or doubted while reading the table: {count}", count=len(problems)
    )
    with st.expander(
        title, expanded=is_open, key="problems", on_change="rerun"
    ) as listing:
        if listing.open:
            st.dataframe(
                list_problems(problems, current_language()),
                hide_index=True,
                lazy=len(problems) > _WHOLE,
            )


def _turn_page(edition: Edition, shown: NDArray[np.intp]) -> NDArray[np.intp]:
    """Pick the page to show: a new filter's first, a newly selected park's own."""
    state = st.session_state
    followed = recall_shown(), state.get(PARK_KEY)
    before = state.get(_PAGED_KEY, (None, None))
    number = state.get(_PAGE_KEY, 1) if followed[0] == before[0] else 1
    at = np.flatnonzero(edition.parks["park_id"].to_numpy()[shown] == followed[1])
    if followed != before and len(at):
        number = 1 + int(at[0]) // _PAGE
    state[_PAGED_KEY] = followed
    state[_PAGE_KEY] = number
    return _cut_page(shown)


def _cut_page(shown: NDArray[np.intp]) -> NDArray[np.intp]:
    first = (st.session_state.get(_PAGE_KEY, 1) - 1) * _PAGE
    return shown[first : first + _PAGE]


def _offer_pages(page: NDArray[np.intp], shown: NDArray[np.intp]) -> None:
    first = int(np.searchsorted(shown, page[0])) + 1
    with st.container(horizontal=True, vertical_alignment="center"):
        st.pagination(-(-len(shown) // _PAGE), key=_PAGE_KEY)
        st.text(
            say(
                "Rows {first} to {last} of {total}",
                first=first,
                last=first + len(page) - 1,
                total=len(shown),
            )
        )


def _mark_selected(edition: Edition, page: NDArray[np.intp]) -> None:
    """Let the table's selection follow the map's."""
    ids = edition.parks["park_id"].to_numpy()[page]
    at = (ids == st.session_state.get(PARK_KEY)).nonzero()[0]
    st.session_state[_KEY] = {"selection": {"rows": at.tolist(), "columns": []}}


def _take_selection(edition: Edition) -> None:
    rows: Sequence[int] = st.session_state[_KEY]["selection"]["rows"]
    shown = np.flatnonzero(recall_shown().select(edition))
    page = _cut_page(shown) if len(shown) > _WHOLE else shown
    ids = edition.parks["park_id"].to_numpy()[page]
    if rows and rows[0] < len(ids):
        st.session_state[PARK_KEY] = ids[rows[0]]
    elif st.session_state.get(PARK_KEY) in ids:
        # What the filter hides is no row here: it was not this table that let it go.
        st.session_state[PARK_KEY] = None


def _explain_empty(edition: Edition) -> str:
    """Say why nothing is shown; a row of the table without parks is a reason."""
    filter_ = recall_shown()
    bare = [
        row.seq
        for row, name in zip(edition.table.rows, edition.zones["district"], strict=True)
        if not row.parks and name in filter_.districts
    ]
    if bare:
        seqs = enumerate_words([str(seq) for seq in bare])
        return say("No park matches. Row {seqs} of the table names no park.", seqs=seqs)
    return say("No park matches the filter. Take a choice away, or clear it.")

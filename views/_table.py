"""The table of exactly the shown parks, linked both ways with the map."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.wording import list_problems, tabulate
from views._session import PARK_KEY, recall_shown
from views._words import current_language, enumerate_words, say

_KEY: Final = "parks_table"
_TALLEST_PIXELS: Final = 420
_ROW_PIXELS: Final = 35
_MANY: Final = 1000
"""Above this the browser fetches rows as it scrolls to them."""


def show_table(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Show the chosen parks; selecting a row selects the park on the map too."""
    rows = tabulate(edition, current_language())[chosen]
    if rows.empty:
        st.info(_explain_empty(edition))
        return
    _mark_selected(edition, chosen)
    st.dataframe(
        rows,
        key=_KEY,
        hide_index=True,
        height=min(_TALLEST_PIXELS, _ROW_PIXELS * (len(rows) + 1) + 3),
        on_select=lambda: _take_selection(edition),
        selection_mode="single-row",
        lazy=len(rows) > _MANY,
    )


def show_problems(edition: Edition) -> None:
    """List what was repaired or doubted while the table was read, once asked for."""
    problems = edition.table.problems
    if not problems:
        return
    title = say(
        "Repaired or doubted while reading the table: {count}", count=len(problems)
    )
    with st.expander(title, key="problems", on_change="rerun") as listing:
        if listing.open:
            st.dataframe(
                list_problems(edition, current_language()),
                hide_index=True,
                lazy=len(problems) > _MANY,
            )


def _mark_selected(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Let the table's selection follow the map's."""
    shown = edition.parks["park_id"].to_numpy()[chosen]
    at = (shown == st.session_state.get(PARK_KEY)).nonzero()[0]
    st.session_state[_KEY] = {"selection": {"rows": at.tolist(), "columns": []}}


def _take_selection(edition: Edition) -> None:
    rows: Sequence[int] = st.session_state[_KEY]["selection"]["rows"]
    shown = edition.parks["park_id"].to_numpy()[recall_shown().select(edition)]
    taken = rows and rows[0] < len(shown)
    st.session_state[PARK_KEY] = shown[rows[0]] if taken else None


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

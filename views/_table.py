"""The table of exactly the shown parks, linked both ways with the map."""

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.headings import head
from parks.places import PRECISION_NAMES
from parks.problems import describe
from views._session import PARK_KEY, recall_shown
from views._sidebar import name_district, name_sector
from views._words import current_language, enumerate_words, say

_KEY: Final = "parks_table"
_TALLEST_PIXELS: Final = 420
_ROW_PIXELS: Final = 35
_MANY: Final = 1000
"""Above this the browser fetches rows as it scrolls to them."""


def show_table(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Show the chosen parks; selecting a row selects the park on the map too."""
    rows = tabulate(edition, chosen)
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


def tabulate(edition: Edition, chosen: NDArray[np.bool_]) -> pd.DataFrame:
    """Put the chosen parks into words: names of sectors, districts and precision."""
    parks = edition.parks[chosen]
    words = {name: say(text) for name, text in PRECISION_NAMES.items()}
    columns = {
        "seq": parks["seq"],
        "name": parks["name"],
        "district": parks["district"].map(cache(name_district)),
        "zone": parks["zone"],
        "focus": parks["focus"].map(cache(_name_sectors)),
        "mentioned": pd.Series(
            [
                _name_sectors(tuple(s for s in sectors if s not in focus))
                for sectors, focus in zip(parks["sectors"], parks["focus"], strict=True)
            ],
            index=parks.index,
            dtype=object,
        ),
        "precision": parks["precision"].map(
            lambda name: words.get(name, say("place unknown"))
        ),
    }
    language = current_language()
    return pd.DataFrame({head(name, language): said for name, said in columns.items()})


def show_problems(edition: Edition) -> None:
    """List what was repaired or doubted while the table was read."""
    problems = edition.table.problems
    if not problems:
        return
    language = current_language()
    with st.expander(
        say("Repaired or doubted while reading the table: {count}", count=len(problems))
    ):
        rows = [
            {
                say("Row"): problem.row,
                say("Column"): head(problem.column, language) if problem.column else "",
                say("Found"): problem.found,
                say("Used"): problem.used,
                say("What was done"): describe(problem, language),
            }
            for problem in problems
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, lazy=len(rows) > _MANY)


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


def _name_sectors(ids: tuple[str, ...]) -> str:
    return enumerate_words([name_sector(sector) for sector in ids])


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

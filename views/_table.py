"""The table of exactly the shown parks, linked both ways with the map."""

from collections.abc import Sequence

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.model import Problem
from parks.wording import list_problems, tabulate
from views._rows import WHOLE, show_rows
from views._session import recall_shown
from views._words import current_language, enumerate_words, say


def show_table(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Show the chosen parks; selecting a row selects the park on the map too."""
    shown = np.flatnonzero(chosen)
    if not len(shown):
        st.info(_explain_empty(edition))
        return
    rows = tabulate(edition, current_language())
    show_rows(
        "parks",
        edition.parks["park_id"].to_numpy()[shown],
        lambda part: rows.iloc[shown[part]],
        followed=recall_shown(),
    )


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
                lazy=len(problems) > WHOLE,
            )


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

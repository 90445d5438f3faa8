"""The table of exactly the shown parks, linked both ways with the map."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.language import translate
from parks.model import Problem
from parks.wording import list_problems, name_precision
from views._component import declare
from views._corrections import recall_corrections
from views._rows import WHOLE
from views._session import PARK_KEY, recall_shown
from views._words import current_language, enumerate_words, say

_KEY: Final = "table"

TABLE_TEXTS: Final = {
    "caption": "Parks shown: {count}; pressing a park's name selects it",
    "region": "Table of parks",
    "sort": "Sort by this column",
    "loading": "The rows of the table are on their way.",
    "failed": "The rows of the table did not come: check the connection and retry.",
    "retry": "Retry",
    "pages": "Pages of the table",
    "range": "Rows {first} to {last} of {total}",
    "cut": "Printed are the first {most} of {count} parks; a download has all.",
    "first": "First page",
    "previous": "Page before",
    "next": "Next page",
    "last": "Last page",
}
"""The words of the table itself, by the key under which its script asks for them."""

_mount = declare("parkatlas_table", file="table")


def show_table(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """
    Show the chosen parks; selecting a row selects the park on the map too.

    The browser fetches the words of all parks once and hears which to show from the
    part that keeps the map, so that what is said here is the same at every choice.
    """
    language = current_language()
    asked = urlencode({"edition": edition.key, "lang": language.value})
    _mount(
        key=_KEY,
        data={
            "src": f"/rows?{asked}",
            "edition": edition.key,
            "language": language.value,
            "changed": _list_changed(edition),
            "texts": _say_texts(),
        },
        on_picked_change=_take_pick,
    )
    if not chosen.any():
        st.info(_explain_empty(edition))


def _list_changed(edition: Edition) -> list[tuple[int, dict[str, str]]]:
    """List the cells that corrections changed: the rows come without any."""
    corrected = [each.park_id for each in recall_corrections(edition)]
    if not corrected:
        return []
    positions = np.flatnonzero(edition.parks["park_id"].isin(corrected)).tolist()
    precisions = edition.parks["precision"]
    language = current_language()
    return [
        (at, {"precision": name_precision(precisions.iloc[at], language)})
        for at in positions
    ]


def _say_texts() -> dict[str, str]:
    """Say what the table's script fills with facts of its own: gaps stay gaps."""
    return {name: translate(t, current_language()) for name, t in TABLE_TEXTS.items()}


def _take_pick() -> None:
    picked = st.session_state[_KEY].picked
    if picked:
        st.session_state[PARK_KEY] = picked["park"]


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

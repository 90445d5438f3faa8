"""What the import page shows of a table as it was read."""

from typing import Final

import streamlit as st

from parks.model import Table
from parks.problems import describe
from parks.wording import list_rows
from views._table import show_problems
from views._words import current_language, say

_FEW_PROBLEMS: Final = 40
"""Up to this many the list of doubts is open from the start."""


def show_understood(table: Table, *, most_rows: int) -> None:
    """Show the rows as read, blanks filled and names split, and what was doubted."""
    title = say("The rows as they were read")
    with st.expander(title, key="import_rows", on_change="rerun") as listing:
        if listing.open:
            rows = list_rows(table.rows[:most_rows], current_language())
            st.dataframe(rows, hide_index=True)
    _list_problems(table)


def _list_problems(table: Table) -> None:
    """Say what concerns no single row, and list what concerns one."""
    for problem in table.problems:
        if problem.row is None:
            st.text("⚠ " + describe(problem, current_language()))
    of_rows = [problem for problem in table.problems if problem.row is not None]
    show_problems(of_rows, is_open=len(of_rows) <= _FEW_PROBLEMS)

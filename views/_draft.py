"""What the import page shows of a table on its way in, and takes back mended."""

from collections import defaultdict
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from parks.drafts import FIELDS, Draft
from parks.errors import ParksError, RepeatedColumnError
from parks.headings import head
from parks.model import Table
from parks.readers.raw import excerpt
from parks.system_check import Fit
from views._coordinates import choose_system, show_check
from views._counts import count_rows
from views._errors import explain
from views._result import forget_wish
from views._understood import show_understood
from views._words import current_language, enumerate_words, say

_DRAFT_KEY: Final = "draft"
_TABLE_KEY: Final = "import_table"
_COUNT_KEY: Final = "import_count"
"""Counts the files opened: what was mended in one must not reach the next."""
_READ_KEY: Final = "import_reads"
"""The drafts last read and what was read: a large table takes seconds."""
_READS: Final = 2
_UNHEAD_KEY: Final = "import_unhead"
_MENDED_KEY: Final = "import_mended"
"""What the editors made of the draft: they forget it on another page."""
_DRAWN_KEY: Final = "import_drawn"
"""The language and the key in which the editor of columns was drawn last."""
_SHOWN_ROWS: Final = 1000
"""Rows of the preview; the others are read all the same."""
_SAMPLE_CELLS: Final = 3
_NOTHING: Final = "—"


def recall_draft() -> Draft | None:
    """Give the table this visit is importing."""
    draft: Draft | None = st.session_state.get(_DRAFT_KEY)
    return draft


def start_draft(draft: Draft | None) -> None:
    """Take a table in the place of the last one, of which nothing is kept."""
    forget_wish()
    for key in (_TABLE_KEY, _READ_KEY):
        st.session_state.pop(key, None)
    _edit(draft)


def _edit(draft: Draft | None) -> None:
    """Begin the editors anew, on a draft as it stands."""
    state = st.session_state
    for key in (_UNHEAD_KEY, _MENDED_KEY, _DRAWN_KEY):
        state.pop(key, None)
    state[_COUNT_KEY] = state.get(_COUNT_KEY, 0) + 1
    state[_DRAFT_KEY] = draft


def _settle(draft: Draft) -> Draft:
    """Keep what was mended where the editors have forgotten it."""
    state = st.session_state
    mended: Draft | None = state.get(_MENDED_KEY)
    language, key = state.get(_DRAWN_KEY, (None, None))
    if mended is None or (language == current_language() and key in state):
        return draft
    _edit(mended)
    return mended


def mend_draft(draft: Draft) -> Draft | None:
    """Show what was understood and let it be mended; None while it cannot be read."""
    draft = _choose_table(_settle(draft))
    if not draft.is_shaped:
        draft = _explain_unknown(draft)
    meant = _mend_columns(draft)
    if not (meant or draft).is_shaped:
        return None
    key = f"import_system_{st.session_state[_COUNT_KEY]}"
    shaped = choose_system(meant or draft, key)
    table = read_draft(shaped)
    show_check(table, _take_fit)
    st.subheader(say("Rows: {count}", count=len(table.rows)))
    mended = _mend_cells(shaped, table)
    st.session_state[_MENDED_KEY] = mended
    show_understood(read_draft(mended), most_rows=_SHOWN_ROWS)
    return mended if meant else None


def _take_fit(fit: Fit) -> None:
    """Read the coordinates as they fit the districts; what was mended is kept."""
    draft: Draft = st.session_state[_MENDED_KEY].take_system(fit.system)
    _edit(draft.swap_axes() if fit.is_swapped else draft)


def read_draft(draft: Draft) -> Table:
    """Read a draft, or recall what was read of it before."""
    reads: list[tuple[Draft, Table]] = st.session_state.setdefault(_READ_KEY, [])
    for known, table in reads:
        if known == draft:
            return table
    reads.insert(0, (draft, draft.read()))
    del reads[_READS:]
    return reads[0][1]


def _explain_unknown(draft: Draft) -> Draft:
    """Ask what the columns of a table mean whose headings are not known."""
    st.warning(
        say(
            "No heading of this table is known here. Say below which column names the "
            "parks or zones, and what the others mean."
        )
    )
    has_none = st.checkbox(
        say("The first line is a row, the table has no headings"), key=_UNHEAD_KEY
    )
    return draft.unhead() if has_none else draft


def _choose_table(draft: Draft) -> Draft:
    if len(draft.tables) == 1:
        return draft
    number = st.selectbox(
        say("The file holds {count} tables of parks", count=len(draft.tables)),
        range(1, len(draft.tables) + 1),
        index=draft.number - 1,
        format_func=lambda number: _name_table(draft, number),
        key=_TABLE_KEY,
    )
    if number == draft.number:
        return draft
    taken: Draft = st.session_state.get(_MENDED_KEY, draft).take(number)
    _edit(taken)
    return taken


def _name_table(draft: Draft, number: int) -> str:
    """Name a table by its number, its title or else its headings, and its size."""
    table = draft.tables[number - 1]
    title = table.title or " ".join(filter(None, table.headings))
    rows = count_rows(len(table.rows))
    return f"{number} · {excerpt(' '.join(title.split()))} · {rows}"


def _key_editor(name: str, draft: Draft) -> str:
    count, is_bare = st.session_state[_COUNT_KEY], not any(draft.raw.headings)
    return f"import_{name}_{count}_{is_bare}_{current_language()}"


def _mend_columns(draft: Draft) -> Draft | None:
    language = current_language()
    names = {field: head(field, language) for field in FIELDS}
    samples = [
        " | ".join(filter(None, (row[place] for row in draft.raw.rows[:_SAMPLE_CELLS])))
        for place in range(len(draft.raw.headings))
    ]
    shown = pd.DataFrame(
        {
            say("Heading"): _name_headings(draft),
            say("Means"): [
                names.get(field or "", _NOTHING) for field in draft.meanings
            ],
            say("First cells"): samples,
        }
    )
    key = _key_editor("columns", draft)
    st.session_state[_DRAWN_KEY] = language, key
    mended = st.data_editor(
        shown,
        key=key,
        hide_index=True,
        disabled=[say("Heading"), say("First cells")],
        column_config={
            say("Means"): st.column_config.SelectboxColumn(
                options=[_NOTHING, *names.values()], required=True
            )
        },
    )
    fields = {name: field for field, name in names.items()}
    try:
        return draft.mend_columns([fields.get(name) for name in mended[say("Means")]])
    except RepeatedColumnError as error:
        name = names[str(error.facts["field"])]
        st.error(say("Two columns are given as {name}: choose one of them.", name=name))
    except ParksError as error:
        st.error(explain(error))
    return None


def _mend_cells(draft: Draft, table: Table) -> Draft:
    """Show the cells as written, with the doubts of each row before them."""
    doubts = _gather_doubts(table)
    kept = table.places[:_SHOWN_ROWS]
    headings = _name_headings(draft)
    cells = pd.DataFrame(
        [[text or "" for text in draft.raw.rows[place]] for place in kept],
        columns=headings,
        dtype=object,
    )
    cells.insert(0, say("Doubts"), [doubts.get(at, "") for at in range(len(kept))])
    mended = st.data_editor(
        cells,
        key=_key_editor("cells", draft),
        hide_index=True,
        disabled=[say("Doubts")],
    )
    before, after = (
        frame[headings].to_numpy(dtype=object) for frame in (cells, mended)
    )
    changed = {
        (kept[at], place): str(after[at, place] or "")
        for at, place in np.argwhere(before != after).tolist()
    }
    if len(table.rows) > len(kept):
        st.text(say("Only the first {count} rows are shown here.", count=len(kept)))
    if not changed:
        return draft
    st.text(say("Cells mended: {count}", count=len(changed)))
    return draft.mend_cells(changed)


def _name_headings(draft: Draft) -> list[str]:
    """Name each column once: the editor tells columns by their names."""
    return [
        f"{place} {' '.join(text.split())}".strip()
        for place, text in enumerate(draft.raw.headings, 1)
    ]


def _gather_doubts(table: Table) -> dict[int, str]:
    """Name for each row, by its position, the columns in doubt."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for problem in table.problems:
        if problem.place is not None:
            column = head(problem.column or "the row", current_language())
            found[problem.place][column] = None
    return {place: "⚠ " + enumerate_words(names) for place, names in found.items()}

"""The corrections of this visit, each table's own by themselves."""

from dataclasses import replace
from typing import Final

import streamlit as st

from parks.corrections import Correction, correct, recall_location
from parks.edition import Edition

_KEPT_KEY: Final = "corrections"
"""The corrections of each table, by the key of its edition."""
_MADE_KEY: Final = "corrected"
"""The edition corrected last: what it was made of, and itself."""


def recall_corrections(edition: Edition) -> tuple[Correction, ...]:
    """Give what this visit corrected in a table, in the order it was done."""
    kept: dict[str, tuple[Correction, ...]] = st.session_state.get(_KEPT_KEY, {})
    return kept.get(edition.key, ())


def find_correction(edition: Edition, park_id: str) -> Correction | None:
    """Find the correction of a park, if this visit made one."""
    for correction in recall_corrections(edition):
        if correction.park_id == park_id:
            return correction
    return None


def keep_correction(edition: Edition, correction: Correction) -> None:
    """Keep a correction in the place of an earlier one of the same park."""
    others = _without(edition, correction.park_id)
    _keep(edition, (*others, correction))


def undo_correction(edition: Edition, park_id: str) -> None:
    """Put a park back to where its table's edition has it."""
    _keep(edition, _without(edition, park_id))


def carry_corrections(before: Edition, after: Edition) -> None:
    """
    Take corrections over to a table that was mended or placed anew.

    Only those of parks that it still has: the old place is then the one it has now.
    """
    corrections = recall_corrections(before)
    if not corrections or before.table.source.name != after.table.source.name:
        return
    names = dict(zip(before.parks["park_id"], before.parks["name"], strict=True))
    there = {
        key: position
        for position, key in enumerate(
            zip(after.parks["park_id"], after.parks["name"], strict=True)
        )
    }
    for each in corrections:
        position = there.get((each.park_id, names.get(each.park_id)))
        if position is not None:
            old = recall_location(after, position)
            keep_correction(after, replace(each, old=old))


def apply_corrections(edition: Edition) -> Edition:
    """Give an edition as this visit corrected it; itself if nothing was corrected."""
    corrections = recall_corrections(edition)
    if not corrections:
        return edition
    made = st.session_state.get(_MADE_KEY)
    if made is None or made[0] is not edition or made[1] != corrections:
        made = edition, corrections, correct(edition, corrections)
        st.session_state[_MADE_KEY] = made
    corrected: Edition = made[2]
    return corrected


def _without(edition: Edition, park_id: str) -> tuple[Correction, ...]:
    return tuple(c for c in recall_corrections(edition) if c.park_id != park_id)


def _keep(edition: Edition, corrections: tuple[Correction, ...]) -> None:
    kept = st.session_state.get(_KEPT_KEY, {})
    st.session_state[_KEPT_KEY] = {**kept, edition.key: corrections}

"""The parks that a visit starred, a list a table: kept in order and in the link."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from parks.asked import find_member
from parks.comparison import Kind
from parks.edition import Edition
from parks.errors import FilterError, ManyStarredError
from views._session import go_to_page
from views._words import say

STAR_OPTION: Final = "star"
"""The option of the map's link that holds a starred park."""
MOST_STARRED: Final = 100
"""As many as a list to send has any use for, and an address has room for."""
_KEY: Final = "shortlist"
"""The starred parks of each table, by the key of its edition."""
_WRITTEN_KEY: Final = "shortlist_written"
"""For the parks of each address that was written the edition they are of."""
_MOST_WRITTEN: Final = 50
"""Addresses that one goes back to."""


def recall_starred(edition: Edition) -> tuple[str, ...]:
    """Give the ids of a table's starred parks in order, as far as it has them."""
    starred = _recall_all().get(edition.key, ())
    return tuple(park for park in starred if park in edition.positions)


def keep_starred(edition: Edition, ids: Iterable[str]) -> None:
    """Keep exactly these parks of a table starred, each once; others' stay."""
    kept = tuple(dict.fromkeys(ids))[:MOST_STARRED]
    st.session_state[_KEY] = {**_recall_all(), edition.key: kept}


def carry_starred(before: Edition, after: Edition) -> None:
    """Take the stars over to a table that was mended or placed anew."""
    if before.table.source.name == after.table.source.name:
        keep_starred(
            after, (park for park in recall_starred(before) if park in after.positions)
        )


def toggle_star(edition: Edition, park_id: str) -> None:
    """Star a park, or take its star away."""
    starred = recall_starred(edition)
    if park_id in starred:
        keep_starred(edition, (park for park in starred if park != park_id))
    else:
        keep_starred(edition, (*starred, park_id))


def remember_written(edition: Edition, ids: Sequence[str]) -> None:
    """Remember of which table the parks are that an address says."""
    written: dict[tuple[str, ...], str] = st.session_state.get(_WRITTEN_KEY, {})
    told = {key: value for key, value in written.items() if key != tuple(ids)}
    newest = [*told.items(), (tuple(ids), edition.key)][-_MOST_WRITTEN:]
    st.session_state[_WRITTEN_KEY] = dict(newest)


def read_starred(
    given: Mapping[str, Sequence[str]],
    edition: Edition,
    *,
    option: str = STAR_OPTION,
    is_whole: bool = False,
) -> list[FilterError]:
    """
    Take the starred parks of a link over.

    An address that this visit wrote for another table says nothing of this one's.

    Parameters
    ----------
    given
        The options of the link.
    edition
        Whose parks are meant, by id, or by name if only one bears it.
    option
        The one that holds them.
    is_whole
        Whether a link without any means that none is starred.

    Returns
    -------
    list of FilterError
        The parks that this table has not, and how many a shortlist has no room for.
    """
    asked = [text.strip() for text in given.get(option, []) if text.strip()]
    written = st.session_state.get(_WRITTEN_KEY, {}).get(tuple(asked), edition.key)
    if written != edition.key or not (asked or is_whole):
        return []
    found = _find_parks(edition, dict.fromkeys(asked))
    known = dict.fromkeys(park for park in found.values() if park)
    keep_starred(edition, known)
    errors = [
        FilterError(option=option, value=text, known="…")
        for text, park in found.items()
        if not park
    ]
    if (left := len(known) - MOST_STARRED) > 0:
        last = list(known)[-1]
        many = ManyStarredError(
            option=option, value=last, most=MOST_STARRED, count=left
        )
        errors.append(many)
    return errors


def _recall_all() -> dict[str, tuple[str, ...]]:
    starred: dict[str, tuple[str, ...]] = st.session_state.get(_KEY, {})
    return starred


def _find_parks(edition: Edition, texts: Iterable[str]) -> dict[str, str]:
    """Find the ids of parks; no text beyond as many as fit is looked up as a name."""
    ids = edition.parks["park_id"]
    found = {}
    for at, text in enumerate(texts):
        position = edition.positions.get(text)
        if position is None and at < MOST_STARRED:
            position = find_member(edition, Kind.PARK, text)
        found[text] = "" if position is None else str(ids.iloc[position])
    return found


def say_star(edition: Edition, park_id: str) -> str:
    """Say what a press on a park's star does."""
    is_starred = park_id in recall_starred(edition)
    return say("Take off the shortlist") if is_starred else say("Put on the shortlist")


def offer_star(edition: Edition, park_id: str) -> None:
    """Draw the button that stars a park, or takes its star away."""
    starred = recall_starred(edition)
    is_starred = park_id in starred
    st.button(
        say_star(edition, park_id),
        icon=":material/star:" if is_starred else ":material/star_border:",
        on_click=toggle_star,
        args=(edition, park_id),
        disabled=not is_starred and len(starred) >= MOST_STARRED,
        help=say("At most {count} parks stand on a shortlist.", count=MOST_STARRED),
        key="star_park",
    )


def show_starred(edition: Edition) -> None:
    """Show how many parks are starred, once there are any, and the way to them."""
    starred = recall_starred(edition)
    if not starred:
        return
    said = (
        say("★ 1 park on the shortlist")
        if len(starred) == 1
        else say("★ {count} parks on the shortlist", count=len(starred))
    )
    if st.button(said, key="open_shortlist", width="stretch"):
        go_to_page("shortlist_page.py")

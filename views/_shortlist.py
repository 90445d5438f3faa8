"""The parks that a visit starred: kept in order, in the link, and what comes next."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from parks.edition import Edition
from parks.errors import FilterError
from views._session import go_to_page
from views._words import say

STAR_OPTION: Final = "star"
"""The option of the map's link that holds a starred park."""
MOST_STARRED: Final = 100
"""As many as a list to send has any use for, and an address has room for."""
_KEY: Final = "shortlist"


def recall_starred(edition: Edition) -> tuple[str, ...]:
    """Give the ids of the starred parks in order, as far as the table has them."""
    starred: tuple[str, ...] = st.session_state.get(_KEY, ())
    return tuple(park for park in starred if park in edition.positions)


def keep_starred(ids: Iterable[str]) -> None:
    """Keep exactly these parks starred, each once."""
    st.session_state[_KEY] = tuple(dict.fromkeys(ids))[:MOST_STARRED]


def toggle_star(edition: Edition, park_id: str) -> None:
    """Star a park, or take its star away."""
    starred = recall_starred(edition)
    if park_id in starred:
        keep_starred(park for park in starred if park != park_id)
    else:
        keep_starred((*starred, park_id))


def read_starred(
    given: Mapping[str, Sequence[str]],
    edition: Edition,
    *,
    option: str = STAR_OPTION,
    is_whole: bool = False,
) -> list[FilterError]:
    """
    Take the starred parks of a link over.

    Parameters
    ----------
    given
        The options of the link.
    edition
        Whose parks are meant, by id.
    option
        The one that holds them.
    is_whole
        Whether a link without any means that none is starred.

    Returns
    -------
    list of FilterError
        The parks that this table has not.
    """
    asked = [text.strip() for text in given.get(option, []) if text.strip()]
    if not asked and not is_whole:
        return []
    keep_starred(park for park in asked if park in edition.positions)
    return [
        FilterError(option=option, value=text, known="…")
        for text in dict.fromkeys(asked)
        if text not in edition.positions
    ]


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

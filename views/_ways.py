"""The ways between the map and the pages of parks and comparisons."""

from collections.abc import Mapping, Sequence

import streamlit as st

from parks.comparison import Kind
from parks.edition import Edition
from parks.filter import Filter
from parks.language import Language
from views._link import goes_through_history, read_query, take_language
from views._session import (
    PARK_KEY,
    clear_filter,
    current_filter,
    go_to_page,
    set_filter,
)
from views._words import current_language


def open_park(park_id: str) -> None:
    """Open the page of a park."""
    go_to_page("park_page.py", _speak({"park": [park_id]}))


def open_sector(sector_id: str) -> None:
    """Open the page of sectors at one of them, or at all for an empty id."""
    options = {"sector": [sector_id]} if sector_id else {}
    go_to_page("sectors_page.py", _speak(options))


def open_comparison(kind: Kind, ids: Sequence[str]) -> None:
    """Open the comparison of parks or zones."""
    go_to_page("compare_page.py", _speak({kind.value: list(ids)}))


def open_brief(options: Mapping[str, Sequence[str]]) -> None:
    """Open the brief that these options of its address name."""
    given = {name: list(values) for name, values in options.items()}
    go_to_page("brief_page.py", _speak(given))


def open_policy(title: str) -> None:
    """Open the page of policies at a document."""
    go_to_page("policies_page.py", _speak({"policy": [title]}))


def open_downloads(filter_: Filter) -> None:
    """Open the page of downloads for what a filter chooses."""
    go_to_page("download_page.py", _speak(filter_.to_options()))


def show_on_map(edition: Edition, index: int) -> None:
    """Go to the map with a park selected, and shown whatever its filter was."""
    if not current_filter().select(edition)[index]:
        clear_filter()
    park_id = str(edition.parks["park_id"].iloc[index])
    st.session_state[PARK_KEY] = park_id
    # A visit that begins at another page reads the map's address when it gets there.
    options = {**current_filter().to_options(), "park": [park_id]}
    go_to_page("map_page.py", _speak(options))


def show_filtered(filter_: Filter) -> None:
    """Go to the map with just this filter."""
    set_filter(filter_)
    st.session_state[PARK_KEY] = None
    go_to_page("map_page.py", _speak(filter_.to_options()))


def read_address() -> dict[str, list[str]]:
    """Read the address of this page; going back or forward takes its language over."""
    given = read_query()
    if goes_through_history():
        take_language(given)
    return given


def write_address(options: dict[str, list[str]]) -> None:
    """
    Make the address of this page say what it shows, in the visit's language.

    What is gone back to stays as it is: another entry would let nobody go on back.
    """
    if goes_through_history():
        return
    wished = _speak(options)
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wished != present:
        st.query_params.from_dict(wished)


def _speak(options: dict[str, list[str]]) -> dict[str, list[str]]:
    if current_language() is Language.EN:
        return {**options, "lang": [Language.EN.value]}
    return options

"""What comes out of the import page: a map of this visit and its files."""

from typing import Final

import numpy as np
import streamlit as st

from parks.drafts import Draft, make_map
from parks.edition import Edition
from parks.exports import describe_source
from parks.exports.cleaned_table import write_cleaned_table
from parks.filter import Filter
from parks.model import Row, Table
from parks.wording import list_problems
from views._candidates import report_places
from views._counts import count_parks
from views._data import find_own, keep_own
from views._downloads import offer_download
from views._geocoders import Wish, choose_geocoders, forget_places, place_table
from views._words import current_language, enumerate_words, say

_WANTED_KEY: Final = "import_wanted"
_MADE_KEY: Final = "import_made"
"""The draft that the map of this visit was made of, and how it was placed."""
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def forget_wish() -> None:
    """Wait for the button again: another file has come."""
    for key in (_WANTED_KEY, _MADE_KEY):
        st.session_state.pop(key, None)
    forget_places()


def _wish() -> None:
    st.session_state[_WANTED_KEY] = True


def offer_result(draft: Draft, table: Table) -> None:
    """
    Make the map once it is wanted, and again whenever the draft is mended.

    An edit reaches the page a moment after it is made, even after the click on
    the button: a map that did not follow would silently lack it.
    """
    state = st.session_state
    wish = choose_geocoders()
    st.button(
        say("Make the map"),
        type="primary",
        key="import_map",
        on_click=_wish,
        disabled=not table.rows,
    )
    made = draft, wish
    if state.get(_WANTED_KEY) and table.rows and state.get(_MADE_KEY) != made:
        _make(table, wish)
        state[_MADE_KEY] = made
    own = find_own()
    if own is not None and state.get(_MADE_KEY) is not None:
        report_places(table, wish)
        _offer(own)


def _make(table: Table, wish: Wish) -> None:
    places = place_table(table, wish)
    bar = st.progress(0.0)

    def tell(share: float, row: Row) -> None:
        name = row.zone or enumerate_words(row.parks)
        bar.progress(share, say("Row {seq}: {name}", seq=row.seq, name=name))

    keep_own(make_map(table, tell, places))
    bar.empty()


def _say_places(own: Edition) -> None:
    """Say how many parks have no place, and list the places in doubt."""
    placeless = int(own.parks.geometry.isna().sum())
    if placeless:
        st.text("⚠ " + say("Parks without a known place: {count}", count=placeless))
    doubts = [p for p in own.table.problems if p.code.startswith("place-")]
    if doubts:
        st.text("⚠ " + say("Places in doubt: {count}", count=len(doubts)))
        st.dataframe(list_problems(doubts, current_language()), hide_index=True)


def _offer(own: Edition) -> None:
    name, count = own.table.source.name, len(own.parks)
    st.text(say("{parks} of {name}", parks=count_parks(count), name=name))
    _say_places(own)
    st.page_link("map_page.py", label=say("Open the map"), icon=":material/map:")
    everything = np.ones(count, dtype=bool)
    offer_download(own, Filter(), everything, "geojson")
    language = current_language()

    def write() -> bytes:
        about = describe_source(own, Filter(), everything, language)
        return write_cleaned_table(own, language=language, about=about)

    st.download_button(
        say("Download the cleaned table as Excel"),
        data=write,
        file_name="table.xlsx",
        mime=_EXCEL,
        on_click="ignore",
        key="download_cleaned",
        width="stretch",
    )

"""
The address of the map page: what a link says of the filter, and how it is read.

The address is written by the map's frame alone, which adds what only the browser
knows: the view, the layers and the basemap. It is read here when a visit begins and
when its reader goes back or forward.
"""

from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from parks.edition import Edition
from parks.errors import FilterError
from parks.filter import Filter
from parks.language import Language
from views._session import PARK_KEY, set_filter
from views._words import LANGUAGE_KEY, current_language

LINK_KEY: Final = "link"
"""The filter's part of the address, as the page says it now."""
_READ_KEY: Final = "link_read"


def read_link(edition: Edition) -> list[FilterError]:
    """
    Take the address's choices over when a visit begins, goes back or forward.

    Returns
    -------
    list of FilterError
        The values that mean nothing; the others are taken all the same.
    """
    is_first = _READ_KEY not in st.session_state
    if not (is_first or _goes_through_history()):
        return []
    st.session_state[_READ_KEY] = True
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    filter_, errors = Filter.parse_leniently(given, edition)
    set_filter(filter_)
    park = given.get("park", [""])[-1]
    is_known = bool((edition.parks["park_id"] == park).any())
    st.session_state[PARK_KEY] = park if is_known else None
    if not is_first:
        asked = given.get("lang", [Language.ZH.value])[-1]
        st.session_state[LANGUAGE_KEY] = (
            Language.EN if asked == Language.EN else Language.ZH
        )
    return errors


def write_link(filter_: Filter) -> str:
    """
    Say as a query what is shown; the map's frame puts it into the address.

    A copy of the address shows the same parks, the same one selected, in the same
    language.
    """
    wished = filter_.to_options()
    if park := st.session_state.get(PARK_KEY):
        wished["park"] = [park]
    if current_language() is Language.EN:
        wished["lang"] = [Language.EN.value]
    st.session_state[LINK_KEY] = wished
    return urlencode(wished, doseq=True)


def _goes_through_history() -> bool:
    """Tell whether this run answers the browser's back or forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation

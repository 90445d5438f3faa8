"""
The address of the map page: what a link says of the filter, and how it is read.

The address is written by the map's frame alone, which adds what only the browser
knows: the view, the layers and the basemap. It is read here when a visit begins and
when its reader goes back or forward.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import get_script_run_ctx

from layers import check_display
from parks.edition import Edition
from parks.errors import AbsentValueError, FilterError, ManyStarredError
from parks.filter import Filter
from parks.language import Language
from views import LEFT_KEY
from views._data import list_basemap_ids
from views._errors import explain
from views._near_point import read_near, write_near
from views._session import PARK_KEY, set_filter
from views._shortlist import (
    STAR_OPTION,
    read_starred,
    recall_starred,
    remember_written,
)
from views._words import LANGUAGE_KEY, current_language, enumerate_words, say

LINK_KEY: Final = "link"
"""The filter's part of the address, as the page says it now."""
_READ_KEY: Final = "link_read"
_LEFT_KEY: Final = "link_left"
_LONG: Final = 9
"""Digits of a number that nobody counted."""
_MOST_NAMED: Final = 3
_LONGEST_VALUE: Final = 24
"""Characters of a link's value that are repeated on the page."""
OPTION_NAMES: Final = MappingProxyType(
    {
        "district": "District",
        "sector": "Sector",
        "role": "Taken up as",
        "match": "Sectors wanted",
        "zone": "Zone",
        "policy": "Policy basis",
        "precision": "Place",
        "q": "Search",
        "bbox": "Drawn box",
        "within": "Drawn area",
        "id": "Park",
        "park": "Park",
        "star": "Shortlist",
        "near": "Nearest parks",
        "layers": "Layers",
        "colour": "Colour",
        "size": "Size",
        "shade": "Shading",
        "basemap": "Basemap",
        "at": "View",
    }
)
"""What the options of a link are called on the page."""


def read_link(edition: Edition) -> list[FilterError]:
    """
    Take the address's choices over when a visit begins, goes back or forward.

    Returns
    -------
    list of FilterError
        The values that mean nothing, which are left out, and those that nothing in
        this table has (`AbsentValueError`), which are not.
    """
    is_first = _READ_KEY not in st.session_state
    if not (is_first or goes_through_history()):
        return []
    st.session_state[_READ_KEY] = True
    given = read_query()
    filter_, errors = Filter.parse_leniently(given, edition)
    set_filter(filter_)
    park = given.get("park", [""])[-1]
    is_known = park in edition.positions
    if park and not is_known:
        errors.append(FilterError(option="park", value=park, known="…"))
    st.session_state[PARK_KEY] = park if is_known else None
    if not is_first:
        take_language(given)
    errors += read_near(given)
    errors += read_starred(given, edition, is_whole=not is_first)
    errors += check_display(given, edition, basemaps=list_basemap_ids())
    st.session_state[_LEFT_KEY] = _read_left(given)
    return [*errors, *filter_.list_absent(edition)]


def _read_left(given: Mapping[str, Sequence[str]]) -> int:
    """Read how many values were left out before the link came here."""
    text = given.get(LEFT_KEY, [""])[-1]
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONG else 0


def show_left_out(errors: Sequence[FilterError]) -> None:
    """Say in one quiet line what of the link was not understood or is not here."""
    absent = [error for error in errors if isinstance(error, AbsentValueError)]
    many = [error for error in errors if isinstance(error, ManyStarredError)]
    told = {*absent, *many}
    unknown = [error for error in errors if error not in told]
    said = []
    # Said once, as all else of a link is.
    if left := st.session_state.pop(_LEFT_KEY, 0):
        said.append(
            say(
                "The link was too long; values of it that were left out: {count}.",
                count=left,
            )
        )
    if unknown:
        values = _enumerate(unknown)
        said.append(
            say("Not understood in the link and left out: {values}.", values=values)
        )
    if absent:
        said.append(say("Not in this table: {values}.", values=_enumerate(absent)))
    said += map(explain, many)
    if said:
        line = Markup("<p class='pa-quiet-line' role='note'>{}</p>").format(
            " ".join(said)
        )
        st.html(line)


def _enumerate(errors: Sequence[FilterError]) -> str:
    named = [
        f"{_name_option(error.facts['option'])} “{_cut(error.facts['value'])}”"
        for error in errors[:_MOST_NAMED]
    ]
    values = enumerate_words(named)
    more = len(errors) - len(named)
    return (
        say("{values} and {count} more", values=values, count=more) if more else values
    )


def _name_option(option: object) -> str:
    name = OPTION_NAMES.get(str(option))
    return _cut(option) if name is None else say(name)


def _cut(value: object) -> str:
    line = " ".join(str(value).split())
    return line if len(line) <= _LONGEST_VALUE else f"{line[:_LONGEST_VALUE]}…"


def write_link(edition: Edition, filter_: Filter) -> str:
    """
    Say as a query what is shown; the map's frame puts it into the address.

    A copy of the address shows the same parks, the same one selected, in the same
    language.
    """
    wished = filter_.to_options()
    if park := st.session_state.get(PARK_KEY):
        wished["park"] = [park]
    if near := write_near():
        wished["near"] = near
    starred = recall_starred(edition)
    remember_written(edition, starred)
    if starred:
        wished[STAR_OPTION] = list(starred)
    if current_language() is Language.EN:
        wished["lang"] = [Language.EN.value]
    st.session_state[LINK_KEY] = wished
    return urlencode(wished, doseq=True)


def read_query() -> dict[str, list[str]]:
    """Read the address; of one with over a thousand values Streamlit gives none."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def take_language(given: Mapping[str, Sequence[str]]) -> None:
    """Take the language of an address over, Chinese where it names none."""
    asked = given.get("lang", [Language.ZH.value])[-1]
    st.session_state[LANGUAGE_KEY] = (
        Language.EN if asked == Language.EN else Language.ZH
    )


def goes_through_history() -> bool:
    """Tell whether this run answers the browser's back or forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation

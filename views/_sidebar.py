"""The sidebar: language, and the filter with how many parks each choice shows."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from parks.edition import Edition
from parks.facets import Facets, count_facets
from parks.filter import OPTIONS, ROLES, Filter
from parks.language import Language
from parks.places import PRECISION_WORDS, PRECISIONS
from parks.sectors import read_taxonomy
from parks.wording import name_district, name_sector
from views._data import find_own, published_edition
from views._facet import Facet, choose_some
from views._session import (
    CHOICE_KEY,
    clear_choices,
    clear_filter,
    current_filter,
    set_filter,
)
from views._words import LANGUAGE_KEY, current_language, say

_LANGUAGES: Final = {Language.ZH: "中文", Language.EN: "English"}
_ROLE_WORDS: Final = {
    "any": "Either",
    "focus": "Focus",
    "mention": "Mentioned",
}


def choose_language() -> None:
    """Draw the language switch."""
    st.segmented_control(
        "语言 · Language",
        list(_LANGUAGES),
        format_func=_LANGUAGES.__getitem__,
        default=None if LANGUAGE_KEY in st.session_state else Language.ZH,
        key=LANGUAGE_KEY,
        label_visibility="collapsed",
        required=True,
    )


def choose_edition() -> None:
    """Draw the way to the import page, and the choice once something is imported."""
    own = find_own()
    if own is not None:
        names = {False: published_edition().table.source.name, True: ""}
        names[True] = own.table.source.name
        st.radio(
            say("Table"),
            list(names),
            format_func=names.__getitem__,
            key=CHOICE_KEY,
            on_change=clear_choices,
        )
    st.page_link(
        "import_page.py", label=say("Import a table"), icon=":material/upload_file:"
    )


def link_quality() -> None:
    """Draw the way to the page of data quality."""
    st.page_link(
        "quality_page.py", label=say("Data quality"), icon=":material/fact_check:"
    )


def choose_filter(edition: Edition) -> None:
    """Draw the filter's widgets."""
    filter_ = current_filter()
    facets = count_facets(edition, filter_)
    lists = _list_facets(edition, filter_, facets)
    choose_some([facet for facet in lists if facet.options], _take)
    st.button(
        say("Clear the filter"),
        on_click=clear_filter,
        disabled=filter_ == Filter(),
        width="stretch",
    )


def _list_facets(edition: Edition, filter_: Filter, facets: Facets) -> list[Facet]:
    language = current_language()
    taken = frozenset().union(*edition.sector_rows("any"))
    present = set(edition.parks["precision"])
    return [
        Facet(
            "district",
            say("District"),
            edition.district_names,
            partial(name_district, language=language),
            filter_.districts,
            facets.districts,
        ),
        Facet(
            "sector",
            say("Sector"),
            [sector.id for sector in read_taxonomy() if sector.id in taken],
            partial(name_sector, language=language),
            filter_.sectors,
            facets.sectors,
        ),
        Facet(
            "role",
            say("Taken up as"),
            ROLES,
            lambda role: say(_ROLE_WORDS[role]),
            [filter_.role],
            is_single=True,
            note=say(
                "The table names sectors for a zone's row; each park of the zone "
                "inherits them."
            ),
        ),
        Facet(
            "precision",
            say("How well the place is known"),
            [name for name in PRECISIONS if name in present],
            lambda name: say(PRECISION_WORDS[name]),
            filter_.precisions,
            facets.precisions,
        ),
    ]


def _take(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Choose what the lists say; what they do not show stays."""
    changed: dict[str, Any] = {
        OPTIONS[option]: values[0] if option == "role" else values
        for option, values in chosen.items()
    }
    set_filter(replace(current_filter(), **changed))

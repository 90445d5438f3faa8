"""The sidebar: language, and the filter with how many parks each choice shows."""

from functools import partial
from typing import Final

import streamlit as st

from parks.edition import Edition
from parks.facets import Facets, count_facets
from parks.filter import ROLES, Filter
from parks.language import Language
from parks.places import PRECISION_WORDS, PRECISIONS
from parks.sectors import read_taxonomy
from parks.wording import name_district, name_sector
from views._facet import choose_some
from views._session import LINK_ONLY, WIDGETS, clear_filter, current_filter, drop_linked
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


def choose_filter(edition: Edition) -> None:
    """Draw the filter's widgets."""
    filter_ = current_filter()
    facets = count_facets(edition, filter_)
    language = current_language()
    st.text_input(
        say("Search"),
        key=WIDGETS["q"],
        placeholder=say("Name, zone, direction, policy"),
        help=say("Also by pinyin and initials: szwkjsty finds 深圳湾科技生态园."),
    )
    choose_some(
        say("District"),
        edition.district_names,
        key=WIDGETS["district"],
        name=partial(name_district, language=language),
        counts=facets.districts,
    )
    _choose_sectors(edition, facets)
    present = set(edition.parks["precision"])
    choose_some(
        say("How well the place is known"),
        [name for name in PRECISIONS if name in present],
        key=WIDGETS["precision"],
        name=lambda name: say(PRECISION_WORDS[name]),
        counts=facets.precisions,
    )
    _offer_linked(filter_)
    st.button(
        say("Clear the filter"),
        on_click=clear_filter,
        disabled=filter_ == Filter(),
        width="stretch",
    )


def _choose_sectors(edition: Edition, facets: Facets) -> None:
    taken = frozenset().union(*edition.sector_rows("any"))
    choose_some(
        say("Sector"),
        [sector.id for sector in read_taxonomy() if sector.id in taken],
        key=WIDGETS["sector"],
        name=partial(name_sector, language=current_language()),
        counts=facets.sectors,
    )
    st.segmented_control(
        say("Taken up as"),
        list(ROLES),
        key=WIDGETS["role"],
        format_func=lambda role: say(_ROLE_WORDS[role]),
        required=True,
        help=say(
            "The table names sectors for a zone's row; each park of the zone "
            "inherits them."
        ),
    )


def _offer_linked(filter_: Filter) -> None:
    """Show the choices that came by the link, each with a way to take it away."""
    for option, values in filter_.to_options().items():
        if option in LINK_ONLY:
            st.button(
                f"✕ {option}: {len(values)}",
                key=f"drop_{option}",
                help=say("Take this part of the link's filter away"),
                on_click=drop_linked,
                args=(option,),
            )
            st.text("\n".join(values))

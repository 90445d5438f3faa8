"""The sidebar: language, menu, and the filter with the parks behind each choice."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from parks.edition import Edition
from parks.facets import count_facets
from parks.filter import OPTIONS, Filter
from parks.filter_lists import list_counts, list_options, name_option
from parks.filter_words import (
    name_box,
    name_picked,
    name_policy,
    name_query,
    name_shape,
)
from parks.language import Language
from views._data import current_edition, find_own, published_edition
from views._facet import choose_of_lists
from views._menu import show_menu
from views._session import CHOICE_KEY, clear_choices, current_filter, set_filter
from views._words import LANGUAGE_KEY, current_language, say

_LANGUAGES: Final = {Language.ZH: "中文", Language.EN: "English"}


def begin_sidebar() -> None:
    """Draw the language switch and the menu."""
    st.segmented_control(
        "语言 · Language",
        list(_LANGUAGES),
        format_func=_LANGUAGES.__getitem__,
        default=None if LANGUAGE_KEY in st.session_state else Language.ZH,
        key=LANGUAGE_KEY,
        label_visibility="collapsed",
        required=True,
    )
    show_menu()


def choose_edition() -> None:
    """Draw the choice of a table once something is imported."""
    own = find_own()
    if own is None:
        return
    names = {False: published_edition().table.source.name, True: own.table.source.name}
    st.radio(
        say("Table"),
        list(names),
        format_func=names.__getitem__,
        key=CHOICE_KEY,
        on_change=clear_choices,
    )


def choose_filter(edition: Edition) -> None:
    """Draw what is chosen, and the lists to choose from."""
    filter_ = current_filter()
    language = current_language()
    asked = urlencode({"edition": edition.key, "lang": language.value})
    choose_of_lists(
        f"/lists?{asked}",
        partial(_read_state, edition, filter_),
        _list_chips(edition, filter_),
        _take,
    )


def _read_state(
    edition: Edition, filter_: Filter, opened: Collection[str]
) -> dict[str, object]:
    """Tell what is chosen and what is counted; of all else nothing is sent."""
    facets = count_facets(edition, filter_)
    options = filter_.to_options()
    options["district"] = list(filter_.districts)
    state: dict[str, dict[str, object]] = {
        option: {"chosen": options[option]} for option in OPTIONS if options.get(option)
    }
    for option in list_options(edition):
        if option in opened:
            counts = list_counts(edition, facets, option)
            state.setdefault(option, {})["counts"] = counts
    return dict(state)


def _list_chips(edition: Edition, filter_: Filter) -> list[dict[str, object]]:
    """Name the choices that stand in no list: drawn, picked, typed, or not here."""
    language = current_language()
    counted = list_options(edition)
    chips = [
        (option, [value], name_option(option, value, language))
        for option, known in counted.items()
        for value in getattr(filter_, OPTIONS[option])
        if value not in known and option != "policy"
    ]
    chips += [
        ("policy", [value], name_policy(value, edition, language))
        for value in filter_.policies
        if value not in counted["policy"]
    ]
    chips += [
        ("within", [shape.to_text()], name_shape(shape, language))
        for shape in filter_.within
    ]
    if filter_.query:
        chips.append(("q", [filter_.query], name_query(filter_.query, language)))
    if filter_.bbox:
        box = filter_.to_options()["bbox"]
        chips.append(("bbox", box, name_box(language)))
    if filter_.ids:
        picked = name_picked(len(filter_.ids), language)
        chips.append(("id", list(filter_.ids), picked))
    return [dict(zip(("key", "values", "text"), chip, strict=True)) for chip in chips]


def _take(chosen: Mapping[str, Sequence[str]]) -> None:
    """Choose what the lists say; what did not change stays."""
    options = {**current_filter().to_options(), **chosen}
    filter_, _ = Filter.parse_leniently(options, current_edition())
    set_filter(filter_)

"""
Lists of choices, each with the number of parks it would show.

Streamlit's own multiselect identifies an option by its label, so that a choice is lost
when the count in the label changes. All lists are one component: each element of a
page costs time at every change.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from views._component import declare
from views._words import say

_KEY: Final = "facets"

_mount = declare("parkatlas_facets", file="facets")


@dataclass(frozen=True, slots=True)
class Facet:
    """
    A list of choices.

    Attributes
    ----------
    key
        What the list is called in what the browser tells.
    title
        What is chosen.
    options
        The choices, in the order to list them.
    name
        Names an option for people.
    chosen
        What of it is chosen.
    counts
        How many parks each option would show; None if that says nothing.
    is_single
        Whether exactly one is chosen, the first unless told otherwise.
    note
        What the reader ought to know of it.
    """

    key: str
    title: str
    options: Sequence[str]
    name: Callable[[str], str]
    chosen: Sequence[str]
    counts: Mapping[str, int] | None = None
    is_single: bool = False
    note: str = ""


def choose_some(
    facets: Sequence[Facet], take: Callable[[Mapping[str, tuple[str, ...]]], None]
) -> None:
    """
    Draw the lists.

    Parameters
    ----------
    facets
        The lists, in their order.
    take
        Takes what is chosen now, by the key of its list, before the next run.
    """
    told = _read_told()
    _mount(
        key=_KEY,
        data={
            "find": say("Find in the list"),
            # The browser numbers its clicks, so that the answer to an earlier one
            # cannot undo a later one that is still on its way.
            "answered": told.get("number", 0),
            "lists": [_describe(facet) for facet in facets],
        },
        on_told_change=lambda: take(_sift(facets)),
    )


def _describe(facet: Facet) -> dict[str, object]:
    return {
        "key": facet.key,
        "title": facet.title,
        "note": facet.note,
        "single": facet.is_single,
        "options": [
            [option, facet.name(option), facet.counts and facet.counts[option]]
            for option in facet.options
        ],
        "chosen": list(facet.chosen),
    }


def _read_told() -> dict[str, Any]:
    """Read what the browser told last; nothing before its first click."""
    component = st.session_state.get(_KEY)
    told = component.told if component else None
    return told if isinstance(told, dict) else {}


def _sift(facets: Sequence[Facet]) -> dict[str, tuple[str, ...]]:
    """Keep of what the browser told what the lists hold."""
    chosen = _read_told().get("chosen") or {}
    sifted = {}
    for facet in facets:
        if facet.key in chosen:
            kept = [option for option in facet.options if option in chosen[facet.key]]
            sifted[facet.key] = tuple(
                (kept or facet.options)[:1] if facet.is_single else kept
            )
    return sifted

"""
Lists of choices, each with the number of parks it would show.

Streamlit's own multiselect identifies an option by its label, so that a choice is lost
when the count in the label changes. All lists are one component: each element of a
page costs time at every change.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import streamlit as st

from views._component import declare
from views._words import say

_KEY: Final = "facets"
OPEN_AT_FIRST: Final = ("district", "sector")
"""The lists that a visit begins with open; of the others no counts are told."""
_Taker: TypeAlias = Callable[[Mapping[str, Sequence[str]]], None]

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


def choose_some(facets: Sequence[Facet], take: _Taker) -> None:
    """
    Draw short lists, told with all their words at each run.

    Parameters
    ----------
    facets
        The lists, in their order.
    take
        Takes what is chosen now, by the key of its list, before the next run.
    """
    _mount(
        key=_KEY,
        data={
            "answered": count_taken(),
            "words": {"find": say("Find in the list")},
            "lists": [_describe(facet) for facet in facets],
            "state": {
                facet.key: {
                    "chosen": list(facet.chosen),
                    "counts": facet.counts
                    and [facet.counts[option] for option in facet.options],
                }
                for facet in facets
            },
        },
        on_told_change=lambda: take(_sift(facets)),
    )


def choose_of_lists(
    address: str,
    read_state: Callable[[Collection[str]], Mapping[str, object]],
    chips: Sequence[Mapping[str, object]],
    take: _Taker,
) -> None:
    """
    Draw lists whose words the browser fetches, so that a run tells counts alone.

    Parameters
    ----------
    address
        Of the lists' words, as `parks.filter_lists.describe_lists` has them.
    read_state
        Gives for each list what is chosen, and its counts if it is among the open.
    chips
        Choices that stand in no list: ``key``, ``values`` and ``text`` of each.
    take
        Takes the choices that changed, unchecked, before the next run.
    """
    told = _read_told()
    opened = told.get("open", OPEN_AT_FIRST)
    _mount(
        key=_KEY,
        data={
            # The browser numbers its clicks, so that the answer to an earlier one
            # cannot undo a later one that is still on its way.
            "answered": count_taken(),
            "src": address,
            "open": opened,
            "state": read_state(opened),
            "chips": chips,
            "failed": say("The lists did not come: check the connection and reload."),
        },
        on_told_change=lambda: take(_read_told().get("chosen") or {}),
    )


def count_taken() -> int:
    """Give the number of the browser's last choice that this run knows of."""
    number: int = _read_told().get("number", 0)
    return number


def _describe(facet: Facet) -> dict[str, object]:
    return {
        "key": facet.key,
        "title": facet.title,
        "note": facet.note,
        "single": facet.is_single,
        "options": [(option, facet.name(option)) for option in facet.options],
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

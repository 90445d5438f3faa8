"""The nearest parks to a point, listed beside the map, and the field to type one."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from geodata.errors import StatedError
from geodata.geocoders import TITLES
from geodata.reference_names import parse_system
from parks.edition import Edition
from parks.named_points import NamedPoint, ask_services, read_typed
from parks.nearest import Nearest, NearPark, find_nearest, say_direction, say_distance
from parks.places import PRECISION_NAMES, PRECISION_WORDS
from parks.system_names import name_system
from parks.typed_points import MOST_TYPED, offer_references
from parks.wording import name_district
from views._component import declare
from views._data import current_geocoders
from views._errors import explain
from views._map import fly_to
from views._near_point import (
    Inquiry,
    clear_near,
    current_inquiry,
    current_near,
    keep_inquiry,
    set_near,
)
from views._session import PARK_KEY
from views._words import current_language, say

__all__ = ["clear_near", "current_near", "is_asked", "set_near", "show_nearest"]

_KEY: Final = "nearest"
_ROUGH: Final = frozenset({"street", "zone", "district"})
"""What is known no better than this has no distance worth metres."""
_EMBEDDED: Final = "gazetteer"

_mount = declare("parkatlas_nearest", file="nearest")


def is_asked() -> bool:
    """Tell whether somebody asks for the nearest parks, or is about to."""
    return current_near() is not None or current_inquiry() is not None


def show_nearest(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """
    List the parks nearest to the point that is asked about; nothing if none is.

    Parameters
    ----------
    edition
        Whose parks are meant.
    chosen
        For each park whether it is shown: only those are listed.
    """
    near, inquiry = current_near(), current_inquiry()
    if not is_asked():
        return
    _mount(
        key=_KEY,
        data={
            "title": say("Nearest parks"),
            "close": say("Close"),
            "field": _describe_field(near, inquiry or Inquiry()),
            "offers": [_name_offer(offer) for offer in (inquiry or Inquiry()).offers],
            "said": _say_point(near) if near else "",
            **(_describe_parks(edition, chosen, near) if near else {}),
        },
        on_told_change=lambda: _take(edition),
    )


def _describe_field(near: NamedPoint | None, inquiry: Inquiry) -> dict[str, object]:
    language = current_language()
    references = [
        [name, name_system(parse_system(name), language)]
        for name in offer_references(near.lon if near else None)
    ]
    return {
        "label": say("Coordinate, park, zone or district"),
        "hint": "113.9345, 22.5401",
        "most": MOST_TYPED,
        "text": inquiry.text,
        "references": references,
        "reference": inquiry.reference,
        "reference_label": say("Reference system of a coordinate"),
        "find": say("Find"),
        "services": _offer_services(inquiry),
        "error": _say_failure(inquiry),
        "opened": inquiry.opened,
    }


def _list_services() -> list[str]:
    names = [geocoder.name for geocoder in current_geocoders().geocoders]
    return [name for name in names if name != _EMBEDDED]


def _offer_services(inquiry: Inquiry) -> str:
    """Offer to send the words to services, if the operator set some; never unasked."""
    services = _list_services() if inquiry.is_asked else []
    if not services:
        return ""
    names = " → ".join(TITLES[name] for name in services)
    return say("Send these words to {names}", names=names)


def _say_failure(inquiry: Inquiry) -> str:
    if inquiry.error is not None:
        return explain(inquiry.error)
    if inquiry.is_asked and not inquiry.offers:
        return say("No place of this name is known here: try another, or coordinates.")
    return ""


def _name_offer(offer: NamedPoint) -> str:
    if offer.precision is None:
        return offer.name
    return f"{offer.name} · {say(PRECISION_NAMES[offer.precision])}"


def _say_point(near: NamedPoint) -> str:
    where = f"WGS 84: {near.lon:.6f}, {near.lat:.6f}"
    if not near.name:
        return say("From {where}", where=where)
    words = PRECISION_WORDS.get(near.precision or "", "")
    known = f" · {say(words)}" if words else ""
    return say("From {where}", where=f"{near.name} ({where}){known}")


def _describe_parks(
    edition: Edition, chosen: NDArray[np.bool_], near: NamedPoint
) -> dict[str, object]:
    found = find_nearest(edition, chosen, near.lon, near.lat)
    return {
        "rows": [_describe_park(edition, it) for it in found.parks],
        "notes": _list_notes(edition, found),
    }


def _describe_park(edition: Edition, near: NearPark) -> dict[str, object]:
    park = edition.parks.iloc[near.position]
    language, precision = current_language(), park["precision"]
    where = name_district(park["district"], language), park["zone"]
    return {
        "park": park["park_id"],
        "rank": near.rank,
        "distance": say_distance(near.metres, precision, language),
        "direction": say_direction(near, precision, language),
        "name": park["name"],
        "where": " · ".join(filter(None, where)),
        "precision": say(PRECISION_NAMES.get(precision, "place unknown")),
        "rough": precision in _ROUGH,
        "selected": park["park_id"] == st.session_state.get(PARK_KEY),
    }


def _list_notes(edition: Edition, found: Nearest) -> list[str]:
    notes = []
    if not found.parks:
        notes.append(say("None of the parks shown has a known place."))
    known = {edition.parks["precision"].iloc[it.position] for it in found.parks}
    if known & _ROUGH:
        notes.append(
            say(
                "Straight distances. Where only a road, zone or district is known, the "
                "distance is no better than that: it goes to the point standing for it."
            )
        )
    else:
        notes.append(say("Straight distances on the ground, not by road."))
    if found.even:
        notes.append(say("As far as the last: {count} more.", count=found.even))
    if found.placeless:
        notes.append(say("Not measured, place unknown: {count}", count=found.placeless))
    return notes


def _take(edition: Edition) -> None:
    """Do what the reader asked for in the list."""
    told: Mapping[str, Any] | None = st.session_state[_KEY].told
    if not told:
        return
    if told.get("close"):
        clear_near()
    elif "park" in told:
        _select(edition, str(told["park"]))
    elif "offer" in told:
        _take_offer(int(told["offer"]))
    elif "text" in told:
        typed = str(told["text"]), str(told["reference"])
        _find(edition, *typed, by_service=told["services"])


def _select(edition: Edition, park_id: str) -> None:
    """Select a park and go there."""
    position = edition.positions.get(park_id)
    if position is None:
        return
    st.session_state[PARK_KEY] = park_id
    lon, lat = (float(axis[position]) for axis in edition.coordinates)
    if not math.isnan(lon):
        fly_to(lon, lat)


def _take_offer(number: int) -> None:
    inquiry = current_inquiry() or Inquiry()
    if 0 <= number < len(inquiry.offers):
        _go(replace(inquiry, offers=()), inquiry.offers[number])


def _find(edition: Edition, text: str, reference: str, *, by_service: bool) -> None:
    """Look a text up; what is surely meant is taken, what may be is offered."""
    known = offer_references(None)
    opened = (current_inquiry() or Inquiry()).opened
    kept = reference if reference in known else known[0]
    inquiry = Inquiry(text[:MOST_TYPED], kept, opened=opened)
    try:
        if by_service:
            services = current_geocoders().keep(_list_services())
            found = ask_services(text, services)
        else:
            found = read_typed(text, kept, edition)
    except StatedError as error:
        keep_inquiry(replace(inquiry, error=error))
        return
    is_sure = len(found) == 1 and (not found[0].name or found[0].name == text.strip())
    if is_sure:
        _go(inquiry, found[0])
    else:
        keep_inquiry(replace(inquiry, offers=tuple(found), is_asked=True))


def _go(inquiry: Inquiry, point: NamedPoint) -> None:
    keep_inquiry(replace(inquiry, text=point.name or inquiry.text))
    set_near(point.lon, point.lat, point.name, point.precision)
    fly_to(point.lon, point.lat)

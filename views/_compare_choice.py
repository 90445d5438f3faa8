"""Choosing what is compared: parks or zones, and which; the address holds it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from parks.asked import Asked, read_members
from parks.comparison import MOST, Kind
from parks.edition import Edition
from views._around import name_zone
from views._compared import keep_picked, recall_picked
from views._ways import read_address, write_address
from views._words import say

_KIND_KEY: Final = "compare_kind"
_ADDED_KEY: Final = "compare_added"
_NAMES: Final = {Kind.PARK: "Parks", Kind.ZONE: "Zones"}


def read_choice(edition: Edition) -> Asked:
    """Read from the address what is compared, or from what was picked on the map."""
    given = read_address()
    options = {kind.value: given.get(kind.value, []) for kind in Kind}
    if not any(options.values()) and current_kind() is Kind.PARK:
        options = {Kind.PARK.value: list(recall_picked(edition))}
    asked = read_members(options, edition)
    if any(options.values()):
        st.session_state[_KIND_KEY] = asked.kind
    return asked


def current_kind() -> Kind:
    """Tell whether parks or zones are chosen."""
    chosen = st.session_state.get(_KIND_KEY)
    return Kind.ZONE if chosen == Kind.ZONE else Kind.PARK


def write_choice(kind: Kind, ids: Sequence[str]) -> None:
    """Put into the address what is compared; the map remembers the parks."""
    if kind is Kind.PARK:
        keep_picked(ids)
    write_address({kind.value: list(ids)} if ids else {})


def choose_members(edition: Edition, asked: Asked) -> None:
    """Draw the choice between parks and zones, and the field that adds one."""
    kind = current_kind()
    ids = [member.id for member in asked.members]
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare_bar"):
        st.segmented_control(
            say("Compare what"),
            list(Kind),
            format_func=lambda each: say(_NAMES[each]),
            key=_KIND_KEY,
            label_visibility="collapsed",
            required=True,
            default=None if _KIND_KEY in st.session_state else kind,
            on_change=_change_kind,
            args=(edition, asked),
        )
        labels = _label(edition, kind, ids)
        st.selectbox(
            say("Add to the comparison"),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder=say("Add a park: type a part of its name")
            if kind is Kind.PARK
            else say("Add a zone: type a part of its name"),
            label_visibility="collapsed",
            disabled=len(ids) >= MOST,
            key=_ADDED_KEY,
            on_change=_add,
            args=(kind, ids),
        )


def _label(edition: Edition, kind: Kind, taken: Sequence[str]) -> dict[str, str]:
    """Give the ids that can be added, each with what it is called."""
    if kind is Kind.PARK:
        zones = [name_zone(edition, row) for row in range(len(edition.zones))]
        parks = edition.parks
        columns = (parks[name] for name in ("park_id", "name", "row"))
        labels = {
            park_id: f"{name} · {zones[row]}"
            for park_id, name, row in zip(*columns, strict=True)
        }
    else:
        zone_ids = edition.zones["zone_id"].tolist()
        labels = {
            zone_id: name_zone(edition, row) for row, zone_id in enumerate(zone_ids)
        }
    return {id_: label for id_, label in labels.items() if id_ not in taken}


def _add(kind: Kind, ids: Sequence[str]) -> None:
    added = st.session_state.get(_ADDED_KEY)
    st.session_state[_ADDED_KEY] = None
    if added:
        write_choice(kind, [*ids, added])


def _change_kind(edition: Edition, asked: Asked) -> None:
    """Go on with the zones of the parks compared, or with the parks picked before."""
    kind = current_kind()
    if kind is asked.kind:
        return
    if kind is Kind.PARK:
        write_choice(kind, recall_picked(edition))
    else:
        zones = dict.fromkeys(member.zone for member in asked.members)
        write_choice(kind, edition.zones["zone_id"].iloc[list(zones)].tolist())

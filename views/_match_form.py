"""The form of the matching page: scope, sectors, point, limits and weights."""

from typing import Final

import streamlit as st
from markupsafe import Markup

from geodata.errors import StatedError
from geodata.geocoders import TITLES
from geodata.reference_names import parse_system
from geodata.reference_systems import WGS84
from parks.edition import Edition
from parks.matching import MOST_RADIUS, Wish
from parks.matching.links import LEAST_RADIUS, MOST_WEIGHT
from parks.places import PRECISION_NAMES
from parks.sectors import read_taxonomy
from parks.system_names import name_system
from parks.typed_points import MOST_TYPED, offer_references
from parks.wording import name_district, name_sector
from views._data import current_geocoders
from views._errors import explain
from views._match_choice import (
    PARTS,
    clear_wish,
    recall_offers,
    recall_remarks,
    recall_trouble,
    set_point,
    set_widgets,
    take_limits,
    take_point,
    take_scope,
    take_sectors,
)
from views._session import MATCH_WIDGETS
from views._words import current_language, say

PART_NAMES: Final = {
    "fit": "Sector fit",
    "distance": "Nearness",
    "backing": "Policy backing",
    "precision": "Place precision",
}
"""What the parts of the score are called."""
_EMBEDDED: Final = "gazetteer"


def show_form(edition: Edition, wish: Wish) -> None:
    """Draw the form; every answer is in the address before the next run."""
    set_widgets(wish)
    with st.container(key="match_form"):
        what, where = st.columns(2, gap="large")
        with what:
            _ask_sectors()
        with where:
            _ask_place(edition, wish)
            _ask_weights()


def _ask_sectors() -> None:
    st.text_area(
        say("Business scope of the enterprise"),
        key=MATCH_WIDGETS["scope"],
        height=136,
        placeholder=say("Paste the business scope (经营范围) here"),
    )
    with st.container(horizontal=True):
        st.button(
            say("Read its sectors"),
            type="primary",
            on_click=take_scope,
            key="match_read_scope",
        )
        st.button(say("Start over"), on_click=clear_wish, key="match_clear")
    for remark in recall_remarks():
        _remark(remark)
    _tell(
        say(
            "It may be confidential: the text stays in this visit, is sent to no other "
            "service and does not stand in the address; the sectors read from it do."
        )
    )
    st.multiselect(
        say("Wanted sectors"),
        [sector.id for sector in read_taxonomy()],
        format_func=lambda id_: name_sector(id_, current_language()),
        placeholder=say("Pick sectors, or paste a business scope"),
        key=MATCH_WIDGETS["sectors"],
        on_change=take_sectors,
    )


def _ask_place(edition: Edition, wish: Wish) -> None:
    point, reference = st.columns((2, 1), vertical_alignment="bottom")
    with point:
        st.text_input(
            say("Near to: coordinate, park, zone or district"),
            key=MATCH_WIDGETS["point"],
            placeholder="113.9345, 22.5401",
            max_chars=MOST_TYPED,
            on_change=take_point,
            args=(edition,),
        )
    with reference:
        st.selectbox(
            say("Reference system of a coordinate"),
            offer_references(wish.point.lon if wish.point else None),
            format_func=_name_reference,
            key=MATCH_WIDGETS["reference"],
            on_change=take_point,
            args=(edition,),
        )
    _offer_points(edition)
    districts, radius = st.columns((2, 1), vertical_alignment="bottom")
    with districts:
        known = dict.fromkeys((*edition.district_names, *wish.districts))
        st.multiselect(
            say("Only in these districts"),
            list(known),
            format_func=lambda name: name_district(name, current_language()),
            placeholder=say("everywhere"),
            key=MATCH_WIDGETS["districts"],
            on_change=take_limits,
        )
    with radius:
        st.number_input(
            say("Radius in kilometres"),
            min_value=LEAST_RADIUS,
            max_value=MOST_RADIUS,
            step=1.0,
            format="%.1f",
            placeholder=say("any"),
            disabled=wish.point is None and wish.radius is None,
            key=MATCH_WIDGETS["radius"],
            on_change=take_limits,
        )


def _offer_points(edition: Edition) -> None:
    """Offer what the words typed may mean, and to ask services for them, if any."""
    trouble, offers = recall_trouble(), recall_offers()
    if trouble is not None:
        _remark(trouble)
    with st.container(horizontal=True):
        for number, offer in enumerate(offers):
            known = PRECISION_NAMES.get(offer.precision or "")
            st.button(
                f"{offer.name} · {say(known)}" if known else offer.name,
                on_click=set_point,
                args=(offer,),
                key=f"match_offer_{number}",
            )
        names = [each.name for each in current_geocoders().geocoders]
        asked = [TITLES[name] for name in names if name != _EMBEDDED]
        if asked and (offers or isinstance(trouble, str)):
            st.button(
                say("Send these words to {names}", names=" → ".join(asked)),
                on_click=take_point,
                args=(edition,),
                kwargs={"by_service": True},
                key="match_services",
            )


def _ask_weights() -> None:
    with st.expander(say("What counts how much"), key="match_weights"):
        for part in PARTS:
            st.slider(
                say(PART_NAMES[part]),
                0.0,
                MOST_WEIGHT,
                step=0.5,
                format="%.1f",
                key=MATCH_WIDGETS[part],
                on_change=take_limits,
            )


def _name_reference(name: str) -> str:
    return name_system(parse_system(name or WGS84.name), current_language())


def _remark(remark: str | StatedError) -> None:
    said = say(remark) if isinstance(remark, str) else explain(remark)
    st.html(Markup("<p class='pa-remark' role='status'>{}</p>").format(said))


def _tell(text: str) -> None:
    st.html(Markup("<p class='pa-quiet'>{}</p>").format(text))

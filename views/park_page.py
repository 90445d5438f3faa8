"""The page of a park: /park?park=ID."""

import streamlit as st
from markupsafe import Markup

from parks.asked import find_member, suggest_members
from parks.comparison import Kind
from parks.filter import Filter
from parks.model import Policy
from parks.policy_documents import choose_parks, find_document
from views._around import link_park
from views._compared import show_tray, toggle_picked
from views._data import current_edition
from views._park_sheet import describe_whole_park
from views._session import PARK_KEY
from views._sheet import address, link, show_sheet
from views._shortlist import toggle_star
from views._sidebar import begin_sidebar, choose_edition
from views._ways import (
    open_brief,
    open_park,
    open_policy,
    read_address,
    show_filtered,
    show_on_map,
    write_address,
)
from views._words import say

edition = current_edition()
asked = read_address().get("park", [""])[-1].strip()
index = find_member(edition, Kind.PARK, asked) if asked else None

with st.sidebar:
    begin_sidebar()
    choose_edition()

if index is None:
    title = say("No such park")
    nearest = suggest_members(edition, Kind.PARK, asked, 5) if asked else []
    sentence = (
        say("This table has no park called {value}.", value=asked[:80])
        if asked
        else say("The address names no park.")
    )
    names = Markup().join(
        Markup("<li>{}</li>").format(link_park(edition, position))
        for position in nearest
    )
    offered = Markup("<p>{}</p><ul class='pa-names'>{}</ul>")
    sheet = Markup(
        "<article class='pa-park pa-page'><h1>{}</h1><p>{}</p>{}<p>{}</p></article>"
    ).format(
        title,
        sentence,
        offered.format(say("Most alike:"), names) if nearest else "",
        link(say("Back to the map"), address("", {}), {"go": "back"}),
    )
else:
    show_tray(edition)
    title = str(edition.parks["name"].iloc[index])
    sheet = describe_whole_park(edition, index)

st.set_page_config(page_title=f"{title} · {say('ParkAtlas')}")
act = show_sheet(sheet, "park_sheet")
if index is not None:
    park_id = str(edition.parks["park_id"].iloc[index])
    st.session_state[PARK_KEY] = park_id
    write_address({"park": [park_id]})
match act or {}:
    case {"go": "park", "park": other}:
        open_park(other)
    case {"go": "map"} if index is not None:
        show_on_map(edition, index)
    case {"go": "policy", "title": title, "number": number}:
        if document := find_document(edition, Policy(title, number)):
            show_filtered(choose_parks(edition, document))
    case {"brief": options}:
        open_brief(options)
    case {"go": "document", "policy": policy}:
        open_policy(policy)
    case {"go": "back"}:
        show_filtered(Filter())
    case {"star": starred}:
        toggle_star(edition, starred)
        st.rerun()
    case {"pick": picked}:
        toggle_picked(edition, picked)
        st.rerun()

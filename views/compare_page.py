"""The page that compares: /compare?park=A&park=B or /compare?zone=A&zone=B."""

import streamlit as st

from views._compare_choice import (
    choose_members,
    current_kind,
    read_choice,
    write_choice,
)
from views._compare_sheet import describe_comparison, name_comparison
from views._data import current_edition
from views._district_neighbours import show_zone
from views._sheet import show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import open_brief, open_park
from views._words import say

edition = current_edition()
asked = read_choice(edition)
kind = current_kind()

with st.sidebar:
    begin_sidebar()
    choose_edition()
title = name_comparison(kind, asked.members)
st.set_page_config(page_title=f"{title} · {say('ParkAtlas')}")
sheet = describe_comparison(edition, kind, asked.members, asked.errors)
choose_members(edition, asked)
act = show_sheet(sheet, "compare_sheet", is_wide=True)
write_choice(kind, [member.id for member in asked.members])
match act or {}:
    case {"go": "park", "park": park}:
        open_park(park)
    case {"go": "zone", "zone": position}:
        show_zone(edition, position)
    case {"brief": options}:
        open_brief(options)
    case {"compare": ids}:
        write_choice(kind, ids)
        st.rerun()

"""The page of a brief: /brief?park=A&park=B and so on."""

import streamlit as st
from markupsafe import Markup

from parks.briefs import find_parks, make_brief
from views._brief_form import ask_sender, offer_files, recall_told, tell_today
from views._brief_match import read_match
from views._brief_sheet import describe_brief
from views._data import current_edition, describe_dressing
from views._errors import explain
from views._session import go_to_page
from views._sheet import address, link, show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import read_address, write_address
from views._words import current_language, say

edition = current_edition()
given = read_address()
positions, errors = find_parks(edition, given.get("park", []))
matched = read_match(given, edition, positions)
ids = edition.parks["park_id"].iloc[list(positions)].tolist()
options = {"park": ids, **matched.options} if ids else {}
remarks = recall_told(given, options, map(explain, (*errors, *matched.errors)))

with st.sidebar:
    begin_sidebar()
    choose_edition()

if not positions:
    title = say("Brief")
    sentence = (
        say("None of the parks named is in this table, so there is no brief.")
        if errors
        else say(
            "The address names no park to brief on. Open a park's page or a comparison "
            "and press “Brief” there."
        )
    )
    st.set_page_config(page_title=f"{title} · {say('ParkAtlas')}")
    told = Markup().join(
        Markup("<p class='pa-remark' role='status'>{}</p>").format(remark)
        for remark in remarks
    )
    sheet = Markup(
        "<article class='pa-park pa-page'><h1>{}</h1>{}<p>{}</p><p>{}</p></article>"
    ).format(
        title,
        told,
        sentence,
        link(say("Back to the map"), address("", {}), {"go": "back"}),
    )
    if show_sheet(sheet, "brief_sheet"):
        go_to_page("map_page.py")
else:
    beside, paper = st.columns([3, 8], gap="medium")
    with beside, st.container(key="brief_side"):
        sender, _ = ask_sender()
        brief = make_brief(
            edition,
            positions,
            current_language(),
            heading=matched.heading,
            notes=matched.notes,
            remarks=(*remarks, *matched.remarks),
            sender=sender,
            day=tell_today(),
            map_approval=describe_dressing(current_language()).map_approval,
        )
        href = address("brief", options)
        offer_files(brief, f"{say('Brief')}-{ids[0]}", href)
    st.set_page_config(page_title=f"{brief.title} · {say('ParkAtlas')}")
    with paper:
        show_sheet(describe_brief(edition, brief), "brief_sheet")
write_address(options)

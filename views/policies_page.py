"""The page of policies: /policies?q=…&level=city or /policies?policy=TITLE."""

from dataclasses import replace

import streamlit as st

from parks.policy_documents import choose_parks
from parks.policy_levels import Level
from parks.policy_search import open_document_index
from views._data import current_edition
from views._policies_choice import (
    PoliciesChoice,
    ask_words,
    choose,
    read_choice,
    write_choice,
)
from views._policies_downloads import offer_policies
from views._policies_sheet import describe_policies
from views._sheet import show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import show_filtered
from views._words import say

edition = current_edition()
index = open_document_index(edition)
choice = read_choice(index)

with st.sidebar:
    begin_sidebar()
    choose_edition()
st.set_page_config(page_title=f"{say('Policy documents')} · {say('ParkAtlas')}")
if index.documents:
    ask_words(choice, index)
act = show_sheet(describe_policies(edition, index, choice), "policies_sheet")
if index.documents:
    offer_policies(edition, index, choice)
write_choice(choice, index)
match act or {}:
    case {"level": level}:
        chosen = Level(level) if level in set(Level) else None
        choose(replace(choice, level=chosen, document=None), index)
    case {"list": "all"}:
        choose(PoliciesChoice(), index)
    case {"go": "map", "position": int(position)} if position < len(index.documents):
        show_filtered(choose_parks(edition, index.documents[position]))
    case {"policy": policy} if (found := index.find_one(policy)) is not None:
        choose(replace(choice, document=found), index)

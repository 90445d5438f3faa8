"""The page of downloads: /download?district=nanshan&layer=zones&crs=EPSG:4547."""

import streamlit as st

from views._data import current_edition, find_terms, published_edition
from views._download_choice import read_choice, take_address, write_choice
from views._download_formats import show_formats
from views._download_sheet import describe_head, describe_said, describe_services
from views._session import current_filter
from views._sheet import mount_sheet, show_sheet
from views._sidebar import begin_sidebar, choose_edition, choose_filter
from views._ways import show_filtered
from views._words import say

edition = current_edition()
terms = find_terms(edition)
errors = take_address(edition, terms)

with st.sidebar:
    begin_sidebar()
    choose_edition()
    choose_filter(edition)
st.set_page_config(page_title=f"{say('Downloads')} · {say('ParkAtlas')}")
head = st.container()
choice = read_choice(terms)
count = int(current_filter().select(terms.coarsen(edition)).sum())
with head:
    act = show_sheet(describe_head(edition, choice, count, errors), "download_head")
show_formats(edition, choice, terms)
mount_sheet(
    describe_services(choice, is_published=edition is published_edition()),
    "download_services",
)
mount_sheet(describe_said(terms), "download_terms")
write_choice(choice)
if (act or {}).get("go") == "map":
    show_filtered(choice.filter)

"""The map page: filter, map, park, table, downloads."""

import streamlit as st

from views._correction_list import show_corrections
from views._data import current_edition
from views._downloads import offer_downloads
from views._head import show_head
from views._link import read_link, show_left_out, write_link
from views._map import show_map
from views._nearest import is_asked, show_nearest
from views._panel import find_selected, show_panel
from views._search import show_search
from views._session import current_filter, remember_shown
from views._sidebar import begin_sidebar, choose_edition, choose_filter
from views._table import show_problems, show_table

edition = current_edition()
errors = read_link(edition)
filter_ = current_filter()
chosen = filter_.select(edition)
remember_shown(filter_)

# What is sent first is drawn first: the map comes before all that takes longer.
show_head(edition, filter_, chosen)
show_search(edition, filter_, chosen)
show_left_out(errors)
# As long as nothing is to be read beside it, the map has its room.
is_read = find_selected(edition) is not None or is_asked()
shares = [68, 32] if is_read else [79, 21]
beside, panel = st.columns(shares, gap="medium")
with beside:
    link = write_link(edition, filter_)
    show_map(edition, filter_, chosen, link=link, takes_moves=True)
with st.sidebar:
    begin_sidebar()
    choose_edition()
    choose_filter(edition)
with panel, st.container(key="panel"):
    show_nearest(edition, chosen)
    show_panel(edition)
show_corrections(edition)
show_table(edition, chosen)
with st.container(horizontal=True, key="downloads"):
    offer_downloads(edition, filter_, chosen)
show_problems(edition.table.problems)

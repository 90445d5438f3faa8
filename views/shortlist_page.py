"""The shortlist: /shortlist?park=A&park=B, the starred parks in their order."""

import streamlit as st

from parks.comparison import Kind
from parks.filter import Filter
from views._data import current_edition
from views._downloads import offer_download
from views._sheet import show_sheet
from views._shortlist import (
    keep_starred,
    read_starred,
    recall_starred,
    remember_written,
)
from views._shortlist_sheet import describe_shortlist
from views._sidebar import begin_sidebar, choose_edition
from views._ways import (
    open_brief,
    open_comparison,
    open_park,
    read_address,
    show_filtered,
    write_address,
)
from views._words import say

_FORMATS = ("xlsx", "geojson", "csv")

edition = current_edition()
errors = read_starred(read_address(), edition, option="park")
starred = recall_starred(edition)
with st.sidebar:
    begin_sidebar()
    choose_edition()
st.set_page_config(page_title=f"{say('Shortlist')} · {say('ParkAtlas')}")
act = show_sheet(
    describe_shortlist(edition, starred, errors), "shortlist_sheet", is_wide=True
)
if starred:
    filter_ = Filter(ids=starred)
    with st.container(horizontal=True, key="shortlist_downloads"):
        for name in _FORMATS:
            offer_download(edition, filter_, filter_.select(edition), name)
write_address({"park": list(starred)} if starred else {})
remember_written(edition, starred)
match act or {}:
    case {"go": "park", "park": park}:
        open_park(park)
    case {"go": "map"}:
        show_filtered(Filter())
    case {"go": "shown"}:
        show_filtered(Filter(ids=starred))
    case {"go": "compare"}:
        open_comparison(Kind.PARK, starred)
    case {"brief": options}:
        open_brief(options)
    case {"keep": list(kept)}:
        keep_starred(edition, (str(park) for park in kept))
        write_address({"park": [str(park) for park in kept]} if kept else {})
        st.rerun()

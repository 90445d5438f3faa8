"""The page that matches an enterprise: /match?want=ai&want=ic:0.5&near=LON,LAT."""

import streamlit as st
from markupsafe import Markup

from geodata.errors import StatedError
from parks.comparison import Kind
from parks.matching import Match, match
from views._data import current_edition
from views._district_neighbours import show_zone
from views._match_choice import keep_wish, read_choice
from views._match_form import show_form
from views._match_sheet import describe_match
from views._sheet import show_sheet
from views._sidebar import begin_sidebar, choose_edition
from views._ways import open_brief, open_comparison, open_park
from views._words import say

edition = current_edition()
wish, errors = read_choice(edition)

with st.sidebar:
    begin_sidebar()
    choose_edition()
st.set_page_config(page_title=f"{say('Match an enterprise')} · {say('ParkAtlas')}")
found: Match | StatedError | None = None
if wish.wanted:
    try:
        found = match(edition, wish)
    except StatedError as error:
        found = error
sheet = describe_match(edition, wish, found, errors)
st.html(
    Markup("<article class='pa-park pa-page'><h1>{}</h1></article>").format(
        say("Match an enterprise")
    )
)
show_form(edition, wish)
act = show_sheet(sheet, "match_sheet", is_wide=True)
keep_wish(wish)
match_act = act or {}
if match_act.get("go") == "park":
    open_park(match_act["park"])
elif match_act.get("go") == "zone":
    show_zone(edition, match_act["zone"])
elif "brief" in match_act:
    open_brief(match_act["brief"])
elif "zones" in match_act:
    open_comparison(Kind.ZONE, match_act["zones"])

"""The page of data quality: how good each place is, worst first, and why."""

import numpy as np
import streamlit as st

from parks.filter import Filter
from parks.quality import assess_edition
from parks.quality_list import pick_parks
from views._data import current_edition
from views._errors import explain
from views._evidence import show_evidence
from views._map import show_map
from views._panel import find_selected
from views._quality_head import draw_districts, explain_doubts, show_quality_head
from views._quality_list import choose_listed, offer_lists, show_list
from views._quality_session import (
    current_choice,
    read_quality_link,
    write_quality_link,
)
from views._sidebar import begin_sidebar, choose_edition
from views._words import say

edition = current_edition()
assessment = assess_edition(edition)
errors = read_quality_link(edition)
choice = current_choice(edition)
positions = pick_parks(assessment, choice.districts, choice.doubts)
selected = find_selected(edition)
drawn = np.zeros(len(edition.parks), dtype=np.bool_)
drawn[positions] = assessment.doubtful[positions]
doubtful_count = int(drawn.sum())
if selected is not None:
    drawn[selected] = True

show_quality_head(assessment)
for error in errors:
    st.warning(say("Part of the link was not understood:"))
    st.text(explain(error))
beside, panel = st.columns([55, 45], gap="medium")
with beside:
    show_map(edition, Filter(), drawn)
    st.caption(
        say(
            "The map shows the list's doubtful parks ({count}) and the selected one.",
            count=doubtful_count,
        )
    )
with st.sidebar:
    begin_sidebar()
    choose_edition()
    choose_listed(assessment, choice)
with panel, st.container(key="evidence"):
    if selected is None:
        st.html(draw_districts(assessment, positions))
    else:
        show_evidence(assessment, selected)
show_list(assessment, positions, choice)
with st.container(horizontal=True, key="quality_downloads"):
    offer_lists(assessment, positions, choice)
explain_doubts(assessment)
write_quality_link(choice)

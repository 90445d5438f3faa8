"""The import page: a file or pasted text in, what was understood, a map out."""

import streamlit as st

from views._draft import mend_draft, offer_result, open_draft, recall_draft
from views._sidebar import choose_language
from views._words import say

with st.sidebar:
    choose_language()
    st.page_link("map_page.py", label=say("Back to the map"), icon=":material/map:")
st.title(say("Import a table of parks"))
open_draft()
draft = recall_draft()
if draft is not None:
    offer_result(mend_draft(draft))

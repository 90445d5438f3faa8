"""The import page: a file or pasted text in, what was understood, a map out."""

import streamlit as st

from views._draft import mend_draft, read_draft, recall_draft
from views._intake import open_draft
from views._result import offer_result
from views._sidebar import choose_language
from views._words import say

with st.sidebar:
    choose_language()
    st.page_link("map_page.py", label=say("Back to the map"), icon=":material/map:")
st.title(say("Import a table of parks"))
open_draft()
draft = recall_draft()
mended = None if draft is None else mend_draft(draft)
if mended is not None:
    offer_result(mended, read_draft(mended))

"""The import page: a file or pasted text in, what was understood, a map out."""

import streamlit as st

from views._draft import mend_draft, read_draft, recall_draft
from views._intake import open_draft
from views._result import offer_result
from views._sidebar import begin_sidebar
from views._words import say

with st.sidebar:
    begin_sidebar()
st.title(say("Import a table of parks"))
open_draft()
draft = recall_draft()
mended = None if draft is None else mend_draft(draft)
if mended is not None:
    offer_result(mended, read_draft(mended))

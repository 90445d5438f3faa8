"""The frame around every page: title, look and the list of pages."""

from pathlib import Path

import streamlit as st

from views._look import draw_look, style_pages
from views._pages import PAGES
from views._session import PAGES_KEY, keep_choices, read_language
from views._words import say

_HERE = Path(__file__).parent

style_pages()
# Found once a visit: looking for the files takes its time at every choice.
if PAGES_KEY not in st.session_state:
    st.session_state[PAGES_KEY] = [
        st.Page(
            _HERE / page.file,
            title=page.title,
            url_path=page.path or None,
            default=not page.path,
        )
        for page in PAGES
    ]
page = st.navigation(st.session_state[PAGES_KEY], position="hidden")
keep_choices(page.url_path)
read_language()
st.set_page_config(
    page_title=f"{say(page.title)} · {say('ParkAtlas')}",
    page_icon=str(_HERE / "static" / "favicon.svg"),
    layout="wide",
)
draw_look()
page.run()

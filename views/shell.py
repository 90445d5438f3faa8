"""The frame around every page: title, look and the list of pages."""

from pathlib import Path

import streamlit as st

from views._look import draw_look
from views._session import keep_choices, read_language
from views._words import say

_HERE = Path(__file__).parent

styles = [_HERE / "static" / name for name in ("page.css", "print.css")]
st.html(f"<style>{''.join(path.read_text('utf-8') for path in styles)}</style>")
page = st.navigation(
    [
        st.Page(_HERE / "map_page.py", title="Map", default=True),
        st.Page(_HERE / "import_page.py", title="Import", url_path="import"),
        st.Page(_HERE / "quality_page.py", title="Data quality", url_path="quality"),
        st.Page(_HERE / "park_page.py", title="Park", url_path="park"),
        st.Page(
            _HERE / "compare_page.py",
            title="Compare parks or zones",
            url_path="compare",
        ),
    ],
    position="hidden",
)
keep_choices(page.url_path)
read_language()
st.set_page_config(
    page_title=f"{say(page.title)} · {say('ParkAtlas')}",
    page_icon=str(_HERE / "static" / "favicon.svg"),
    layout="wide",
)
draw_look()
page.run()

"""The switch between light and dark, and the language of the page itself."""

from pathlib import Path
from typing import Final

import streamlit as st

from views._words import current_language, say

_STATIC: Final = Path(__file__).parent / "static"

_mount = st.components.v2.component(
    "parkatlas_look",
    css=(_STATIC / "look.css").read_text(encoding="utf-8"),
    js=(_STATIC / "look.js").read_text(encoding="utf-8"),
)


def draw_look() -> None:
    """
    Draw the switch at the sidebar's foot; the choice stays in the browser.

    Sent before the page, so that the page is drawn in its colours; the style sheet
    orders it last.
    """
    with st.sidebar:
        _mount(
            key="look",
            data={
                "language": current_language().value,
                "title": say("Light or dark"),
                "names": {
                    "system": say("As the system"),
                    "light": say("Light"),
                    "dark": say("Dark"),
                },
            },
        )

"""The pages' style, the switch between light and dark, and the pages' language."""

from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup

from views._words import current_language, say

_STATIC: Final = Path(__file__).parent / "static"
_STYLES: Final = ("page.css", "print.css")

_mount = st.components.v2.component(
    "parkatlas_look",
    css=(_STATIC / "look.css").read_text(encoding="utf-8"),
    js=(_STATIC / "look.js").read_text(encoding="utf-8"),
)


def style_pages() -> None:
    """Give every page its style."""
    st.html(_read_styles())


@cache
def _read_styles() -> str:
    styles = ((_STATIC / name).read_text(encoding="utf-8") for name in _STYLES)
    return f"<style>{''.join(styles)}</style>"


def welcome() -> Markup:
    """
    Say in one sentence what the page is for, as long as a browser has not read it.

    Returns
    -------
    Markup
        A line that shows only on a first visit, with a button that ends it.
    """
    return Markup(
        "<p class='pa-first'><span>{}</span><button type='button'>{}</button></p>"
    ).format(
        say(
            "An official table of parks as a map: filter to narrow it down, click a "
            "park to read what the table says of it, download below what is shown."
        ),
        say("Understood"),
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
                "skip": say("Skip to the table"),
                "skipMain": say("Skip to the page"),
                "title": say("Light or dark"),
                "names": {
                    "system": say("As the system"),
                    "light": say("Light"),
                    "dark": say("Dark"),
                },
            },
        )

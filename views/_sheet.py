"""
A page that is written whole on the server and stays one element of the app.

Its links carry what a plain click does as ``data-act``, JSON that comes back to the
server, so that the visit goes on with its table, filter and language; opened in
another tab they are links like any other.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from parks.language import Language
from views._words import current_language, say

Act = Mapping[str, Any]
_STATIC: Final = Path(__file__).parent / "static"
_mount = st.components.v2.component(
    "parkatlas_sheet",
    js=(_STATIC / "sheet.js").read_text(encoding="utf-8"),
    # One style sheet for all: the panel beside the map has the same words and looks.
    isolate_styles=False,
)


def show_sheet(markup: Markup, key: str, *, is_wide: bool = False) -> Act | None:
    """
    Show a page and give what was clicked on it since the last run.

    Parameters
    ----------
    markup
        The page; whatever it takes from a table is escaped.
    key
        Tells this page from others of the app.
    is_wide
        Whether it is printed on paper turned sideways.
    """
    st.html(_STATIC / "park.css")
    if is_wide:
        st.html(_STATIC / "landscape.css")
    return mount_sheet(markup, key)


def mount_sheet(markup: Markup, key: str) -> Act | None:
    """Show a part of a page, without the style of a whole one; as `show_sheet`."""
    result = _mount(
        key=key,
        data={"markup": str(markup)},
        on_act_change=lambda: None,
    )
    act: Act | None = result.act
    return act


def address(page: str, options: Mapping[str, Sequence[str]]) -> str:
    """Write the address of a page of the app, in the language of the visit."""
    given = {name: list(values) for name, values in options.items()}
    if current_language() is Language.EN:
        given["lang"] = [Language.EN.value]
    query = urlencode(given, doseq=True)
    return (page or "./") + (f"?{query}" if query else "")


def link(text: str, href: str, act: Act, *, look: str = "") -> Markup:
    """Write a link whose plain click is an act."""
    return Markup("<a class='{}' href='{}' data-act='{}'>{}</a>").format(
        look, href, json.dumps(act), text
    )


def button(text: str, act: Act, *, title: str = "", look: str = "") -> Markup:
    """Write a button that is an act."""
    return Markup(
        "<button type='button' class='pa-button {}' data-act='{}' aria-label='{}'"
        " title='{}'>{}</button>"
    ).format(look, json.dumps(act), title or text, title, text)


def link_brief(
    ids: Sequence[str], options: Mapping[str, Sequence[str]] | None = None
) -> Markup:
    """
    Link to the brief on parks; a plain click is the act ``brief`` with its options.

    Parameters
    ----------
    ids
        Of the parks, in order.
    options
        What else its address says: the wish that they match.
    """
    given = {"park": list(ids), **(options or {})}
    act = {"brief": {name: list(values) for name, values in given.items()}}
    return link(say("Brief"), address("brief", given), act, look="pa-button")


def offer_copy(href: str) -> Markup:
    """Offer to copy an address of the app, with or without leave of the browser."""
    return Markup(
        "<span class='pa-copy'><button type='button' class='pa-button' data-copy='{}'>"
        "{}</button><input class='pa-link' readonly hidden aria-label='{}'>"
        "<span role='status' data-done='{}' data-by-hand='{}'></span></span>"
    ).format(
        href,
        say("Copy the link"),
        say("Link to this page"),
        say("Copied."),
        say("Press Ctrl+C to copy it."),
    )


def offer_print() -> Markup:
    """Offer to print the page."""
    return Markup(
        "<button type='button' class='pa-button' data-print>{}</button>"
    ).format(say("Print"))


def offer_drawing(place: str, name: str) -> Markup:
    """
    Offer to save a drawing of the page as SVG.

    Parameters
    ----------
    place
        CSS selector of the drawing, which need not be part of the sheet.
    name
        Of the file.
    """
    return Markup(
        "<p class='pa-actions'><button type='button' class='pa-button' data-save='{}'"
        " data-name='{}'>{}</button></p>"
    ).format(place, name, say("Save the chart as SVG"))

"""
Components of our own, whose scripts the browser fetches once.

Streamlit sends a component's script and style with each of its messages, that is at
every choice of a visit; what is sent here instead only says where they are.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

STATIC: Final = Path(__file__).parent / "static"
"""Folder of what `declare` names; the app serves it under ``/scripts``."""
_KINDS: Final = (".js", ".css")


def declare(name: str, *, file: str, sends_style: bool = False) -> ComponentRenderer:
    """
    Declare a component of the scripts that stand beside the pages.

    Parameters
    ----------
    name
        Tells it from other components.
    file
        Of its script and its style in `STATIC`, without the ending.
    sends_style
        Whether the style is sent along all the same: the map would change its size
        if it was drawn before its style is there.
    """
    folder = f"/scripts/{_hash_files()}"
    # Streamlit runs what it is given from an address that no other is relative to.
    script = (
        f"const part = await import(`${{window.location.origin}}{folder}/{file}.js`);\n"
        "export default part.default;\n"
    )
    # A single line would be taken for the name of a file.
    style = f'@import url("{folder}/{file}.css");\n:host {{}}'
    if sends_style:
        style = (STATIC / f"{file}.css").read_text(encoding="utf-8")
    return st.components.v2.component(name, css=style, js=script)


@cache
def _hash_files() -> str:
    """Give another text whenever one of the files is another: none is served stale."""
    digest = sha256()
    for path in sorted(STATIC.iterdir()):
        if path.suffix in _KINDS:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]

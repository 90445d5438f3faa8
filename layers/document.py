"""A drawn map as text: linked to its libraries, or with all of them in it."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import orjson
from markupsafe import Markup

import folium

from layers.errors import AssetError

_STATIC: Final = Path(__file__).parent / "static"
OWN: Final = "own:"
"""Before the names of our own scripts and styles, which stand in the document."""
_LINKED_SCRIPT: Final = re.compile(r'<script src="((?:/assets/|own:)[^"]+)"></script>')
_LINKED_STYLE: Final = re.compile(
    r'<link rel="stylesheet" href="((?:/assets/|own:)[^"]+)"/>'
)
_HELD_SCRIPT: Final = re.compile(
    r'(<script type="text/plain" data-library="([^"]+)">)(</script>)'
)
LOOSE_FILES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"geographiclib-geodesic": ("geographiclib-geodesic.min.js",)}
)
"""Of packages that keep what is for browsers beside their sources: just these files."""
_JINJA_TAG: Final = re.compile(r"\{(?=[{%#])")


def render_page(drawn: folium.Map) -> str:
    """
    Write a map as a document that asks our service for its libraries.

    Our own scripts and styles stand in the document: each file of its own would be
    one more request before the first park is seen.
    """
    rendered: str = drawn.get_root().render()
    return _embed(rendered, lambda address: _read_own(address) or "")


def admit(page: str, nonce: str) -> str:
    """
    Let the scripts and styles that stand in a map's document run under a policy.

    Parameters
    ----------
    page
        As `render_page` writes it: no text of a table in it has a ``<``.
    nonce
        The number that the policy of this answer names.
    """
    page = page.replace("<script>", f'<script nonce="{nonce}">')
    return page.replace("<style>", f'<style nonce="{nonce}">')


def render_file(drawn: folium.Map, libraries: Path) -> str:
    """
    Write a map as one file that asks nobody for anything when opened.

    Parameters
    ----------
    drawn
        The map.
    libraries
        Folder of the installed browser libraries.

    Raises
    ------
    AssetError
        If a script or style cannot be read there.
    """

    def read(address: str) -> str:
        return _read(locate_asset(address, libraries))

    page = _embed(render_page(drawn), read)
    return _HELD_SCRIPT.sub(lambda held: f"{held[1]}{read(held[2])}{held[3]}", page)


def locate_asset(address: str, libraries: Path) -> Path:
    """Find the file of a library behind an address of ours; it need not exist."""
    package, _, file = address.removeprefix("/assets/").partition("/")
    folder = libraries / package
    is_loose = file in LOOSE_FILES.get(package, ())
    return folder / file if is_loose else folder / "dist" / file


def _embed(page: str, read: Callable[[str], str]) -> str:
    """Put what scripts and styles link to in their place, where something is read."""

    def embed(link: re.Match[str], element: str) -> str:
        text = read(link[1])
        return f"<{element}>{text}</{element}>" if text else link[0]

    page = _LINKED_STYLE.sub(lambda link: embed(link, "style"), page)
    return _LINKED_SCRIPT.sub(lambda link: embed(link, "script"), page)


@cache
def _read_own(address: str) -> str | None:
    """Read a script or style of ours by its address; None for a library's."""
    name = address.removeprefix(OWN)
    return None if name == address else _read(_STATIC / name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise AssetError(path=path, reason=error.strerror) from error


def embed_json(value: object) -> Markup:
    """
    Write JSON that can stand inside a script element.

    ``<``, ``>`` and ``&`` are written as JSON escapes, so that no text can end the
    element or begin a comment. A brace that would begin a Jinja tag is escaped too:
    branca renders what its elements rendered once more, as a template. Outside of
    texts JSON never has such a brace.
    """
    text = orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY).decode()
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    text = _JINJA_TAG.sub(r"\\u007b", text)
    return Markup(text)  # noqa: S704 - nothing that markup knows is left in it

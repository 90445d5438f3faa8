"""Streamlit's one document, which every page of the app begins as."""

import re
from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

# Streamlit 1.67 looks for its server below the page's own path first, /park/_stcore/…,
# and then above it; each first visit of a page showed two errors in the console.
_AT_ROOT: Final = (
    'window.__streamlit = { BACKEND_BASE_URL: window.location.origin + "/" }'
)
_HEAD: Final = "<head>"
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shell:
    """
    The document that the pages begin as.

    Attributes
    ----------
    document
        Streamlit's, with one line more: that its server is at the root.
    scripts
        The sources of ``script-src`` that let the scripts standing in it run, and no
        others: ``'sha256-…'``.
    """

    document: str
    scripts: tuple[str, ...]


def read_shell(path: Path) -> Shell:
    """
    Read Streamlit's ``index.html``.

    The scripts in it are allowed as they are found, so that another release of
    Streamlit needs no change here.
    """
    text = path.read_text(encoding="utf-8")
    document = text.replace(_HEAD, f"{_HEAD}<script>{_AT_ROOT}</script>", 1)
    return Shell(document, tuple(map(_hash, _INLINE_SCRIPT.findall(document))))


def route_shell(shell: Shell, paths: Collection[str]) -> list[Route]:
    """
    Route pages of the app to the document they begin as.

    Parameters
    ----------
    shell
        The document.
    paths
        Of the pages; the first page's is Streamlit's own to answer, which has nothing
        above it to look for.
    """

    async def serve(_: Request) -> Response:
        return HTMLResponse(shell.document, headers={"Cache-Control": "no-cache"})

    return [Route(path, serve) for path in paths if path != "/"]


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"

"""Links of more values than Streamlit reads: shortened, not lost."""

from collections import Counter
from collections.abc import Collection
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

MOST_VALUES: Final = 1000
"""Of an address with more values Streamlit 1.67 reads none, and says nothing."""


class LinkShortener:
    """
    Sends who opens a page by too long a link to as much of it as can be read.

    Parameters
    ----------
    app
        What answers all else.
    pages
        The paths of the pages; what scripts ask for is left alone.
    left_key
        The option by which a page is told how many values were left out.
    """

    def __init__(self, app: ASGIApp, pages: Collection[str], left_key: str) -> None:
        self._app = app
        self._pages = frozenset(pages)
        self._left_key = left_key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI has it."""
        is_page = scope["type"] == "http" and scope["path"] in self._pages
        query = scope["query_string"] if is_page else b""
        if query.count(b"&") < MOST_VALUES:
            await self._app(scope, receive, send)
            return
        shorter = shorten_link(query.decode("latin-1"), self._left_key)
        root = scope.get("root_path", "")
        answer = RedirectResponse(f"{root}{scope['path']}?{shorter}")
        await answer(scope, receive, send)


def shorten_link(query: str, left_key: str) -> str:
    """
    Leave as much of a query as Streamlit reads, and say how much was left out.

    Of every option the first values are kept, so that one of thousands of values does
    not crowd out the others.
    """
    given = QueryParams(query).multi_items()
    rank: Counter[str] = Counter()
    ranked = []
    for at, (option, _) in enumerate(given):
        ranked.append((rank[option], at))
        rank[option] += 1
    kept = sorted(at for _, at in sorted(ranked)[: MOST_VALUES - 1])
    left = len(given) - len(kept)
    return urlencode([*(given[at] for at in kept), (left_key, str(left))])

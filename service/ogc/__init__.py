"""OGC API - Features at ``/ogc``: the published parks for whoever has a GIS."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final, Protocol

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parks.edition import Edition
from parks.exports import Terms

__all__ = ["route_ogc"]

_METHODS: Final = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
_MOST_AT_ONCE: Final = 4
"""Questions answered at the same time: the app's own need threads too."""


class _Receives(Protocol):
    def receive(self, request: Request) -> Response:
        """Answer a request."""


def route_ogc(published: Callable[[], Edition], terms: Terms) -> list[Route]:
    """
    Route ``/ogc`` and all below it to the service.

    Parameters
    ----------
    published
        Opens the published edition, which is what is served.
    terms
        What of it the public may have.
    """
    limiter = CapacityLimiter(_MOST_AT_ONCE)

    @cache
    def open_reception() -> _Receives:
        # pygeoapi takes two seconds to import: the first who asks waits, not the app.
        reception = import_module("service.ogc.reception").Reception
        opened: _Receives = reception(published, terms)
        return opened

    def answer(request: Request) -> Response:
        return open_reception().receive(request)

    async def serve(request: Request) -> Response:
        return await to_thread.run_sync(answer, request, limiter=limiter)

    return [
        Route(path, serve, methods=_METHODS) for path in ("/ogc", "/ogc/{path:path}")
    ]

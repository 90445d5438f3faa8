"""The map documents that the app shows in its frame."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.errors import StatedError
from layers import Basemap, Dressing, admit, draw_map, locate_asset, render_page
from parks.language import Language, state, translate
from service.answers import read_asked, require_edition
from service.headers import NONCE_KEY

_UNKNOWN: Final = "This map shows a table that has changed since: reload the page."
_UNINSTALLED: Final = (
    "The map's browser libraries are not installed: start the app with make run."
)
_LEAFLET: Final = "/assets/leaflet/leaflet.js"
_KEPT: Final = 16
"""Documents kept, for a few tables in two languages."""


def route_maps(
    libraries: Path, *, basemaps: Sequence[Basemap], map_approval: str
) -> Route:
    """
    Route ``/map?edition=KEY&lang=zh`` to the map of an opened edition.

    Parameters
    ----------
    libraries
        Folder of the installed browser libraries, without which there is no map.
    basemaps
        What can be chosen under the parks.
    map_approval
        审图号, shown in the corner.
    """

    @lru_cache(maxsize=_KEPT)
    def render(key: str, language: Language) -> str:
        edition = require_edition(key)
        dressing = Dressing(
            translate("Map of parks", language),
            language,
            basemaps,
            map_approval,
        )
        return render_page(draw_map(edition, dressing))

    async def serve(request: Request) -> Response:
        key, language = read_asked(request)
        if not await run_in_threadpool(locate_asset(_LEAFLET, libraries).is_file):
            return PlainTextResponse(translate(_UNINSTALLED, language), 503)
        try:
            page = await run_in_threadpool(render, key, language)
        except StatedError as error:
            return PlainTextResponse(state(error, language), 503)
        except LookupError:
            return PlainTextResponse(translate(_UNKNOWN, language), 404)
        return Response(
            admit(page, request.scope.get(NONCE_KEY, "")),
            media_type="text/html",
            headers={"Cache-Control": "private, no-cache"},
        )

    return Route("/map", serve)

"""天地图 tiles, fetched here so that the operator's key reaches no browser."""

import logging
import re
from typing import Final

import httpx2
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layers import TIANDITU_LAYERS

TIANDITU: Final = "https://t0.tianditu.gov.cn"
_TIMEOUT_SECONDS: Final = 8.0
_DEEPEST: Final = 18
_WEEK_SECONDS: Final = 604_800
_NUMBER: Final = re.compile("[0-9]{1,6}")
"""The deepest zoom has 262,144 tiles a side."""


def route_tianditu(key: str, *, host: str = TIANDITU) -> Route:
    """
    Route ``/basemap/tianditu/LAYER/Z/X/Y`` to 天地图's WMTS in Web Mercator.

    Parameters
    ----------
    key
        The operator's key; it goes to 天地图 and nowhere else.
    host
        Where the tiles come from.
    """
    # At INFO httpx2 logs whole addresses, and the key is in them.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    client = httpx2.AsyncClient(base_url=host, timeout=_TIMEOUT_SECONDS)

    async def serve(request: Request) -> Response:
        layer, zoom, column, row = _read_address(request)
        try:
            answer = await client.get(
                f"/{layer}_w/wmts", params=_ask(layer, zoom, column, row, key)
            )
        except httpx2.HTTPError:
            # Said without its cause: httpx2 names the address, and the key is in it.
            return Response("天地图 cannot be reached", 502)
        kind = answer.headers.get("content-type", "")
        if not answer.is_success or not kind.startswith("image/"):
            return Response("天地图 refused: check the key", 502)
        kept = {"Cache-Control": f"public, max-age={_WEEK_SECONDS}"}
        return Response(answer.content, media_type=kind, headers=kept)

    return Route("/basemap/tianditu/{layer}/{zoom}/{column}/{row}", serve)


def _read_address(request: Request) -> tuple[str, int, int, int]:
    layer = request.path_params["layer"]
    asked = [request.path_params[name] for name in ("zoom", "column", "row")]
    if not all(_NUMBER.fullmatch(text) for text in asked):
        raise HTTPException(404)
    zoom, column, row = map(int, asked)
    size = 1 << min(zoom, _DEEPEST)
    if layer not in TIANDITU_LAYERS or zoom > _DEEPEST or max(column, row) >= size:
        raise HTTPException(404)
    return layer, zoom, column, row


def _ask(
    layer: str, zoom: int, column: int, row: int, key: str
) -> dict[str, str | int]:
    """Spell a WMTS GetTile request as 天地图 documents it."""
    return {
        "SERVICE": "WMTS",
        "REQUEST": "GetTile",
        "VERSION": "1.0.0",
        "LAYER": layer,
        "STYLE": "default",
        "TILEMATRIXSET": "w",
        "FORMAT": "tiles",
        "TILEMATRIX": zoom,
        "TILECOL": column,
        "TILEROW": row,
        "tk": key,
    }

"""The operator's PMTiles file, read by browsers in ranges of bytes."""

import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from layers import (
    ARCHIVE_ADDRESS,
    ArchiveError,
    BasemapOffer,
    TileArchive,
    read_archive,
)

_LOG: Final = logging.getLogger(__name__)
_HOUR_SECONDS: Final = 3600


def open_archive(offer: BasemapOffer) -> TileArchive | None:
    """
    Read what the operator's basemap file says of itself.

    Returns
    -------
    TileArchive or None
        None if none is offered or it cannot be used, which is said in one sentence
        in the log: a map without a basemap is better than no map.
    """
    if offer.archive is None or "pmtiles" not in offer.names:
        return None
    try:
        archive = read_archive(offer.archive.absolute())
        # Only once it is read: a link to itself leads nowhere, and resolve() fails.
        return replace(archive, path=archive.path.resolve())
    except ArchiveError as error:
        _LOG.warning("warning: %s; the map goes on without it", error)
        return None


def route_archive(path: Path) -> Route:
    """
    Route to a PMTiles file, whole or in ranges, and to no other file.

    Starlette answers ``Range``, ``If-Range`` and ``HEAD`` and sends 64 kB at a time,
    so that no file, however large, is held in memory.
    """

    async def serve(_: Request) -> Response:
        if not await run_in_threadpool(_is_readable, path):
            return PlainTextResponse("The basemap file is not there any more", 404)
        kept = {"Cache-Control": f"public, max-age={_HOUR_SECONDS}"}
        return FileResponse(path, media_type="application/vnd.pmtiles", headers=kept)

    return Route(ARCHIVE_ADDRESS, serve)


def _is_readable(path: Path) -> bool:
    return path.is_file() and os.access(path, os.R_OK)

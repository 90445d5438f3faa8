"""The scripts and styles of the pages' components, fetched once and kept."""

from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

_TYPES: Final = {".js": "text/javascript", ".css": "text/css"}
_YEAR_SECONDS: Final = 31_536_000


def route_scripts(folder: Path) -> Route:
    """
    Route ``/scripts/VERSION/NAME`` to the scripts and styles of a folder.

    Parameters
    ----------
    folder
        Its files that end in ``.js`` or ``.css`` are served, and nothing else. The
        version is whoever asks': another one is another address, so that answers are
        kept for as long as the browser likes.
    """

    async def serve(request: Request) -> Response:
        path = await run_in_threadpool(_find_file, folder, request.path_params["name"])
        if path is None:
            raise HTTPException(404)
        kept = {"Cache-Control": f"public, max-age={_YEAR_SECONDS}, immutable"}
        return FileResponse(path, media_type=_TYPES[path.suffix], headers=kept)

    return Route("/scripts/{version}/{name}", serve)


def _find_file(folder: Path, name: str) -> Path | None:
    """Find a script or style of a folder by its name, which may be anything."""
    files = (path for path in folder.iterdir() if path.suffix in _TYPES)
    return next((path for path in files if path.name == name), None)

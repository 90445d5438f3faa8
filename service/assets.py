"""Browser libraries and our own scripts, from this machine."""

from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from layers import STATIC, locate_asset

_DAY_SECONDS: Final = 86_400


def route_assets(libraries: Path) -> Route:
    """
    Route ``/assets/…`` to the installed browser libraries and our own scripts.

    Parameters
    ----------
    libraries
        Folder of the installed libraries. Nothing but what they are shipped with for
        browsers, and our own folder, is ever served.
    """

    async def serve(request: Request) -> Response:
        address = f"/assets/{request.path_params['path']}"
        resolved = await run_in_threadpool(_find_file, address, libraries)
        if resolved is None:
            raise HTTPException(404)
        # Ours change with the code; libraries only with a release of theirs.
        own = resolved.is_relative_to(STATIC)
        kept = "no-cache" if own else f"public, max-age={_DAY_SECONDS}"
        return FileResponse(resolved, headers={"Cache-Control": kept})

    return Route("/assets/{path:path}", serve)


def _find_file(address: str, libraries: Path) -> Path | None:
    """Find the file of an address, unless it lies outside the two folders."""
    try:
        path = locate_asset(address, libraries).resolve()
    except ValueError:  # a NUL in the address
        return None
    package = address.split("/")[2]
    roots = (locate_asset(f"/assets/{package}/", libraries), STATIC)
    inside = any(path.is_relative_to(root.resolve()) for root in roots)
    return path if inside and path.is_file() else None

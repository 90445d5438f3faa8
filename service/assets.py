"""Browser libraries, from this machine."""

from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from layers import LOOSE_FILES, locate_asset

_DAY_SECONDS: Final = 86_400


def route_assets(libraries: Path) -> Route:
    """
    Route ``/assets/…`` to the installed browser libraries.

    Parameters
    ----------
    libraries
        Folder of the installed libraries. Nothing but what each is shipped with for
        browsers is ever served.
    """

    async def serve(request: Request) -> Response:
        address = f"/assets/{request.path_params['path']}"
        resolved = await run_in_threadpool(_find_file, address, libraries)
        if resolved is None:
            raise HTTPException(404)
        kept = {"Cache-Control": f"public, max-age={_DAY_SECONDS}"}
        return FileResponse(resolved, headers=kept)

    return Route("/assets/{path:path}", serve)


def _find_file(address: str, libraries: Path) -> Path | None:
    """Find the file of an address, unless it lies outside its library's folder."""
    package, _, file = address.removeprefix("/assets/").partition("/")
    try:
        path = locate_asset(address, libraries).resolve()
        root = locate_asset(f"/assets/{package}/", libraries).resolve()
        is_file = path.is_file()
    except (ValueError, OSError):  # a NUL in the address, a name beyond all length
        return None
    is_shipped = path.is_relative_to(root) or file in LOOSE_FILES.get(package, ())
    return path if is_shipped and is_file else None

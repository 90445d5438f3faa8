"""What is served beside the pages: assets, map documents, basemap tiles."""

from pathlib import Path

from starlette.routing import Route

from service.assets import route_assets
from service.basemaps import route_tianditu
from service.maps import route_maps

__all__ = ["list_routes"]


def list_routes(
    libraries: Path, *, tianditu_key: str | None, map_approval: str
) -> list[Route]:
    """
    List the routes that stand beside the pages.

    Parameters
    ----------
    libraries
        Folder of the installed browser libraries.
    tianditu_key
        The operator's key for 天地图; None leaves that basemap out.
    map_approval
        审图号 to show on the map.
    """
    has_tianditu = bool(tianditu_key)
    routes = [
        route_assets(libraries),
        route_maps(libraries, has_tianditu=has_tianditu, map_approval=map_approval),
    ]
    return [*routes, route_tianditu(tianditu_key)] if tianditu_key else routes

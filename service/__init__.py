"""What is served beside the pages: assets, maps, rows, tiles, OGC API - Features."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from starlette.routing import Route

from layers import BasemapOffer, list_basemaps
from parks.catalogue import open_edition
from parks.edition import Edition
from parks.exports import Terms
from service.archives import open_archive, route_archive
from service.assets import route_assets
from service.basemaps import route_tianditu
from service.lists import route_lists
from service.long_links import LinkShortener
from service.maps import route_maps
from service.ogc import route_ogc
from service.rows import route_rows
from service.scripts import route_scripts
from service.suggestions import route_search

__all__ = ["LinkShortener", "list_routes", "route_scripts"]


_OPEN: Final = Terms()
"""What the public may have where the operator withholds nothing."""


def list_routes(
    libraries: Path,
    *,
    offer: BasemapOffer,
    map_approval: str,
    published: Callable[[], Edition] = open_edition,
    terms: Terms = _OPEN,
) -> list[Route]:
    """
    List the routes that stand beside the pages.

    Parameters
    ----------
    libraries
        Folder of the installed browser libraries.
    offer
        The basemaps that people may choose; what it takes to serve them.
    map_approval
        审图号 to show on the map.
    published
        Opens the edition that every visit can see, which the data service serves.
    terms
        What of it the public may have.
    """
    archive = open_archive(offer)
    basemaps = list_basemaps(offer, archive)
    routes = [
        route_assets(libraries),
        route_maps(libraries, basemaps=basemaps, map_approval=map_approval),
        route_search(),
        route_rows(),
        route_lists(),
        *route_ogc(published, terms),
    ]
    if archive is not None:
        routes.append(route_archive(archive.path))
    if offer.tianditu_key and "tianditu" in offer.names:
        routes.append(route_tianditu(offer.tianditu_key))
    return routes

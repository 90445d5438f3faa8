"""Tables in, Folium maps out; the only code that knows Folium."""

from layers.basemaps import (
    ARCHIVE_ADDRESS,
    BASEMAPS,
    TIANDITU_LAYERS,
    Basemap,
    BasemapOffer,
    list_basemaps,
    list_tile_hosts,
)
from layers.display import check_display
from layers.document import (
    LOOSE_FILES,
    admit,
    locate_asset,
    render_file,
    render_page,
)
from layers.errors import ArchiveError, AssetError, LayersError
from layers.moves import Moves, describe_moves
from layers.page import Dressing, draw_map
from layers.tile_archive import TileArchive, read_archive

__all__ = [
    "ARCHIVE_ADDRESS",
    "BASEMAPS",
    "LOOSE_FILES",
    "TIANDITU_LAYERS",
    "ArchiveError",
    "AssetError",
    "Basemap",
    "BasemapOffer",
    "Dressing",
    "LayersError",
    "Moves",
    "TileArchive",
    "admit",
    "check_display",
    "describe_moves",
    "draw_map",
    "list_basemaps",
    "list_tile_hosts",
    "locate_asset",
    "read_archive",
    "render_file",
    "render_page",
]

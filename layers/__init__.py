"""Tables in, Folium maps out; the only code that knows Folium."""

from layers.basemaps import TIANDITU_LAYERS, Basemap, list_basemaps
from layers.errors import AssetError, LayersError
from layers.page import (
    Dressing,
    draw_map,
    locate_asset,
    render_file,
    render_page,
)

__all__ = [
    "TIANDITU_LAYERS",
    "AssetError",
    "Basemap",
    "Dressing",
    "LayersError",
    "draw_map",
    "list_basemaps",
    "locate_asset",
    "render_file",
    "render_page",
]

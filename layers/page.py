"""The map as a document: Folium's, with our layers, linked to its scripts or whole."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from branca.element import MacroElement
from jinja2 import Template

import folium
from folium.elements import JSCSSMixin

from layers.basemaps import Basemap
from layers.document import OWN, embed_json
from layers.payload import describe_edition
from layers.registry import LAYERS
from layers.standalone import describe_rows
from parks.edition import Edition
from parks.language import Language

_LEAFLET: Final = "/assets/leaflet/"
_SCRIPTS: Final = (
    "elements",
    "datums",
    "look",
    "symbols",
    "renderer",
    "outlines",
    "tips",
    "colours",
    "sizes",
    "shades",
    "canvas_layer",
    *(f"layer_{layer.id}" for layer in LAYERS),
    "atlas",
    "drawing",
    "names",
    "libraries",
    "basemaps",
    "grounds",
    "controls",
    "legend",
    "switches",
    "looks",
    "moves",
    "handle",
    "view",
    "geodesy",
    "shapes",
    "typed",
    "sketch",
    "note",
    "tools",
    "selection",
    "select",
    "pick",
    "measure",
    "nearest",
    "foresight",
    "frame",
    "picture_recorder",
    "picture_map",
    "picture_legend",
    "picture_sheet",
    "picture_scale",
    "picture_basemap",
    "picture_file",
    "picture",
    "picture_dialog",
    "print",
    "file_shapes",
    "filter",
    "file_words",
    "file_choices",
    "file_chips",
    "file_park",
    "file_nearest",
    "file_address",
    "file_bar",
    "standalone",
    "start",
)
_LEAFLET_JS: Final = [("leaflet", f"{_LEAFLET}leaflet.js")]
_LEAFLET_CSS: Final = [("leaflet_css", f"{_LEAFLET}leaflet.css")]
_OWN_JS: Final = [(name, f"{OWN}{name}.js") for name in _SCRIPTS]
_STYLES: Final = ("map", "layers", "tools", "picture", "file")
_OWN_CSS: Final = [(f"parkatlas_{name}", f"{OWN}{name}.css") for name in _STYLES]
_HELD: Final = (
    "/assets/geographiclib-geodesic/geographiclib-geodesic.min.js",
    "/assets/supercluster/supercluster.min.js",
)
"""Libraries that the map asks for when they are first needed; a file has them in it."""
FARTHEST_OUT: Final = 3
"""Zoom at which all of China fits a small frame."""
CLOSEST: Final = 18
"""Zoom beyond which no basemap has pictures."""


class _Map(folium.Map):
    """Folium's map with Leaflet alone, from our own service."""

    default_js = _LEAFLET_JS
    default_css = _LEAFLET_CSS


class _Atlas(JSCSSMixin, MacroElement):
    """Our layers on a Folium map: parks, zones, districts, legend and switches."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}
        <title>{{ this.title|e }}</title>
        <script type="application/json" id="parkatlas">{{ this.payload }}</script>
        {% for address in this.held -%}
        <script type="text/plain" data-library="{{ address }}"></script>
        {% endfor %}
        {% endmacro %}
        {% macro script(this, kwargs) %}
        ParkAtlas.start({{ this._parent.get_name() }}, {{ this.edition|tojson }});
        {% endmacro %}
        """
    )
    default_js = _OWN_JS
    default_css = _OWN_CSS

    def __init__(
        self,
        title: str,
        edition: str,
        payload: dict[str, object],
        held: Sequence[str],
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Atlas"
        self.title = title
        self.edition = edition
        self.payload = embed_json(payload)
        self.held = held


@dataclass(frozen=True, slots=True)
class Dressing:
    """
    What stands around the parks on a map.

    Attributes
    ----------
    title
        Of the document.
    language
        To begin in.
    basemaps
        What can be chosen under the parks.
    map_approval
        审图号, shown in the corner where the operator has one.
    """

    title: str
    language: Language
    basemaps: Sequence[Basemap] = ()
    map_approval: str = ""


def draw_map(
    edition: Edition, dressing: Dressing, *, standalone: bool = False
) -> folium.Map:
    """
    Draw an edition as a Folium map.

    Parameters
    ----------
    edition
        What is drawn. Every text of it reaches the document as JSON inside a data
        block and the page as text of a node: none is parsed as markup or script.
    dressing
        What stands around it.
    standalone
        With its own search, filter and panel, for a file opened by itself; else
        for a frame in the app, which tells it what to show.
    """
    payload = {
        **describe_edition(edition, dressing.language),
        "basemaps": [asdict(basemap) for basemap in dressing.basemaps],
        "approval": dressing.map_approval,
        "standalone": describe_rows(edition) if standalone else None,
    }
    drawn = _Map(
        tiles=None,
        prefer_canvas=True,
        # In Leaflet's words: Folium keeps min_zoom and max_zoom for tiles. Without
        # these a basemap's own limits would move the view, and one place has no zoom.
        minZoom=FARTHEST_OUT,
        maxZoom=CLOSEST,
        zoom_snap=0.25,
        zoom_delta=0.5,
        attributionControl=True,
    )
    # Folium numbers its elements at random; equal maps shall be equal bytes.
    drawn._id = "parks"  # noqa: SLF001
    drawn.get_root()._id = "page"  # noqa: SLF001
    held = _HELD if standalone else ()
    _Atlas(dressing.title, edition.key, payload, held).add_to(drawn)
    return drawn

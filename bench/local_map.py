"""Folium's map with its scripts from this machine: there is no network."""

from typing import Final

import folium

_STATIC: Final = "/app/static"
_SCRIPTS: Final = [
    ("leaflet", f"{_STATIC}/leaflet.js"),
    ("jquery", f"{_STATIC}/jquery.js"),
]
_STYLES: Final = [("leaflet_css", f"{_STATIC}/leaflet.css")]


class LocalMap(folium.Map):
    """Folium's map over Leaflet alone, which Streamlit serves beside the page."""

    default_js = _SCRIPTS
    default_css = _STYLES

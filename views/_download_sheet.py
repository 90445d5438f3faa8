"""The page of downloads as markup: its head, and the ways of programs to the data."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urljoin

import streamlit as st
from markupsafe import Markup

from parks.edition import Edition
from parks.exports import EXPORTERS
from parks.exports.about import describe_terms
from parks.exports.terms import Terms
from parks.filter_words import state_filter
from views._download_choice import DownloadChoice
from views._download_formats import write_path
from views._sheet import address, link, offer_copy
from views._words import current_language, say

GIS_STEPS: Final = {
    "QGIS": (
        "Layer ▸ Add Layer ▸ Add WFS / OGC API - Features Layer…",
        (
            "New; give it a name and the address above; as version choose OGC API - "
            "Features."
        ),
        "Connect, choose a layer, Add. QGIS fetches what the view shows, as it is now.",
    ),
    "ArcGIS Pro": (
        "Insert ▸ Connections ▸ Server ▸ New OGC API Server.",
        "Give the address above as server URL.",
        "Catalog ▸ Servers: drag a layer into the map. It can be read, not edited.",
    ),
    "SuperMap": (
        (
            "SuperMap documents no client for OGC API - Features in iDesktopX: "
            "import a file instead."
        ),
        "Import data ▸ GeoJSON, or the Shapefile for older versions.",
        "After the import check the reference system against the file's name.",
    ),
}
"""How each GIS takes the data up, step by step."""


def describe_head(
    edition: Edition, choice: DownloadChoice, count: int, errors: Sequence[str]
) -> Markup:
    """Say what would be downloaded, what was not understood, and the way back."""
    way = link(
        say("These parks on the map"),
        address("", choice.filter.to_options()),
        {"go": "map"},
        look="pa-button",
    )
    left = Markup().join(
        Markup("<p class='pa-left-out' role='status'>{}</p>").format(error)
        for error in errors
    )
    return Markup(
        "<article class='pa-park pa-page'><header><h1>{}</h1><p class='pa-where'>{}</p>"
        "<nav class='pa-actions' aria-label='{}'>{}</nav></header>{}<p>{}</p></article>"
    ).format(
        say("Downloads"),
        state_filter(choice.filter, edition, count, current_language()),
        say("What can be done with this page"),
        way,
        left,
        say(
            "Exactly these parks, and the zones and districts they lie in. Choose "
            "others at the left or on the map. Every file says its reference system "
            "in its name."
        ),
    )


def describe_services(choice: DownloadChoice, *, is_published: bool) -> Markup:
    """Say how programs get the data: addresses, and the service for GIS."""
    if not is_published:
        return Markup("<article class='pa-park pa-page'><p>{}</p></article>").format(
            say(
                "Addresses and the live service give the published table; what a visit "
                "imports or corrects is its own and leaves it in files only."
            )
        )
    return Markup("<article class='pa-park pa-page'>{}{}</article>").format(
        _describe_addresses(choice), _describe_gis()
    )


def describe_said(terms: Terms) -> Markup:
    """Show what the operator says of the data; nothing if that is nothing."""
    said = describe_terms(terms, current_language())
    if not said:
        return Markup()
    rows = Markup().join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(label, text)
        for label, text in said.items()
    )
    return Markup(
        "<article class='pa-park pa-page'><h2>{}</h2><dl>{}</dl></article>"
    ).format(say("Conditions"), rows)


def _describe_addresses(choice: DownloadChoice) -> Markup:
    rows = Markup().join(
        Markup("<tr><th scope='row'>{}</th><td><a href='{}'>{}</a></td></tr>").format(
            EXPORTERS[name].title, path, _absolute(path)
        )
        for name in EXPORTERS
        for path in [write_path(choice, name)]
    )
    return Markup(
        "<section><h2>{}</h2><p>{}</p><div class='pa-scroll'>"
        "<table class='pa-addresses'>{}</table></div></section>"
    ).format(
        say("Addresses for scripts and spreadsheets"),
        say(
            "Each gives the file as it is when asked for, with ETag and Last-Modified; "
            "pages of other sites may read it. In Excel: Data ▸ From Web, with the "
            "address of the CSV. A parameter that means nothing is refused by name."
        ),
        rows,
    )


def _describe_gis() -> Markup:
    steps = Markup().join(
        Markup("<div class='pa-steps'><h3>{}</h3><ol>{}</ol></div>").format(
            name,
            Markup().join(Markup("<li>{}</li>").format(say(line)) for line in lines),
        )
        for name, lines in GIS_STEPS.items()
    )
    return Markup(
        "<section><h2>{}</h2><p>{}</p><p><a href='{}'><code>{}</code></a> {}</p>"
        "<div class='pa-cards'>{}</div></section>"
    ).format(
        say("A live layer in your GIS"),
        say(
            "OGC API - Features serves the published table: parks, zones and "
            "districts, filtered by the same parameters, in several reference systems."
        ),
        address("ogc", {}),
        _absolute("ogc"),
        offer_copy("ogc"),
        steps,
    )


def _absolute(path: str) -> str:
    """Write an address of ours in full, as programs need it."""
    return urljoin(st.context.url or "", path)

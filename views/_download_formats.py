"""Every format of a download, with what it is for, its file and its address."""

from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from parks.edition import Edition
from parks.exports import (
    COMPANION_TYPES,
    EXPORTERS,
    Exporter,
    ExportOrder,
    FieldNames,
    Terms,
    make_companions,
    make_export,
    name_order,
)
from views._download_choice import DownloadChoice
from views._words import current_language, say

_STYLE: Final = Path(__file__).parent / "static" / "downloads.css"
COMPANION_LABELS: Final = ("README", "Metadata (DCAT)")
"""What goes with every file, in the order of `make_companions`."""
FORMAT_WORDS: Final = {
    "geojson": "For web maps and scripts; QGIS, ArcGIS Pro and SuperMap import it. "
    "Lists stay lists.",
    "gpkg": "For QGIS and ArcGIS Pro: parks, zones and districts as layers of one "
    "file, with what is known of them.",
    "shp.zip": "For older GIS, SuperMap too. Names of fields have ten letters; a table "
    "beside it says what they stand for.",
    "kml": "For Google Earth and the like, coloured by sector, layer by layer. WGS 84 "
    "only.",
    "kmz": "The same, packed.",
    "fgb": "For web maps that fetch only what they show.",
    "parquet": "For data analysis in Python, R or DuckDB.",
    "dxf": "For the drawing office: points with names and outlines, a drawing layer a "
    "district. Choose a plane in metres. QGIS reads its Chinese with "
    "DXF_ENCODING=UTF-8.",
    "csv": "For scripts and spreadsheets, Chinese Excel too: coordinates as numbers "
    "and as WKT.",
    "xlsx": "To read: frozen heading, filter, and sheets on where everything comes "
    "from.",
    "geojson.zip": "A GeoJSON a district, in one zip with a README and metadata.",
}
"""What each format is for."""


def show_formats(edition: Edition, choice: DownloadChoice, terms: Terms) -> None:
    """
    Draw a row a format: what it is for, the button of its file, and its address.

    Addresses give the published edition and stand only where that is shown.
    """
    st.html(_STYLE)
    with st.container(key="download_formats"):
        for name, exporter in EXPORTERS.items():
            fits = exporter.fits(choice.reference)
            with st.container(horizontal=True, key=f"format_{name.replace('.', '_')}"):
                st.html(_describe(name, exporter, fits=fits), width="stretch")
                if fits:
                    _offer(edition, choice, terms, name)


def _describe(name: str, exporter: Exporter, *, fits: bool) -> Markup:
    unfit = Markup("<br><b>{}</b>").format(
        say(
            "Not in the reference system chosen: {format} is {known} by definition.",
            format=exporter.title,
            known=", ".join(exporter.references),
        )
    )
    return Markup(
        "<div class='pa-format'><h3>{} <small>.{}</small></h3><p>{}{}</p></div>"
    ).format(
        exporter.title,
        name,
        say(FORMAT_WORDS[name]),
        Markup() if fits else unfit,
    )


def _offer(edition: Edition, choice: DownloadChoice, terms: Terms, name: str) -> None:
    order = order_file(choice, name)
    called = name_order(order, terms)
    st.download_button(
        say("Download"),
        data=partial(_write, edition, choice, order, terms),
        file_name=called,
        mime=EXPORTERS[name].media_type,
        on_click="ignore",
        key=f"download_file_{name}",
        help=say("Download as {name}", name=EXPORTERS[name].title),
    )
    companions = zip(COMPANION_LABELS, COMPANION_TYPES.items(), strict=True)
    for at, (label, (ending, media_type)) in enumerate(companions):
        st.download_button(
            say(label),
            data=partial(_write_companion, edition, choice, order, terms, at),
            file_name=f"{called}{ending}",
            mime=media_type,
            on_click="ignore",
            key=f"download_companion_{at}_{name}",
            type="tertiary",
        )


def order_file(choice: DownloadChoice, name: str) -> ExportOrder:
    """Order the file of a format that the page's choice asks for."""
    is_whole = EXPORTERS[name].holds_many and choice.layer == "parks"
    return ExportOrder(
        name,
        () if is_whole else (choice.layer,),
        choice.reference,
        FieldNames(choice.fields) if choice.fields else None,
        current_language(),
    )


def write_path(choice: DownloadChoice, name: str) -> str:
    """Write the address of a format's file, from the service's root on."""
    options = choice.to_options()
    options.pop("layer", None)
    query = urlencode(options, doseq=True, safe=":,")
    return f"data/{choice.layer}.{name}" + (f"?{query}" if query else "")


def _write_companion(
    edition: Edition,
    choice: DownloadChoice,
    order: ExportOrder,
    terms: Terms,
    at: int,
) -> bytes:
    return make_companions(edition, choice.filter, order, terms)[at].content


def _write(
    edition: Edition, choice: DownloadChoice, order: ExportOrder, terms: Terms
) -> bytes:
    return make_export(edition, choice.filter, order, terms).content

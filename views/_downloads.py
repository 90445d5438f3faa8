"""Download buttons: exactly the shown parks."""

from typing import Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from layers import draw_map, render_file
from parks.edition import Edition
from parks.exports import EXPORTERS, ExportOrder, make_export, name_order
from parks.filter import Filter
from views._counts import count_parks
from views._data import describe_dressing, find_libraries, find_terms
from views._ways import open_downloads
from views._words import current_language, say

_OFFERED: Final = ("geojson", "xlsx")


def offer_downloads(
    edition: Edition, filter_: Filter, chosen: NDArray[np.bool_]
) -> None:
    """Draw a button a format, and one for the map itself as a file."""
    for name in _OFFERED:
        offer_download(edition, filter_, chosen, name)
    if "parks" in find_terms(edition).layers:
        _offer_map_file(edition, chosen)
    if st.button(say("More formats and addresses"), key="more_downloads"):
        open_downloads(filter_)


def offer_download(
    edition: Edition, filter_: Filter, chosen: NDArray[np.bool_], name: str
) -> None:
    """
    Draw the button of a format; the file is written when it is asked for.

    Nothing is drawn where the operator withholds parks from downloads.
    """
    language = current_language()
    count = int(chosen.sum())

    terms = find_terms(edition)
    if "parks" not in terms.layers:
        return
    asked = {"layer": ["parks"], "lang": [language.value]}
    order = ExportOrder.parse(name, asked, terms)

    def write() -> bytes:
        return make_export(edition, filter_, order, terms).content

    title = EXPORTERS[name].title
    st.download_button(
        say("Download {parks} as {name}", parks=count_parks(count), name=title),
        data=write,
        file_name=name_order(order, terms),
        mime=EXPORTERS[name].media_type,
        on_click="ignore",
        key=f"download_{name}",
        width="stretch",
    )


def _offer_map_file(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Draw the button of the shown parks as one HTML file that needs no network."""
    language = current_language()

    def write() -> bytes:
        dressing = describe_dressing(language)
        drawn = draw_map(edition.keep(chosen), dressing, standalone=True)
        return render_file(drawn, find_libraries()).encode()

    st.download_button(
        say("Download {parks} as a map file", parks=count_parks(int(chosen.sum()))),
        data=write,
        file_name="parks.html",
        mime="text/html",
        on_click="ignore",
        key="download_map",
        width="stretch",
    )

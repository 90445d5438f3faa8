"""Download buttons: exactly the shown parks."""

from functools import partial
from typing import Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from parks.edition import Edition
from parks.exports import EXPORTERS, describe_source, export, pick_layer
from parks.filter import Filter
from views._words import current_language, say

_FORMATS: Final = {"geojson": "GeoJSON", "xlsx": "Excel"}


def offer_downloads(
    edition: Edition, filter_: Filter, chosen: NDArray[np.bool_]
) -> None:
    """Draw a button a format; the file is written when it is asked for."""
    language = current_language()

    def write(name: str) -> bytes:
        about = describe_source(edition, filter_, chosen, language)
        layer = pick_layer(edition, chosen)
        return export(layer, name, language=language, about=about)

    for name, label in _FORMATS.items():
        st.download_button(
            say(
                "Download {count} parks as {name}", count=int(chosen.sum()), name=label
            ),
            data=partial(write, name),
            file_name=f"parks.{name}",
            mime=EXPORTERS[name].media_type,
            on_click="ignore",
            key=f"download_{name}",
            width="stretch",
        )

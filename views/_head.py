"""The head of the map page: what is shown, counted."""

import numpy as np
import streamlit as st
from markupsafe import Markup
from numpy.typing import NDArray

from parks.edition import Edition
from views._corrections import recall_corrections
from views._words import say


def show_head(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Show the title and how many parks, zones and districts are on the map."""
    every = np.ones(len(chosen), dtype=np.bool_)
    shown = int(chosen.sum()), *edition.count_zones_and_districts(chosen)
    total = len(chosen), *edition.count_zones_and_districts(every)
    names = say("parks"), say("zones"), say("districts")
    numbers = Markup().join(
        Markup("<span><b>{}</b>{} {}</span>").format(
            count, Markup("<i>/{}</i>").format(whole) if count != whole else "", name
        )
        for count, whole, name in zip(shown, total, names, strict=True)
    )
    corrected = len(recall_corrections(edition))
    if corrected:
        numbers += Markup("<span class='pa-corrected'><b>{}</b>{}</span>").format(
            corrected, say("corrected here")
        )
    st.html(
        Markup(
            "<style>:root {{ --pa-filter: '{}' }}</style>"
            "<header class='pa-head'><h1>{}</h1>"
            "<div class='pa-counts' role='status'>{}</div></header>"
        ).format(say("Filter"), say("ParkAtlas"), numbers)
    )

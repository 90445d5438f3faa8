"""The head of the map page: what is shown, counted."""

import numpy as np
import streamlit as st
from markupsafe import Markup
from numpy.typing import NDArray

from parks.edition import Edition
from parks.filter import Filter
from parks.filter_words import state_filter
from views._corrections import recall_corrections
from views._look import welcome
from views._words import current_language, say


def show_head(edition: Edition, filter_: Filter, chosen: NDArray[np.bool_]) -> None:
    """Show the title, how many parks are on the map, and the filter in words."""
    shown = int(chosen.sum()), *edition.count_zones_and_districts(chosen)
    total = len(chosen), *edition.whole_count
    one = say("park"), say("zone"), say("district")
    several = say("parks"), say("zones"), say("districts")
    names = [a if n == 1 else b for a, b, n in zip(one, several, total, strict=True)]
    numbers = Markup().join(
        Markup("<span><b>{:,}</b>{} {}</span>").format(
            count, Markup("<i>/{:,}</i>").format(whole) if count != whole else "", name
        )
        for count, whole, name in zip(shown, total, names, strict=True)
    )
    corrected = len(recall_corrections(edition))
    if corrected:
        numbers += Markup("<span class='pa-corrected'><b>{}</b>{}</span>").format(
            corrected, say("corrected here")
        )
    words = Markup()
    if filter_ != Filter():
        said = state_filter(filter_, edition, shown[0], current_language())
        words = Markup("<p class='pa-filter-words'>{}</p>").format(said)
    st.html(
        Markup(
            "<style>:root {{ --pa-filter: '{}' }}</style>"
            "<header class='pa-head'><h1>{}</h1>"
            "<div class='pa-counts' role='status'>{}</div>{}</header>{}"
        ).format(say("Filter"), say("ParkAtlas"), numbers, words, welcome())
    )

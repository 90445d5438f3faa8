"""The head of the map page: what is shown, counted."""

import numpy as np
import pandas as pd
import streamlit as st
from markupsafe import Markup
from numpy.typing import NDArray

from parks.edition import Edition
from views._words import say


def show_head(edition: Edition, chosen: NDArray[np.bool_]) -> None:
    """Show the title and how many parks, zones and districts are on the map."""
    parks = edition.parks
    counts = [
        (say("parks"), int(chosen.sum()), len(parks)),
        (say("zones"), *_count(parks, chosen, ["district", "zone"])),
        (say("districts"), *_count(parks, chosen, ["district"])),
    ]
    numbers = Markup().join(
        Markup("<span><b>{}</b>{} {}</span>").format(
            shown, Markup("<i>/{}</i>").format(total) if shown != total else "", name
        )
        for name, shown, total in counts
    )
    st.html(
        Markup(
            "<header class='pa-head'><h1>{}</h1>"
            "<div class='pa-counts' role='status'>{}</div></header>"
        ).format(say("ParkAtlas"), numbers)
    )


def _count(
    parks: pd.DataFrame, chosen: NDArray[np.bool_], columns: list[str]
) -> tuple[int, int]:
    """Count the distinct values among the chosen parks, and among all."""
    values = parks[columns].dropna()
    kept = values.loc[parks.index[chosen].intersection(values.index)]
    return len(kept.drop_duplicates()), len(values.drop_duplicates())

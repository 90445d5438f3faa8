"""What this visit corrected: each with a way back, and all as a file to send on."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st
from markupsafe import Markup

from parks.corrections import Correction
from parks.edition import Edition
from parks.exports import EXPORTERS
from parks.exports.correction_list import (
    write_corrections_csv,
    write_corrections_geojson,
)
from parks.place_sources import word_source
from parks.places import PRECISION_WORDS
from views._corrections import (
    find_correction,
    recall_corrections,
    undo_correction,
)
from views._words import current_language, say

_WRITERS: Final[
    dict[str, tuple[str, Callable[[Edition, Sequence[Correction]], bytes]]]
] = {
    "geojson": ("GeoJSON", write_corrections_geojson),
    "csv": ("CSV", write_corrections_csv),
}


def show_corrections(edition: Edition) -> None:
    """List the corrections of an edition, if there are any."""
    corrections = recall_corrections(edition)
    if not corrections:
        return
    title = say("Corrections of this visit: {count}", count=len(corrections))
    with st.expander(title, expanded=True, key="corrections"):
        names = dict(zip(edition.parks["park_id"], edition.parks["name"], strict=True))
        for correction in corrections:
            _show_line(edition, correction, names[correction.park_id])
        st.caption(
            say(
                "They are in the downloads of this page, and are gone when it is "
                "closed or reloaded. Download them to send them to whoever keeps the "
                "table."
            )
        )
        with st.container(horizontal=True):
            for format_name in _WRITERS:
                _offer(edition, corrections, format_name)


def describe_correction(correction: Correction) -> Markup:
    """Say old and new place, the metres between, and the reason."""
    old = correction.old
    before = say("no place") if old.lon is None else f"{old.lon:.6f}, {old.lat:.6f}"
    metres = correction.metres
    parts = [
        Markup("<s>{}</s> → <b>{:.6f}, {:.6f}</b>").format(
            before, correction.lon, correction.lat
        ),
        *([Markup("{:,.0f} m").format(metres)] if metres is not None else []),
        Markup("{}").format(correction.reason),
    ]
    return Markup(" · ").join(parts)


def describe_old(correction: Correction) -> str:
    """Say how well the old place is known, and by whom."""
    old = correction.old
    words = say(PRECISION_WORDS.get(old.precision or "", "place unknown"))
    return say("Before: {place}", place=" · ".join(filter(None, (words, old.source))))


def name_source(edition: Edition, index: int) -> str:
    """Name the source of a park's place; a correction of this visit in words."""
    park = edition.parks.iloc[index]
    correction = find_correction(edition, park["park_id"])
    source = park["location_source"] if correction is None else correction.source
    return word_source(str(source), current_language())


def _show_line(edition: Edition, correction: Correction, name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            Markup("<p class='pa-correction'><strong>{}</strong> {}</p>").format(
                name, describe_correction(correction)
            ),
            width="stretch",
        )
        st.button(
            say("Undo"),
            key=f"undo_{correction.park_id}",
            on_click=undo_correction,
            args=(edition, correction.park_id),
        )


def _offer(
    edition: Edition, corrections: Sequence[Correction], format_name: str
) -> None:
    title, write = _WRITERS[format_name]
    st.download_button(
        say("Download the corrections as {name}", name=title),
        data=lambda: write(edition, corrections),
        file_name=f"corrections.{format_name}",
        mime=EXPORTERS[format_name].media_type,
        on_click="ignore",
        key=f"corrections_{format_name}",
        width="stretch",
    )

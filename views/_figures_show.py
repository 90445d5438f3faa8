"""Charts side by side on the page of figures, and its downloads."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import altair as alt
import streamlit as st
from markupsafe import Markup

from parks.exports import EXPORTERS
from parks.exports.indicator_list import write_indicators_csv, write_indicators_xlsx
from views._words import current_language, say

_STYLE: Final = Path(__file__).parent / "static" / "figures.css"


def show_charts(key: str, charts: Sequence[tuple[str, alt.LayerChart]]) -> None:
    """
    Show charts beside each other, below each other on a phone.

    Parameters
    ----------
    key
        Tells these charts from others of the page.
    charts
        What each shows, in words, and the chart.
    """
    st.html(_STYLE)
    with st.container(key=f"charts_{key}"):
        for number, (column, (title, chart)) in enumerate(
            zip(st.columns(len(charts), gap="medium"), charts, strict=True)
        ):
            with column:
                st.html(Markup("<h3 class='pa-chart-title'>{}</h3>").format(title))
                st.altair_chart(
                    chart, width="stretch", key=f"chart_{key}_{number}", alt=title
                )


def offer_figures() -> None:
    """Draw the downloads of all figures, as Excel and CSV."""
    language = current_language()

    def write_book() -> bytes:
        return write_indicators_xlsx(language)

    with st.container(horizontal=True, key="figures_downloads"):
        st.download_button(
            say("Download all figures as Excel"),
            data=write_book,
            file_name="figures.xlsx",
            mime=EXPORTERS["xlsx"].media_type,
            on_click="ignore",
            key="download_figures_xlsx",
        )
        st.download_button(
            say("Download all figures as CSV"),
            data=write_indicators_csv,
            file_name="figures.csv",
            mime=EXPORTERS["csv"].media_type,
            on_click="ignore",
            key="download_figures_csv",
        )

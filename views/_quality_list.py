"""The list of places worst first, what it is narrowed to, and its downloads."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
import streamlit as st
from markupsafe import Markup
from numpy.typing import NDArray

from parks.doubts import DOUBT_NAMES, Doubt
from parks.exports import EXPORTERS, export
from parks.exports.quality import define_quality, pick_places
from parks.headings import head
from parks.quality import Assessment
from parks.quality_list import pick_parks, tabulate_places
from parks.wording import name_district
from views._data import find_terms
from views._facet import Facet, choose_some
from views._quality_session import (
    DISTRICT_KEY,
    DOUBT_KEY,
    QualityChoice,
    clear_choice,
)
from views._rows import show_rows
from views._words import current_language, say

_WIDTHS_PIXELS: Final = {"doubts": 220, "location_note": 420}
_PINNED: Final = "name"
_METRES: Final = ("outside_metres", "nearest_metres", "farthest_metres")


def choose_listed(assessment: Assessment, choice: QualityChoice) -> None:
    """Draw the choice of districts and doubts, each with how many it would list."""
    districts = assessment.edition.parks["district"].to_numpy()
    in_districts = pick_parks(assessment, choice.districts)
    in_doubt = districts[pick_parks(assessment, (), choice.doubts)]
    held = assessment.doubts[in_districts].sum(axis=0).tolist()
    language = current_language()
    kinds = list(Doubt)
    present = [kinds[at] for at in np.flatnonzero(assessment.doubts.any(axis=0))]
    facets = [
        Facet(
            DOUBT_KEY,
            say("Kind of doubt"),
            [doubt.value for doubt in present],
            lambda doubt: say(DOUBT_NAMES[Doubt(doubt)]),
            choice.doubts,
            {doubt.value: count for doubt, count in zip(kinds, held, strict=True)},
        ),
        Facet(
            DISTRICT_KEY,
            say("District"),
            assessment.edition.district_names,
            partial(name_district, language=language),
            choice.districts,
            {
                name: int((in_doubt == name).sum())
                for name in assessment.edition.district_names
            },
        ),
    ]
    choose_some([facet for facet in facets if facet.options], _take)
    st.button(
        say("Clear the filter"),
        on_click=clear_choice,
        disabled=choice == QualityChoice(),
        width="stretch",
        key="clear_quality",
    )


def _take(chosen: Mapping[str, Sequence[str]]) -> None:
    st.session_state.update({key: list(values) for key, values in chosen.items()})


def show_list(
    assessment: Assessment, positions: NDArray[np.intp], choice: QualityChoice
) -> None:
    """Show parks worst first; selecting a row selects the park on the map too."""
    if not len(positions):
        st.info(say("No park matches. Take a choice away, or clear the filter."))
        return
    language = current_language()
    show_rows(
        "quality",
        assessment.edition.parks["park_id"].to_numpy()[positions],
        lambda part: tabulate_places(assessment, positions[part], language),
        followed=(assessment.edition.key, choice),
        columns=_set_columns(),
    )
    st.html(
        Markup("<p class='pa-print-only'>{}</p>").format(
            say("The list is not printed with the page: download and print it.")
        )
    )


def offer_lists(
    assessment: Assessment, positions: NDArray[np.intp], choice: QualityChoice
) -> None:
    """Draw the downloads: the list as Excel and CSV, the doubtful as GeoJSON."""
    if "parks" not in find_terms(assessment.edition).layers:
        return
    doubtful = positions[assessment.doubtful[positions]]
    offered = {
        "xlsx": (
            say("Download the list of {count} as Excel", count=len(positions)),
            positions,
        ),
        "csv": (
            say("Download the list of {count} as CSV", count=len(positions)),
            positions,
        ),
        "geojson": (
            say("Download the doubtful parks as GeoJSON: {count}", count=len(doubtful)),
            doubtful,
        ),
    }
    for name, (label, listed) in offered.items():
        st.download_button(
            label,
            data=partial(_write, assessment, listed, choice, name),
            file_name=f"places.{name}",
            mime=EXPORTERS[name].media_type,
            on_click="ignore",
            key=f"download_quality_{name}",
            width="stretch",
        )


def _write(
    assessment: Assessment,
    positions: NDArray[np.intp],
    choice: QualityChoice,
    name: str,
) -> bytes:
    language = current_language()
    picked = pick_places(assessment, positions, language, in_words=name != "geojson")
    layer = find_terms(assessment.edition).hold(picked)
    about = define_quality(assessment, choice.filter, positions, language)
    if choice.doubts:
        about[say("Kind of doubt")] = "; ".join(
            say(DOUBT_NAMES[doubt]) for doubt in choice.doubts
        )
    return export(layer, name, language=language, about=about)


def _set_columns() -> dict[str, Any]:
    """Tell Streamlit which columns are wide, which stay in view, which are metres."""
    language = current_language()
    return {
        **{
            head(name, language): st.column_config.TextColumn(width=width)
            for name, width in _WIDTHS_PIXELS.items()
        },
        head(_PINNED, language): st.column_config.TextColumn(pinned=True),
        **{
            head(name, language): st.column_config.NumberColumn(format="%d m")
            for name in _METRES
        },
    }

"""The head of the page of data quality: how good the places are, in plain words."""

from typing import Final

import numpy as np
import pandas as pd
import streamlit as st
from markupsafe import Markup

from parks.doubts import DOUBT_NAMES, DOUBT_WORDS, Doubt
from parks.exports.quality import RANKING
from parks.language import Language
from parks.places import PRECISION_NAMES
from parks.quality import Assessment, count_by_district
from parks.wording import name_district
from views._counts import count_parks
from views._words import current_language, enumerate_words, say

VERDICTS: Final = {
    "site": "{count} on the park itself",
    "near": "{count} at a named neighbour some hundred metres off",
    "street": "{count} on the right road or in the right sub-district only",
    "zone": "{count} at the zone's point only",
    "district": "{count} at the district's point only",
    "placeless": "{count} without any place",
}
"""How many parks have a place of each precision, as parts of one sentence."""


def show_quality_head(assessment: Assessment) -> None:
    """Show the title and a sentence on how good the places of the edition are."""
    st.html(
        Markup(
            "<style>:root {{ --pa-filter: '{}'; --pa-map-height: {} }}</style>"
            "<header class='pa-head'><h1>{}</h1>"
            "<div class='pa-counts'><span>{}</span></div></header>"
            "<p class='pa-verdict' role='status'>{}</p>"
        ).format(
            say("Filter"),
            "clamp(300px, 46vh, 560px)",
            say("Data quality"),
            assessment.edition.table.source.name,
            summarise(assessment),
        )
    )


def summarise(assessment: Assessment) -> str:
    """Say how many parks have a place of which precision, and what is doubtful."""
    precision = assessment.edition.parks["precision"]
    counts = precision.where(precision.notna(), "placeless").value_counts()
    parts = [
        say(words, count=counts[name])
        for name, words in VERDICTS.items()
        if name in counts
    ]
    sentences = [
        say(
            "{parks}: {parts}.",
            parks=count_parks(len(precision)),
            parts=enumerate_words(parts),
        ),
        say("Doubtful: {count}.", count=int(assessment.doubtful.sum())),
    ]
    seconded = int((assessment.parks["source_count"] > 0).sum())
    if seconded:
        sentences.append(
            say("With a second, independent source: {count}.", count=seconded)
        )
    if not len(precision):
        return say("The table names no park.")
    return (" " if current_language() is Language.EN else "").join(sentences)


def explain_doubts(assessment: Assessment) -> None:
    """Say once what makes a place doubtful, and in which order parks are listed."""
    rows = Markup().join(
        Markup("<li><b>{}</b> {} <i>{}</i></li>").format(
            say(DOUBT_NAMES[doubt]), say(DOUBT_WORDS[doubt]), count
        )
        for doubt, count in zip(
            Doubt, assessment.doubts.sum(axis=0).tolist(), strict=True
        )
    )
    with st.expander(say("What makes a place doubtful, and what is listed first")):
        st.html(
            Markup("<div class='pa-doubts'><p>{}</p><ol>{}</ol><p>{}</p></div>").format(
                say("A park is doubtful just if one of these holds:"),
                rows,
                say(RANKING),
            )
        )


def draw_districts(assessment: Assessment, positions: np.ndarray) -> Markup:
    """Draw how many of the listed parks have which precision, a bar a district."""
    chosen = np.zeros(len(assessment.order), dtype=np.bool_)
    chosen[positions] = True
    counts = count_by_district(assessment, chosen)
    kinds = [name for name in VERDICTS if counts[name].any()]
    heads = Markup().join(
        Markup("<th class='pa-num'><i class='pa-bar pa-{}'></i>{}</th>").format(
            name, say(PRECISION_NAMES.get(name, "place unknown"))
        )
        for name in kinds
    )
    widest = int(counts["total"].max()) if len(counts) else 1
    rows = Markup().join(
        _draw_row(str(name), row, kinds, widest) for name, row in counts.iterrows()
    )
    return Markup(
        "<div class='pa-park'><h2>{}</h2><p>{}</p><table class='pa-tally'><thead><tr>"
        "<th>{}</th><td></td>{}<th class='pa-num'>{}</th></tr></thead><tbody>{}</tbody>"
        "</table></div>"
    ).format(
        say("Precision by district"),
        say("Select a park in the table or on the map to see what its place rests on."),
        say("District"),
        heads,
        say("Doubtful"),
        rows,
    )


def _draw_row(
    name: str, row: "pd.Series[int]", kinds: list[str], widest: int
) -> Markup:
    bar = Markup().join(
        Markup("<i class='pa-bar pa-{}' style='width:{:.1f}%'></i>").format(
            kind, 100 * row[kind] / widest
        )
        for kind in kinds
        if row[kind]
    )
    cells = Markup().join(
        Markup("<td class='pa-num'>{}</td>").format(row[kind] or "") for kind in kinds
    )
    return Markup(
        "<tr><th>{}</th><td class='pa-bars'><span>{}</span></td>{}"
        "<td class='pa-num'>{}</td></tr>"
    ).format(
        name_district(name, current_language()) or say("none named"),
        bar,
        cells,
        row["doubtful"],
    )

"""What a download says of itself: its table, filter, count and datum."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from parks.corrections import COLUMN as CORRECTION
from parks.edition import WGS84, Edition
from parks.exports.addresses import write_options
from parks.exports.references import describe_reference
from parks.exports.terms import Terms
from parks.filter import Filter
from parks.filter_words import list_choices
from parks.language import Language, translate

TERMS_LABELS: Final = {
    "decimals": "Rounding of places",
    "data_date": "Date of the data",
    "attribution": "Attribution",
    "licence": "Licence",
    "contact": "Contact for the data",
    "map_approval": "Map approval number",
}
"""What the fields of `Terms` that are said are called."""
_ROUNDED: Final = (
    "Places are rounded to {decimals} decimals of a degree for publication."
)


def describe_source(
    edition: Edition,
    filter_: Filter,
    chosen: NDArray[np.bool_],
    language: Language,
    reference: str = WGS84,
) -> dict[str, str]:
    """
    Describe where the chosen parks come from, for the sheet beside them.

    Returns
    -------
    dict
        Labels and texts in the language asked for.
    """

    def say(text: str) -> str:
        return translate(text, language)

    reasons = edition.parks.get(CORRECTION)
    corrected = 0 if reasons is None else int(reasons[chosen].notna().sum())
    options = write_options(filter_)
    words = " · ".join(list_choices(filter_, edition, language))
    shown = say("{shown} of {total} parks")
    said = say(
        "{count} place(s) were corrected by hand by whoever made this file; "
        "their source says so."
    )
    return {
        say("Table"): edition.table.source.name,
        say("Edition"): edition.key,
        say("Filter"): f"{words} ({options})"
        if options
        else say("none: every park of the table"),
        say("Count"): shown.format(shown=int(chosen.sum()), total=len(edition.parks)),
        say("Reference system"): describe_reference(reference, language),
        say("Sectors"): say(
            "The table gives the direction for each zone's row; its parks inherit it. "
            "Focus: what the row aims at. The others are mentioned as means or context."
        ),
        say("Places"): say(
            "Each place says how precise it is and where it comes from; a park without "
            "a place of its own stands at the point of its zone."
        ),
        **({say("Corrections"): said.format(count=corrected)} if corrected else {}),
    }


def describe_terms(terms: Terms, language: Language) -> dict[str, str]:
    """Say what an operator says of every download, label and text; nothing else."""
    rounded = translate(_ROUNDED, language).format(decimals=terms.decimals)
    said = {
        "decimals": "" if terms.decimals is None else rounded,
        "data_date": terms.data_date.isoformat() if terms.data_date else "",
        "attribution": terms.attribution,
        "licence": terms.licence,
        "contact": terms.contact,
        "map_approval": terms.map_approval,
    }
    return {
        translate(TERMS_LABELS[name], language): text
        for name, text in said.items()
        if text
    }

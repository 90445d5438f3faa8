"""The list of how good places are, as rows to export and what to say of them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from parks.doubts import DOUBT_WORDS
from parks.edition import WGS84
from parks.exports.about import describe_source
from parks.exports.layer import ExportLayer
from parks.filter import Filter
from parks.language import Language, translate
from parks.quality import Assessment
from parks.quality_list import QUALITY_COLUMNS, list_places, word_places

RANKING: Final = (
    "Worst first: by the worst doubt in this order, then by how many there are, then "
    "by the metres outside the district or to the farthest other source. Parks "
    "without a doubt come last."
)


def pick_places(
    assessment: Assessment,
    positions: NDArray[np.intp],
    language: Language,
    *,
    in_words: bool,
) -> ExportLayer:
    """
    Pick the places of parks to export, in the order given, in WGS 84.

    Parameters
    ----------
    assessment
        Where the parks were assessed.
    positions
        The parks, by their positions in the edition.
    language
        Of the notes and of words.
    in_words
        Doubts and the like in words, for people; else by their names in code.
    """
    rows = list_places(assessment, positions, language)
    if in_words:
        rows = rows.assign(**word_places(rows, language)[["doubts", "in_district"]])
    return ExportLayer("parks", rows, QUALITY_COLUMNS, "park_id", WGS84)


def define_quality(
    assessment: Assessment,
    filter_: Filter,
    positions: NDArray[np.intp],
    language: Language,
) -> dict[str, str]:
    """
    Say where a list of places comes from and what its doubts mean.

    Returns
    -------
    dict
        Labels and texts in the language asked for, for the sheet beside the list.
    """
    chosen = np.zeros(len(assessment.order), dtype=np.bool_)
    chosen[positions] = True
    about = describe_source(assessment.edition, filter_, chosen, language)
    return {**about, **define_doubts(language)}


def define_doubts(language: Language) -> dict[str, str]:
    """Say what makes a place doubtful, and in which order parks are listed."""

    def say(text: str) -> str:
        return translate(text, language)

    reasons = "\n".join(
        f"{number}. {say(words)}"
        for number, words in enumerate(DOUBT_WORDS.values(), 1)
    )
    return {
        say("Doubtful"): say("A park is doubtful just if one of these holds:")
        + "\n"
        + reasons,
        say("Order"): say(RANKING),
        say("Distances"): say(
            "Metres along the WGS 84 ellipsoid from the park's point to where an "
            "independent source puts the park; blank where there is none."
        ),
    }

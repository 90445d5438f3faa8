"""The parks of an assessment as a list, worst first: for pages and downloads."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas as gpd

from parks.doubts import DOUBT_NAMES, IN_DISTRICT_NAMES, Doubt
from parks.headings import head
from parks.language import Language, translate
from parks.places import PRECISION_NAMES
from parks.quality import Assessment
from parks.wording import enumerate_words, name_district

QUALITY_COLUMNS: Final = (
    "rank",
    "park_id",
    "name",
    "district",
    "district_code",
    "zone",
    "seq",
    "precision",
    "doubts",
    "in_district",
    "outside_metres",
    "source_count",
    "nearest_metres",
    "farthest_metres",
    "shared_count",
    "confidence",
    "location_source",
    "source_date",
    "location_note",
)
"""What a list of the places' quality says of a park, in this order."""
SHOWN_COLUMNS: Final = (
    "rank",
    "name",
    "district",
    "precision",
    "doubts",
    "location_note",
    "nearest_metres",
    "farthest_metres",
    "in_district",
    "outside_metres",
    "shared_count",
    "confidence",
    "source_date",
    "zone",
    "seq",
)
"""Those that a page has room for."""
CONFIDENCE_NAMES: Final = {"high": "High", "medium": "Medium", "low": "Low"}
_MEASURES: Final = ("outside_metres", "nearest_metres", "farthest_metres")


def pick_parks(
    assessment: Assessment, districts: Sequence[str] = (), doubts: Sequence[Doubt] = ()
) -> NDArray[np.intp]:
    """
    Pick parks worst first: of any of some districts and with any of some doubts.

    Parameters
    ----------
    assessment
        Whose parks are picked.
    districts
        Short names as `Edition.parks` has them; all if there are none.
    doubts
        Any of these must hold; without any, parks without doubt are picked too.

    Returns
    -------
    NDArray
        Positions of parks in the edition.
    """
    chosen = np.ones(len(assessment.order), dtype=np.bool_)
    if districts:
        chosen &= assessment.edition.parks["district"].isin(districts).to_numpy()
    if doubts:
        columns = [list(Doubt).index(doubt) for doubt in doubts]
        chosen &= assessment.doubts[:, columns].any(axis=1)
    return assessment.order[chosen[assessment.order]]


def list_places(
    assessment: Assessment, positions: NDArray[np.intp], language: Language
) -> gpd.GeoDataFrame:
    """
    List what is known of the places of parks.

    Parameters
    ----------
    assessment
        Where the parks were assessed.
    positions
        The parks to list, in the order to list them.
    language
        Of the notes.

    Returns
    -------
    gpd.GeoDataFrame
        `QUALITY_COLUMNS` and the points in EPSG:4326; ``doubts`` holds tuples of
        `Doubt`, distances are whole metres, and what is not known is None.
    """
    parks = assessment.edition.parks.iloc[positions].reset_index(drop=True)
    measured = assessment.parks.iloc[positions].reset_index(drop=True)
    note = "location_note_en" if language is Language.EN else "location_note"
    columns = {
        **{name: parks[name] for name in parks if name in QUALITY_COLUMNS},
        **{name: measured[name] for name in measured if name in QUALITY_COLUMNS},
        **{name: _round(measured[name]) for name in _MEASURES},
        "location_note": parks[note],
        "doubts": pd.Series(
            [assessment.list_doubts(at) for at in positions.tolist()], dtype=object
        ),
        "source_date": pd.Series(
            [_date(assessment, at) for at in positions.tolist()], dtype=object
        ),
    }
    listed = pd.DataFrame({name: columns[name] for name in QUALITY_COLUMNS})
    return gpd.GeoDataFrame(listed, geometry=parks.geometry)


def word_places(listed: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Put what `list_places` lists by name into words: a new frame."""
    return listed.assign(
        district=[name_district(name, language) for name in listed["district"]],
        precision=[
            translate(PRECISION_NAMES.get(name, "place unknown"), language)
            for name in listed["precision"]
        ],
        doubts=[
            enumerate_words(
                (translate(DOUBT_NAMES[doubt], language) for doubt in doubts), language
            )
            for doubts in listed["doubts"]
        ],
        in_district=[
            translate(IN_DISTRICT_NAMES[name], language)
            for name in listed["in_district"]
        ],
        confidence=[
            translate(CONFIDENCE_NAMES[name], language) if name else ""
            for name in listed["confidence"]
        ],
    )


def tabulate_places(
    assessment: Assessment, positions: NDArray[np.intp], language: Language
) -> pd.DataFrame:
    """List places in words under headings of the language, as a page shows them."""
    worded = word_places(list_places(assessment, positions, language), language)
    shown = pd.DataFrame(worded)[list(SHOWN_COLUMNS)].fillna({"zone": ""})
    shown = shown.astype(dict.fromkeys(_MEASURES, "Float64"))
    return shown.rename(columns={name: head(name, language) for name in SHOWN_COLUMNS})


def _round(metres: "pd.Series[float]") -> "pd.Series[float]":
    """Round to whole metres, None where nothing was measured."""
    whole = metres.round().astype("Int64").astype(object)
    return whole.where(metres.notna(), None)


def _date(assessment: Assessment, position: int) -> str | None:
    """Tell when the source of a park's place was made, where that is known."""
    taken = assessment.sources[position].taken
    return (taken.source_date or None) if taken else None

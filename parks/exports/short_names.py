"""Names of fields that a shapefile can hold: ASCII, at most ten bytes."""

from collections.abc import Sequence
from typing import Final

LONGEST: Final = 10
_SHORT: Final = {
    "district_code": "dist_code",
    "county_code": "cnty_code",
    "location_source": "loc_source",
    "location_note": "loc_note",
}
"""For names in code that are longer, what they are cut to."""


def shorten_names(columns: Sequence[str]) -> tuple[str, ...]:
    """
    Shorten the names in code of columns, each to another, whatever they are.

    Names that differ only in case count as one. What is neither short nor known keeps
    its ASCII letters, digits and underscores as far as they fit, and a number where
    that would be somebody else's name.
    """
    short: list[str] = []
    for column in columns:
        name = _SHORT.get(column, column)
        kept = "".join(c for c in name.lower() if c.isascii() and _is_plain(c))
        stem = kept[:LONGEST] or "field"
        name, number = stem, 1
        while name in short:
            number += 1
            name = f"{stem[: LONGEST - len(str(number))]}{number}"
        short.append(name)
    return tuple(short)


def _is_plain(character: str) -> bool:
    return character.isalnum() or character == "_"

"""
What may stand before the name of a place because the place lies in it.

A sub-district tells namesakes apart as much as it adds nothing: only one that a source
gives for that very place, or that its zone is named after, may be left out.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from geodata._records import DATA, read_records
from geodata.errors import DataFileError
from geodata.park_names import plain_name

PREFIXES_FILE: Final = DATA / "name_prefixes.csv"
_COLUMNS: Final = ("name", "district", "before", "source")
_APART: Final = "|"
"""Between names; no plain name has it."""


def describe_surroundings(name: str, district: str, zone: str | None) -> str:
    """Write all that a place lies in as plain names, to look for a part of one."""
    known = read_prefixes().get((name, district), ())
    return _APART.join(plain_name(each) for each in (zone or "", *known))


@lru_cache(maxsize=8)
def read_prefixes(
    path: Path = PREFIXES_FILE,
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """
    Read what stands before names, by name and district of the place.

    Raises
    ------
    DataFileError
        If the file is missing, malformed or has an empty cell.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for line, record in read_records(path, _COLUMNS):
        if not all(record.values()):
            raise DataFileError(path=path, reason=f"line {line}: a cell is empty")
        key = record["name"], record["district"]
        found[key] = (*found.get(key, ()), record["before"])
    return found

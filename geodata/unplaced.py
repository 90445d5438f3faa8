"""The parks of the embedded table without a place of their own, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from geodata._names import name_key
from geodata._records import DATA
from geodata._sourced import read_sourced, require_filled
from geodata.district_names import find_district

UNPLACED_FILE: Final = DATA / "unplaced.csv"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """
    A park that no public source gives a better place than its zone's.

    Attributes
    ----------
    name, district
        As in the table, the district in its short form.
    reason_zh, reason_en
        For a planner: what was sought, and why nothing could be taken.
    """

    name: str
    district: str
    reason_zh: str
    reason_en: str


@lru_cache(maxsize=8)
def read_unplaced(path: Path = UNPLACED_FILE) -> tuple[Unplaced, ...]:
    """
    Read which parks have no place of their own, and why.

    Raises
    ------
    DataFileError
        If the file is missing or malformed; the reason names the line.
    """
    columns = [column.name for column in fields(Unplaced)]
    return read_sourced(path, columns, _parse)


def find_unplaced(name: str, district: str | None) -> Unplaced | None:
    """
    Find why a park has no place of its own, if its like was sought.

    Parameters
    ----------
    name
        The park's name; as in `Gazetteer.find` only what tells it apart counts.
    district
        Where it lies, in any form of a district's name.

    Raises
    ------
    DataFileError
        If the file is missing or malformed.
    """
    if district is None:
        return None
    known = _index().get(find_district(district) or district)
    return None if known is None else known.get(name_key(name))


@lru_cache(maxsize=1)
def _index() -> Mapping[str, Mapping[str, Unplaced]]:
    """Index the parks by district and name: very many rows ask."""
    index: dict[str, dict[str, Unplaced]] = {}
    for each in read_unplaced():
        index.setdefault(each.district, {})[name_key(each.name)] = each
    return MappingProxyType(index)


def _parse(record: Mapping[str, str]) -> Unplaced:
    require_filled(record, but=())
    return Unplaced(**record)

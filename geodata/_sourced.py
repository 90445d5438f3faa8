"""What records of places and of their evidence hold alike, and how it is read."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypedDict, TypeVar

from geodata._records import read_records
from geodata.datums import Datum
from geodata.errors import DataFileError
from geodata.places import Confidence, Kind, Precision

T = TypeVar("T")
_DATE: Final = re.compile(r"\d{4}(-\d{2}){0,2}")
_FIRST_DAY: Final = "0000-01-01"


def read_sourced(
    path: Path, columns: Sequence[str], parse: Callable[[Mapping[str, str]], T]
) -> tuple[T, ...]:
    """
    Make something of every record of a file.

    Parameters
    ----------
    path
        A CSV file of the project's.
    columns
        What its first line must read.
    parse
        Makes something of a record, or raises a ValueError that says what is wrong.

    Raises
    ------
    DataFileError
        If the file is missing or malformed; the reason names the line.
    """
    made: list[T] = []
    for line, record in read_records(path, columns):
        try:
            made.append(parse(record))
        except ValueError as error:
            reason = f"line {line}: {error}"
            raise DataFileError(path=path, reason=reason) from error
    return tuple(made)


class Sourced(TypedDict):
    """What `geodata.places.Place` and `geodata.evidence.Evidence` both hold."""

    name: str
    kind: Kind
    district: str
    lon: float
    lat: float
    precision: Precision
    confidence: Confidence
    source_datum: Datum
    source: str
    source_date: str
    matched: str
    note_zh: str
    note_en: str


def parse_sourced(record: Mapping[str, str], *, but: Collection[str]) -> Sourced:
    """
    Parse what places and evidence hold alike.

    Parameters
    ----------
    record
        Texts by column; columns of one kind alone are left to the caller.
    but
        The columns that may be empty.

    Raises
    ------
    ValueError
        If a value is missing or wrong; the message says which.
    """
    require_filled(record, but=but)
    lon, lat = _read_position(record)
    return Sourced(
        name=record["name"],
        kind=Kind(record["kind"]),
        district=record["district"],
        lon=lon,
        lat=lat,
        precision=Precision(record["precision"]),
        confidence=Confidence(record["confidence"]),
        source_datum=Datum(record["source_datum"]),
        source=record["source"],
        source_date=_read_source_date(record),
        matched=record["matched"],
        note_zh=record["note_zh"],
        note_en=record["note_en"],
    )


def require_filled(record: Mapping[str, str], *, but: Collection[str]) -> None:
    """Raise a ValueError that names the first empty value, `but` some columns'."""
    blank = [name for name, value in record.items() if not value and name not in but]
    if blank:
        raise ValueError(f"{blank[0]} is empty")


def _read_position(record: Mapping[str, str]) -> tuple[float, float]:
    """Read a record's longitude and latitude, degrees in WGS 84."""
    lon, lat = float(record["lon"]), float(record["lat"])
    if not (abs(lon) <= 180 and abs(lat) <= 90):  # noqa: PLR2004 - degrees
        raise ValueError(f"{lon} {lat} is no position")
    return lon, lat


def _read_source_date(record: Mapping[str, str]) -> str:
    """Read when a source was made: an ISO date, a year-month, a year or nothing."""
    text = record["source_date"]
    if not text:
        return text
    if _DATE.fullmatch(text) is None:
        raise ValueError(f"{text} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    date.fromisoformat(text + _FIRST_DAY[len(text) :])
    return text

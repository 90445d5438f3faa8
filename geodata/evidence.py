"""Further public sources of where a place lies, also those that were not taken."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from geodata._records import DATA
from geodata._sourced import parse_sourced, read_sourced
from geodata.datums import Datum
from geodata.places import Confidence, Kind, Precision

EVIDENCE_FILE: Final = DATA / "evidence.csv"
DISAGREEMENT_METRES: Final = 300.0
"""Two sources of one place that lie further apart disagree; the notes must say why."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    A further source of a place's position.

    Attributes
    ----------
    name, kind, district
        Of the place that it bears on.
    lon, lat
        Degrees in WGS 84, to six decimals.
    precision, confidence
        How precisely it knows that place, and how well the source bears it out.
    source_datum
        The datum that the source gave the position in.
    source, source_date
        A short citation; when the source was made or last changed, as in `Place`.
    matched
        What the source calls the thing at this position.
    note_zh, note_en
        For a planner: how far it lies from the place taken, and why it was not taken.
    """

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


def read_evidence(path: Path = EVIDENCE_FILE) -> tuple[Evidence, ...]:
    """
    Read the further sources of places' positions.

    Raises
    ------
    DataFileError
        If the file is missing or malformed; the reason names the line.
    """
    columns = [column.name for column in fields(Evidence)]
    return read_sourced(path, columns, _parse)


def _parse(record: Mapping[str, str]) -> Evidence:
    return Evidence(**parse_sourced(record, but=("source_date",)))

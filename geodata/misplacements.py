"""The places that lie outside their district's polygon for a reason."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from geodata._records import DATA, read_records

EXCEPTIONS_FILE: Final = DATA / "exceptions.csv"


@dataclass(frozen=True, slots=True)
class Misplacement:
    """A place that lies outside its district's polygon, and why that is right."""

    name: str
    district: str
    reason_zh: str
    reason_en: str


def read_misplacements(path: Path = EXCEPTIONS_FILE) -> tuple[Misplacement, ...]:
    """
    Read which places lie outside their district's polygon and why that is right.

    Raises
    ------
    DataFileError
        If the file is missing or malformed.
    """
    columns = [column.name for column in fields(Misplacement)]
    return tuple(Misplacement(**record) for _, record in read_records(path, columns))

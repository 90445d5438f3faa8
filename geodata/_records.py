"""The project's own CSV files, read strictly: the one place that parses them."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from geodata.errors import DataFileError

DATA = Path(__file__).parent / "data"


def read_records(
    path: Path, columns: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """
    Read the records of a UTF-8 CSV file, each with the line that it ends on.

    Raises
    ------
    DataFileError
        If the file is missing, is not UTF-8, or has other columns than `columns`.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != tuple(columns):
                reason = f"its first line must read {','.join(columns)}"
                raise DataFileError(path=path, reason=reason)
            for record in reader:
                if None in record or None in record.values():
                    raise DataFileError(
                        path=path,
                        reason=f"line {reader.line_num}: not {len(columns)} values",
                    )
                yield reader.line_num, record
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        if isinstance(error, DataFileError):
            raise
        raise DataFileError(path=path, reason=str(error)) from error

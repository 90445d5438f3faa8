"""Reading the project's own TOML files, with one error for whatever is wrong there."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geodata.errors import DataFileError


@contextmanager
def read_data(path: Path) -> Iterator[dict[str, Any]]:
    """
    Give what a TOML file of the project holds, for the block to take from.

    Raises
    ------
    DataFileError
        If there is no such file, it is no TOML, or the block does not find in it
        what it looks for, or finds something else.
    """
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
        yield data
    except KeyError as error:
        raise DataFileError(path=path, reason=f"{error} is missing") from error
    except OSError as error:
        raise DataFileError(path=path, reason=error.strerror) from error
    except (AttributeError, TypeError, ValueError) as error:
        raise DataFileError(path=path, reason=error) from error

"""Opens a table as an edition: read, tagged and placed, once for each content."""

from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final
from weakref import WeakValueDictionary

from geodata.districts import read_districts
from geodata.errors import DataFileError
from geodata.gazetteer import read_gazetteer
from geodata.reference_systems import ReferenceSystem
from parks.edition import Edition, build_edition
from parks.errors import ParksError, TableNumberError, UnreadableFileError
from parks.model import Table
from parks.readers import read_path, read_table
from parks.sectors import tag_table
from parks.sweeping import sweep_rarely

EMBEDDED: Final = "embedded"
"""The name by which the built-in table is asked for."""
EMBEDDED_TITLE: Final = "深圳市数字经济产业园区规划布局一览表"
"""What the built-in table is called, as the plan heads it."""
EMBEDDED_PATH: Final = Path(__file__).parent / "data" / "appendix.txt"
_KEPT: Final = 8
"""Editions kept in memory; a changed file makes a new one."""
_OPENED: Final[WeakValueDictionary[str, Edition]] = WeakValueDictionary()
"""Those that `open_edition` keeps, by key; a dropped one leaves by itself."""
_REGISTERING: Final = Lock()


def read_any(
    name: str | Path,
    number: int | None = None,
    system: ReferenceSystem | None = None,
) -> Table:
    """
    Read a table by path, or the built-in one by `EMBEDDED`, without its places.

    Its own coordinates, of which the built-in one has none, are read in `system` if
    one is given, else in what the table says.

    Raises
    ------
    ParksError
        If there is no such file or no table in it.
    """
    if str(name) == EMBEDDED:
        return tag_table(_read_embedded(number))
    return tag_table(read_path(Path(name), number, system))


def open_edition(
    name: str | Path = EMBEDDED, system: ReferenceSystem | None = None
) -> Edition:
    """
    Open a table with its parks, zones and districts.

    The same unchanged file gives the same edition, which nobody may alter. `system`
    is that of the table's own coordinates, as for `read_any`.

    Raises
    ------
    ParksError
        If there is no such file or no table in it.
    GeodataError
        If a data file of the project is missing or broken.
    """
    embedded = str(name) == EMBEDDED
    path = EMBEDDED_PATH if embedded else Path(name)
    try:
        state = path.stat()
    except OSError as error:
        if embedded:
            raise DataFileError(path=path, reason=error.strerror) from error
        raise UnreadableFileError(name=path.name, reason=error.strerror) from error
    source = EMBEDDED if embedded else path
    return _open(source, system, state.st_mtime_ns, state.st_size)


def make_edition(
    source: bytes,
    *,
    name: str,
    number: int | None = None,
    system: ReferenceSystem | None = None,
) -> Edition:
    """Make an edition of a table's bytes, read by whichever reader knows them."""
    with sweep_rarely():
        table = tag_table(read_table(source, name=name, number=number, system=system))
        return build_edition(table, read_gazetteer(), read_districts())


def _read_embedded(number: int | None) -> Table:
    try:
        source = EMBEDDED_PATH.read_bytes()
    except OSError as error:
        raise DataFileError(path=EMBEDDED_PATH, reason=error.strerror) from error
    try:
        return read_table(source, name=EMBEDDED_TITLE, number=number)
    except TableNumberError:
        raise
    except ParksError as error:
        raise DataFileError(path=EMBEDDED_PATH, reason=error) from error


def register_edition(edition: Edition) -> Edition:
    """
    Let an edition be found by its key for as long as somebody keeps it.

    Returns
    -------
    Edition
        The one to keep: of those made at once of one table, the first.
    """
    with _REGISTERING:
        return _OPENED.setdefault(edition.key, edition)


def find_edition(key: str) -> Edition | None:
    """Find an opened edition by its key; None if it was closed or never opened."""
    return _OPENED.get(key)


@lru_cache(maxsize=_KEPT)
def _open(
    name: str | Path, system: ReferenceSystem | None, _changed: int, _size: int
) -> Edition:
    with sweep_rarely():
        table = read_any(name, system=system)
        edition = build_edition(table, read_gazetteer(), read_districts())
    return register_edition(edition)

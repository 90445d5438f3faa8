"""
Readers of park tables, one module a format.

To add a reader write a module beside these with a function of type
`parks.readers.input_file.Reader` and give it one line in `READERS`.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from geodata.reference_systems import ReferenceSystem
from parks.errors import (
    NoTableError,
    NotATextError,
    TableNumberError,
    UnreadableFileError,
)
from parks.model import Problem, Source, Table
from parks.readers.biff import read_biff
from parks.readers.columns import assign, holds_parks
from parks.readers.delimited import read_delimited
from parks.readers.flattened import read_flattened
from parks.readers.guidance import NO_GUIDANCE, Guidance
from parks.readers.input_file import InputFile, Reader, reads_text
from parks.readers.lines import read_lines
from parks.readers.pdf import read_pdf
from parks.readers.piped import read_piped
from parks.readers.raw import RawTable, Repair, excerpt
from parks.readers.rows import build_rows
from parks.readers.spaced import read_spaced
from parks.readers.vocabulary import read_vocabulary
from parks.readers.web import read_web
from parks.readers.word import read_word
from parks.readers.workbook import read_workbook

__all__ = ["READERS", "open_tables", "read_path", "read_table", "understand"]

READERS: Final = MappingProxyType[str, Reader](
    {
        "word": read_word,
        "workbook": read_workbook,
        "biff": read_biff,
        "pdf": read_pdf,
        "web": reads_text(read_web),
        "flattened": reads_text(read_flattened),
        "piped": reads_text(read_piped),
        "spaced": reads_text(read_spaced),
        "lines": reads_text(read_lines),
        "delimited": reads_text(read_delimited),
    }
)
"""Every reader by its module, the pickiest first: the first to find a table reads."""


def read_table(
    source: bytes,
    *,
    name: str,
    number: int | None = None,
    known_districts: frozenset[str] | None = None,
    system: ReferenceSystem | None = None,
) -> Table:
    """
    Read a table of parks from the bytes of a file.

    Encoding and format are recognised by content, columns by the meaning of their
    headings. Whatever is inferred on the way is a problem of the table.

    Parameters
    ----------
    source
        The whole file.
    name
        What the user calls it: for `Source.name` and for errors.
    number
        Which table of the file, counted from 1; by default the first.
    known_districts
        Names of districts that need no doubt, without 区; by default Shenzhen's.
    system
        The reference system of the table's own coordinates; by default what its
        headings or its rows say, else WGS 84 for longitudes and latitudes.

    Returns
    -------
    Table
        Rows in the order of the file, without sectors. Text of 经度 and 纬度
        columns in WGS 84 stands in `Row.extra` under "lon" and "lat".

    Raises
    ------
    EmptyFileError
        If the file is empty or holds only blanks.
    NotATextError
        If it is no text in any encoding known.
    NoTableError
        If no table has headings for parks or zones.
    MalformedTableError
        If a quotation mark in a CSV is not closed.
    TableNumberError
        If there is no table of that number.
    DataFileError
        If the project's own words for headings cannot be read.
    """
    tables = open_tables(source, name=name, known_districts=known_districts)
    chosen = 1 if number is None else number
    if not 1 <= chosen <= len(tables):
        raise TableNumberError(name=name, count=len(tables), number=chosen)
    return understand(
        tables,
        chosen,
        name=name,
        guidance=Guidance(system=system),
        known_districts=known_districts,
    )


def open_tables(
    source: bytes,
    *,
    name: str,
    known_districts: frozenset[str] | None = None,
    takes_unknown: bool = False,
) -> list[RawTable]:
    """
    Find the tables of parks in a file, their cells as written.

    Parameters, and what is raised, are those of `read_table`; further

    takes_unknown
        Whether to give tables none of whose headings means parks or zones, if there
        are no others, for somebody to say what their columns mean.
    """
    if known_districts is None:
        known_districts = read_vocabulary().districts
    file = InputFile(_mend(name), source)
    unknown: list[RawTable] = []
    for reader in READERS.values():
        try:
            tables = reader(file, known_districts)
        except NotATextError:
            if unknown:
                break
            raise
        known = [table for table in tables if _names_parks(table)]
        if known:
            return _note_others(known, [t for t in tables if not _names_parks(t)])
        unknown = unknown or tables
    if unknown and takes_unknown:
        return unknown
    raise NoTableError(name=file.name)


def _names_parks(table: RawTable) -> bool:
    return holds_parks(assign(table.headings))


def _note_others(known: list[RawTable], others: list[RawTable]) -> list[RawTable]:
    """Say of each table of parks that the file holds others."""
    if not others:
        return known
    found = excerpt(" ".join(filter(None, others[0].headings)))
    repair = Repair("tables-unknown", found=found, used=str(len(others)))
    return [replace(table, repairs=(repair, *table.repairs)) for table in known]


def understand(
    tables: Sequence[RawTable],
    number: int,
    *,
    name: str,
    guidance: Guidance = NO_GUIDANCE,
    known_districts: frozenset[str] | None = None,
) -> Table:
    """
    Read the cells of one of a file's tables by what its columns mean.

    Parameters
    ----------
    tables
        What `open_tables` found.
    number
        Which of them, from 1.
    guidance
        What the table does not say itself.
    name, known_districts
        As for `read_table`.

    Returns
    -------
    Table
        As `read_table` gives it.
    """
    if known_districts is None:
        known_districts = read_vocabulary().districts
    raw = tables[number - 1]
    table = build_rows(
        raw, Source(_mend(name), raw.format, number), known_districts, guidance
    )
    if len(tables) == 1:
        return table
    several = Problem(None, None, "tables-several", str(len(tables)), str(number))
    return replace(table, problems=(several, *table.problems))


def _mend(name: str) -> str:
    """Make a file's name text: it may hold bytes that no output could hold."""
    return name.encode(errors="replace").decode()


def read_path(
    path: Path | str,
    number: int | None = None,
    system: ReferenceSystem | None = None,
) -> Table:
    """
    Read a table of parks from a file.

    Parameters
    ----------
    path
        The file; the name of its source is the path's last part.
    number
        Which table of the file, counted from 1; by default the first.
    system
        As for `read_table`.

    Returns
    -------
    Table
        See `read_table`.

    Raises
    ------
    UnreadableFileError
        If there is no such file, or it is a directory or may not be read.
    ParksError
        As `read_table`.
    """
    path = Path(path)
    try:
        source = path.read_bytes()
    except (OSError, ValueError) as error:
        # A path with a NUL in it is a ValueError to Python.
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(name=str(path), reason=reason) from error
    return read_table(source, name=path.name, number=number, system=system)

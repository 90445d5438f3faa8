"""A table on its way in: what was understood of a file, and what its owner mended."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from geodata.districts import read_districts
from geodata.gazetteer import read_gazetteer
from geodata.reference_systems import ReferenceSystem
from parks.edition import Edition, build_edition
from parks.errors import OversizedFileError, RepeatedColumnError, ShapelessTableError
from parks.found_places import NOTHING_FOUND, FoundPlaces
from parks.model import Row, Table
from parks.readers import open_tables, understand
from parks.readers.columns import (
    COORDINATES,
    DEGREES,
    METRES,
    NOTED_FIELDS,
    ROW_FIELDS,
    assign,
    holds_parks,
)
from parks.readers.guidance import Guidance
from parks.readers.raw import RawTable
from parks.readers.sheet import MOST_ROWS
from parks.sectors import tag_rows
from parks.sweeping import sweep_rarely

MOST_MEGABYTES: Final = 50
FIELDS: Final = (*ROW_FIELDS, *COORDINATES, *NOTED_FIELDS)
"""What a column can mean; any other is kept under its own heading."""
_SWAPPED: Final = (*DEGREES[::-1], *METRES[::-1])
_STEPS: Final = 100

Progress = Callable[[float, Row], None]
"""Told how much is done, from 0 to 1, and the row at work."""


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A file's tables and what was mended in one of them; never altered.

    Attributes
    ----------
    name
        What the user calls the file.
    tables
        Every table of parks in it, its cells as written or as mended.
    number
        Which of them is meant, from 1.
    meanings
        For each column of that table its meaning in `FIELDS`, None where it has
        none here.
    system
        The reference system of that table's coordinates; None for what it says
        itself.
    """

    name: str
    tables: tuple[RawTable, ...]
    number: int
    meanings: tuple[str | None, ...]
    system: ReferenceSystem | None = None

    @classmethod
    def open(cls, content: bytes, name: str) -> Self:
        """
        Open a file and take its first table, of which no heading need be known.

        Raises
        ------
        OversizedFileError
            If the file is larger than `MOST_MEGABYTES`, before anything is read, or
            a table has more than `MOST_ROWS` rows.
        ParksError
            As `parks.readers.read_table`.
        """
        if len(content) > MOST_MEGABYTES * 1_000_000:
            size = f"{len(content) / 1_000_000:.1f} MB"
            limit = f"{MOST_MEGABYTES} MB"
            raise OversizedFileError(name=name, size=size, limit=limit)
        with sweep_rarely():
            tables = tuple(open_tables(content, name=name, takes_unknown=True))
        longest = max(len(table.rows) for table in tables)
        if longest > MOST_ROWS:
            raise OversizedFileError(
                name=name, size=f"{longest:,}", limit=f"{MOST_ROWS:,}"
            )
        return cls(name, tables, 1, assign(tables[0].headings))

    @property
    def raw(self) -> RawTable:
        """The table that is meant."""
        return self.tables[self.number - 1]

    def take(self, number: int) -> Self:
        """Take another table of the file, its columns as they are understood."""
        meanings = assign(self.tables[number - 1].headings)
        return replace(self, number=number, meanings=meanings, system=None)

    @property
    def is_shaped(self) -> bool:
        """Whether a column names parks or zones, so that the table can be read."""
        return holds_parks(self.meanings)

    @property
    def has_coordinates(self) -> bool:
        """Whether columns mean a pair of coordinates."""
        return any(set(pair) <= {*self.meanings} for pair in (DEGREES, METRES))

    def take_system(self, system: ReferenceSystem | None) -> Self:
        """Read the table's coordinates in a system; with None as it says itself."""
        return replace(self, system=system)

    def swap_axes(self) -> Self:
        """Take each column of coordinates for the other of its pair."""
        others = dict(zip(COORDINATES, _SWAPPED, strict=True))
        meanings = tuple(others.get(name or "", name) for name in self.meanings)
        return replace(self, meanings=meanings)

    def unhead(self) -> Self:
        """Take the table's headings for its first row, as where it has none."""
        raw = self.raw
        repairs = tuple(
            repair if repair.row is None else replace(repair, row=repair.row + 1)
            for repair in raw.repairs
        )
        width = len(raw.headings)
        rows = (raw.headings, *raw.rows)
        whole = replace(raw, headings=("",) * width, rows=rows, repairs=repairs)
        return replace(self._with(whole), meanings=(None,) * width)

    def _with(self, raw: RawTable) -> Self:
        tables = list(self.tables)
        tables[self.number - 1] = raw
        return replace(self, tables=tuple(tables))

    def mend_columns(self, meanings: Sequence[str | None]) -> Self:
        """
        Give the columns other meanings.

        Raises
        ------
        RepeatedColumnError
            If two columns have the same.
        ShapelessTableError
            If none is a park or a zone.
        """
        for field in FIELDS:
            if list(meanings).count(field) > 1:
                raise RepeatedColumnError(field=field)
        if not holds_parks(meanings):
            raise ShapelessTableError
        return replace(self, meanings=tuple(meanings))

    def mend_cells(self, cells: Mapping[tuple[int, int], str]) -> Self:
        """Replace cells of the table, each by the place of its row and column."""
        rows = [list(row) for row in self.raw.rows]
        for (row, column), text in cells.items():
            rows[row][column] = text
        return self._with(replace(self.raw, rows=tuple(map(tuple, rows))))

    def read(self) -> Table:
        """Read the table as it is mended now, without sectors."""
        with sweep_rarely():
            return understand(
                self.tables,
                self.number,
                name=self.name,
                guidance=Guidance(self.meanings, self.system),
            )


def make_map(
    table: Table, tell: Progress, places: FoundPlaces = NOTHING_FOUND
) -> Edition:
    """
    Compute sectors and places of a table.

    Parameters
    ----------
    table
        The table as read.
    tell
        Called now and then with what is done.
    places
        What geocoders found for its parks.
    """
    with sweep_rarely():
        rows = tuple(tag_rows(_announce(table.rows, tell)))
        problems = (*table.problems, *places.problems)
        tagged = replace(table, rows=rows, problems=problems)
        return build_edition(
            tagged, read_gazetteer(), read_districts(), places.locations
        )


def _announce(rows: tuple[Row, ...], tell: Progress) -> Iterator[Row]:
    """Hand on row after row, and tell of every one that begins a step."""
    size = max(1, -(-len(rows) // _STEPS))
    for number, row in enumerate(rows):
        if number % size == 0:
            tell(number / len(rows), row)
        yield row

"""What a table of parks is made of, as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

LONGEST_DIRECTION: Final = 50_000
"""Characters of a direction that are searched for sectors: far more than any has."""


class Role(StrEnum):
    """How a row takes up a sector."""

    FOCUS = "focus"
    """The row names the sector as its aim."""
    MENTION = "mention"
    """The row names it as a means, a context or a partner industry."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A document cited as policy basis: its title without 《》 and its number."""

    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a direction: ``direction[start:end] == text``."""

    text: str
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class SectorTag:
    """A sector of a row, how the row takes it up, and the words that say so."""

    id: str
    role: Role
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class WrittenPosition:
    """
    Where a row says that it is, as it is written.

    Attributes
    ----------
    x, y
        Text of longitude and latitude, or of easting and northing.
    system
        Name of its `geodata.reference_systems.ReferenceSystem`; empty for
        coordinates of a plane that nobody has named.
    has_sure_axes
        Whether the headings say which is which; else their size does, for X may be
        the northing.
    """

    x: str
    y: str
    system: str
    has_sure_axes: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """
    A row of the table.

    `direction` is the cell's text, its paragraphs joined by line feeds. What the
    table lacks is None, or empty where there could be several. `extra` holds the
    columns that have no meaning here, by their heading. `position` is None where the
    row has no coordinates, or they are in a reference system that is not known.
    """

    seq: int
    district: str | None
    zone: str | None
    parks: tuple[str, ...] = ()
    direction: str | None = None
    policies: tuple[Policy, ...] = ()
    sectors: tuple[SectorTag, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    position: WrittenPosition | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """
    Something inferred, repaired or doubted while reading.

    Attributes
    ----------
    row
        Number of the row (`Row.seq`), None where the whole table is meant.
    column
        Name of the column (a field of `Row`), None where the whole row is meant.
    code
        What kind of problem, one of `parks.problems.SENTENCES`.
    found
        What stood there.
    used
        What was made of it.
    place
        Position of its row in `Table.rows`, for row numbers may repeat; None where
        the whole table is meant.
    """

    row: int | None
    column: str | None
    code: str
    found: str = ""
    used: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table was read: the file's name, its format, which table of it."""

    name: str
    format: str
    table: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table as it was read.

    Attributes
    ----------
    source
        Where it was read.
    rows
        Its rows in order.
    problems
        What was inferred, repaired or doubted.
    places
        For each row its place among the lines of the source's table, from 0.
    noted
        The heading in `Row.extra` of what is understood but has no field of a row:
        area, address, contact, phone, operator, rent.
    """

    source: Source
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    places: tuple[int, ...] = ()
    noted: Mapping[str, str] = field(default_factory=dict)

"""What a brief says, in the words of its language, whatever it is written as."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import shapely

from parks.briefs.sender import Sender
from parks.language import Language

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Labels, each with its text."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings, and lines with a cell for each of them."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the table; those that name a sector are marked."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Section:
    """
    What is said of one park.

    Attributes
    ----------
    number
        From 1, in the order of the brief; the same on the map.
    name
        Of the park.
    where
        Its district and zone.
    note
        What the caller says of it, for instance its rank and score; empty for nothing.
    facts
        What the table says of its row, with the headings of the language.
    direction
        The industry direction word for word; empty where the table gives none.
    policies
        The documents cited.
    place
        How well its place is known, by whom, and its coordinates by datum.
    position
        Longitude and latitude in WGS 84; None without a place.
    """

    number: int
    name: str
    where: str
    note: str
    facts: Pairs
    direction: tuple[Passage, ...]
    policies: tuple[str, ...]
    place: Pairs
    position: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A park on the map: its number, place in WGS 84, precision and ``#rrggbb``."""

    number: int
    lon: float
    lat: float
    precision: str
    colour: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    The map of a brief.

    Attributes
    ----------
    bounds
        West, south, east, north of what is shown, in degrees of WGS 84.
    outlines
        Of the districts, simplified, in WGS 84.
    marks
        Of the parks with a place.
    """

    bounds: tuple[float, float, float, float]
    outlines: tuple[shapely.Geometry, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """
    A brief on parks.

    Attributes
    ----------
    title
        What it is called.
    language
        Of everything but the words of the table.
    day
        When it was made; None if that is not to be said.
    sender
        Who sends it.
    remarks
        What a reader must know first, for instance what was left out.
    overview
        A line for each park; None for a single one.
    sketch
        The map; None if no park has a place.
    legend
        A line for each park on the map or missing from it.
    map_notes
        What is to be known of the map.
    distances
        Between each two of a few parks; None for one or many.
    distance_note
        What those distances are.
    sections
        The parks, in order.
    direction_note
        Of whom the table says the direction.
    sources
        For each park its row of the table and who gives its place.
    source_notes
        The table, the boundaries, the datums.
    """

    title: str
    language: Language
    day: date | None
    sender: Sender
    remarks: tuple[str, ...]
    overview: Grid | None
    sketch: Sketch | None
    legend: Grid
    map_notes: tuple[str, ...]
    distances: Grid | None
    distance_note: str
    sections: tuple[Section, ...]
    direction_note: str
    sources: Grid
    source_notes: tuple[str, ...]

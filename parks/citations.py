"""Numbered notes: which words of which document hold a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from parks.indicator_model import Document, Indicator
from parks.indicators import read_indicators


@dataclass(frozen=True, slots=True)
class Note:
    """
    A note, which several figures may share.

    Attributes
    ----------
    number
        From 1, in the order of the figures.
    quote
        Words of the document, verbatim.
    figures
        What they hold.
    """

    number: int
    document: Document
    quote: str
    figures: tuple[Indicator, ...]


@cache
def list_notes() -> tuple[Note, ...]:
    """
    List the notes of all figures, one for each quotation.

    Raises
    ------
    DataFileError
        If the figures cannot be read.
    """
    held: dict[tuple[str, str], list[Indicator]] = {}
    for each in read_indicators().all:
        held.setdefault((each.document.id, each.quote), []).append(each)
    return tuple(
        Note(number, figures[0].document, figures[0].quote, tuple(figures))
        for number, figures in enumerate(held.values(), 1)
    )


@cache
def number_notes() -> Mapping[str, int]:
    """Give the number of the note of each figure, by the figure's id."""
    return {each.id: note.number for note in list_notes() for each in note.figures}

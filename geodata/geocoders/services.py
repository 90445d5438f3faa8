"""
What every web geocoder's module offers: how to ask it and how to read its answer.

A service is a class of its own, geopy's is none of them: geopy's `Baidu` hands BD-09
on as if it were WGS 84 and calls the level an address, its others for China (AMap,
Tencent, Tianditu) do not exist, and of `Nominatim` it would save ten lines.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Protocol, TypeAlias

from geodata.datums import Datum
from geodata.geocoders.answers import Finding, Question
from geodata.geocoders.errors import (
    GeocoderError,
    RefusedQuestionError,
    UnreadableAnswerError,
)

_MOST_TEXT: Final = 200
_LONGEST_CODE: Final = 8

ErrorTable: TypeAlias = Mapping[str, type[GeocoderError]]
"""Which error a service's code means."""


@dataclass(frozen=True, slots=True)
class Request:
    """A GET request; its parameters may hold a key, so they are never shown."""

    url: str = field(repr=False)
    parameters: Mapping[str, str] = field(repr=False)
    secret: str = field(default="", repr=False)


class Service(Protocol):
    """A web geocoder: pure, it neither opens a connection nor keeps anything."""

    name: ClassVar[str]
    title: ClassVar[str]
    datum: ClassVar[Datum]
    attribution: ClassVar[str]

    @property
    def interval_seconds(self) -> float:
        """The least time between two requests that the service allows."""

    def ask(self, question: Question) -> Request:
        """
        Spell a question as the service documents it.

        Raises
        ------
        GeocoderError
            If the service cannot take it.
        """

    def read(
        self, document: object, status: int, question: Question
    ) -> tuple[Finding, ...]:
        """
        Read the service's answer.

        Parameters
        ----------
        document
            Whatever JSON it sent.
        status
            HTTP's code.
        question
            What was asked.

        Raises
        ------
        GeocoderError
            If the answer is an error, empty, or not as documented.
        """


def pick(document: object, *path: str | int) -> object:
    """Follow a path into JSON of any shape; None where it leads nowhere."""
    found = document
    for step in path:
        if isinstance(step, str) and isinstance(found, dict):
            found = found.get(step)
        elif isinstance(step, int) and isinstance(found, list) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def pick_text(document: object, *path: str | int) -> str:
    """Follow a path to a line of text; empty where there is none, cut if endless."""
    found = pick(document, *path)
    if not isinstance(found, str):
        return ""
    # What turns the writing or steers a terminal is no name; it would be printed.
    plain = (sign if sign.isprintable() else " " for sign in found[:_MOST_TEXT])
    return " ".join("".join(plain).split())


def pick_number(document: object, *path: str | int) -> float:
    """Follow a path to a number, or a text of one; NaN where there is none."""
    return to_number(pick(document, *path))


def to_number(value: object) -> float:
    """Read a number, or a text of one; NaN from anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return math.nan
    try:
        return float(value)
    except (ValueError, OverflowError):
        return math.nan


def pick_code(document: object, *path: str | int) -> str:
    """Follow a path to a code of digits; empty where there is none."""
    found = pick(document, *path)
    if isinstance(found, bool) or not isinstance(found, int | str):
        return ""
    # A code is the one thing of an answer that errors repeat: nothing else fits in.
    text = str(found) if isinstance(found, str) or abs(found) < 10**8 else ""
    return (
        text if text.isascii() and text.isdigit() and len(text) <= _LONGEST_CODE else ""
    )


def failure(title: str, code: str, errors: ErrorTable) -> GeocoderError:
    """Make the error that a service's code means."""
    if not code:
        return UnreadableAnswerError(geocoder=title)
    return errors.get(code, RefusedQuestionError)(geocoder=title, code=code)

"""A point that somebody types: coordinates, or the name of a place."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from geodata.gazetteer import Gazetteer, read_gazetteer
from geodata.geocoders import Answer, Chain
from parks.errors import UnreadablePositionError
from parks.typed_points import MOST_TYPED, read_point

_MOST_OFFERED: Final = 5
_LIKE_A_NUMBER: Final = frozenset("0123456789.,;°′″'\"+-−NSEW 北纬东经度分秒，；、")
"""What coordinates are written with; a text of nothing else is no name."""


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """
    A point that a text may mean.

    Attributes
    ----------
    name
        What is there; empty for coordinates.
    lon, lat
        Degrees in WGS 84.
    precision
        How well the place is known, of `parks.places.PRECISIONS`; None for
        coordinates.
    """

    name: str
    lon: float
    lat: float
    precision: str | None = None


def read_typed(text: str, reference: str) -> list[NamedPoint]:
    """
    Find the points that a text may mean, without asking any service.

    Parameters
    ----------
    text
        Coordinates as `parks.typed_points.read_point` takes them, or the name of a
        park, zone or district of the gazetteer.
    reference
        Name of the reference system of coordinates.

    Returns
    -------
    list of NamedPoint
        One if that is surely meant; else what is called alike, best first; none if
        nothing is.

    Raises
    ------
    StatedError
        If these are coordinates, but no position in China.
    """
    plain = " ".join(text.split())[:MOST_TYPED]
    try:
        return [NamedPoint("", *read_point(plain, reference))]
    except UnreadablePositionError:
        if not plain or set(plain.upper()) <= _LIKE_A_NUMBER:
            raise
    exact = _open_gazetteer().find(plain)
    if exact is not None:
        return [NamedPoint(exact.name, exact.lon, exact.lat, exact.precision)]
    found = _open_gazetteer().search(plain, limit=_MOST_OFFERED)
    return [
        NamedPoint(place.name, place.lon, place.lat, place.precision)
        for place, _ in found
    ]


def ask_services(text: str, services: Chain) -> list[NamedPoint]:
    """
    Ask geocoding services for a name or an address, which they are sent.

    Returns
    -------
    list of NamedPoint
        What they found, what can be relied on first; none if they found nothing.
    """
    plain = " ".join(text.split())[:MOST_TYPED]
    outcome = services.place(plain)
    answers = [outcome.answer] if outcome.answer else list(outcome.doubtful)
    return [_name(answer, plain) for answer in answers[:_MOST_OFFERED]]


def _name(answer: Answer, asked: str) -> NamedPoint:
    return NamedPoint(answer.matched or asked, answer.lon, answer.lat, answer.precision)


@cache
def _open_gazetteer() -> Gazetteer:
    return read_gazetteer()

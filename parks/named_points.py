"""A point that somebody types: coordinates, or the name of a place."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from shapely import Point

from geodata.gazetteer import Gazetteer, read_gazetteer
from geodata.geocoders import Answer, Chain
from parks.edition import Edition
from parks.errors import ParksError, UnreadablePositionError
from parks.spelled_names import Fit
from parks.spelling import fold_typed
from parks.suggestion_entries import Kind
from parks.suggestion_index import open_index
from parks.typed_points import MOST_TYPED, read_point

_MOST_OFFERED: Final = 5
_LIKE_A_NUMBER: Final = frozenset("0123456789.,;°′″'\"+-−NSEW 北纬东经度分秒，；、")
"""What coordinates are written with; a text of nothing else is no name."""


class UnplacedNameError(ParksError, ValueError):
    """The table has what bears a name, but nobody knows where it is."""

    template = "{name!r} is in this table, but its place is not known"


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
    is_alike
        Whether it is only called like what was typed.
    """

    name: str
    lon: float
    lat: float
    precision: str | None = None
    is_alike: bool = False


def read_typed(text: str, reference: str, edition: Edition) -> list[NamedPoint]:
    """
    Find the points that a text may mean, without asking any service.

    The parks and zones of the edition go before all else that is known of places:
    they may have been corrected, or be of a table that brings its own places.

    Parameters
    ----------
    text
        Coordinates as `parks.typed_points.read_point` takes them, or the name of a
        park or zone of the edition, or of a park, zone or district of the gazetteer.
    reference
        Name of the reference system of coordinates.
    edition
        Whose parks and zones may be meant.

    Returns
    -------
    list of NamedPoint
        One if that is surely meant; else what is called alike, best first; none if
        nothing is.

    Raises
    ------
    StatedError
        If these are coordinates, but no position in China; if the edition has what
        bears this name, but no place of it.
    """
    plain = " ".join(text.split())[:MOST_TYPED]
    try:
        return [NamedPoint("", *read_point(plain, reference))]
    except UnreadablePositionError:
        if not plain or set(plain.upper()) <= _LIKE_A_NUMBER:
            raise
    own = find_own(edition, plain)
    if own:
        return own
    exact = _open_gazetteer().find(plain)
    if exact is not None:
        return [NamedPoint(exact.name, exact.lon, exact.lat, exact.precision)]
    alike = search_own(edition, plain)
    have = {fold_typed(point.name) for point in alike}
    found = _open_gazetteer().search(plain, limit=_MOST_OFFERED)
    alike += [
        NamedPoint(place.name, place.lon, place.lat, place.precision)
        for place, _ in found
        if fold_typed(place.name) not in have
    ]
    return [replace(point, is_alike=True) for point in alike[:_MOST_OFFERED]]


def find_own(edition: Edition, name: str) -> list[NamedPoint]:
    """
    Find the parks and zones of an edition that bear a name, as it places them.

    Returns
    -------
    list of NamedPoint
        Several if several are so called, each then named with its district.

    Raises
    ------
    UnplacedNameError
        If some bear it and none of them has a place.
    """
    key = fold_typed(name)
    bearers = _list_own(edition).get(key, ()) if key else ()
    placed = [point for _, point in bearers if point is not None]
    if bearers and not placed:
        raise UnplacedNameError(name=name)
    if len(placed) < 2:  # noqa: PLR2004 - one needs no telling apart
        return placed
    return [
        replace(point, name=f"{point.name}（{district}）" if district else point.name)
        for district, point in bearers
        if point is not None
    ]


def search_own(edition: Edition, text: str) -> list[NamedPoint]:
    """Find the parks and zones of an edition whose names hold a text, or its pinyin."""
    found = [
        each.entry.name
        for each in open_index(edition).find(text)
        if each.fit is not Fit.NEAR and each.entry.kind in {Kind.PARK, Kind.ZONE}
    ]
    own = _list_own(edition)
    keys = dict.fromkeys(map(fold_typed, found))
    placed = (point for key in keys for _, point in own.get(key, ()))
    return [point for point in placed if point is not None]


@lru_cache(maxsize=8)
def _list_own(edition: Edition) -> dict[str, list[tuple[str, NamedPoint | None]]]:
    """List parks and zones by name, each place once, with its district."""
    listed: dict[str, dict[tuple[str, NamedPoint | None], None]] = {}
    parks, zones = edition.parks, edition.zones
    for names, frame, points in (
        (parks["name"], parks, parks.geometry),
        (zones["zone"], zones, zones["point"]),
    ):
        columns = (names, frame["district"], frame["precision"], points)
        for name, district, precision, point in zip(
            *(column.tolist() for column in columns), strict=True
        ):
            if not isinstance(name, str) or not name:
                continue
            is_placed = isinstance(point, Point) and not point.is_empty
            named = NamedPoint(name, point.x, point.y, precision) if is_placed else None
            listed.setdefault(fold_typed(name), {})[district or "", named] = None
    return {key: list(bearers) for key, bearers in listed.items()}


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

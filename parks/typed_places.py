"""A place that somebody types into the search: coordinates, or a known address."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np

from geodata.errors import CoordinateError
from geodata.gazetteer import Precision, read_gazetteer
from geodata.park_names import plain_name
from geodata.reference_systems import WGS84
from parks.edition import Edition
from parks.errors import (
    FarPositionError,
    SwappedPositionError,
    UnreadablePositionError,
)
from parks.nearest import find_nearest
from parks.spelling import LONGEST_TYPED
from parks.typed_points import read_point

_TWO_NUMBERS: Final = re.compile(r"\d+(?:\.\d+)?\D+\d")
_LEAST_NAME: Final = 3
"""Characters by which a place is known inside an address."""


class TypedPlace(NamedTuple):
    """
    A place that was typed.

    Attributes
    ----------
    name
        The known place an address names; empty for coordinates.
    lon, lat
        In WGS 84.
    precision
        How well it is known, of `parks.places.PRECISIONS`; empty for coordinates.
    """

    name: str
    lon: float
    lat: float
    precision: str = ""


PositionError = SwappedPositionError | FarPositionError | CoordinateError


def read_coordinates(typed: str) -> TypedPlace | PositionError | None:
    """
    Read a longitude and a latitude in WGS 84, in any notation of degrees.

    Returns
    -------
    TypedPlace, PositionError or None
        The place; what is wrong with the two numbers; or None where there are none.
    """
    if len(typed) > LONGEST_TYPED or not _TWO_NUMBERS.search(typed):
        return None
    try:
        return TypedPlace("", *read_point(typed, WGS84.name))
    except UnreadablePositionError:
        return None
    except (SwappedPositionError, FarPositionError, CoordinateError) as error:
        return error


def read_address(typed: str, edition: Edition) -> TypedPlace | None:
    """
    Find the known place that an address names, offline.

    A place is known by its whole name alone, the longest where there are several. The
    edition's own parks and zones go before the gazetteer's; what is known by its
    district only is no address.
    """
    plain = plain_name(typed[:LONGEST_TYPED])
    if len(plain) < _LEAST_NAME:
        return None
    known = _list_known() | _list_own(edition)
    named = [name for name in known if name in plain]
    return known[max(named, key=len)] if named else None


def name_nearest(place: TypedPlace, edition: Edition) -> tuple[str, float] | None:
    """Give the name of the park nearest to a place and its distance in metres."""
    every = np.ones(len(edition.parks), dtype=np.bool_)
    for park in find_nearest(edition, every, place.lon, place.lat, most=1).parks:
        return str(edition.parks["name"].iloc[park.position]), park.metres
    return None


@lru_cache(maxsize=8)
def _list_own(edition: Edition) -> dict[str, TypedPlace]:
    parks = edition.parks
    columns = (parks[name].tolist() for name in ("name", "precision"))
    return {
        plain: TypedPlace(name, point.x, point.y, precision)
        for name, precision, point in zip(*columns, parks.geometry, strict=True)
        if point is not None and precision != Precision.DISTRICT
        if len(plain := plain_name(name)) >= _LEAST_NAME
    }


@cache
def _list_known() -> dict[str, TypedPlace]:
    return {
        plain: TypedPlace(place.name, place.lon, place.lat, place.precision)
        for place in read_gazetteer().places
        if place.precision is not Precision.DISTRICT
        if len(plain := plain_name(place.name)) >= _LEAST_NAME
    }

"""The places that a table's rows bring themselves, converted to WGS 84."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.datums import Datum
from geodata.planes import find_zone, order_axes
from geodata.reference_names import parse_system
from geodata.reference_systems import ReferenceSystem, to_wgs84
from parks.coordinates import (
    read_angle,
    read_metres,
    read_position,
    reads_past_sixty,
)
from parks.location import Location
from parks.model import Problem, Row, WrittenPosition

_LEAST_METRES: Final = 1000.0
"""Whatever is larger is no degree, nor a slip in one."""
_MOST_DEGREES: Final = 180.0
_MOST_SAID: Final = 60
"""Characters of a cell that a message repeats; no coordinate is as long."""
_PLAIN: Final = frozenset({Datum.WGS84, Datum.CGCS2000})


@dataclass(frozen=True, slots=True)
class Numbers:
    """
    The numbers of rows whose coordinates are in one reference system.

    Attributes
    ----------
    places
        Positions of the rows.
    x, y
        Longitude and latitude, or easting and northing, in the system's unit.
    is_turned
        For each row whether the northing was written where the easting is expected.
    """

    places: list[int]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    is_turned: NDArray[np.bool_]


def read_own_places(
    rows: Sequence[Row],
) -> tuple[dict[int, Location | Problem], list[Problem]]:
    """
    Place the rows that bring coordinates, those of one reference system at once.

    Parameters
    ----------
    rows
        The rows of a table.

    Returns
    -------
    dict
        By the position of a row its place, or what is wrong with its coordinates;
        nothing for rows that bring none, or of which nobody says what they mean.
    list of Problem
        What was taken for granted in the whole table.
    """
    own: dict[int, Location | Problem] = {}
    problems: list[Problem] = []
    for (name, has_sure_axes), places in _group(rows).items():
        system = parse_system(name)
        numbers, refused = _read_group(rows, places, system)
        own |= refused
        if numbers.is_turned.any() and not has_sure_axes:
            problems.append(Problem(None, "x", "place-axes", name))
        own |= _place(rows, numbers, system, has_sure_axes=has_sure_axes)
    return own, problems


def _group(rows: Sequence[Row]) -> dict[tuple[str, bool], list[int]]:
    """Gather the rows with coordinates by what these mean."""
    groups: dict[tuple[str, bool], list[int]] = {}
    for place, row in enumerate(rows):
        at = row.position
        if at is not None and at.system:
            groups.setdefault((at.system, at.has_sure_axes), []).append(place)
    return groups


def _read_group(
    rows: Sequence[Row], places: Sequence[int], system: ReferenceSystem
) -> tuple[Numbers, dict[int, Location | Problem]]:
    """Read the numbers of rows of one system, and refuse those that are none."""
    read = _read_plane if system.is_plane else _read_degrees
    refused: dict[int, Location | Problem] = {}
    pairs: dict[int, tuple[float, float]] = {}
    for place in places:
        at = rows[place].position
        pair = read(at) if at is not None else "place-unreadable"
        if isinstance(pair, str):
            refused[place] = _refuse(rows, place, pair)
        else:
            pairs[place] = pair
    x, y = np.array(list(pairs.values()), dtype=float).reshape(-1, 2).T
    is_turned = np.zeros(len(pairs), dtype=bool)
    if system.is_plane:
        x, y, is_turned = order_axes(x, y, system.meridian)
    return Numbers(list(pairs), x, y, is_turned), refused


def _place(
    rows: Sequence[Row],
    numbers: Numbers,
    system: ReferenceSystem,
    *,
    has_sure_axes: bool,
) -> Mapping[int, Location | Problem]:
    """Convert numbers, and refuse what is no position in the system."""
    own: dict[int, Location | Problem] = {}
    notes = _say_source(system)
    lons, lats = to_wgs84(numbers.x, numbers.y, system)
    is_outside = np.isnan(lons).tolist()
    for order, (place, lon, lat) in enumerate(
        zip(numbers.places, lons.tolist(), lats.tolist(), strict=True)
    ):
        if has_sure_axes and numbers.is_turned[order]:
            own[place] = _refuse(rows, place, "place-swapped-plane")
        elif is_outside[order]:
            own[place] = _refuse_outside(rows, place, float(numbers.x[order]), system)
        else:
            own[place] = Location(lon, lat, "site", "table", *notes)
    return own


def _read_degrees(at: WrittenPosition) -> tuple[float, float] | str:
    """Read longitude and latitude, or say what else their cells hold."""
    position = read_position(at.x, at.y)
    if position == (0.0, 0.0):
        return "place-null"
    if position != "place-unreadable":
        return position
    metres = read_metres(at.x), read_metres(at.y)
    if all(value is not None and abs(value) > _LEAST_METRES for value in metres):
        return "place-metres"
    if reads_past_sixty(at.x) or reads_past_sixty(at.y):
        return "place-minutes"
    return position


def _read_plane(at: WrittenPosition) -> tuple[float, float] | str:
    """Read easting and northing in either order, or say what else the cells hold."""
    x, y = read_metres(at.x), read_metres(at.y)
    if x is None or y is None:
        angles = read_angle(at.x), read_angle(at.y)
        # What is no number compares as false.
        is_degrees = all(a and abs(a.degrees) <= _MOST_DEGREES for a in angles)
        return "place-degrees" if is_degrees else "place-unreadable-plane"
    if x == y == 0:
        return "place-null"
    return "place-degrees" if max(abs(x), abs(y)) <= _MOST_DEGREES else (x, y)


def _refuse(rows: Sequence[Row], place: int, code: str, used: str = "") -> Problem:
    row = rows[place]
    at = row.position
    found = f"{at.x[:_MOST_SAID]}, {at.y[:_MOST_SAID]}" if at else ""
    column = "x" if at and not _is_of_degrees(at) else "lon"
    return Problem(row.seq, column, code, found, used, place)


def _refuse_outside(
    rows: Sequence[Row], place: int, easting: float, system: ReferenceSystem
) -> Problem:
    """Say whether it is the zone that is not the reference system's."""
    zone = find_zone(easting)
    if zone is None or system.meridian in {None, 3 * zone}:
        return _refuse(rows, place, "place-outside-plane", system.name)
    return _refuse(rows, place, "place-other-zone", str(zone))


def _is_of_degrees(at: WrittenPosition) -> bool:
    return not parse_system(at.system).is_plane


@cache
def _say_source(system: ReferenceSystem) -> tuple[str, str]:
    """Say in Chinese and English where a position comes from."""
    if system.datum in _PLAIN:
        return (
            "位置取自表中的经度、纬度两列。",
            "The place is the table's own longitude and latitude.",
        )
    return (
        f"位置取自表中的坐标，由 {system.name} 换算为 WGS 84。",
        f"The place is the table's own coordinates, converted from {system.name}.",
    )

"""Ranks the zones and parks of a table by how they fit a wish."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.distances import measure_from
from parks.comparison import take_zone
from parks.edition import Edition
from parks.matching.errors import NothingReachedError
from parks.matching.measures import (
    rank,
    rate_backing,
    rate_distance,
    rate_fit,
    rate_precision,
    weigh,
)
from parks.matching.result import Match, MatchedPark, MatchedSector, MatchedZone, Parts
from parks.matching.wishes import Wish
from parks.model import Row
from parks.policy_documents import list_documents

_METRES_PER_KILOMETRE: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Place:
    """
    Where a row and its parks lie, in lists, which are far quicker than frames.

    Metres are NaN where that is not known. `park_precisions` are rated; `precision`
    is their mean, or that of the row's own place.
    """

    metres: float
    positions: Sequence[int]
    park_metres: Sequence[float]
    park_precisions: Sequence[float]
    precision: float


def match(edition: Edition, wish: Wish) -> Match:
    """
    Rank the rows and parks that take up any wanted sector.

    A row without one does not fit and is left out, whatever else speaks for it; so
    is all outside the wished districts or beyond the radius. The score is
    `parks.matching.measures.weigh` of four parts: the fit of the sectors and the
    documents of the row, and the distance and precision of the place. A row is as
    near as its nearest park, and known as well as its parks are on average; one
    without parks has its own place.

    Parameters
    ----------
    edition
        Whose rows and parks are ranked.
    wish
        What is looked for, and what counts how much.

    Raises
    ------
    NothingWantedError, WeightsError, RadiusError
        As `Wish.check` has them.
    NothingReachedError
        If rows fit, but none within the radius.
    """
    wish.check()
    wish = replace(wish, wanted={id_: w for id_, w in wish.wanted.items() if w > 0})
    rows = edition.table.rows
    fits = [rate_fit(wish.wanted, row.sectors) for row in rows]
    is_wished = _find_wished(edition, wish.districts)
    fitting = [at for at in range(len(rows)) if fits[at] > 0 and is_wished[at]]
    places = _measure(edition, wish, fitting)
    within = fitting
    if wish.radius is not None and fitting:
        within = _keep_near(edition, wish.radius, places)
    held = Counter(row for each in list_documents(edition) for row in each.rows)
    zones = [
        _rate(rows[at], wish, at, (fits[at], held[at]), places[at]) for at in within
    ]
    return Match(
        wish,
        _sort(zones),
        sum(is_wished),
        sum(fit > 0 for fit in fits) - len(fitting),
        len(fitting) - len(within),
    )


def _find_wished(edition: Edition, districts: Sequence[str]) -> list[bool]:
    names = edition.zones["district"].tolist()
    return [not districts or name in districts for name in names]


def _measure(edition: Edition, wish: Wish, rows: Sequence[int]) -> dict[int, _Place]:
    """Measure how far rows and their parks lie; NaN without a point or a place."""
    points = np.asarray(edition.parks.geometry, dtype=object)
    metres = _measure_points(wish, points).tolist()
    points = np.asarray(edition.zones["point"], dtype=object)
    own = _measure_points(wish, points).tolist()
    parks: dict[int, list[int]] = {at: [] for at in rows}
    for position, row in enumerate(edition.parks["row"].tolist()):
        if row in parks:
            parks[row].append(position)
    rated = [rate_precision(each) for each in edition.parks["precision"].tolist()]
    zones = edition.zones["precision"].tolist()
    places = {}
    for at, positions in parks.items():
        its = [metres[position] for position in positions]
        known = [each for each in its if math.isfinite(each)]
        precisions = [rated[position] for position in positions]
        own_precision = precisions or [rate_precision(zones[at])]
        places[at] = _Place(
            min(known, default=own[at]),
            positions,
            its,
            precisions,
            sum(own_precision) / len(own_precision),
        )
    return places


def _measure_points(wish: Wish, points: NDArray[np.object_]) -> NDArray[np.float64]:
    metres = np.full(len(points), np.nan)
    is_placed = ~shapely.is_missing(points)
    if wish.point is not None and is_placed.any():
        lon, lat = shapely.get_x(points[is_placed]), shapely.get_y(points[is_placed])
        metres[is_placed] = measure_from(wish.point.lon, wish.point.lat, lon, lat)[0]
    return metres


def _keep_near(edition: Edition, radius: float, places: dict[int, _Place]) -> list[int]:
    """Keep the rows within a radius; what reaches none is told the nearest."""
    most = radius * _METRES_PER_KILOMETRE
    near = [at for at, place in places.items() if place.metres <= most]
    known = {at: p.metres for at, p in places.items() if math.isfinite(p.metres)}
    if near or not known:
        return near
    nearest = min(known, key=known.__getitem__)
    raise NothingReachedError(
        radius=f"{radius:g}",
        name=take_zone(edition, nearest).name,
        distance=f"{known[nearest] / _METRES_PER_KILOMETRE:.1f}",
    )


def _rate(
    row: Row, wish: Wish, at: int, taken: tuple[float, int], place: _Place
) -> MatchedZone:
    """Rate a row, of a fit and so many documents, and its parks, ranks still 0."""
    fit, documents = taken
    backing = rate_backing(documents)
    nearness = _rate_distance(wish, place.metres)
    parts = Parts(fit, nearness, backing, place.precision)
    return MatchedZone(
        at,
        0,
        weigh(parts, wish.weights),
        parts,
        _known(place.metres),
        tuple(_list_sectors(wish, row)),
        documents,
        tuple(_rate_parks(wish, place, fit, backing)),
    )


def _rate_parks(
    wish: Wish, place: _Place, fit: float, backing: float
) -> Iterator[MatchedPark]:
    """Rate the parks of a row that lie within the radius."""
    most = math.inf if wish.radius is None else wish.radius * _METRES_PER_KILOMETRE
    for position, metres, precision in zip(
        place.positions, place.park_metres, place.park_precisions, strict=True
    ):
        if wish.radius is not None and not metres <= most:
            continue
        parts = Parts(fit, _rate_distance(wish, metres), backing, precision)
        score = weigh(parts, wish.weights)
        yield MatchedPark(position, 0, score, parts, _known(metres))


def _rate_distance(wish: Wish, metres: float) -> float | None:
    if wish.point is None:
        return None
    return rate_distance(metres)


def _known(metres: float) -> float | None:
    return metres if math.isfinite(metres) else None


def _list_sectors(wish: Wish, row: Row) -> list[MatchedSector]:
    whole = sum(wish.wanted.values())
    shared = [
        MatchedSector(
            tag.id,
            tag.role,
            wish.wanted[tag.id] / whole,
            wish.words.get(tag.id, ()),
            tuple(dict.fromkeys(words.text for words in tag.evidence)),
        )
        for tag in row.sectors
        if tag.id in wish.wanted
    ]
    return sorted(shared, key=lambda sector: -sector.share)


def _sort(zones: Sequence[MatchedZone]) -> tuple[MatchedZone, ...]:
    """Give zones and parks their ranks; equal ones keep the order of the table."""
    parks = [park for zone in zones for park in zone.parks]
    park_ranks = rank([park.score for park in parks]) if parks else []
    numbers = {
        park.position: number for park, number in zip(parks, park_ranks, strict=True)
    }
    ranks = rank([zone.score for zone in zones]) if zones else []
    ranked = [
        replace(
            zone,
            rank=number,
            parks=tuple(
                sorted(
                    (replace(p, rank=numbers[p.position]) for p in zone.parks),
                    key=lambda park: park.rank,
                )
            ),
        )
        for zone, number in zip(zones, ranks, strict=True)
    ]
    return tuple(sorted(ranked, key=lambda zone: zone.rank))

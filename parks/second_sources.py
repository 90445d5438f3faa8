"""What other sources say of where the parks of an edition stand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.distances import measure_metres
from geodata.evidence import Evidence
from geodata.gazetteer import Gazetteer, Place
from geodata.places import Kind, Precision
from parks.edition import Edition

Sighting: TypeAlias = Place | Evidence
"""A position that a source gives."""
PRECISE: Final = frozenset((Precision.SITE, Precision.NEAR))
"""What a source must know of a park for its distance to count against a place."""
_DECIMALS: Final = 6
"""Of degrees, to which the gazetteer gives its places: a tenth of a metre."""


@dataclass(frozen=True, slots=True)
class ParkSources:
    """
    The records that bear on a park's position.

    Attributes
    ----------
    taken
        The record of the gazetteer whose position the park has, its own or its zone's
        or district's; None where the position comes from elsewhere.
    others
        The positions that independent sources give of the park itself.
    """

    taken: Place | None
    others: tuple[Sighting, ...] = ()


def find_sources(
    edition: Edition, gazetteer: Gazetteer, evidence: Iterable[Sighting] = ()
) -> list[ParkSources]:
    """
    Find for each park which record it stands on, and which others there are.

    A source is independent if it is not the one that the park names as its own: a
    position of the table's is held against the gazetteer's, the gazetteer's against
    further evidence.

    Parameters
    ----------
    edition
        Whose parks are asked about.
    gazetteer
        What is known of places.
    evidence
        Further positions, under the names of the gazetteer or of the table.
    """
    known: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for each in evidence:
        if each.kind == Kind.PARK:
            known[each.name, each.district].append(each)

    @cache
    def find_park(name: str, district: str | None) -> Place | None:
        found = gazetteer.find(name, district=district, kind="park")
        if found is None and district is not None:
            return gazetteer.take(name, district=district, kind="park")
        return found

    @cache
    def find_area(name: str | None, district: str | None, kind: str) -> Place | None:
        return gazetteer.find(name, district=district, kind=kind) if name else None

    sources = []
    for name, zone, district, source, point in _list_parks(edition):
        park = find_park(name, district)
        own = (
            park,
            find_area(zone, district, "zone"),
            find_area(district, district, "district"),
        )
        taken = next((place for place in own if _is_at(place, source, point)), None)
        said = known.get((park.name if park else name, district or ""), [])
        offered: list[Sighting] = said if park is None else [park, *said]
        others = tuple(place for place in offered if place.source != source)
        sources.append(ParkSources(taken, others))
    return sources


def measure_distances(
    edition: Edition,
    sources: Sequence[ParkSources],
    precisions: Collection[Precision] = frozenset(Precision),
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """
    Measure how far the nearest and the farthest other source put each park.

    Parameters
    ----------
    edition
        Whose parks are asked about.
    sources
        What `find_sources` found of them.
    precisions
        Only sources that know the park so well are measured to.

    Returns
    -------
    nearest, farthest
        Metres along the WGS 84 ellipsoid, one value a park; NaN without a place or
        without another source.
    """
    nearest, farthest = np.full((2, len(sources)), np.nan)
    pairs = [
        (index, place.lon, place.lat)
        for index, found in enumerate(sources)
        for place in found.others
        if place.precision in precisions
    ]
    if not pairs:
        return nearest, farthest
    columns = np.array(pairs, dtype=float).T
    at = columns[0].astype(np.intp)
    points = np.asarray(edition.parks.geometry, dtype=object)[at]
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    metres = np.full(len(at), np.nan)
    has = ~np.isnan(lon)
    metres[has] = measure_metres(lon[has], lat[has], columns[1][has], columns[2][has])
    np.fmin.at(nearest, at, metres)
    np.fmax.at(farthest, at, metres)
    return nearest, farthest


def measure_distance(point: shapely.Point, place: Sighting) -> float:
    """Measure the metres between a point in WGS 84 and a place, on the ellipsoid."""
    return measure_metres(point.x, point.y, place.lon, place.lat)


def _list_parks(
    edition: Edition,
) -> Iterable[tuple[str, str | None, str | None, str, tuple[float, float]]]:
    parks = edition.parks
    points = np.asarray(parks.geometry, dtype=object)
    lon, lat = shapely.get_x(points).tolist(), shapely.get_y(points).tolist()
    said = (parks[name] for name in ("name", "zone", "district", "location_source"))
    return zip(*said, zip(lon, lat, strict=True), strict=True)


def _is_at(place: Place | None, source: str, point: tuple[float, float]) -> bool:
    """Tell whether a park has its position of this record."""
    if place is None or place.source != source:
        return False
    return (place.lon, place.lat) == (
        round(point[0], _DECIMALS),
        round(point[1], _DECIMALS),
    )

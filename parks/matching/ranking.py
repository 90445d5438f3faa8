"""Ranks the zones and parks of a table by how they fit a wish."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parks.edition import Edition
from parks.matching.measures import (
    rank,
    rate_backing,
    rate_distance,
    rate_fit,
    weigh,
)
from parks.matching.reaching import Place, limit, measure_places
from parks.matching.result import Match, MatchedPark, MatchedSector, MatchedZone, Parts
from parks.matching.wishes import Wish
from parks.model import Row
from parks.policy_documents import list_documents


def match(edition: Edition, wish: Wish) -> Match:
    """
    Rank the rows and parks that take up any wanted sector.

    A row without one does not fit and is left out, whatever else speaks for it; so
    is all outside the wished districts or beyond the radius. The score is
    `parks.matching.measures.weigh` of four parts: the fit of the sectors and the
    documents of the row, and the distance and precision of the place. A row is as
    near as its nearest park, and known as well as its parks within the radius are on
    average; one without any has its own place.

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
    NothingReachedError, NothingKnownReachedError
        If rows fit, but those whose place is known lie beyond the radius.
    """
    wish.check()
    wish = replace(wish, wanted={id_: w for id_, w in wish.wanted.items() if w > 0})
    rows = edition.table.rows
    fits = [rate_fit(wish.wanted, row.sectors) for row in rows]
    is_wished = _find_wished(edition, wish.districts)
    fitting = [at for at in range(len(rows)) if fits[at] > 0]
    places = measure_places(edition, wish, fitting)
    reach = limit(edition, wish, places, is_wished)
    held = Counter(row for each in list_documents(edition) for row in each.rows)
    zones = [
        _rate(rows[at], wish, at, (fits[at], held[at]), places[at])
        for at in reach.within
    ]
    return Match(
        wish,
        _sort(zones),
        sum(is_wished),
        len(fitting),
        reach.elsewhere,
        reach.beyond,
        reach.unmeasured,
    )


def _find_wished(edition: Edition, districts: Sequence[str]) -> list[bool]:
    names = edition.zones["district"].tolist()
    return [not districts or name in districts for name in names]


def _rate(
    row: Row, wish: Wish, at: int, taken: tuple[float, int], place: Place
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
    wish: Wish, place: Place, fit: float, backing: float
) -> Iterator[MatchedPark]:
    for position, metres, precision in zip(
        place.positions, place.park_metres, place.park_precisions, strict=True
    ):
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

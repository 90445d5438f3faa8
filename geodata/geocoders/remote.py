"""A web service as a geocoder: cache first, then the network, then WGS 84."""

import datetime as dt
import math
from collections.abc import Iterator
from functools import partial

from geodata.datums import Datum, convert
from geodata.geocoders.answers import Answer, Finding, Question
from geodata.geocoders.cache import Cache, Kept
from geodata.geocoders.client import Client
from geodata.geocoders.errors import ImpossiblePointError, PlaceNotFoundError
from geodata.geocoders.services import Service

_NULL_ISLAND_DEGREES = 0.01
_DECIMALS = 6


class RemoteGeocoder:
    """
    A web service, its client and the cache.

    Parameters
    ----------
    service
        How to ask and to read.
    client
        What asks.
    cache
        Where answers are kept; shared with other services.
    """

    def __init__(self, service: Service, client: Client, cache: Cache) -> None:
        self._service, self._client, self._cache = service, client, cache

    @property
    def name(self) -> str:
        """The name in the registry."""
        return self._service.name

    @property
    def title(self) -> str:
        """What people call it."""
        return self._service.title

    def find(self, question: Question) -> tuple[Answer, ...]:
        """
        Find places, the best first.

        Raises
        ------
        GeocoderError
            If the service gives none; only that it knows none is kept in the cache.
        """
        kept = self._cache.get(self.name, question)
        if kept is None or not all(map(_is_possible, kept.findings)):
            kept = self._ask(question)
        if not kept.findings:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        return tuple(self._believe(kept))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _ask(self, question: Question) -> Kept:
        try:
            findings = self._client.ask(
                self._service.ask(question),
                partial(self._service.read, question=question),
            )
        except PlaceNotFoundError:
            return self._cache.put(self.name, question, ())
        possible = tuple(finding for finding in findings if _is_possible(finding))
        if not possible:
            raise ImpossiblePointError(
                geocoder=self.title, lon=findings[0].lon, lat=findings[0].lat
            )
        return self._cache.put(self.name, question, possible)

    def _believe(self, kept: Kept) -> Iterator[Answer]:
        service = self._service
        date = dt.datetime.fromtimestamp(kept.asked_at, dt.UTC).date()
        for finding in kept.findings:
            lon, lat = convert(
                finding.lon, finding.lat, source=service.datum, target=Datum.WGS84
            )
            yield Answer(
                round(lon, _DECIMALS),
                round(lat, _DECIMALS),
                finding.precision,
                service.datum,
                service.name,
                service.attribution,
                date,
                finding.level,
                finding.matched,
                finding.city,
                finding.doubts,
            )


def _is_possible(finding: Finding) -> bool:
    """Tell whether a finding is a position on land or sea, and not 0, 0."""
    lon, lat = finding.lon, finding.lat
    if not (math.isfinite(lon) and math.isfinite(lat)):
        return False
    is_null_island = max(abs(lon), abs(lat)) < _NULL_ISLAND_DEGREES
    return abs(lon) <= 180 and abs(lat) <= 90 and not is_null_island  # noqa: PLR2004 - degrees

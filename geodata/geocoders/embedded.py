"""The embedded gazetteer as a geocoder: no network, no key, always there."""

from collections.abc import Iterator
from typing import Final

from geodata.gazetteer import Gazetteer, Place
from geodata.geocoders.answers import CITY, Answer, Doubt, Question
from geodata.geocoders.errors import PlaceNotFoundError

LEAST_LIKENESS: Final = 0.8
"""Names less alike than this are not worth a planner's look."""
_MOST_OFFERED: Final = 3


class EmbeddedGazetteer:
    """
    Looks names up in the gazetteer.

    A name that is only alike is given with the doubt `alike`, which keeps it from
    being taken: 天安数码城 and 龙岗天安数码城 are two places.
    """

    name = "gazetteer"
    title = "内置地名库 (gazetteer)"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, question: Question) -> tuple[Answer, ...]:
        """
        Find the place of this name in this district, or those called alike.

        Raises
        ------
        PlaceNotFoundError
            If no name is even alike.
        """
        place = self._gazetteer.find(question.query, district=question.district)
        if place is not None:
            return (self._answer(place),)
        alike = tuple(self._find_alike(question))
        if not alike:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        return alike

    def _find_alike(self, question: Question) -> Iterator[Answer]:
        candidates = self._gazetteer.search(
            question.query, district=question.district, limit=_MOST_OFFERED
        )
        for place, likeness in candidates:
            if likeness >= LEAST_LIKENESS:
                yield self._answer(place, Doubt("alike", {"matched": place.name}))

    def _answer(self, place: Place, *doubts: Doubt) -> Answer:
        return Answer(
            place.lon,
            place.lat,
            place.precision,
            place.source_datum,
            self.name,
            place.source,
            None,
            place.confidence,
            place.name,
            CITY,
            doubts,
        )

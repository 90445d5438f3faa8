"""The embedded gazetteer as a geocoder: no network, no key, always there."""

from typing import Final

from geodata.gazetteer import Gazetteer, Kind, Place
from geodata.geocoders.answers import CITY, Answer, Doubt, Question
from geodata.geocoders.errors import PlaceNotFoundError
from geodata.matching import Outcome

_MOST_OFFERED: Final = 3
LEAST_LIKENESS: Final = 0.68
"""
Names less alike are not given: whoever confirms places would have to refuse many.

Of the labelled names, those that mean a place and are not taken for it score 0.77 or
more; made-up names of any park score 0.57 to 0.67 with some place of the district.
"""


class EmbeddedGazetteer:
    """
    Looks names up in the gazetteer.

    What `Gazetteer.match` takes for a park is given; a zone or district is found by
    its exact name only. What comes near is given with the doubt `alike`, which keeps
    it from being taken.
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
        query, district = question.query, question.district
        exact = self._gazetteer.find(query, district=district)
        if exact is not None:
            return (self._answer(exact),)
        match = self._gazetteer.match(query, district=district, kind=Kind.PARK)
        near = [each for each in match.candidates if each.score >= LEAST_LIKENESS]
        places = [candidate.place for candidate in near]
        if not places or match.outcome is Outcome.NONE:
            raise PlaceNotFoundError(geocoder=self.title, query=query)
        if match.outcome is Outcome.TAKEN:
            return (self._answer(places[0], self._doubt("name-differs", places[0])),)
        return tuple(
            self._answer(place, self._doubt("alike", place))
            for place in places[:_MOST_OFFERED]
        )

    def _doubt(self, code: str, place: Place) -> Doubt:
        return Doubt(code, {"geocoder": self.title, "matched": place.name})

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

"""
Nominatim, OpenStreetMap's geocoder, in WGS 84.

Sources: https://nominatim.org/release-docs/latest/api/Search/ and …/api/Output/
(parameters, answer), …/customize/Ranking/ (ranks), and for the public server
https://operations.osmfoundation.org/policies/nominatim/: an identifying User-Agent, at
most one request a second from the whole application, answers kept, no bulk geocoding,
and “© OpenStreetMap contributors” shown. Long tables want a server of one's own.

==========================  =========
place rank                  precision
==========================  =========
28-30 house, POI, and an
area of `AREAS`             `site` if the name is repeated, else `near`
26-27 road                  `street`
20-25 neighbourhood         `zone`
less, or none               `district`
==========================  =========
"""

from dataclasses import dataclass
from typing import ClassVar, Final

from geodata.datums import Datum
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Doubt, Finding, Question, point_precision
from geodata.geocoders.errors import PlaceNotFoundError, RefusedQuestionError
from geodata.geocoders.services import (
    Request,
    failure,
    pick,
    pick_code,
    pick_number,
    pick_text,
)

PUBLIC_HOST: Final = "https://nominatim.openstreetmap.org"
AREAS: Final = frozenset((("landuse", "industrial"), ("landuse", "commercial")))
"""What parks are mapped as: an area that bears the park's name is the park."""
RANKS: Final = ((28, Precision.NEAR), (26, Precision.STREET), (20, Precision.ZONE))
_MOST_PLACES: Final = 5


@dataclass(frozen=True, slots=True)
class Nominatim:
    """Nominatim at an address of the operator's choice; it takes no key."""

    host: str = PUBLIC_HOST

    name: ClassVar[str] = "nominatim"
    title: ClassVar[str] = "Nominatim"
    datum: ClassVar[Datum] = Datum.WGS84
    attribution: ClassVar[str] = "© OpenStreetMap contributors, ODbL 1.0"

    @property
    def interval_seconds(self) -> float:
        """One a second is the policy's absolute maximum, kept everywhere."""
        return 1.0

    def ask(self, question: Question) -> Request:
        """Spell ``/search`` in Chinese, of China only."""
        parameters = {
            "q": question.address,
            "format": "jsonv2",
            "addressdetails": "1",
            "countrycodes": "cn",
            "accept-language": "zh",
            "limit": str(_MOST_PLACES),
        }
        return Request(f"{self.host.rstrip('/')}/search", parameters)

    def read(
        self, document: object, status: int, question: Question
    ) -> tuple[Finding, ...]:
        """Read the list of places; errors are an object, or a web page."""
        if not isinstance(document, list):
            code = pick_code(document, "error", "code") or pick_code([status], 0)
            raise failure(self.title, code, {"200": RefusedQuestionError})
        if not document:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        return tuple(self._read_place(place, question) for place in document)

    def _read_place(self, place: object, question: Question) -> Finding:
        rank = pick_number(place, "place_rank")
        matched = pick_text(place, "display_name")
        kind = pick_text(place, "category"), pick_text(place, "type")
        precision = next(
            (precision for least, precision in RANKS if rank >= least),
            Precision.DISTRICT,
        )
        doubts: tuple[Doubt, ...] = ()
        if precision is Precision.NEAR or kind in AREAS:
            precision, doubts = point_precision(
                question, pick_text(place, "name") or matched, self.title
            )
        return Finding(
            pick_number(place, "lon"),
            pick_number(place, "lat"),
            precision,
            "/".join([*kind, pick_code(pick(place), "place_rank")]),
            matched,
            pick_text(place, "address", "city"),
            doubts,
        )

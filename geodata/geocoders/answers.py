"""What a geocoder is asked and what it answers; positions end up in WGS 84."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from geodata._names import name_key
from geodata.datums import Datum
from geodata.district_names import find_district, read_district_names
from geodata.gazetteer import Precision
from geodata.geocoders.errors import GeocoderError

CITY: Final = "深圳市"
"""The city that is meant where none is named: districts here are Shenzhen's."""

DOUBTS: Final[Mapping[str, str]] = {
    "name-unsaid": "{geocoder} does not say which place it took: check that it is the "
    "one meant",
    "name-differs": "{geocoder} took {matched!r}: check that it is the one meant",
    "uncertain": "{geocoder} calls its own answer uncertain",
    "level-unknown": "{geocoder} gives a level unknown here ({level}): taken as coarse",
    "several": "{geocoder} knows {count} such places there, {metres} m apart: "
    "the first was taken",
    "alike": "the name is only alike ({matched!r}): confirm it before it is used",
    "district-unchecked": "the district {district!r} is not known here: check that the "
    "point lies in it",
    "city-unchecked": "nothing tells whether the point lies in {city}: check it",
}
"""What can be doubtful about an answer, by code; sentences with gaps."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    Something to check before an answer is relied on.

    Attributes
    ----------
    code
        One of `DOUBTS`.
    facts
        What fills the gaps of its sentence.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def template(self) -> str:
        """The English sentence, which whoever shows it may translate."""
        return DOUBTS[self.code]

    def __str__(self) -> str:
        """Say it in English."""
        return self.template.format_map(self.facts)


@dataclass(frozen=True, slots=True)
class Question:
    """
    A place to be found.

    Attributes
    ----------
    query
        A name or an address.
    district
        The district it is said to lie in, in any form; None if nothing is said.
    city
        The city it must lie in.
    """

    query: str
    district: str | None = None
    city: str = CITY

    @property
    def known_district(self) -> str | None:
        """The short name of the district, if it is one of those known here."""
        return None if self.district is None else find_district(self.district)

    @property
    def address(self) -> str:
        """The query after its city and district, where it does not name them."""
        district = next(
            (d.name_zh for d in read_district_names() if d.name == self.known_district),
            self.district or "",
        )
        parts = [part for part in (self.city, district) if part not in self.query]
        return "".join([*parts, self.query])


@dataclass(frozen=True, slots=True)
class Finding:
    """
    A place as a service gave it, read but not yet believed.

    Attributes
    ----------
    lon, lat
        Degrees in the service's own datum; may be any number.
    precision
        What the service's level, confidence and match amount to.
    level
        The service's own word for it.
    matched
        The name or address that it took; empty if it does not say.
    city
        The city that it names; empty if it names none.
    doubts
        What it says or hides that should be checked.
    """

    lon: float
    lat: float
    precision: Precision
    level: str = ""
    matched: str = ""
    city: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """
    A place that a geocoder found.

    Attributes
    ----------
    lon, lat
        Degrees in WGS 84.
    precision
        How precisely, as in the gazetteer.
    datum
        The datum that it came in.
    geocoder
        The name of the geocoder, one of the registry.
    source
        Whom to cite: the service, its attribution where it asks for one.
    date
        The day on which the service gave it, which the cache keeps; None for the
        gazetteer, whose sources state their own.
    level, matched, city, doubts
        As of `Finding`.
    """

    lon: float
    lat: float
    precision: Precision
    datum: Datum
    geocoder: str
    source: str
    date: dt.date | None
    level: str = ""
    matched: str = ""
    city: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What became of a question.

    Attributes
    ----------
    answer
        The place; None if no geocoder gave one to rely on.
    doubtful
        Places that were found but not taken: outside the district, or only alike.
    failures
        Why each geocoder before the answer gave none, in the order asked.
    asked
        The names of the geocoders asked, or answered for by the cache, in order.
    """

    question: Question
    answer: Answer | None
    doubtful: tuple[Answer, ...] = ()
    failures: tuple[GeocoderError, ...] = ()
    asked: tuple[str, ...] = ()


class Geocoder(Protocol):
    """What finds places; each knows its registry name and what people call it."""

    @property
    def name(self) -> str:
        """The name in the registry and in settings."""

    @property
    def title(self) -> str:
        """What people call it."""

    def find(self, question: Question) -> tuple[Answer, ...]:
        """
        Find places, the best first; never none.

        Raises
        ------
        GeocoderError
            If there is nothing to give; the error says why.
        """


def coarsest(*precisions: Precision) -> Precision:
    """Give the least precise."""
    return max(precisions, key=list(Precision).index)


_SHORTEST_NAME: Final = 3


def point_precision(
    question: Question, matched: str, geocoder: str
) -> tuple[Precision, tuple[Doubt, ...]]:
    """
    Tell `site` from `near` for a service that claims to know the very point.

    The point is the site only if the service repeats the name asked for; otherwise it
    may be a neighbour's, so it is `near` and doubtful.

    Parameters
    ----------
    question, matched
        What was asked for, and the name or address that the service took.
    geocoder
        What people call the service, for the doubt.
    """
    if not matched:
        return Precision.NEAR, (Doubt("name-unsaid", {"geocoder": geocoder}),)
    key = name_key(question.query)
    if len(key) >= _SHORTEST_NAME and key in name_key(matched):
        return Precision.SITE, ()
    facts = {"geocoder": geocoder, "matched": matched}
    return Precision.NEAR, (Doubt("name-differs", facts),)

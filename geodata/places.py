"""What is known of a place: where it lies, how precisely, and who says so."""

from dataclasses import dataclass
from enum import StrEnum

from geodata.datums import Datum


class Kind(StrEnum):
    """What sort of thing a place is."""

    PARK = "park"
    ZONE = "zone"
    DISTRICT = "district"


class Precision(StrEnum):
    """How precisely a place is known, best first."""

    SITE = "site"
    """The park itself or a building of it."""
    NEAR = "near"
    """A named neighbour within some hundred metres."""
    STREET = "street"
    """Only the sub-district or the road is known."""
    ZONE = "zone"
    """A point that stands for a whole zone."""
    DISTRICT = "district"
    """A point that stands for a whole district."""


class Confidence(StrEnum):
    """How well the source bears the place out, best first."""

    HIGH = "high"
    """Named in a map vendor's own result with a stated datum, or computed."""
    MEDIUM = "medium"
    """A matching record whose datum or distance had to be inferred."""
    LOW = "low"
    """Doubtful: the note says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    A named place.

    Attributes
    ----------
    name, district, zone
        As in the table, the district in its short form; no zone for a district.
    lon, lat
        Degrees in WGS 84, to six decimals.
    source_datum
        The datum that the source gave the position in.
    source
        A short citation.
    source_date
        When the source was made or last changed: an ISO date, a year-month or a year;
        empty where that is not known.
    matched
        What the source calls the thing at this position.
    note_zh, note_en
        For a planner: how far off it may be, what is doubtful, why this source.
    """

    name: str
    kind: Kind
    district: str
    zone: str | None
    lon: float
    lat: float
    precision: Precision
    confidence: Confidence
    source_datum: Datum
    source: str
    source_date: str
    matched: str
    note_zh: str
    note_en: str

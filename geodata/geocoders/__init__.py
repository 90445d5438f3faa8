"""
Places from names and addresses: the embedded gazetteer and web services.

The way of a question: `Chain` asks one geocoder after the other; a `RemoteGeocoder`
looks into the cache, asks its service through the one HTTP client and converts to
WGS 84; `Boundaries` keeps what lies outside the row's district from being taken.
"""

from geodata.geocoders.answers import (
    CITY,
    DOUBTS,
    Answer,
    Doubt,
    Geocoder,
    Outcome,
    Question,
)
from geodata.geocoders.boundaries import Boundaries
from geodata.geocoders.cache import Cache
from geodata.geocoders.chain import Chain, Progress, place_all
from geodata.geocoders.errors import GeocoderError, UnknownGeocoderError
from geodata.geocoders.registry import (
    GEOCODERS,
    TITLES,
    Access,
    open_chain,
    require_known,
)

__all__ = [
    "CITY",
    "DOUBTS",
    "GEOCODERS",
    "TITLES",
    "Access",
    "Answer",
    "Boundaries",
    "Cache",
    "Chain",
    "Doubt",
    "Geocoder",
    "GeocoderError",
    "Outcome",
    "Progress",
    "Question",
    "UnknownGeocoderError",
    "open_chain",
    "place_all",
    "require_known",
]

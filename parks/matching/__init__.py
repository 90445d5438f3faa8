"""From an enterprise's business scope to the zones and parks that fit it."""

from parks.matching.links import read_wish, write_wish
from parks.matching.ranking import match
from parks.matching.result import Match, MatchedPark, MatchedSector, MatchedZone, Parts
from parks.matching.scopes import MOST_SCOPE, ScopeReading, ScopeSector, read_scope
from parks.matching.wishes import MOST_RADIUS, Weights, Wish

__all__ = [
    "MOST_RADIUS",
    "MOST_SCOPE",
    "Match",
    "MatchedPark",
    "MatchedSector",
    "MatchedZone",
    "Parts",
    "ScopeReading",
    "ScopeSector",
    "Weights",
    "Wish",
    "match",
    "read_scope",
    "read_wish",
    "write_wish",
]

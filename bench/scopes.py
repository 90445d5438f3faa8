"""How well business scopes are read: real ones, labelled by a reader."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.goals import Goal, Reading
from bench.servers import ROOT
from parks.catalogue import open_edition
from parks.edition import Edition
from parks.matching import Wish, match, read_scope

SCOPES: Final = ROOT / "tests" / "data" / "business_scopes.toml"
HIT_BOUND: Final = 0.9
"""The share of scopes that must be hit, the blind and the unseen ones alone too."""
_FIRST: Final = 3
"""So many sectors, or zones, are looked at."""
_WHOLE: Final = "all"


@dataclass(frozen=True, slots=True)
class Labelled:
    """
    A business scope with what a reader says of it.

    Attributes
    ----------
    company, text
        Whose scope, word for word.
    sectors
        The main sectors.
    use
        ``tuning``, ``blind`` or ``unseen``.
    """

    company: str
    text: str
    sectors: tuple[str, ...]
    use: str


def read_labelled(path: Path = SCOPES) -> list[Labelled]:
    """Read the labelled scopes."""
    with path.open("rb") as file:
        return [
            Labelled(each["company"], each["text"], tuple(each["sectors"]), each["use"])
            for each in tomllib.load(file)["scope"]
        ]


def measure_scopes(path: Path = SCOPES) -> Iterator[Goal]:
    """
    Score the reading for each use of the labels and for all, then the zones.

    A scope is hit where one of its main sectors is among the first three that are
    read. Of the scopes with a main sector that a zone of the built-in table takes
    up, a zone hit is one where such a zone has a rank up to three.
    """
    scopes = read_labelled(path)
    for use in (*dict.fromkeys(scope.use for scope in scopes), _WHOLE):
        chosen = [scope for scope in scopes if use in {scope.use, _WHOLE}]
        yield score_reading(use, chosen)
    yield score_zones(scopes, open_edition("embedded"))


def score_reading(use: str, scopes: Sequence[Labelled]) -> Goal:
    """Score how many scopes are hit by the first three sectors read from them."""
    hits = 0
    for scope in scopes:
        read = [sector.id for sector in read_scope(scope.text).sectors]
        hits += not frozenset(read[:_FIRST]).isdisjoint(scope.sectors)
    return _make(f"scopes, {use}: sector in first {_FIRST}", hits, len(scopes))


def score_zones(scopes: Sequence[Labelled], edition: Edition) -> Goal:
    """Score how many scopes that a zone would take find one among the best."""
    taken = edition.sector_rows("any")
    had = frozenset[str]().union(*taken)
    wanting = [scope for scope in scopes if not had.isdisjoint(scope.sectors)]
    hits = 0
    shown = []
    for scope in wanting:
        wanted = read_scope(scope.text).to_wanted()
        zones = match(edition, Wish(wanted)).zones if wanted else ()
        best = [zone for zone in zones if zone.rank <= _FIRST]
        shown.append(float(len(best)))
        hits += any(not taken[zone.position].isdisjoint(scope.sectors) for zone in best)
    name = f"scopes, zone of rank up to {_FIRST} takes it"
    # Ties are not broken, so more than three zones may have such a rank.
    zones_shown = Reading("zones", "", tuple(shown) or (0.0,))
    return _make(name, hits, len(wanting), zones_shown)


def _make(name: str, hits: int, whole: int, *others: Reading) -> Goal:
    counts = (
        Reading("hit", "", (float(hits),)),
        Reading("of", "", (float(whole),)),
        *others,
    )
    value = hits / whole if whole else 1.0
    return Goal(name, value, counts, bound=HIT_BOUND, at_least=True)

"""What a match gives: zones and parks with their rank, and what each score is of."""

from dataclasses import dataclass

from parks.matching.wishes import Wish
from parks.model import Role


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What a score is made of, each part from 0 to 1.

    Attributes
    ----------
    fit
        How much of what is wanted the row takes up.
    distance
        How near it is; None if no point was given.
    backing
        On how many documents the row rests.
    precision
        How well the place is known.
    """

    fit: float
    distance: float | None
    backing: float
    precision: float


@dataclass(frozen=True, slots=True)
class MatchedSector:
    """
    A wanted sector that a row takes up.

    Attributes
    ----------
    id, role
        The sector, and how the row takes it up.
    share
        Its part of all that is wanted, above 0 up to 1.
    wanted_words
        The words of the business scope that name it; empty if it was picked.
    row_words
        The words of the row's direction that name it.
    """

    id: str
    role: Role
    share: float
    wanted_words: tuple[str, ...]
    row_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchedPark:
    """
    A park of a row that fits.

    Attributes
    ----------
    position
        In `Edition.parks`.
    rank
        From 1 among all parks that fit; parks of one score share it.
    score, parts
        Its score from 0 to 1, in hundredths, and what that is of.
    metres
        From the point along the WGS 84 ellipsoid; None without a point or a place.
    """

    position: int
    rank: int
    score: float
    parts: Parts
    metres: float | None


@dataclass(frozen=True, slots=True)
class MatchedZone:
    """
    A row of the table that fits, with its parks.

    Attributes
    ----------
    position
        In `Edition.zones` and `Table.rows`.
    rank
        From 1; rows of one score share it.
    score, parts, metres
        As for a park; the distance is that to the nearest of its parks.
    sectors
        What it takes up of what is wanted, what is wanted most first.
    policies
        How many documents it rests on; one that is cited in several forms, as
        `parks.policy_documents` joins them, counts once.
    parks
        Its parks within the limits, best first.
    """

    position: int
    rank: int
    score: float
    parts: Parts
    metres: float | None
    sectors: tuple[MatchedSector, ...]
    policies: int
    parks: tuple[MatchedPark, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """
    What came of a wish.

    Attributes
    ----------
    wish
        What was looked for.
    zones
        What fits, best first; of equal ranks in the order of the table. Empty where
        nothing within the wished districts takes up a wanted sector.
    looked_at
        How many rows lie within the wished districts.
    taking
        How many rows of the whole table take up a wanted sector.
    elsewhere
        How many of them lie outside the wished districts, but within the radius.
    beyond, unmeasured
        How many of them lie within the wished districts, but beyond the radius, or
        have no place to measure it to.
    """

    wish: Wish
    zones: tuple[MatchedZone, ...]
    looked_at: int
    taking: int
    elsewhere: int = 0
    beyond: int = 0
    unmeasured: int = 0

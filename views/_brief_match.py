"""A brief on what fits an enterprise: the wish in the address, rank and score noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from geodata.errors import StatedError
from parks.edition import Edition
from parks.matching import Match, match, read_wish, write_wish
from parks.wording import name_sectors
from views._words import current_language, say

MOST_BRIEFED: Final = 8
"""Parks of a match that a brief begins with: more is no short list any more."""


@dataclass(frozen=True, slots=True)
class MatchNotes:
    """
    What a match adds to a brief.

    Attributes
    ----------
    options
        The wish as it stands in the address; empty without one.
    heading
        What the brief is called.
    notes
        Of each park that fits, by its position in `Edition.parks`.
    errors
        Why nothing could be ranked, and what was not understood.
    """

    options: Mapping[str, list[str]] = field(default_factory=dict)
    heading: str = ""
    notes: Mapping[int, str] = field(default_factory=dict)
    errors: Sequence[StatedError] = ()


def read_match(given: Mapping[str, Sequence[str]], edition: Edition) -> MatchNotes:
    """Match anew what the address wishes, so that a sent link says the same."""
    wish, errors = read_wish(given, edition)
    if not wish.wanted:
        return MatchNotes()
    try:
        found = match(edition, wish)
    except StatedError as error:
        return MatchNotes(write_wish(wish), errors=[*errors, error])
    sectors = name_sectors(wish.wanted, current_language())
    return MatchNotes(
        write_wish(wish),
        say("Parks for an enterprise in {sectors}", sectors=sectors),
        _note(found),
        errors,
    )


def _note(found: Match) -> dict[int, str]:
    return {
        park.position: say(
            "Rank {rank} of the match, score {score}",
            rank=park.rank,
            score=f"{park.score:.2f}",
        )
        for zone in found.zones
        for park in zone.parks
    }


def pick_briefed(edition: Edition, found: Match) -> list[str]:
    """Pick the ids of the parks that fit best, ties in the order of the table."""
    parks = [park for zone in found.zones for park in zone.parks]
    best = sorted(parks, key=lambda park: (park.rank, park.position))[:MOST_BRIEFED]
    ids = edition.parks["park_id"]
    return [str(ids.iloc[park.position]) for park in best]

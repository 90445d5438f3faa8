"""A brief on what fits an enterprise: the wish in the address, rank and score noted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Final

from geodata.errors import StatedError
from parks.edition import Edition
from parks.matching import Match, MatchedPark, Wish, match, read_wish, write_wish
from parks.wording import name_district, name_sector, name_sectors
from views._match_form import PART_NAMES
from views._match_parts import write_points
from views._words import current_language, enumerate_words, say

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
        What the brief is called; empty where none of its parks fits.
    notes
        Of each of its parks, by its position in `Edition.parks`: how it fits, or why
        it does not.
    remarks
        The wish in words, and what fits beside the parks of the brief.
    errors
        Why nothing could be ranked, and what was not understood.
    """

    options: Mapping[str, list[str]] = field(default_factory=dict)
    heading: str = ""
    notes: Mapping[int, str] = field(default_factory=dict)
    remarks: Sequence[str] = ()
    errors: Sequence[StatedError] = ()


def read_match(
    given: Mapping[str, Sequence[str]], edition: Edition, positions: Sequence[int]
) -> MatchNotes:
    """
    Match anew what the address wishes, so that a sent link says the same.

    Parameters
    ----------
    given
        The options of the address.
    edition
        Whose parks are matched.
    positions
        The parks of the brief.
    """
    wish, errors = read_wish(given, edition)
    if not wish.wanted:
        return MatchNotes(errors=errors)
    try:
        found = match(edition, wish)
    except StatedError as error:
        said = tuple(_state_wish(wish))
        return MatchNotes(write_wish(wish), remarks=said, errors=[*errors, error])
    fitting = {park.position: park for zone in found.zones for park in zone.parks}
    shared = Counter(park.rank for park in fitting.values())
    notes = {
        at: _note(fitting[at], shared) if at in fitting else _refuse(edition, wish, at)
        for at in positions
    }
    return MatchNotes(
        write_wish(wish),
        _head(wish, [at in fitting for at in positions]),
        notes,
        (*_state_wish(wish), *_say_left(fitting, positions)),
        errors,
    )


def _head(wish: Wish, fits: Sequence[bool]) -> str:
    """Call a brief what it is: parks that fit only if all of them do."""
    sectors = name_sectors(wish.wanted, current_language())
    if fits and all(fits):
        return say("Parks for an enterprise in {sectors}", sectors=sectors)
    if any(fits):
        return say("Parks looked at for an enterprise in {sectors}", sectors=sectors)
    return ""


def _note(park: MatchedPark, shared: Counter[int]) -> str:
    score = write_points(park.score)
    others = shared[park.rank] - 1
    if others:
        return say(
            "Rank {rank} of the match, shared with {count} more, score {score} of 100",
            rank=park.rank,
            count=others,
            score=score,
        )
    return say(
        "Rank {rank} of the match, score {score} of 100", rank=park.rank, score=score
    )


def _refuse(edition: Edition, wish: Wish, position: int) -> str:
    """Say why a park does not fit a wish."""
    park = edition.parks.iloc[position]
    row = edition.table.rows[park["row"]]
    if not any(tag.id in wish.wanted for tag in row.sectors):
        return say("Does not fit the wish: its row takes up no wanted sector")
    if wish.districts and park["district"] not in wish.districts:
        return say("Does not fit the wish: it lies outside the wished districts")
    return say(
        "Does not fit the wish: it lies beyond the radius, or its place is not known"
    )


def _say_left(
    fitting: Mapping[int, MatchedPark], positions: Sequence[int]
) -> Iterator[str]:
    """Say what fits too, and how much of it as well as a park of the brief."""
    told = {fitting[at].rank for at in positions if at in fitting}
    left = [park for at, park in fitting.items() if at not in set(positions)]
    tied = sum(park.rank in told for park in left)
    if tied:
        yield say(
            "Parks that fit, but are not in this brief: {count}; of them share a rank "
            "with a park of it: {tied}.",
            count=len(left),
            tied=f"{tied:,}",
        )
    elif left:
        yield say(
            "Parks that fit, but are not in this brief: {count}.", count=len(left)
        )


def _state_wish(wish: Wish) -> Iterator[str]:
    """State what is wished: sectors, point, districts, radius, and what counts."""
    language = current_language()
    sectors = enumerate_words(
        f"{name_sector(id_, language)} {share:g}" for id_, share in wish.wanted.items()
    )
    yield say("Wanted sectors, with their weights: {sectors}.", sectors=sectors)
    if wish.point is not None:
        point = f"{wish.point.lon:.6f}, {wish.point.lat:.6f}"
        yield say("Measured from: {point} (WGS 84)", point=point)
    if wish.districts:
        names = enumerate_words(
            name_district(name, language) for name in wish.districts
        )
        yield say("Only in these districts: {names}.", names=names)
    if wish.radius is not None:
        yield say("Within {radius} km of the point.", radius=f"{wish.radius:g}")
    weights = zip(PART_NAMES.values(), astuple(wish.weights), strict=True)
    used = enumerate_words(f"{say(name)} {share:g}" for name, share in weights)
    yield say("Weights of the score: {weights}.", weights=used)


def pick_briefed(edition: Edition, found: Match) -> list[str]:
    """Pick the ids of the parks that fit best, ties in the order of the table."""
    parks = [park for zone in found.zones for park in zone.parks]
    best = sorted(parks, key=lambda park: (park.rank, park.position))[:MOST_BRIEFED]
    ids = edition.parks["park_id"]
    return [str(ids.iloc[park.position]) for park in best]

"""Which parks or zones a link wants compared, and what of it means nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from parks.comparison import MOST, TAKERS, Kind, Member
from parks.edition import Edition
from parks.errors import (
    ManyMembersError,
    MixedMembersError,
    ParksError,
    RepeatedMemberError,
    UnknownMemberError,
)
from parks.normalise import fold, slug, syllables

_NEAREST: Final = 3
"""Names that are offered in the place of one that is unknown."""
_LONGEST: Final = 80
"""Characters of a value that are looked at: longer than any id or name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a link asks to compare.

    Attributes
    ----------
    kind
        Parks, unless the link names zones alone.
    members
        Those found, in the link's order, at most `parks.comparison.MOST`.
    errors
        What was not understood or left out.
    """

    kind: Kind
    members: tuple[Member, ...]
    errors: tuple[ParksError, ...]


def read_members(options: Mapping[str, Sequence[str]], edition: Edition) -> Asked:
    """
    Read the options ``park`` and ``zone`` of a link, ids or names.

    Parameters
    ----------
    options
        For each option its values as text; others are left alone.
    edition
        Whose parks and zones are meant.
    """
    given = {kind: [v for v in options.get(kind, ()) if v.strip()] for kind in Kind}
    kind = Kind.PARK if given[Kind.PARK] or not given[Kind.ZONE] else Kind.ZONE
    errors: list[ParksError] = []
    found: dict[int, str] = {}
    left_out = []
    for value in given[kind]:
        position = find_member(edition, kind, value)
        if position is None:
            # What is not said need not be looked for: a link may hold thousands.
            if len(errors) < MOST:
                errors.append(_refuse(edition, kind, value))
        elif position in found:
            errors.append(RepeatedMemberError(value=_shorten(value)))
        elif len(found) == MOST:
            left_out.append(_shorten(value))
        else:
            found[position] = value
    if left_out:
        errors.append(ManyMembersError(most=MOST, value=_list(left_out)))
    if kind is Kind.PARK and given[Kind.ZONE]:
        zones = [_shorten(value) for value in given[Kind.ZONE]]
        errors.append(MixedMembersError(value=_list(zones)))
    take = TAKERS[kind]
    members = tuple(take(edition, position) for position in found)
    return Asked(kind, members, _say_once(errors))


def find_member(edition: Edition, kind: Kind, value: str) -> int | None:
    """Find a park or zone by its id, or by its name if only one bears it."""
    ids, names = _list_names(edition, kind)
    if value in ids:
        return ids.index(value)
    wanted = fold(value[:_LONGEST])
    at = [index for index, name in enumerate(names) if name and fold(name) == wanted]
    return at[0] if len(at) == 1 else None


def suggest_members(
    edition: Edition, kind: Kind, value: str, most: int = _NEAREST
) -> list[int]:
    """
    Find the parks or zones whose id is spelled most like a text.

    Returns
    -------
    list of int
        Positions, most alike first; empty for an edition without any.
    """
    ids, _ = _list_names(edition, kind)
    spelled = slug(syllables(value[:_LONGEST]))
    ranked = process.extract(spelled, ids, scorer=fuzz.ratio, limit=most)
    return [position for _, _, position in ranked]


def _refuse(edition: Edition, kind: Kind, value: str) -> UnknownMemberError:
    take = TAKERS[kind]
    nearest = [take(edition, at).name for at in suggest_members(edition, kind, value)]
    return UnknownMemberError(value=_shorten(value), known=_list(nearest) or "-")


def _list_names(edition: Edition, kind: Kind) -> tuple[list[str], list[str | None]]:
    """List the ids and the names; a zone without a name bears its district's."""
    if kind is Kind.PARK:
        return edition.parks["park_id"].tolist(), edition.parks["name"].tolist()
    zones = edition.zones
    names = zip(zones["zone"], zones["district"], strict=True)
    return zones["zone_id"].tolist(), [zone or district for zone, district in names]


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"


def _list(values: Sequence[str]) -> str:
    shown = " · ".join(values[:MOST])
    return shown + (" …" if len(values) > MOST else "")


def _say_once(errors: Sequence[ParksError]) -> tuple[ParksError, ...]:
    """Keep what is said, each sentence once and at most as many as are compared."""
    return tuple({str(error): error for error in errors}.values())[:MOST]

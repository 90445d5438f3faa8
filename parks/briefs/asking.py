"""Which parks a link wants a brief on."""

from collections.abc import Sequence
from typing import Final

from parks.asked import find_member, suggest_members
from parks.comparison import Kind
from parks.edition import Edition
from parks.errors import ParksError, UnknownMemberError

MOST_PARKS: Final = 60
"""Parks of one brief: more than that is a table, not a brief."""
_MOST_SAID: Final = 4
"""Unknown names that a sentence each is said of."""
_MOST_NAMES: Final = 200
"""Values that are looked up as names; ids are found at once."""
_LONGEST: Final = 80


class ManyParksError(ParksError, ValueError):
    """More parks are asked for than a brief holds."""

    template = "A brief holds at most {most} parks; {count} more were left out."


class MoreUnknownError(ParksError, ValueError):
    """A link names many parks that the table does not have."""

    template = "{count} more of the link's parks are not in this table."


def find_parks(
    edition: Edition, values: Sequence[str]
) -> tuple[tuple[int, ...], tuple[ParksError, ...]]:
    """
    Find the parks that a link names by id or by name.

    Parameters
    ----------
    edition
        Whose parks are meant.
    values
        Any text; blanks are passed over, a park named twice counts once.

    Returns
    -------
    (tuple of int, tuple of ParksError)
        Positions in `Edition.parks` in the order of the link, at most `MOST_PARKS`;
        and what was not found or left out.
    """
    asked = dict.fromkeys(value.strip() for value in values if value.strip())
    found: dict[int, None] = {}
    unknown: list[str] = []
    for at, value in enumerate(asked):
        position = edition.positions.get(value)
        if position is None and at < _MOST_NAMES:
            position = find_member(edition, Kind.PARK, value)
        if position is None:
            unknown.append(value)
        else:
            found[position] = None
    errors: list[ParksError] = [_refuse(edition, text) for text in unknown[:_MOST_SAID]]
    if len(unknown) > _MOST_SAID:
        errors.append(MoreUnknownError(count=len(unknown) - _MOST_SAID))
    if len(found) > MOST_PARKS:
        errors.append(ManyParksError(most=MOST_PARKS, count=len(found) - MOST_PARKS))
    return tuple(found)[:MOST_PARKS], tuple(errors)


def _refuse(edition: Edition, value: str) -> UnknownMemberError:
    names = edition.parks["name"]
    nearest = [names.iloc[at] for at in suggest_members(edition, Kind.PARK, value)]
    short = value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
    return UnknownMemberError(value=short, known=" · ".join(nearest) or "-")

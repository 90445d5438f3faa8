"""Which problems of a table are about where a park stands."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from parks.edition import Edition
from parks.model import Problem

_OF_PLACES: Final = ("place-", "datum-")
"""What the codes of problems about places begin with, in `parks.problems`."""
_SETTLED: Final = frozenset(
    {
        "place-outside-district",  # an assessment measures it itself, in metres
        "datum-other",  # the table names the reference system
        "datum-chosen",  # whoever imported the table does
    }
)
"""Problems about places that leave nothing in doubt here."""
_OWN: Final = "table"
"""What `location_source` begins with where the table gives the place itself."""
_CORRECTED: Final = "correction"
"""What it begins with where somebody put the park right: the doubts are answered."""


def gather_place_problems(edition: Edition) -> dict[int, tuple[Problem, ...]]:
    """
    Gather the problems about each park's place.

    A problem of the whole table, such as coordinates that name no datum, concerns the
    parks whose place the table gives; one of a row concerns the row's parks, or the
    one it names. A park that was put right by hand has none.

    Returns
    -------
    dict
        For positions of parks that have any, their problems as in the table's order.
    """
    gathered: dict[int, list[Problem]] = defaultdict(list)
    told = [
        problem
        for problem in edition.table.problems
        if problem.code.startswith(_OF_PLACES) and problem.code not in _SETTLED
    ]
    if not told:
        return {}
    members = _list_members(edition)
    names = edition.parks["name"].tolist()
    sources = edition.parks["location_source"].tolist()
    for problem in told:
        if problem.place is None:
            concerned: Sequence[int] = _find_own(sources)
        else:
            concerned = members.get(problem.place, [])
        for index in concerned:
            is_meant = problem.column != "parks" or problem.found == names[index]
            if is_meant and not sources[index].startswith(_CORRECTED):
                gathered[index].append(problem)
    return {index: tuple(problems) for index, problems in gathered.items()}


def _list_members(edition: Edition) -> dict[int, list[int]]:
    """List the parks of each row of the table, all by their positions."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(edition.parks["row"].tolist()):
        members[row].append(index)
    return members


def _find_own(sources: Sequence[str]) -> list[int]:
    """Find the parks whose place the table gives."""
    return [index for index, source in enumerate(sources) if source.startswith(_OWN)]

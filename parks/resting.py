"""What rests on a policy: the rows of a table that cite it, and their parks."""

from dataclasses import dataclass

import numpy as np

from parks.edition import Edition
from parks.model import Policy
from parks.normalise import fold


@dataclass(frozen=True, slots=True)
class Resting:
    """
    What cites a document.

    Attributes
    ----------
    policy
        The document.
    zones
        Positions in `Edition.zones`, which has one for each row.
    parks
        Positions in `Edition.parks`.
    """

    policy: Policy
    zones: tuple[int, ...]
    parks: tuple[int, ...]


def find_resting(edition: Edition, policy: Policy) -> Resting:
    """
    Find the rows and parks that rest on a document.

    Another document whose title only begins or ends alike is not it; a citation
    without a number may be of any with the same title.
    """
    rows = [
        index
        for index, row in enumerate(edition.table.rows)
        if any(_is_same(policy, cited) for cited in row.policies)
    ]
    parks = np.flatnonzero(edition.parks["row"].isin(rows))
    return Resting(policy, tuple(rows), tuple(parks.tolist()))


def _is_same(one: Policy, other: Policy) -> bool:
    if fold(one.title) != fold(other.title):
        return False
    numbers = {fold(policy.number) for policy in (one, other) if policy.number}
    return len(numbers) <= 1

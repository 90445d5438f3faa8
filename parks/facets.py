"""How many parks each choice of the filter would show under the other choices."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Final

import numpy as np
from numpy.typing import NDArray

from parks.edition import Edition
from parks.filter import Filter


@dataclass(frozen=True, slots=True)
class Facets:
    """
    For each option of a field, the parks it would show under the other fields.

    Where a park must have all of the sectors, a sector is counted together with
    those that are chosen. `policies` are counted by title.
    """

    districts: Counter[str]
    sectors: Counter[str]
    zones: Counter[str]
    policies: Counter[str]
    precisions: Counter[str]


_FACETS: Final = ("district", "sector", "zone", "policy", "precision")
"""The options that are counted, in the order of the fields of `Facets`."""


def count_facets(edition: Edition, filter_: Filter) -> Facets:
    """
    Count the parks behind each option, under all *other* fields of the filter.

    A sector is counted once a park, in the role that the filter asks for.
    """
    met = filter_.select_each(edition)
    members = edition.memberships
    groups = (
        members.districts,
        members.sectors[filter_.role],
        members.zones,
        members.policies,
        members.precisions,
    )
    # What has all of the sectors is what another one is added to.
    alone = [name != "sector" or filter_.match == "any" for name in _FACETS]
    return Facets(
        *(
            group.count(_meet(met, len(edition.parks), but=name if is_alone else ""))
            for name, group, is_alone in zip(_FACETS, groups, alone, strict=True)
        )
    )


def _meet(
    met: Mapping[str, NDArray[np.bool_]], count: int, *, but: str
) -> NDArray[np.bool_]:
    """Tell which parks meet all options but one."""
    others = [found for option, found in met.items() if option != but]
    return reduce(and_, others, np.ones(count, dtype=np.bool_))

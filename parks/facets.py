"""How many parks each choice of the filter would show under the other choices."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parks.edition import Edition
from parks.filter import Filter


@dataclass(frozen=True, slots=True)
class Facets:
    """For each option of a field, the parks it would show under the other fields."""

    districts: Counter[str]
    sectors: Counter[str]
    precisions: Counter[str]


def count_facets(edition: Edition, filter_: Filter) -> Facets:
    """
    Count the parks behind each option, under all *other* fields of the filter.

    A sector is counted once a park, in the role that the filter asks for.
    """
    parks = edition.parks
    in_sectors = filter_.without("sector").select(edition)
    in_districts = filter_.without("district").select(edition)
    in_precisions = filter_.without("precision").select(edition)
    return Facets(
        districts=_count(parks["district"].to_numpy()[in_districts]),
        sectors=_count_sectors(edition, filter_.role, in_sectors),
        precisions=_count(parks["precision"].to_numpy()[in_precisions]),
    )


def _count(values: Iterable[str | None]) -> Counter[str]:
    return Counter(value for value in values if value is not None)


def _count_sectors(
    edition: Edition, role: str, chosen: NDArray[np.bool_]
) -> Counter[str]:
    rows = edition.parks["row"].to_numpy()[chosen]
    weights = np.bincount(rows, minlength=len(edition.table.rows))
    counts: Counter[str] = Counter()
    for weight, sectors in zip(
        weights.tolist(), edition.sector_rows(role), strict=True
    ):
        if weight:
            counts.update(dict.fromkeys(sectors, weight))
    return counts

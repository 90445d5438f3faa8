"""How good the places of an edition are: what is doubtful of each, worst first."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import shapely

from geodata.districts import find_outside
from geodata.evidence import DISAGREEMENT_METRES, read_evidence
from geodata.gazetteer import Confidence, Gazetteer, read_gazetteer
from parks.doubts import Doubt, InDistrict
from parks.edition import Edition
from parks.model import Problem
from parks.place_problems import gather_place_problems
from parks.places import PRECISIONS
from parks.second_sources import (
    PRECISE,
    ParkSources,
    Sighting,
    find_sources,
    measure_distances,
)

_KEPT: Final = 8
_DECIMALS: Final = 6


_PRECISION_DOUBTS: Final = {
    Doubt.DISTRICT_POINT: "district",
    Doubt.ZONE_POINT: "zone",
    Doubt.STREET: "street",
}


@dataclass(frozen=True, eq=False)
class Assessment:
    """
    What is known of how good an edition's places are; never altered.

    Attributes
    ----------
    edition
        What was assessed.
    parks
        One row a park in the edition's order: ``rank`` (from 1, the worst),
        ``confidence`` (of the gazetteer's record, None elsewhere), ``source_count``
        (other sources), ``nearest_metres`` and ``farthest_metres`` (to them, NaN
        without), ``apart_metres`` (to the farthest that is `PRECISE`),
        ``in_district`` (an `InDistrict`), ``outside_metres`` (NaN unless outside) and
        ``shared_count`` (other parks on the same point).
    doubts
        One row a park, one column a `Doubt` in its order.
    order
        Positions of the parks, worst first.
    sources
        For each park the records that bear on its place.
    problems
        For each park of which reading left a doubt about its place, those doubts.
    """

    edition: Edition
    parks: pd.DataFrame
    doubts: NDArray[np.bool_]
    order: NDArray[np.intp]
    sources: tuple[ParkSources, ...]
    problems: dict[int, tuple[Problem, ...]]

    @property
    def doubtful(self) -> NDArray[np.bool_]:
        """For each park whether anything makes its place doubtful."""
        return np.asarray(self.doubts.any(axis=1), dtype=np.bool_)

    def list_doubts(self, index: int) -> tuple[Doubt, ...]:
        """List what makes a park doubtful, worst first."""
        return tuple(
            doubt
            for doubt, holds in zip(Doubt, self.doubts[index], strict=True)
            if holds
        )


@lru_cache(maxsize=_KEPT)
def assess_edition(edition: Edition) -> Assessment:
    """
    Assess the places of an edition by the project's own sources.

    Raises
    ------
    GeodataError
        If a data file of the project is missing or broken.
    """
    return assess(edition, read_gazetteer(), read_evidence())


def assess(
    edition: Edition, gazetteer: Gazetteer, evidence: tuple[Sighting, ...] = ()
) -> Assessment:
    """
    Assess the places of an edition.

    The worst parks come first: by their worst `Doubt`, then by how many doubts there
    are, then by how many metres they are outside their district or from the farthest
    precise source, then as in the table. Those without any doubt end the list, ``near``
    before ``site``.

    Parameters
    ----------
    edition
        Whose parks are assessed.
    gazetteer
        What is known of places.
    evidence
        Further positions that sources give of parks.
    """
    sources = tuple(find_sources(edition, gazetteer, evidence))
    problems = gather_place_problems(edition)
    parks = _measure(edition, sources)
    doubts = _doubt(edition, parks, problems)
    order = _sort(edition, parks, doubts)
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(1, len(order) + 1)
    parks.insert(0, "rank", rank)
    return Assessment(edition, parks, doubts, order, sources, problems)


def count_by_district(
    assessment: Assessment, chosen: NDArray[np.bool_]
) -> pd.DataFrame:
    """
    Count the chosen parks by district and precision.

    Returns
    -------
    pd.DataFrame
        A row a district in the order of the table, under its short name, the empty
        text for rows that name none; the columns are `PRECISIONS`, ``placeless``,
        ``doubtful`` and ``total``.
    """
    parks = assessment.edition.parks
    names = parks["district"].fillna("")
    precisions = parks["precision"].where(parks["precision"].notna(), "placeless")
    counted = pd.crosstab(names[chosen], precisions[chosen].astype(str))
    doubtful = pd.Series(assessment.doubtful[chosen], index=names[chosen].index)
    return (
        counted.reindex(columns=[*PRECISIONS, "placeless"], fill_value=0)
        .assign(
            doubtful=doubtful.groupby(names[chosen]).sum(),
            total=counted.sum(axis=1),
        )
        .reindex([name for name in dict.fromkeys(names) if name in counted.index])
    )


def _measure(edition: Edition, sources: tuple[ParkSources, ...]) -> pd.DataFrame:
    nearest, farthest = measure_distances(edition, sources)
    _, apart = measure_distances(edition, sources, PRECISE)
    outside = find_outside(edition.parks, edition.districts)
    metres = outside.reindex(edition.parks.index)
    return pd.DataFrame(
        {
            "confidence": pd.Series(
                [found.taken and found.taken.confidence.value for found in sources],
                dtype=object,
            ),
            "source_count": [len(found.others) for found in sources],
            "nearest_metres": nearest,
            "farthest_metres": farthest,
            "apart_metres": apart,
            "in_district": _check_districts(edition, metres),
            "outside_metres": metres.to_numpy(dtype=float),
            "shared_count": _count_sharers(edition),
        }
    )


def _check_districts(
    edition: Edition, outside_metres: "pd.Series[float]"
) -> NDArray[np.object_]:
    is_bounded = edition.parks["district"].isin(edition.districts["district"])
    checked = np.full(len(edition.parks), InDistrict.UNKNOWN, dtype=object)
    checked[is_bounded.to_numpy()] = InDistrict.INSIDE
    checked[outside_metres.notna().to_numpy()] = InDistrict.OUTSIDE
    checked[edition.parks.geometry.isna().to_numpy()] = InDistrict.PLACELESS
    return checked


def _count_sharers(
    edition: Edition, among: NDArray[np.bool_] | None = None
) -> NDArray[np.intp]:
    """Count for each park, of all or among some, the others on its point, to 0.1 m."""
    points = np.asarray(edition.parks.geometry, dtype=object)
    has = ~shapely.is_missing(points)
    if among is not None:
        has &= among
    counts = np.zeros(len(points), dtype=np.intp)
    xy = np.round(shapely.get_coordinates(points[has]), _DECIMALS)
    keys = xy[:, 0] + 1j * xy[:, 1]
    _, groups, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    counts[has] = sizes[groups] - 1
    return counts


def _doubt(
    edition: Edition, parks: pd.DataFrame, problems: dict[int, tuple[Problem, ...]]
) -> NDArray[np.bool_]:
    precision = edition.parks["precision"]
    is_noted = np.zeros(len(parks), dtype=np.bool_)
    is_noted[list(problems)] = True
    holds = {
        Doubt.PLACELESS: edition.parks.geometry.isna(),
        Doubt.OUTSIDE: parks["outside_metres"].notna(),
        **{doubt: precision == name for doubt, name in _PRECISION_DOUBTS.items()},
        Doubt.APART: parks["apart_metres"] > DISAGREEMENT_METRES,
        Doubt.UNSURE: parks["confidence"] == Confidence.LOW.value,
        Doubt.NOTED: is_noted,
        Doubt.SHARED: _count_sharers(edition, (precision == "site").to_numpy()) > 0,
    }
    return np.column_stack([np.asarray(holds[doubt], dtype=bool) for doubt in Doubt])


def _sort(
    edition: Edition, parks: pd.DataFrame, doubts: NDArray[np.bool_]
) -> NDArray[np.intp]:
    best = len(Doubt) + len(PRECISIONS)
    certain = edition.parks["precision"].map(
        {name: best - place for place, name in enumerate(PRECISIONS)}
    )
    worst = np.where(doubts.any(axis=1), doubts.argmax(axis=1), certain)
    metres = parks["outside_metres"].fillna(parks["apart_metres"]).fillna(0)
    keys = -metres.to_numpy(), -doubts.sum(axis=1), worst.astype(float)
    return np.lexsort((np.arange(len(parks)), *keys))

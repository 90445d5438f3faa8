"""How often each district takes up each sector: zones or parks, counted with rows."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from parks.edition import Edition
from parks.sectors import find_sector, read_taxonomy

FEW_ROWS: Final = 3
"""
Below so many rows a figure is called small.

With one or two rows behind it, one row that were read otherwise would undo the figure
or move it by half. Parks do not help: they inherit the direction of their row.
"""
MOST_DISTRICTS: Final = 60
"""
Districts that are measured, those with the most rows.

Nobody reads a table of more columns, and pairs grow with the square.
"""
_KEPT: Final = 32


class Unit(StrEnum):
    """What is counted; also the value in a link."""

    ZONE = "zone"
    """Rows of the table, each of which describes a zone."""
    PARK = "park"
    """Parks, each with the direction of its row."""


class Scope(StrEnum):
    """Which sectors are counted; also the value in a link."""

    KEY = "key"
    """The twelve key industries of the plan."""
    ALL = "all"
    """Every sector that occurs."""


@dataclass(frozen=True, slots=True)
class Counting:
    """
    What is counted, and how.

    Attributes
    ----------
    unit
        Zones (rows of the table) or parks.
    role
        How a row takes a sector up: ``focus``, ``mention`` or ``any``.
    scope
        Which sectors.
    """

    unit: Unit = Unit.ZONE
    role: str = "focus"
    scope: Scope = Scope.ALL


@dataclass(frozen=True, eq=False)
class DistrictMatrix:
    """
    Sectors by districts, with the rows behind each number.

    Attributes
    ----------
    counting
        What is counted.
    districts
        Their short names, in the order of the table; at most `MOST_DISTRICTS`.
    sectors
        Ids of those that occur, in the order of the vocabulary.
    counts
        Zones or parks, of shape (sectors, districts).
    rows
        Positions in ``table.rows`` behind each count, by sector and district number.
    district_rows
        For each district the positions of all its rows.
    tagged_rows
        For each district the positions of its rows that are counted at least once.
    nameless
        How many rows name no district, and so are counted nowhere.
    left_out
        How many districts are not measured, since there are too many.
    """

    counting: Counting
    districts: tuple[str, ...]
    sectors: tuple[str, ...]
    counts: NDArray[np.int64]
    rows: dict[tuple[int, int], tuple[int, ...]]
    district_rows: tuple[tuple[int, ...], ...]
    tagged_rows: tuple[tuple[int, ...], ...]
    nameless: int
    left_out: int = 0

    @property
    def tagged(self) -> tuple[int, ...]:
        """Numbers of the districts in which anything is counted."""
        return tuple(np.flatnonzero(self.counts.sum(axis=0)).tolist())

    def is_small(self, sector: int, district: int) -> bool:
        """Tell whether a count stands on fewer than `FEW_ROWS` rows."""
        return len(self.rows.get((sector, district), ())) < FEW_ROWS


@lru_cache(maxsize=_KEPT)
def count_districts(
    edition: Edition, counting: Counting = Counting()
) -> DistrictMatrix:
    """
    Count the zones or parks of each district that take up each sector.

    A row that takes up three sectors is counted in three lines, once in each. A row
    without a park counts among zones and not among parks.

    Parameters
    ----------
    edition
        What is counted.
    counting
        Zones or parks, in which role, and which sectors.

    Returns
    -------
    DistrictMatrix
        Kept and shared, never to be altered.
    """
    names = edition.zones["district"].tolist()
    districts = _choose_districts(edition.district_names, names)
    numbers = {name: number for number, name in enumerate(districts)}
    taken = [_limit(ids, counting) for ids in edition.sector_rows(counting.role)]
    weights = weigh_rows(edition, counting.unit)
    counted = [
        (row, numbers[name], taken[row] if weights[row] else frozenset())
        for row, name in enumerate(names)
        if name in numbers
    ]
    sectors = sort_sectors({sector for *_, ids in counted for sector in ids})
    lines = {sector: line for line, sector in enumerate(sectors)}
    behind: dict[tuple[int, int], list[int]] = {}
    counts = np.zeros((len(sectors), len(districts)), dtype=np.int64)
    for row, district, ids in counted:
        for sector in ids:
            behind.setdefault((lines[sector], district), []).append(row)
            counts[lines[sector], district] += weights[row]
    return DistrictMatrix(
        counting,
        districts,
        sectors,
        counts,
        {cell: tuple(rows) for cell, rows in behind.items()},
        _gather(((row, at) for row, at, _ in counted), len(districts)),
        _gather(((row, at) for row, at, ids in counted if ids), len(districts)),
        names.count(None),
        len(edition.district_names) - len(districts),
    )


def weigh_rows(edition: Edition, unit: Unit) -> NDArray[np.int64]:
    """Give for each row how much it counts: once, or once for each of its parks."""
    total = len(edition.zones)
    if unit is Unit.ZONE:
        return np.ones(total, dtype=np.int64)
    rows = edition.parks["row"].to_numpy(dtype=np.int64)
    return np.bincount(rows, minlength=total).astype(np.int64)


def sort_sectors(ids: Collection[str]) -> tuple[str, ...]:
    """Bring sector ids into the order of the vocabulary, unknown ones to the end."""
    known = [sector.id for sector in read_taxonomy() if sector.id in ids]
    return (*known, *sorted(set(ids).difference(known)))


def is_in_scope(sector_id: str, scope: Scope) -> bool:
    """Tell whether a sector belongs to those that are counted."""
    sector = find_sector(sector_id)
    return scope is Scope.ALL or (sector is not None and sector.is_key)


def _choose_districts(
    named: tuple[str, ...], names: Iterable[str | None]
) -> tuple[str, ...]:
    """Choose the districts with the most rows, if there are too many for all."""
    if len(named) <= MOST_DISTRICTS:
        return named
    rows = Counter(names)
    most = set(sorted(named, key=lambda name: -rows[name])[:MOST_DISTRICTS])
    return tuple(name for name in named if name in most)


def _limit(ids: Iterable[str], counting: Counting) -> frozenset[str]:
    return frozenset(id_ for id_ in ids if is_in_scope(id_, counting.scope))


def _gather(
    placed: Iterable[tuple[int, int]], width: int
) -> tuple[tuple[int, ...], ...]:
    """Gather rows by the number of their district."""
    gathered: list[list[int]] = [[] for _ in range(width)]
    for row, at in placed:
        gathered[at].append(row)
    return tuple(tuple(rows) for rows in gathered)

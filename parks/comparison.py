"""Two to four parks or zones side by side: what they share, how far apart they lie."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final, Generic, TypeVar

import shapely

from geodata.distances import measure_metres
from parks.edition import Edition
from parks.model import Role, Row
from parks.policy_documents import PolicyDocument, list_documents
from parks.second_sources import PRECISE

FEWEST: Final = 2
MOST: Final = 4
"""How many are compared at most: as many as a page has room for."""


class Kind(StrEnum):
    """What is compared; the name of the option in a link."""

    PARK = "park"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Member:
    """
    One of those compared.

    Attributes
    ----------
    id
        ``park_id`` or ``zone_id``.
    kind
        Which of the two.
    position
        In `Edition.parks` or `Edition.zones`.
    name
        Of the park or zone; of the district where a row names no zone.
    row
        The row of the table that says it all; a park inherits it.
    zone
        Position in `Edition.zones`.
    district
        Its district's short name, None where the row names none.
    point
        In WGS 84, None without a place.
    precision
        How well the point is known, one of `parks.places.PRECISIONS`.
    """

    id: str
    kind: Kind
    position: int
    name: str
    row: Row
    zone: int
    district: str | None
    point: shapely.Point | None
    precision: str | None


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """
    What at least one member has.

    Attributes
    ----------
    item
        A sector id or a document.
    marks
        For each member the role in which it has the item, None if it has not; a
        document is had as a focus.
    """

    item: T
    marks: tuple[Role | None, ...]

    @property
    def is_shared(self) -> bool:
        """Whether every member has it."""
        return all(mark is not None for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Pair:
    """
    How far two members lie apart.

    Attributes
    ----------
    first, second
        Their numbers among the members, from 0.
    metres
        Along the WGS 84 ellipsoid, None where one has no place.
    is_rough
        Whether a point stands for more than the park itself.
    is_one_point
        Whether both stand on the same point, which says nothing of their distance.
    """

    first: int
    second: int
    metres: float | None
    is_rough: bool
    is_one_point: bool


def take_park(edition: Edition, position: int) -> Member:
    """Take a park of an edition as a member."""
    park = edition.parks.iloc[position]
    zone = int(park["row"])
    return Member(
        park["park_id"],
        Kind.PARK,
        position,
        park["name"],
        edition.table.rows[zone],
        zone,
        park["district"],
        park["geometry"],
        park["precision"],
    )


def take_zone(edition: Edition, position: int) -> Member:
    """Take a zone of an edition, a row of its table, as a member."""
    zone = edition.zones.iloc[position]
    return Member(
        zone["zone_id"],
        Kind.ZONE,
        position,
        zone["zone"] or zone["district"] or zone["zone_id"],
        edition.table.rows[position],
        position,
        zone["district"],
        zone["point"],
        zone["precision"],
    )


TAKERS: Final[dict[Kind, Callable[[Edition, int], Member]]] = {
    Kind.PARK: take_park,
    Kind.ZONE: take_zone,
}


def compare_sectors(members: Sequence[Member]) -> list[Line[str]]:
    """
    Line up the sectors of the members' rows.

    Returns
    -------
    list of Line
        What all share first, then what most do, a focus before a mention; else in
        the order of the members.
    """
    roles = [{tag.id: tag.role for tag in member.row.sectors} for member in members]
    lines = [
        Line(sector, tuple(taken.get(sector) for taken in roles))
        for sector in _unique(sector for taken in roles for sector in taken)
    ]
    return _sort(lines)


def compare_policies(
    edition: Edition, members: Sequence[Member]
) -> list[Line[PolicyDocument]]:
    """
    Line up the documents that the members' rows cite, shared ones first.

    A document is one however it is cited: with its number or by title alone, as the
    notice of its issue or itself. Else two rows on one basis would seem to have none
    in common.
    """
    documents = {
        variant.policy: document
        for document in list_documents(edition)
        for variant in document.variants
    }
    cited = [
        _unique(documents[policy] for policy in member.row.policies)
        for member in members
    ]
    lines = [
        Line(document, tuple(Role.FOCUS if document in own else None for own in cited))
        for document in _unique(document for own in cited for document in own)
    ]
    return _sort(lines)


def measure_pairs(members: Sequence[Member]) -> list[Pair]:
    """Measure how far each two members lie apart."""
    return [
        _measure(one, other, members)
        for one, other in combinations(range(len(members)), 2)
    ]


def _measure(first: int, second: int, members: Sequence[Member]) -> Pair:
    one, other = members[first], members[second]
    is_rough = not {one.precision, other.precision} <= PRECISE
    if one.point is None or other.point is None:
        return Pair(first, second, None, is_rough, is_one_point=False)
    metres = measure_metres(one.point.x, one.point.y, other.point.x, other.point.y)
    # The places of tables have six decimals, a tenth of a metre.
    is_one = metres < 0.1  # noqa: PLR2004
    return Pair(first, second, metres, is_rough, is_one)


def _sort(lines: Iterable[Line[T]]) -> list[Line[T]]:
    def weigh(line: Line[T]) -> tuple[int, int]:
        return (
            -sum(mark is not None for mark in line.marks),
            -sum(mark is Role.FOCUS for mark in line.marks),
        )

    return sorted(lines, key=weigh)


def _unique(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))

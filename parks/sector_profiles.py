"""Who takes up each sector: the zones and parks of a table, and in what words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from geodata.district_names import find_district
from parks.edition import Edition
from parks.model import Evidence, Role
from parks.sectors import Sector, read_taxonomy
from parks.sectors.folding import fold
from parks.sectors.taxonomy import Group
from parks.sectors.terms import find_terms

_KEPT: Final = 8
"""Editions whose profiles are kept."""


@dataclass(frozen=True, slots=True)
class Taking:
    """
    How one row of the table takes a sector up.

    Attributes
    ----------
    zone
        Position in `Edition.zones` and in ``table.rows``: a zone is a row.
    seq
        The number of the row.
    district
        Its district's short name; None where the row names none.
    role
        As its aim, or merely mentioned.
    evidence
        The words of its direction that say so.
    parks
        Positions in `Edition.parks` of its parks, which inherit the direction.
    """

    zone: int
    seq: int
    district: str | None
    role: Role
    evidence: tuple[Evidence, ...]
    parks: tuple[int, ...]


@dataclass(frozen=True)
class Profile:
    """
    Who takes a sector up.

    Attributes
    ----------
    sector
        The sector.
    takings
        One a row that names it: aims before mentions, each in the table's order.
    """

    sector: Sector
    takings: tuple[Taking, ...] = ()

    def list_zones(self, role: Role) -> tuple[Taking, ...]:
        """List the zones that take it up in a role."""
        return tuple(taking for taking in self.takings if taking.role is role)

    def list_parks(self, role: Role) -> tuple[int, ...]:
        """List the parks of those zones, in the table's order."""
        zones = self.list_zones(role)
        return tuple(park for taking in zones for park in taking.parks)

    def list_districts(self, role: Role) -> dict[str, int]:
        """Count those zones by district, in the table's order; the unnamed left out."""
        districts = (taking.district for taking in self.list_zones(role))
        return dict(Counter(name for name in districts if name is not None))

    @cached_property
    def words(self) -> tuple[tuple[str, int], ...]:
        """The words of the table that name it, most frequent first, with counts."""
        said = Counter(
            words.text for taking in self.takings for words in taking.evidence
        )
        return tuple(said.most_common())


@dataclass(frozen=True, slots=True)
class Kin:
    """A sector named beside another: the positions of the rows that name both."""

    sector: Sector
    zones: tuple[int, ...]


@lru_cache(maxsize=_KEPT)
def profile_sectors(edition: Edition) -> tuple[Profile, ...]:
    """
    Tell of every sector of the vocabulary who takes it up.

    Returns
    -------
    tuple of Profile
        In the order of the taxonomy, those that nobody takes up included.
    """
    parks = _group_parks(edition)
    districts = edition.zones["district"].tolist()
    takings: dict[str, list[Taking]] = {}
    for zone, row in enumerate(edition.table.rows):
        district = districts[zone]
        for tag in row.sectors:
            taking = Taking(
                zone, row.seq, district, tag.role, tag.evidence, parks.get(zone, ())
            )
            takings.setdefault(tag.id, []).append(taking)
    return tuple(
        Profile(sector, _order(takings.get(sector.id, ())))
        for sector in read_taxonomy()
    )


def find_profile(edition: Edition, sector: Sector) -> Profile:
    """Find the profile of a sector."""
    (profile,) = (p for p in profile_sectors(edition) if p.sector is sector)
    return profile


def list_key_profiles(edition: Edition) -> tuple[Profile, ...]:
    """List the plan's twelve key industries, taken up or not."""
    return tuple(p for p in profile_sectors(edition) if p.sector.is_key)


def list_further_profiles(edition: Edition, group: Group) -> tuple[Profile, ...]:
    """List the sectors of another part of the vocabulary that the table names."""
    profiles = profile_sectors(edition)
    return tuple(p for p in profiles if p.sector.group is group and p.takings)


def find_untaken(edition: Edition) -> tuple[tuple[Sector, ...], tuple[Sector, ...]]:
    """
    Find the key industries that no zone takes up.

    Returns
    -------
    tuple of Sector
        Those that no row names as its aim, though some row mentions them.
    tuple of Sector
        Those that no row names at all.
    """
    keys = list_key_profiles(edition)
    without = [profile for profile in keys if not profile.list_zones(Role.FOCUS)]
    mentioned = tuple(profile.sector for profile in without if profile.takings)
    unnamed = tuple(profile.sector for profile in without if not profile.takings)
    return mentioned, unnamed


def find_kin(edition: Edition, sector: Sector) -> tuple[Kin, ...]:
    """
    Find the sectors that share rows with a sector, in whatever roles.

    Returns
    -------
    tuple of Kin
        Most shared rows first; else in the order of the taxonomy.
    """
    zones: dict[str, list[int]] = {}
    rows = edition.table.rows
    for taking in find_profile(edition, sector).takings:
        for tag in rows[taking.zone].sectors:
            if tag.id != sector.id:
                zones.setdefault(tag.id, []).append(taking.zone)
    kin = [Kin(s, tuple(sorted(zones[s.id]))) for s in read_taxonomy() if s.id in zones]
    return tuple(sorted(kin, key=lambda each: -len(each.zones)))


def find_namesakes(edition: Edition, sector: Sector) -> tuple[int, ...]:
    """
    Find the parks whose own names hold a word of a sector that their rows do not.

    A name is no direction, so that nothing counts it; but who reads that no zone takes
    a sector up has to know of it.

    Returns
    -------
    tuple of int
        Positions in `Edition.parks`.
    """
    return _gather_namesakes(edition).get(sector.id, ())


def lies_in_shenzhen(edition: Edition) -> bool:
    """Tell whether every row names a district of Shenzhen, whose plan the aims are."""
    return all(map(find_district, edition.zones["district"].fillna("")))


@lru_cache(maxsize=_KEPT)
def _gather_namesakes(edition: Edition) -> dict[str, tuple[int, ...]]:
    """Give for each sector the parks that `find_namesakes` finds."""
    named = edition.sector_rows("any")
    parks = zip(edition.parks["name"], edition.parks["row"], strict=True)
    found: dict[str, list[int]] = {}
    for position, (name, row) in enumerate(parks):
        for id_ in _list_named(name) - named[row]:
            found.setdefault(id_, []).append(position)
    return {id_: tuple(positions) for id_, positions in found.items()}


def _list_named(name: str) -> set[str]:
    """List the sectors that a name holds a word of, by itself."""
    words = find_terms(fold(name))
    return {
        id_
        for word in words
        if not word.meaning.is_aim_only
        for id_ in word.meaning.sectors
    }


def _group_parks(edition: Edition) -> dict[int, tuple[int, ...]]:
    """Give the positions of the parks of each row that has any."""
    rows = edition.parks["row"].to_numpy(dtype=np.intp)
    grouped: dict[int, list[int]] = {}
    for position, row in enumerate(rows.tolist()):
        grouped.setdefault(row, []).append(position)
    return {row: tuple(positions) for row, positions in grouped.items()}


def _order(takings: Iterable[Taking]) -> tuple[Taking, ...]:
    return tuple(sorted(takings, key=lambda taking: taking.role is not Role.FOCUS))

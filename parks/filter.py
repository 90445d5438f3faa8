"""The one filter of pages, links, commands and downloads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from geodata.district_names import read_district_names
from parks.edition import Edition
from parks.errors import AbsentValueError, FilterError
from parks.filter_values import (
    MATCHES,
    ROLES,
    read_leniently,
    read_values,
    spell_out_zones,
)
from parks.normalise import fold
from parks.selection import Shape

__all__ = ["MATCHES", "OPTIONS", "ROLES", "Filter"]

OPTIONS: Final = {
    "district": "districts",
    "sector": "sectors",
    "role": "role",
    "match": "match",
    "zone": "zones",
    "policy": "policies",
    "precision": "precisions",
    "q": "query",
    "bbox": "bbox",
    "within": "within",
    "id": "ids",
}
"""Name of each option in links and commands, and the field it fills."""


@dataclass(frozen=True, slots=True)
class Filter:
    """
    Which parks are meant. Values of one field are alternatives, fields add up.

    Attributes
    ----------
    districts
        Short names of districts as `Edition.parks` has them.
    sectors
        Sector ids; `match` says whether a park has any or all of them.
    role
        How the park's row must take the sectors up: ``any``, ``focus``, ``mention``.
    match
        Whether a park with ``any`` of the sectors is meant or one with ``all``;
        each of them must then be taken up as `role` says.
    zones
        Names of zones.
    policies
        Documents that rows cite: a title means exactly that document, whatever is
        no title stands for words in a title or number.
    precisions
        Of `parks.places.PRECISIONS`.
    query
        Words that must all be found by `SearchIndex`.
    bbox
        West, south, east, north in WGS 84 degrees.
    within
        Circles and polygons; a park in any of them is meant.
    ids
        Parks picked one by one.
    """

    districts: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    role: str = "any"
    match: str = "any"
    zones: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    query: str = ""
    bbox: tuple[float, float, float, float] | None = None
    within: tuple[Shape, ...] = ()
    ids: tuple[str, ...] = ()

    @classmethod
    def parse(cls, options: Mapping[str, Sequence[str]], edition: Edition) -> Self:
        """
        Read the options of a link or a command; other keys are left alone.

        Parameters
        ----------
        options
            For each of `OPTIONS` its values as text: ids, or names in Chinese,
            English or pinyin.
        edition
            What is filtered: districts, zones, documents and parks are those it has.

        Raises
        ------
        FilterError
            If a value means nothing; it names the option and what would.
        """
        told = spell_out_zones(options, edition)
        return cls(
            **{
                field: read_values(option, _given(told, option), edition)
                for option, field in OPTIONS.items()
            }
        )

    @classmethod
    def parse_leniently(
        cls, options: Mapping[str, Sequence[str]], edition: Edition
    ) -> tuple[Self, list[FilterError]]:
        """Read what means something as `parse` does, and give an error a value else."""
        fields: dict[str, Any] = {}
        errors: list[FilterError] = []
        told = spell_out_zones(options, edition)
        for option, field in OPTIONS.items():
            given = _given(told, option)
            fields[field], refused = read_leniently(option, given, edition)
            errors += refused
        return cls(**fields), errors

    def to_options(self) -> dict[str, list[str]]:
        """Write the filter as options for a link, with ids; `parse` reads it back."""
        pinyin = {district.name: district.pinyin for district in read_district_names()}
        options = {
            "district": [pinyin.get(name, name) for name in self.districts],
            "sector": list(self.sectors),
            "role": [self.role] if self.role != "any" else [],
            "match": [self.match] if self.match != "any" else [],
            "zone": list(self.zones),
            "policy": list(self.policies),
            "precision": list(self.precisions),
            "q": [self.query] if self.query else [],
            "bbox": [",".join(f"{x:.6f}" for x in self.bbox)] if self.bbox else [],
            "within": [shape.to_text() for shape in self.within],
            "id": list(self.ids),
        }
        return {name: values for name, values in options.items() if values}

    def without(self, *options: str) -> Self:
        """Take options away, named as in links."""
        blank = type(self)()
        taken: dict[str, Any] = {
            OPTIONS[option]: getattr(blank, OPTIONS[option]) for option in options
        }
        return replace(self, **taken)

    def toggle(self, option: str, value: str) -> Self:
        """
        Add a value of an option that may have several, or take it away if it is there.

        Parameters
        ----------
        option
            Named as in links.
        value
            As its field holds it.
        """
        held: tuple[str, ...] = getattr(self, OPTIONS[option])
        kept = tuple(each for each in held if each != value)
        changed: dict[str, Any] = {
            OPTIONS[option]: kept if len(kept) < len(held) else (*held, value)
        }
        return replace(self, **changed)

    def list_absent(self, edition: Edition) -> list[AbsentValueError]:
        """Name the values that are known, but that nothing in this table has."""
        members = edition.memberships
        held = {
            "district": (self.districts, members.districts),
            "sector": (self.sectors, members.sectors["any"]),
            "precision": (self.precisions, members.precisions),
        }
        return [
            AbsentValueError(option=option, value=value)
            for option, (values, group) in held.items()
            for value in values
            if value not in group.names
        ]

    def select(self, edition: Edition) -> NDArray[np.bool_]:
        """Tell for each park of the edition whether it is meant."""
        chosen = np.ones(len(edition.parks), dtype=np.bool_)
        for met in self.select_each(edition).values():
            chosen &= met
        return chosen

    def select_each(self, edition: Edition) -> dict[str, NDArray[np.bool_]]:
        """
        Tell for each park which options it meets.

        Returns
        -------
        dict
            For every option that leaves parks out, the parks that meet it. ``role``
            and ``match`` are part of ``sector``.
        """
        members = edition.memberships
        fields = {
            "district": (members.districts, self.districts),
            "zone": (members.zones, self.zones),
            "precision": (members.precisions, self.precisions),
        }
        met = {o: group.choose(names) for o, (group, names) in fields.items() if names}
        if self.sectors:
            group = members.sectors[self.role]
            met["sector"] = group.choose(self.sectors, every=self.match == "all")
        if self.policies:
            met["policy"] = _match_policy(self.policies, edition)
        if self.query:
            met["q"] = edition.search_index.match(self.query)
        if self.bbox:
            met["bbox"] = _match_box(self.bbox, edition)
        if self.within:
            lon, lat = edition.coordinates
            inside = [shape.contains(lon, lat) for shape in self.within]
            met["within"] = np.logical_or.reduce(inside)
        if self.ids:
            met["id"] = edition.parks["park_id"].isin(self.ids).to_numpy()
        return met


def _given(options: Mapping[str, Sequence[str]], option: str) -> list[str]:
    return [value for value in options.get(option, ()) if value]


def _match_policy(policies: Sequence[str], edition: Edition) -> NDArray[np.bool_]:
    members = edition.memberships
    titles = [policy for policy in policies if edition.memberships.find_policy(policy)]
    met = members.policies.choose(titles)
    words = [fold(policy) for policy in policies if policy not in titles]
    if words:
        # There are as many texts as documents; rows repeat them.
        cited = [
            text
            for text in members.citations.names
            if any(word in text for word in words)
        ]
        met |= members.citations.choose(cited)
    return met


def _match_box(
    box: tuple[float, float, float, float], edition: Edition
) -> NDArray[np.bool_]:
    west, south, east, north = box
    lon, lat = edition.coordinates
    # A park without a place has NaN, which no comparison holds for.
    inside: NDArray[np.bool_] = (west <= lon) & (lon <= east)
    inside &= (south <= lat) & (lat <= north)
    return inside

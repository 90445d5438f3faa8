"""The one filter of pages, links, commands and downloads."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

import shapely

from geodata.district_names import find_district, read_district_names
from parks.edition import Edition
from parks.errors import FilterError
from parks.normalise import fold
from parks.places import PRECISIONS
from parks.sectors import find_sector, read_taxonomy

ROLES: Final = ("any", "focus", "mention")
OPTIONS: Final = {
    "district": "districts",
    "sector": "sectors",
    "role": "role",
    "zone": "zones",
    "policy": "policies",
    "precision": "precisions",
    "q": "query",
    "bbox": "bbox",
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
        Sector ids; a park with any of them is meant.
    role
        How the park's row must take the sector up: ``any``, ``focus``, ``mention``.
    zones
        Names of zones.
    policies
        Words that stand in the title or number of a policy.
    precisions
        Of `parks.places.PRECISIONS`.
    query
        Words that must all be found by `SearchIndex`.
    bbox
        West, south, east, north in WGS 84 degrees.
    """

    districts: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    role: str = "any"
    zones: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    query: str = ""
    bbox: tuple[float, float, float, float] | None = None

    @classmethod
    def parse(cls, options: Mapping[str, Sequence[str]], edition: Edition) -> Self:
        """
        Read the options of a link or a command; other keys are left alone.

        Parameters
        ----------
        options
            For each option (``district sector role zone policy precision q bbox``)
            its values as text: ids, or names in Chinese, English or pinyin.
        edition
            What is filtered: districts and zones are those it has.

        Raises
        ------
        FilterError
            If a value means nothing; it names the option and what would.
        """
        given = {name: [v for v in options.get(name, ()) if v] for name in OPTIONS}
        return cls(
            districts=_unique(
                _parse_district(value, edition) for value in given["district"]
            ),
            sectors=_unique(_parse_sector(value) for value in given["sector"]),
            role=_choose("role", (given["role"] or ["any"])[-1], ROLES),
            zones=_unique(_parse_zone(value, edition) for value in given["zone"]),
            policies=_unique(given["policy"]),
            precisions=_unique(
                _choose("precision", value, PRECISIONS) for value in given["precision"]
            ),
            query=" ".join(given["q"]).strip(),
            bbox=_parse_bbox(given["bbox"][-1]) if given["bbox"] else None,
        )

    def to_options(self) -> dict[str, list[str]]:
        """Write the filter as options for a link, with ids; `parse` reads it back."""
        pinyin = {district.name: district.pinyin for district in read_district_names()}
        options = {
            "district": [pinyin.get(name, name) for name in self.districts],
            "sector": list(self.sectors),
            "role": [self.role] if self.role != "any" else [],
            "zone": list(self.zones),
            "policy": list(self.policies),
            "precision": list(self.precisions),
            "q": [self.query] if self.query else [],
            "bbox": [",".join(f"{x:.6f}" for x in self.bbox)] if self.bbox else [],
        }
        return {name: values for name, values in options.items() if values}

    def without(self, *options: str) -> Self:
        """Take options away, named as in links."""
        blank = type(self)()
        taken: dict[str, Any] = {
            OPTIONS[option]: getattr(blank, OPTIONS[option]) for option in options
        }
        return replace(self, **taken)

    def select(self, edition: Edition) -> NDArray[np.bool_]:
        """Tell for each park of the edition whether it is meant."""
        parks = edition.parks
        chosen = np.ones(len(parks), dtype=np.bool_)
        if self.districts:
            chosen &= parks["district"].isin(self.districts).to_numpy()
        if self.zones:
            chosen &= parks["zone"].isin(self.zones).to_numpy()
        if self.precisions:
            chosen &= parks["precision"].isin(self.precisions).to_numpy()
        if self.sectors:
            chosen &= _match_sector(self, edition)
        if self.policies:
            chosen &= _match_policy(self.policies, edition)
        if self.query:
            chosen &= edition.search_index.match(self.query)
        if self.bbox:
            chosen &= _match_bbox(self.bbox, edition)
        return chosen


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _choose(option: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise FilterError(option=option, value=value, known=", ".join(known))
    return value


def _parse_district(value: str, edition: Edition) -> str:
    named = find_district(value) or value
    known = [name for name in edition.district_names if name]
    if named not in {*known, *edition.districts["district"]}:
        raise FilterError(option="district", value=value, known=", ".join(known))
    return named


def _parse_sector(value: str) -> str:
    sector = find_sector(value)
    if sector is None:
        known = ", ".join(entry.id for entry in read_taxonomy())
        raise FilterError(option="sector", value=value, known=known)
    return sector.id


def _parse_zone(value: str, edition: Edition) -> str:
    zones = edition.zones[["zone", "zone_id"]].dropna(subset="zone")
    for name, zone_id in zones.itertuples(index=False):
        if value == zone_id or fold(value) == fold(name):
            return str(name)
    known = ", ".join(dict.fromkeys(zones["zone"]))
    raise FilterError(option="zone", value=value, known=known)


def _parse_bbox(value: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        west = south = east = north = math.nan
    ordered = -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004 - degrees
    if not ordered:
        known = "W,S,E,N"
        raise FilterError(option="bbox", value=value, known=known)
    return west, south, east, north


def _match_sector(filter_: Filter, edition: Edition) -> NDArray[np.bool_]:
    taken = edition.sector_rows(filter_.role)
    rows = [not taken[index].isdisjoint(filter_.sectors) for index in range(len(taken))]
    return _spread(rows, edition)


def _match_policy(policies: Sequence[str], edition: Edition) -> NDArray[np.bool_]:
    wanted = [fold(policy) for policy in policies]
    rows = [
        any(
            word in fold(f"{p.title} {p.number or ''}")
            for p in row.policies
            for word in wanted
        )
        for row in edition.table.rows
    ]
    return _spread(rows, edition)


def _match_bbox(
    bbox: tuple[float, float, float, float], edition: Edition
) -> NDArray[np.bool_]:
    west, south, east, north = bbox
    points = np.asarray(edition.parks.geometry, dtype=object)
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    # A park without a place has NaN, which no comparison holds for.
    return (west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)


def _spread(rows: Sequence[bool], edition: Edition) -> NDArray[np.bool_]:
    """Say of each park what holds for its row."""
    return np.take(np.array(rows, dtype=np.bool_), edition.parks["row"])

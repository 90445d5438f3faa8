"""What the parks of an edition belong to: districts, zones, sectors, documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from parks.members import Members
from parks.model import Row
from parks.normalise import fold


@dataclass(frozen=True, eq=False)
class Memberships:
    """
    What the parks of an edition belong to, field by field.

    Attributes
    ----------
    districts, zones
        By the name of either.
    rows
        By the id of a zone, which is a row of the table.
    sectors
        By sector id, for each role: ``any``, ``focus``, ``mention``.
    policies
        By the title of a document, as it is written where it is cited first.
    citations
        By title and number of a document, folded, to look for words in.
    precisions
        By how precisely the place is known.
    zone_names
        The names of zones by themselves, folded, and by the ids of those whose name no
        other row bears.
    policy_titles
        The titles of documents by what `_key_title` makes of them.
    """

    districts: Members
    zones: Members
    rows: Members
    sectors: Mapping[str, Members]
    policies: Members
    citations: Members
    precisions: Members
    zone_names: Mapping[str, str]
    policy_titles: Mapping[str, str]

    def find_zone(self, text: str) -> str | None:
        """
        Find the name of a zone by the name, or by its id if the name is its alone.

        None if there is none: a name that several rows bear means more than an id.
        """
        return self.zone_names.get(text) or self.zone_names.get(fold(text))

    def find_policy(self, text: str) -> str | None:
        """
        Find the title of a cited document by itself, with or without 《》.

        None if no document is called exactly so.
        """
        return self.policy_titles.get(_key_title(text))


def gather_memberships(
    rows: Sequence[Row],
    sectors: Mapping[str, Iterable[Iterable[str]]],
    zones: pd.DataFrame,
    parks: pd.DataFrame,
) -> Memberships:
    """
    Gather what the parks of an edition belong to.

    Parameters
    ----------
    rows
        The rows of its table.
    sectors
        For each role the sectors of every row.
    zones, parks
        The frames of `parks.edition.Edition`.
    """
    holders = parks["row"].to_numpy(dtype=np.intp)
    titles = _collect_titles(rows)
    cited = ([titles[_key_title(p.title)] for p in row.policies] for row in rows)
    texts = (
        [fold(f"{policy.title} {policy.number or ''}") for policy in row.policies]
        for row in rows
    )
    return Memberships(
        districts=Members.of(_list_each(zones["district"]), holders),
        zones=Members.of(_list_each(zones["zone"]), holders),
        rows=Members.of(_list_each(zones["zone_id"]), holders),
        sectors={
            role: Members.of(map(sorted, taken), holders)
            for role, taken in sectors.items()
        },
        policies=Members.of(cited, holders),
        citations=Members.of(texts, holders),
        precisions=Members.of(_list_each(parks["precision"])),
        zone_names=_collect_zones(zones),
        policy_titles=titles,
    )


def _list_each(values: Iterable[str | None]) -> list[tuple[str, ...]]:
    return [() if value is None else (value,) for value in values]


def _collect_zones(zones: pd.DataFrame) -> dict[str, str]:
    pairs = list(zip(zones["zone_id"], zones["zone"], strict=True))
    named = [(id_, name) for id_, name in pairs if name is not None]
    counts = Counter(name for _, name in named)
    alone = {id_: name for id_, name in named if counts[name] == 1}
    # Of names that fold alike the first is meant; a name goes before an id.
    folded = {fold(name): name for _, name in reversed(named)}
    return {**alone, **folded, **{name: name for _, name in named}}


def _collect_titles(rows: Iterable[Row]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for row in rows:
        for policy in row.policies:
            titles.setdefault(_key_title(policy.title), policy.title)
    return titles


def _key_title(title: str) -> str:
    """Give what the same title is known by in other spellings."""
    return fold(title).removeprefix("《").removesuffix("》")

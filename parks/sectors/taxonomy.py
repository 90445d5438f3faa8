"""The vocabulary of sectors: what they are called, by whom, and in which colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from parks.data_file import read_data
from parks.language import Language
from parks.sectors.folding import fold

_FILE: Final = Path(__file__).parents[1] / "data" / "sectors.toml"


class Group(StrEnum):
    """
    What part of the vocabulary a sector belongs to.

    The twelve key industries of the plan, the rest of its core, the industries that
    plans elsewhere want grown, and the sections of GB/T 4754-2017, which name only
    what nothing before them names.
    """

    KEY = "key"
    DIGITAL = "digital"
    STRATEGIC = "strategic"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Sector:
    """
    A sector of the economy that a park can aim at.

    Attributes
    ----------
    id
        Kebab-case English; what links, filters and files carry.
    zh, en
        Its names.
    colour
        ``#rrggbb``, told apart by the colour-blind.
    group
        The part of the vocabulary it belongs to.
    terms
        Words that name it wherever they stand.
    aim_terms
        Words that name it only where a row states its aim.
    section
        The letter of its section in GB/T 4754-2017; None outside the sections.
    heading
        The plan's own heading; None outside the twelve.
    agencies
        The agencies the plan holds responsible, in its order.
    """

    id: str
    zh: str
    en: str
    colour: str
    group: Group
    terms: tuple[str, ...]
    aim_terms: tuple[str, ...] = ()
    section: str | None = None
    heading: str | None = None
    agencies: tuple[str, ...] = ()

    @property
    def is_key(self) -> bool:
        """Whether it is one of the plan's twelve key industries."""
        return self.group is Group.KEY

    @property
    def is_broader(self) -> bool:
        """Whether it stands outside the core vocabulary."""
        return self.group in {Group.STRATEGIC, Group.SECTION}

    def name(self, language: Language) -> str:
        """
        Name the sector.

        Parameters
        ----------
        language
            The language to name it in.

        Returns
        -------
        str
            Its name.
        """
        return self.en if language is Language.EN else self.zh


@cache
def read_taxonomy() -> tuple[Sector, ...]:
    """
    Read the vocabulary.

    Returns
    -------
    tuple[Sector, ...]
        Every sector, in the order to list and draw them.

    Raises
    ------
    DataFileError
        If the file is missing or broken.
    """
    with read_data(_FILE) as data:
        return tuple(_sector(entry) for entry in data["sector"])


def _sector(entry: Mapping[str, Any]) -> Sector:
    return Sector(
        id=entry["id"],
        zh=entry["zh"],
        en=entry["en"],
        colour=entry["colour"],
        group=Group(entry["group"]),
        terms=tuple(entry["terms"]),
        aim_terms=tuple(entry.get("aim_terms", ())),
        section=entry.get("section"),
        heading=entry.get("heading"),
        agencies=tuple(entry.get("agencies", ())),
    )


def find_sector(text: str) -> Sector | None:
    """
    Find a sector by what a link, a filter or a person calls it.

    Parameters
    ----------
    text
        An id, a Chinese or an English name, in any case and width.

    Returns
    -------
    Sector | None
        The sector, or None where nothing is called exactly so.
    """
    return _by_name().get(fold(text.strip()))


@cache
def _by_name() -> dict[str, Sector]:
    """Index the sectors by their folded ids and names."""
    return {
        fold(name): sector
        for sector in read_taxonomy()
        for name in (sector.en, sector.zh, sector.id)
    }

"""What Shenzhen's plan wants of its key industries, and who answers for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from parks.data_file import read_data
from parks.language import Language

_FILE: Final = Path(__file__).parent / "data" / "sector_aims.toml"
_TRANSLATED: Final = "translated"


@dataclass(frozen=True, slots=True)
class Aim:
    """
    What the plan wants of a key industry, in other words than its own.

    Attributes
    ----------
    sector
        Id of the sector.
    heading
        The plan's heading, with its number, that the aim stands under.
    zh, en
        The aim in one or two sentences.
    near
        Ids of sectors outside the twelve whose field borders on it.
    """

    sector: str
    heading: str
    zh: str
    en: str
    near: tuple[str, ...] = ()

    def tell(self, language: Language) -> str:
        """Tell the aim in a language."""
        return self.en if language is Language.EN else self.zh


@dataclass(frozen=True, slots=True)
class Agency:
    """
    An agency that the plan holds responsible.

    Attributes
    ----------
    zh, en
        Its names; the Chinese one is the plan's, with its city.
    source
        Where the English name stands; None where it is translated here.
    """

    zh: str
    en: str
    source: str | None

    def name(self, language: Language) -> str:
        """Name the agency in a language."""
        return self.en if language is Language.EN else self.zh


@dataclass(frozen=True, slots=True)
class PlanAims:
    """
    What the file holds.

    Attributes
    ----------
    title
        The plan's title by language; the English one is a translation.
    part
        The part of it that the aims are told from, by language.
    aims
        By sector id.
    agencies
        By their Chinese names.
    """

    title: Mapping[Language, str]
    part: Mapping[Language, str]
    aims: Mapping[str, Aim]
    agencies: Mapping[str, Agency]


@cache
def read_aims() -> PlanAims:
    """
    Read the plan's aims.

    Raises
    ------
    DataFileError
        If the file is missing or broken.
    """
    with read_data(_FILE) as data:
        plan = data["plan"]
        aims = [
            Aim(each["sector"], each["heading"], each["zh"], each["en"], _near(each))
            for each in data["aim"]
        ]
        agencies = [
            Agency(each["zh"], each["en"], _cite(each["source"]))
            for each in data["agency"]
        ]
        return PlanAims(
            {Language.ZH: plan["zh"], Language.EN: plan["en"]},
            {Language.ZH: plan["part_zh"], Language.EN: plan["part_en"]},
            {aim.sector: aim for aim in aims},
            {agency.zh: agency for agency in agencies},
        )


def name_agency(zh: str, language: Language) -> str:
    """Name an agency of the taxonomy; one without an English name keeps its own."""
    agency = read_aims().agencies.get(zh)
    return agency.name(language) if agency else zh


def _near(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(entry.get("near", ()))


def _cite(source: str) -> str | None:
    return None if source == _TRANSLATED else source

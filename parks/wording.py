"""A table's contents in the words of a language: what pages and lists say."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Final

import numpy as np
import pandas as pd
from babel.dates import format_date

from geodata.district_names import read_district_names
from parks.edition import Edition
from parks.headings import head
from parks.language import Language, translate
from parks.model import Problem, Role, Row
from parks.places import PRECISION_NAMES
from parks.problems import describe
from parks.sectors import find_sector

_SEPARATORS: Final = {Language.ZH: "、", Language.EN: ", "}
TABLE_COLUMNS: Final = (
    "seq",
    "name",
    "district",
    "zone",
    "precision",
    "focus",
    "mentioned",
)
"""What `tabulate` says of a park, in this order."""
_METRES_PER_KILOMETRE: Final = 1000
_ONE_POINT_METRES: Final = 0.1
"""The places of tables have six decimals, a tenth of a metre."""
_KEPT: Final = 16
"""Tables of words kept in memory: those of a few editions in both languages."""


def enumerate_words(words: Iterable[str], language: Language) -> str:
    """Join words as the language does."""
    return _SEPARATORS[language].join(words)


def write_day(iso_date: str, language: Language) -> str:
    """Write a day, given as an ISO date, as the language does."""
    return format_date(date.fromisoformat(iso_date), "long", locale=language.value)


def name_district(name: str | None, language: Language) -> str:
    """Name a district; an unknown one keeps its name, none is blank."""
    if name is None:
        return ""
    return _english_districts().get(name, name) if language is Language.EN else name


def name_sector(sector_id: str, language: Language) -> str:
    """Name a sector; an unknown one keeps its id."""
    sector = find_sector(sector_id)
    return sector.name(language) if sector else sector_id


def name_sectors(sector_ids: Iterable[str], language: Language) -> str:
    """Name sectors in a list as the language writes one."""
    return enumerate_words((name_sector(id_, language) for id_ in sector_ids), language)


def name_tags(row: Row, role: Role, language: Language) -> str:
    """Name the sectors that a row takes up in a role."""
    return name_sectors((tag.id for tag in row.sectors if tag.role is role), language)


def name_precision(precision: str | None, language: Language) -> str:
    """Name how precisely a place is known, in few words."""
    return translate(PRECISION_NAMES.get(precision or "", "place unknown"), language)


def write_distance(metres: float, language: Language, *, is_rough: bool) -> str:
    """Say a distance in metres or kilometres, and if it is only about so far."""
    if metres < _ONE_POINT_METRES:
        return translate("same point", language)
    if metres < _METRES_PER_KILOMETRE:
        said = translate("{metres} m", language).format(metres=f"{metres:.0f}")
    else:
        kilometres = f"{metres / _METRES_PER_KILOMETRE:,.1f}"
        said = translate("{kilometres} km", language).format(kilometres=kilometres)
    about = translate("about {distance}", language)
    return about.format(distance=said) if is_rough else said


@lru_cache(maxsize=_KEPT)
def tabulate(edition: Edition, language: Language) -> pd.DataFrame:
    """
    Put every park into words, one row a park under headings of the language.

    The columns are row number, park, district, zone, how precisely the place is
    known, focus sectors, and sectors mentioned besides. The frame is kept and
    shared: it is never to be altered.
    """
    parks = edition.parks
    columns = {
        "seq": parks["seq"],
        "name": parks["name"],
        "district": [name_district(name, language) for name in parks["district"]],
        "zone": parks["zone"].fillna(""),
        "precision": [
            name_precision(precision, language) for precision in parks["precision"]
        ],
        "focus": _spread_sectors(edition, Role.FOCUS, language),
        "mentioned": _spread_sectors(edition, Role.MENTION, language),
    }
    return pd.DataFrame({head(name, language): columns[name] for name in TABLE_COLUMNS})


def list_rows(rows: Sequence[Row], language: Language) -> pd.DataFrame:
    """List rows as they were read, what there are several of with bars between."""
    extra = dict.fromkeys(name for row in rows for name in row.extra)
    said = [
        [
            row.seq,
            row.district or "",
            row.zone or "",
            " | ".join(row.parks),
            row.direction or "",
            " | ".join(policy.title for policy in row.policies),
            *(row.extra.get(name, "") for name in extra),
        ]
        for row in rows
    ]
    fields = ("seq", "district", "zone", "parks", "direction", "policies")
    names: list[str] = []
    for number, name in enumerate((*fields, *extra), 1):
        heading = head(name, language)
        names.append(f"{heading} ({number})" if heading in names else heading)
    return pd.DataFrame(said, columns=names)


def list_problems(problems: Iterable[Problem], language: Language) -> pd.DataFrame:
    """List what was repaired or doubted in the table, each with a sentence."""
    titles = ("Row", "Column", "What was done", "Found", "Used")
    rows: Sequence[tuple[object, ...]] = [
        (
            "" if problem.row is None else str(problem.row),
            head(problem.column, language) if problem.column else "",
            describe(problem, language),
            problem.found,
            problem.used,
        )
        for problem in problems
    ]
    return pd.DataFrame(rows, columns=[translate(title, language) for title in titles])


@cache
def _english_districts() -> dict[str, str]:
    return {district.name: district.name_en for district in read_district_names()}


def _spread_sectors(edition: Edition, role: Role, language: Language) -> pd.Series:
    """Give each park the sectors that its row takes up in a role."""
    said = [name_tags(row, role, language) for row in edition.table.rows]
    return pd.Series(
        np.array(said, dtype=object)[edition.parks["row"].to_numpy()],
        index=edition.parks.index,
        dtype=object,
    )

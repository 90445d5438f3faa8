"""Columns of a table that hold quantities by which parks can be drawn larger."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from parks.edition import Edition

_AREA, _MONEY, _PEOPLE, _FIRMS = "m2", "yuan", "people", "firms"
_UNITS: Final = {
    "平方米": (_AREA, 1.0),
    "m2": (_AREA, 1.0),
    "万平方米": (_AREA, 1e4),
    "万平米": (_AREA, 1e4),
    "万m2": (_AREA, 1e4),
    "万平": (_AREA, 1e4),
    "平米": (_AREA, 1.0),
    "公顷": (_AREA, 1e4),
    "ha": (_AREA, 1e4),
    "平方公里": (_AREA, 1e6),
    "平方千米": (_AREA, 1e6),
    "km2": (_AREA, 1e6),
    # 15 亩 are a hectare, by 国务院关于在我国统一实行法定计量单位的命令 (1984).
    "亩": (_AREA, 1e4 / 15),
    "万亩": (_AREA, 1e8 / 15),
    "元": (_MONEY, 1.0),
    "万元": (_MONEY, 1e4),
    "亿元": (_MONEY, 1e8),
    "人": (_PEOPLE, 1.0),
    "万人": (_PEOPLE, 1e4),
    "家": (_FIRMS, 1.0),
}
"""What each unit measures, and how many of the base unit it is; ㎡ folds to m2."""
_NUMBER: Final = re.compile(r"约?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\D.*)?")
_IN_BRACKETS: Final = re.compile(r"\((?:单位:)?([^()]*)\)")
_LEAST_VALUES: Final = 2
"""With fewer, sizes say nothing."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A column of quantities.

    Attributes
    ----------
    heading
        Of the column, as the table has it; also its id in links.
    unit
        That most of its values are written in.
    values
        For each park of the edition its quantity in `unit`. None where the cell is
        empty or no plain quantity, and where the row names several parks: the number
        is then the row's, and no park's own.
    """

    heading: str
    unit: str
    values: tuple[float | None, ...]


@lru_cache(maxsize=16)
def find_quantities(edition: Edition) -> tuple[Quantity, ...]:
    """
    Find the columns that hold positive quantities in a unit of area, money or heads.

    A number without a unit, in its cell or in the heading's brackets, is none: it may
    be a year or a telephone number. Nor is a range, or a sum for each square metre.
    """
    rows = edition.table.rows
    headings = dict.fromkeys(heading for row in rows for heading in row.extra)
    found = (_read_column(edition, heading) for heading in headings)
    return tuple(quantity for quantity in found if quantity)


def parse_quantity(text: str, heading: str = "") -> tuple[float, str] | None:
    """
    Read one quantity: a number and its unit, which the heading may give.

    Parameters
    ----------
    text
        As ``12.5公顷``, ``约1,200 亩`` or, under a heading with a unit, ``12.5``.
    heading
        As ``占地面积（公顷）``.

    Returns
    -------
    tuple or None
        Number and unit, None where it is not plainly one quantity of a known unit.
    """
    found = _NUMBER.fullmatch(_fold(text))
    if found is None:
        return None
    named = _find_unit(heading)
    # Two units that differ are a doubt, and no reason to prefer one.
    written = found[2] or ""
    if written and named and written != named:
        return None
    unit = written or named
    value = float(found[1].replace(",", ""))
    return (value, unit) if unit in _UNITS and value > 0 else None


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _find_unit(heading: str) -> str:
    named = _IN_BRACKETS.findall(_fold(heading))
    return next((unit for unit in named if unit in _UNITS), "")


def _read_column(edition: Edition, heading: str) -> Quantity | None:
    rows = edition.table.rows
    parsed = [parse_quantity(row.extra.get(heading, ""), heading) for row in rows]
    own = [
        value if len(row.parks) == 1 else None
        for row, value in zip(rows, parsed, strict=True)
    ]
    unit = _most_common(value[1] for value in own if value)
    if unit is None:
        return None
    measured, base = _UNITS[unit]
    sizes = [
        value[0] * _UNITS[value[1]][1] / base
        if value and _UNITS[value[1]][0] == measured
        else None
        for value in own
    ]
    if len({size for size in sizes if size}) < _LEAST_VALUES:
        return None
    parks = edition.parks["row"].tolist()
    return Quantity(heading, unit, tuple(sizes[row] for row in parks))


def _most_common(units: Iterable[str]) -> str | None:
    counted = Counter(units).most_common(1)
    return counted[0][0] if counted else None

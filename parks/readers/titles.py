"""Lines of a table that are no row: titles over the rows below, and totals."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parks.readers import columns
from parks.readers.cells import read_number

_NAMES: Final = frozenset({"zone", "parks"})
_COUNTED: Final = frozenset({"seq", "district", "zone", "parks"})
_LONGEST: Final = 40
_LONGEST_TOTAL: Final = 10
_NARROWEST: Final = 3
"""In a narrower table one lone cell is a row with little to say."""
_NUMBERED: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])\s*"
)
_COUNT: Final = re.compile(
    r"[:：]?\s*(?:[(（【]?\s*(?:共|合计)?\s*\d{1,5}\s*[个家处]?\s*[)）】]?)?\s*[:：]?$"
)
_TOTALS: Final = frozenset(
    {
        "合计",
        "合計",
        "总计",
        "總計",
        "小计",
        "小計",
        "共计",
        "共計",
        "total",
        "subtotal",
        "sum",
    }
)


@dataclass(frozen=True, slots=True)
class Title:
    """
    A line that speaks of the rows below it.

    Attributes
    ----------
    text
        What it says.
    district
        The district it names; None where it is another kind of title.
    """

    text: str
    district: str | None = None


def find_title(
    texts: Sequence[str | None],
    fields: Sequence[str | None],
    known_districts: frozenset[str],
) -> Title | None:
    """
    Read a line as a title if it is one.

    A title is the only cell of its line. It is numbered as chapters are, names a
    district, or stands in a column that holds neither zones nor parks.

    Parameters
    ----------
    texts
        The cells of the line, at least one of them not blank.
    fields
        What each column means; see `parks.readers.columns.assign`.
    known_districts
        Names that need no doubt, without 区.
    """
    filled = [place for place, text in enumerate(texts) if text and text.strip()]
    if len(filled) != 1 or len(texts) < _NARROWEST:
        return None
    field, text = fields[filled[0]], (texts[filled[0]] or "").strip()
    if len(text) > _LONGEST or "\n" in text or read_number(text) is not None:
        return None
    number = _NUMBERED.match(text)
    bare = _COUNT.sub("", text[number.end() :] if number else text).strip()
    names_district = field == "district" or _is_district(bare, known_districts)
    stands_first = filled[0] == 0 and field not in _NAMES
    if not (number or names_district or stands_first) or not bare:
        return None
    return Title(text, bare if names_district else None)


def _is_district(name: str, known_districts: frozenset[str]) -> bool:
    return columns.is_district_like(name) or columns.is_known_district(
        name, known_districts
    )


def is_total(texts: Sequence[str | None], fields: Sequence[str | None]) -> bool:
    """Say whether a line only adds up the others: one of its names is 合计."""
    for text, field in zip(texts, fields, strict=True):
        if not text or len(text) > _LONGEST_TOTAL or text.isdecimal():
            continue
        if field in _COUNTED and _plain(text) in _TOTALS:
            return True
    return False


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold().strip(":")

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
_FIRST_OF_TOTALS: Final = frozenset("合总總小共tTsSｔＴｓＳ")
"""A quick no for nearly every cell."""


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
    only = _find_only(texts)
    if only is None or len(texts) < _NARROWEST:
        return None
    field, text = fields[only], (texts[only] or "").strip()
    if len(text) > _LONGEST or "\n" in text or read_number(text) is not None:
        return None
    number = _NUMBERED.match(text)
    bare = _COUNT.sub("", text[number.end() :] if number else text).strip()
    names_district = field == "district" or _is_district(bare, known_districts)
    stands_first = only == 0 and field not in _NAMES
    if not (number or names_district or stands_first) or not bare:
        return None
    return Title(text, bare if names_district else None)


def _find_only(texts: Sequence[str | None]) -> int | None:
    """Find the only cell that holds something; None where there are several."""
    only = None
    for place, text in enumerate(texts):
        if text and text.strip():
            if only is not None:
                return None
            only = place
    return only


def _is_district(name: str, known_districts: frozenset[str]) -> bool:
    return columns.is_district_like(name) or columns.is_known_district(
        name, known_districts
    )


def is_total(texts: Sequence[str | None], fields: Sequence[str | None]) -> bool:
    """Say whether a line only adds up the others: one of its names is 合计."""
    return any(
        text is not None
        and text.lstrip()[:1] in _FIRST_OF_TOTALS
        and field in _COUNTED
        and _plain(text) in _TOTALS
        for text, field in zip(texts, fields, strict=True)
    )


def _plain(text: str) -> str:
    if len(text) > _LONGEST_TOTAL:
        return ""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold().strip(":")

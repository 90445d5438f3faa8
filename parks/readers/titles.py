"""Lines of a table that are no row: titles over the rows below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from parks.readers import columns
from parks.readers.cells import is_placeholder, read_number
from parks.readers.districts import is_known
from parks.readers.vocabulary import read_vocabulary

_NAMES: Final = frozenset({"zone", "parks"})
_LONGEST: Final = 40
_NARROWEST: Final = 3
"""In a narrower table one lone cell is a row with little to say."""
_NUMBERED: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])\s*"
)
_NUMERAL: Final = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、.．]?|[(（][一二三四五六七八九十]{1,3}[)）]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,2})\s*"
)
_COUNT: Final = re.compile(
    r"[:：]?\s*(?:[(（【]?\s*(?:共|合计)?\s*\d{1,5}\s*[个家处]?\s*[)）】]?)?\s*[:：]?$"
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


@dataclass(frozen=True)
class Titles:
    """
    Knows the titles among the lines of a table.

    Attributes
    ----------
    rows
        The cells of its lines.
    fields
        What each column means; see `parks.readers.columns.assign`.
    known_districts
        Names that need no doubt, without 区.
    """

    rows: Sequence[Sequence[str | None]]
    fields: Sequence[str | None]
    known_districts: frozenset[str]

    def find(self, texts: Sequence[str | None]) -> Title | None:
        """
        Read a line as a title if it is one.

        A title is the only cell of its line, or the only one beside a number such as
        一 in the column of numbers. It is numbered as chapters are, names a district,
        or stands in a column that holds neither zones nor parks.

        Parameters
        ----------
        texts
            The cells of the line, at least one of them not blank.
        """
        if len(texts) < _NARROWEST:
            return None
        first = _find_next(texts, 0)
        number = texts[first] or ""
        # Nearly every line holds more than one cell, and few numbers are numerals.
        if self.fields[first] == "seq" and _NUMERAL.fullmatch(number):
            only = _find_only(texts, first + 1)
            if only is not None:
                return self._read_numbered(number.strip(), (texts[only] or "").strip())
        if _find_next(texts, first + 1) < len(texts):
            return None
        return self._read_alone(texts, first)

    def _read_alone(self, texts: Sequence[str | None], only: int) -> Title | None:
        field, text = self.fields[only], (texts[only] or "").strip()
        number = _NUMBERED.match(text)
        bare = _trim(text[number.end() :] if number else text)
        if not bare or not _is_title(text):
            return None
        names_district = self._is_district(bare) or (
            field == "district"
            and number is None
            and not bare.endswith(read_vocabulary().zone_endings)
        )
        stands_first = only == 0 and field not in _NAMES
        if not (number or names_district or stands_first or field == "district"):
            return None
        return Title(text, bare if names_district else None)

    def _read_numbered(self, number: str, text: str) -> Title | None:
        """Read the name behind a number; its rows may be numbered in that way, too."""
        bare = _trim(text)
        if not bare or not _is_title(text):
            return None
        is_known_name = is_known(bare, self.known_districts)
        if self._numbers_rows and not is_known_name:
            return None
        names_district = is_known_name or self._is_district(bare)
        return Title(f"{number} {text}", bare if names_district else None)

    @cached_property
    def _numbers_rows(self) -> bool:
        """Whether rows with more than a name are numbered 一, 二, 三, too."""
        seq = list(self.fields).index("seq")
        return any(
            _NUMERAL.fullmatch(texts[seq] or "")
            and _find_next(texts, seq + 1) < len(texts)
            and _find_only(texts, seq + 1) is None
            for texts in self.rows
        )

    def _is_district(self, name: str) -> bool:
        return columns.is_district_like(name) or is_known(name, self.known_districts)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST and "\n" not in text and read_number(text) is None


def _trim(text: str) -> str:
    return _COUNT.sub("", text).strip() if len(text) <= _LONGEST else text


def _find_next(texts: Sequence[str | None], start: int) -> int:
    """Find the next cell that holds something; past the last where there is none."""
    for place in range(start, len(texts)):
        text = texts[place]
        if text and not text.isspace():
            return place
    return len(texts)


def _find_only(texts: Sequence[str | None], start: int) -> int | None:
    """Find the only cell that holds more than a placeholder; None if there are more."""
    said = [
        place
        for place in range(start, len(texts))
        if (text := texts[place]) and text.strip() and not is_placeholder(text)
    ]
    return said[0] if len(said) == 1 else None

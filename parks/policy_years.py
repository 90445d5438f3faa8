"""The years of a document: when it was numbered, and the span that its title names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from parks.title_forms import spell_number, spell_title

_YEAR: Final = r"(?:19|20)\d\d"
_NUMBERED: Final = re.compile(rf"\(({_YEAR})\)")
_SPAN: Final = re.compile(rf"(?<!\d)({_YEAR})-({_YEAR})(?!\d)")
_ONE: Final = re.compile(rf"(?<!\d)({_YEAR})年|\(({_YEAR})(?:版)?\)")
_FIVE: Final = re.compile(
    r"第(十[一二三四五六七八九]?)个五年|(?<!第)(十[一二三四五六七八九])五"
)
_DIGITS: Final = "零一二三四五六七八九"
_FIRST_PLAN: Final = 1951
"""The n-th five-year plan, from the third on, begins five n years later."""


class YearSource(StrEnum):
    """What a year is taken from."""

    NUMBER = "number"
    TITLE = "title"
    FIVE_YEAR_PLAN = "five-year plan"


@dataclass(frozen=True, slots=True)
class Years:
    """
    A year or a span of years of a document.

    Attributes
    ----------
    first, last
        Equal for one year.
    source
        What they are taken from.
    words
        Where they stand there.
    """

    first: int
    last: int
    source: YearSource
    words: str

    def __str__(self) -> str:
        """Write them as 2018 or 2019–2023."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first}–{self.last}"


def find_years(titles: Iterable[str], numbers: Iterable[str]) -> tuple[Years, ...]:
    """
    Find the years of a document that is cited by some titles and numbers.

    Returns
    -------
    tuple of Years
        That of the number first, then what titles say; each once. The n-th five-year
        plan is that of the years 1951 + 5 n to 1955 + 5 n: the thirteenth 2016–2020.
    """
    found = [
        Years(int(year[1]), int(year[1]), YearSource.NUMBER, number)
        for number in numbers
        if (year := _NUMBERED.search(spell_number(number)))
    ]
    found += [years for title in titles if (years := _read_title(spell_title(title)))]
    return tuple({(y.first, y.last, y.source): y for y in reversed(found)}.values())[
        ::-1
    ]


def _read_title(title: str) -> Years | None:
    if (span := _SPAN.search(title)) and span[1] <= span[2]:
        return Years(int(span[1]), int(span[2]), YearSource.TITLE, span[0])
    if one := _ONE.search(title):
        year = int(one[1] or one[2])
        return Years(year, year, YearSource.TITLE, one[0])
    if five := _FIVE.search(title):
        first = _FIRST_PLAN + 5 * _count(five[1] or five[2])
        return Years(first, first + 4, YearSource.FIVE_YEAR_PLAN, five[0])
    return None


def _count(numeral: str) -> int:
    """Read 十 to 十九."""
    return 10 + (_DIGITS.index(numeral[1]) if len(numeral) > 1 else 0)

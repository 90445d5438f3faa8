"""How much a cell looks like one of a column's, by form and words alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from parks.readers import cells, columns
from parks.readers.vocabulary import read_vocabulary
from parks.sectors.folding import fold
from parks.sectors.terms import find_terms

# Costs, on the scale of `parks.readers.alignment`: 0 for a cell that could be no
# other column's.
_IMPOSSIBLE: Final = 9.0

_SHORT_NAME: Final = 8
_LONG_NAME: Final = 40
# So short a text is rather the end of a name than a name.
_FRAGMENT: Final = 2
_LONGEST_INDUSTRY: Final = 20
_LONG_LINE: Final = 60
_SENTENCE = re.compile("[。；，]")
_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_METRES = re.compile(r"\s*\d{5,8}(?:\.\d{1,20})?\s*m?\s*")
_DECIMAL = re.compile(r"\s*[-+]?\d{1,3}(?:\.\d{1,20})?\s*°?\s*")
PARK_ENDINGS: Final = (
    "园",
    "园区",
    "基地",
    "大厦",
    "中心",
    "城",
    "谷",
    "港",
    "園",
    "園區",
)
# These end the names of parks too, and of other things.
_OTHER_PARK_ENDINGS: Final = (
    "总部",
    "總部",
    "小镇",
    "小鎮",
    "实验室",
    "實驗室",
    "广场",
    "廣場",
    "工业区",
    "工業區",
    "加工区",
    "加工區",
    "楼",
    "樓",
    "梦工场",
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What a cell looks like, whatever column it is in."""

    is_blank: bool
    is_placeholder: bool
    is_number: bool
    is_decimal: bool
    is_metres: bool
    is_known_district: bool
    is_district_like: bool
    has_title: bool
    is_title: bool
    has_sentence: bool
    size: int
    longest_line: int
    line_count: int
    names_zone: bool
    names_park: bool
    names_industry: bool
    is_ending: bool
    is_list: bool
    is_section: bool

    @property
    def is_no_name(self) -> bool:
        """Whether it names nothing: a title, a number or the heading of a section."""
        return self.is_title or self.is_number or self.is_section


def names_park(text: str) -> bool:
    """Say whether a text ends as the names of parks do."""
    return text.endswith((*PARK_ENDINGS, *_OTHER_PARK_ENDINGS))


@lru_cache(maxsize=4096)
def names_industry(text: str) -> bool:
    """Say whether a short text is mostly words for industries, and no park's name."""
    if not 1 < len(text) <= _LONGEST_INDUSTRY or text.isdecimal() or names_park(text):
        return False
    if text.endswith(read_vocabulary().zone_endings):
        return False
    folded = fold(text)
    named = sum(term.end - term.start for term in find_terms(folded))
    return named * 2 >= len(folded)


def look_at(text: str, known_districts: frozenset[str]) -> Traits:
    """Note what a cell looks like."""
    stripped = text.strip()
    lines = cells.paragraphs(text)
    longest = max(map(len, lines), default=0)
    is_name = len(lines) == 1 and len(stripped) <= _LONG_NAME
    return Traits(
        is_blank=not stripped,
        is_placeholder=cells.is_placeholder(text),
        is_number=cells.read_number(text) is not None,
        is_decimal=is_name and _DECIMAL.fullmatch(stripped) is not None,
        is_metres=_METRES.fullmatch(stripped) is not None,
        is_known_district=columns.is_known_district(stripped, known_districts),
        is_district_like=columns.is_district_like(stripped),
        has_title="《" in text,
        is_title=stripped.startswith("《"),
        has_sentence=_SENTENCE.search(text) is not None,
        size=len(stripped),
        longest_line=longest,
        line_count=len(lines),
        names_zone=stripped.endswith(read_vocabulary().zone_endings),
        names_park=names_park(stripped),
        names_industry=names_industry(stripped),
        # The end of a name that was broken over lines.
        is_ending=stripped in read_vocabulary().zone_endings,
        is_list="、" in text,
        is_section=_SECTION.match(stripped) is not None,
    )


def _judge_seq(cell: Traits) -> float:
    if cell.is_number:
        return 0.0
    return 1.0 if cell.is_blank else _IMPOSSIBLE


def _judge_district(cell: Traits) -> float:
    if cell.is_known_district:
        return 0.0
    if cell.is_blank or cell.is_district_like:
        return 1.0
    if cell.is_placeholder:
        return 3.0
    if cell.names_zone or cell.names_park or cell.has_sentence:
        return _IMPOSSIBLE
    is_name = cell.size <= _SHORT_NAME and not cell.has_title and not cell.is_number
    return 4.0 if is_name else _IMPOSSIBLE


def _judge_zone(cell: Traits) -> float:
    if cell.is_blank or cell.is_placeholder:
        return 2.0 if cell.is_blank else 1.0
    if cell.is_no_name or cell.size > _LONG_NAME or cell.has_sentence:
        return 7.0
    if cell.is_known_district:
        return 5.0
    if cell.line_count > 1:
        return 1.5
    # What ends as zones and parks both do could be either.
    return 0.5 * cell.names_park if cell.names_zone else 1.0


def _judge_parks(cell: Traits) -> float:
    if cell.is_blank or cell.is_placeholder:
        return 2.0 if cell.is_blank else 1.0
    if cell.is_no_name:
        return 7.0
    if cell.is_known_district:
        return 5.0
    if cell.has_sentence or cell.longest_line > _LONG_LINE:
        return 4.0
    if cell.names_industry or cell.is_ending:
        return 2.0
    is_name = cell.size > _FRAGMENT and (cell.names_park or cell.line_count > 1)
    return 0.0 if is_name else 0.5 + 0.5 * cell.is_list


def _judge_direction(cell: Traits) -> float:
    if cell.is_blank or cell.is_placeholder:
        return 2.0 if cell.is_blank else 1.0
    if cell.is_title or cell.is_number or cell.is_known_district:
        return 6.0
    if cell.has_sentence:
        return 0.0
    if cell.names_industry:
        return 0.5
    is_name = cell.names_park and cell.size <= _LONG_NAME
    return 2.5 if is_name else 1.5 - 0.5 * cell.is_list


def _judge_policies(cell: Traits) -> float:
    if cell.has_title:
        return 0.0 if cell.is_title else 1.0
    if cell.is_blank or cell.is_placeholder:
        return 1.0
    return 6.0 if cell.is_number or cell.is_known_district else 4.0


def _judge_coordinate(cell: Traits) -> float:
    if cell.is_decimal:
        return 0.0
    return 1.0 if cell.is_blank or cell.is_placeholder else _IMPOSSIBLE


def _judge_metres(cell: Traits) -> float:
    return 0.0 if cell.is_metres else _judge_coordinate(cell)


def _judge_unknown(cell: Traits) -> float:
    if cell.is_known_district:
        return 5.0
    return 2.0 if cell.is_title else 1.0


_JUDGES: Final[dict[str, Callable[[Traits], float]]] = {
    "seq": _judge_seq,
    "district": _judge_district,
    "zone": _judge_zone,
    "parks": _judge_parks,
    "direction": _judge_direction,
    "policies": _judge_policies,
    "lon": _judge_coordinate,
    "lat": _judge_coordinate,
    "x": _judge_metres,
    "y": _judge_metres,
}
"""For each field, how much it costs to take a cell for one of it."""


def find_judge(field: str | None) -> Callable[[Traits], float]:
    """Give what judges a cell for a column of this field, None an unknown one."""
    return _JUDGES.get(field or "", _judge_unknown)

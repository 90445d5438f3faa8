"""Lines of a table that only speak of others: totals and notes."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from parks.readers.cells import read_number

_NAMES: Final = frozenset({"zone", "parks"})
_NUMBERS: Final = frozenset({"seq", "district"})
_COUNTED: Final = _NAMES | _NUMBERS
_LONGEST: Final = 40
_TOTAL: Final = re.compile(
    r"(?P<of>[^(:,。、;《]{0,12}?)(?:合计|合計|总计|總計|小计|小計|共计|共計"
    r"|(?:grand)?total|subtotal|sum)(?::.{0,24}|\(.{0,24}\)|共?\d.{0,10})?"
)
_TOTALLED: Final = re.compile(r".*[区區市县縣域级級类類页頁镇鎮街片团團城部期]")
"""What a total in a column of names adds up; a park may well be called so otherwise."""
_SIGNS_OF_TOTALS: Final = re.compile("[计計]|tal|TAL|ｔａｌ|ＴＡＬ|[sSｓＳ][uUｕＵ]")
"""A quick no for nearly every cell."""
_NOTE: Final = re.compile(
    r"(?:备注|備註|附注|注|註|说明|說明|填报说明|统计口径"
    r"|制表(?:人|单位|日期|时间)?|填[表报](?:人|单位|日期|时间|部门)?|报送(?:人|单位|日期)"
    r"|审[核批](?:人|领导)?|复核人?|校对人?|单位负责人|主管领导|分管领导"
    r"|联系人|联系电话|负责人|单位|数据来源|資料來源|资料来源|来源|截止日期"
    r"|(?:notes?|remarks?|sources?|prepared by|checked by)(?=\s*(?::|\d|$)))"
    r"(?:\s*\(?\d{1,2}\)?)?\s*?(?P<mark>:|[.、\s]|$)"
)
_BARE: Final = 4
"""Characters of a word such as 备注 that may stand without a colon."""
_FIRSTS_OF_NOTES: Final = frozenset(
    "备備附注註说說填统制报审复校单主分联负数資资来截nrspcNRSPC"
)


def find_aside(texts: Sequence[str | None], fields: Sequence[str | None]) -> str | None:
    """
    Find what a line is that only speaks of others.

    Parameters
    ----------
    texts
        The cells of the line, at least one of them not blank.
    fields
        What each column means; see `parks.readers.columns.assign`.

    Returns
    -------
    str or None
        "row-total" where one of its names is 合计, "row-note" where it begins with
        备注 or the like; None for any other line. A park whose name holds such a word
        is none of them.
    """
    if _is_total(texts, fields):
        return "row-total"
    return "row-note" if _is_note(texts, fields) else None


def _is_total(texts: Sequence[str | None], fields: Sequence[str | None]) -> bool:
    for text, field in zip(texts, fields, strict=True):
        if (
            text
            and field in _COUNTED
            and len(text) <= _LONGEST
            and _SIGNS_OF_TOTALS.search(text)
        ):
            match = _TOTAL.fullmatch("".join(_fold(text).split()))
            if match and (not match["of"] or _totals(match["of"], field)):
                return not match["of"] or not _is_numbered(texts, fields)
    return False


def _totals(name: str, field: str | None) -> bool:
    """Say whether a name before 合计 is what is added up, not the first half of one."""
    return field in _NUMBERS or _TOTALLED.fullmatch(name) is not None


def _is_numbered(texts: Sequence[str | None], fields: Sequence[str | None]) -> bool:
    """Say whether a line has a row number, as no total of some rows has."""
    return any(
        field == "seq" and text is not None and read_number(text) is not None
        for text, field in zip(texts, fields, strict=True)
    )


def begins_note(text: str) -> bool:
    """Say whether a text that stands alone begins as notes do."""
    match = _NOTE.match(_fold(text.lstrip()[:_LONGEST]))
    return match is not None and (match["mark"] != "" or len(text) <= _BARE)


def _is_note(texts: Sequence[str | None], fields: Sequence[str | None]) -> bool:
    """Say whether the first cell that holds something begins a note."""
    for text, field in zip(texts, fields, strict=True):
        if text and (stripped := text.lstrip()):
            if stripped[0] not in _FIRSTS_OF_NOTES:
                return False
            match = _NOTE.match(_fold(stripped[:_LONGEST]).rstrip())
            if match is None or (field not in _COUNTED):
                return False
            return field in _NUMBERS or match["mark"] == ":"
    return False


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()

"""Numbers that only count the names of a cell: 1. 2. 3., （一）（二）, ①②, 一是二是."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

_CHINESE: Final = (
    "(?<![一二三四五六七八九十第])([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_ORDER = re.compile(_CHINESE + r"是\s*")
# 第2、3期 and A2、 count no names, nor does the point in 3.0.
_STYLES: Final = (
    re.compile(r"(?<![0-9A-Za-z.．第])(\d{1,2})[.．](?!\d)\s*"),
    re.compile(r"(?<![0-9A-Za-z第])(\d{1,2})、\s*"),
    re.compile(r"(?<![0-9A-Za-z（(])(\d{1,2})[)）]\s*"),
    re.compile(r"[（(](\d{1,2})[)）]\s*"),
    re.compile(r"([①-⒛❶-❿])\s*"),
    re.compile(_CHINESE + r"、\s*"),
    re.compile(rf"[（(]{_CHINESE}[)）]\s*"),
    _ORDER,
)
_NUMERAL = re.compile("[0-9０-９一二三四五六七八九十]")
_SEPARATORS: Final = "、，,；;。 \t\u3000\xa0"
_OPENING: Final = "（("
_CLOSING: Final = "）)"


def split_numbered(line: str) -> list[str]:
    """
    Split a line at the numbers that count its names.

    Parameters
    ----------
    line
        A line without outer blanks.

    Returns
    -------
    list of str
        The names without numbers and separators. Empty unless at least two numbers
        of one style count on, the first at the start of the line, each before a
        name of two characters or more.
    """
    style = _find_style(line)
    marks = _count_off(style, line) if style else []
    if len(marks) < 2:  # noqa: PLR2004 - one number counts nothing
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    parts = [
        line[mark.end() : end].strip(_SEPARATORS)
        for mark, end in zip(marks, ends, strict=True)
    ]
    return parts if all(len(part) > 1 for part in parts) else []


def find_alike(lines: Iterable[str]) -> frozenset[str]:
    """Find the lines that begin with a number of a style that another has too."""
    styles = {line: _find_style(line) for line in lines}
    counts = Counter(styles.values())
    return frozenset(
        line for line, style in styles.items() if style and counts[style] > 1
    )


def take_number_off(line: str, *, is_listed: bool) -> str:
    """
    Take the number off that a line begins with.

    Parameters
    ----------
    line
        A line without outer blanks.
    is_listed
        Whether another line of its cell begins alike: only then is 一是 a number, or
        a number that a numeral follows, as in 1、2号园.
    """
    style = _find_style(line)
    mark = style.match(line) if style else None
    if mark is None or mark.end() == len(line):
        return line
    is_bare = mark[0].rstrip().endswith("、")
    is_unsure = style is _ORDER or (is_bare and _NUMERAL.match(line, mark.end()))
    return line if is_unsure and not is_listed else line[mark.end() :]


def _find_style(line: str) -> re.Pattern[str] | None:
    return next((style for style in _STYLES if style.match(line)), None)


def _count_off(style: re.Pattern[str], line: str) -> list[re.Match[str]]:
    """Find the marks outside brackets that count on from the first."""
    marks: list[re.Match[str]] = []
    depth = seen = 0
    for mark in style.finditer(line):
        depth += _balance(line[seen : mark.start()])
        seen = mark.start()
        if depth == 0 and (not marks or _value(mark[1]) == _value(marks[-1][1]) + 1):
            marks.append(mark)
            seen = mark.end()
    return marks


def _balance(text: str) -> int:
    opened = sum(map(text.count, _OPENING))
    return opened - sum(map(text.count, _CLOSING))


def _value(numeral: str) -> int:
    """Read 12, ⑫ or 十二."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    value = unicodedata.numeric(ones) if ones else 0
    return int(value + 10 * (unicodedata.numeric(tens) if tens else len(ten)))

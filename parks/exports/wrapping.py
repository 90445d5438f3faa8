"""Lines of text no wider than a page, where a Chinese character is two columns."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_WIDE: Final = {"W", "F"}


def measure_width(text: str) -> int:
    """Count the columns that a text takes in a font of one width."""
    if text.isascii():
        return len(text)
    return sum(map(_measure, text))


def wrap_text(text: str, width: int, *, indent: str = "") -> Iterator[str]:
    """
    Wrap a text into lines of at most so many columns.

    Parameters
    ----------
    text
        Its line breaks stay.
    width
        In columns of an ASCII letter.
    indent
        Before every line but the first.
    """
    begun = ""
    for line in text.splitlines() or [""]:
        for piece in _break(begun + line, width, indent):
            yield piece.rstrip()
        begun = indent


def _break(line: str, width: int, indent: str) -> Iterator[str]:
    while measure_width(line) > width:
        end = _find_end(line, width)
        # Latin words stay whole where a blank in the second half lets them.
        blank = line.rfind(" ", max(len(indent) + 1, end // 2), end + 1)
        if blank > 0 and line[end - 1 : end + 1].isascii():
            end = blank + 1
        yield line[:end]
        line = indent + line[end:].lstrip()
    yield line


def _find_end(line: str, width: int) -> int:
    used = 0
    for position, character in enumerate(line):
        used += _measure(character)
        if used > width:
            return position
    return len(line)


def _measure(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1

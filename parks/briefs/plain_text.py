"""Text that every document can hold: no control character, no turn of direction."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

_BREAKS: Final = {ord("\r"): "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_KEPT: Final = frozenset("\n\t")
_TURNS: Final = frozenset(
    {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
)
"""Bidirectional classes of what turns the direction of text around."""
_MARKS: Final = frozenset("\u200e\u200f\u061c\ufeff")
"""Marks of direction that nothing shows, and the byte order mark."""
_NO_CHARACTER: Final = 0xFFFE
T = TypeVar("T")


def clean(text: str) -> tuple[str, int]:
    """
    Take out of a text what XML cannot hold or what would disguise it.

    Those are control characters, halves of surrogate pairs, what Unicode calls no
    character, and marks that turn the direction of writing, with which 12 can be made
    to look like 21. Every kind of line break becomes a line feed.

    Returns
    -------
    (str, int)
        The text, and how many characters were taken out.
    """
    whole = text.replace("\r\n", "\n").translate(_BREAKS)
    kept = "".join(character for character in whole if _can_stay(character))
    return kept, len(whole) - len(kept)


def clean_all(thing: T) -> tuple[T, int]:
    """Clean every text of a value of tuples and dataclasses, as `clean` does."""
    counts: list[int] = []
    return cast("T", _clean_deep(thing, counts)), sum(counts)


def _clean_deep(thing: object, counts: list[int]) -> object:
    # A member of an enumeration is text too, but nobody's words.
    if type(thing) is str:
        text, count = clean(thing)
        counts.append(count)
        return text
    if isinstance(thing, tuple):
        return tuple(_clean_deep(each, counts) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        held: dict[str, Any] = {
            field.name: _clean_deep(getattr(thing, field.name), counts)
            for field in fields(thing)
        }
        return replace(thing, **held)
    return thing


def _can_stay(character: str) -> bool:
    if character in _KEPT:
        return True
    if unicodedata.category(character) in {"Cc", "Cs"}:
        return False
    code = ord(character)
    is_none = code & _NO_CHARACTER == _NO_CHARACTER or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004 - Unicode 23.7
    turns = unicodedata.bidirectional(character) in _TURNS or character in _MARKS
    return not (is_none or turns)

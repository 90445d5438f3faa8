"""What one cell says, by the rules of its column."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from parks.model import LONGEST_DIRECTION, Policy
from parks.policies import split_policies
from parks.readers.vocabulary import read_vocabulary

_PLACEHOLDERS: Final = frozenset(
    {
        "/",
        "//",
        "\\",
        "-",
        "--",
        "–",
        "—",
        "——",
        "―",
        "无",
        "無",
        "暂无",
        "暫無",
        "n/a",
        "none",
        "nil",
    }
)
_LONGEST_PLACEHOLDER: Final = 4
_OPENING: Final = "（(【[〔《〈“‘「『"
_CLOSING: Final = "）)】]〕》〉”’」』"
_PARK_MARKS = re.compile(f"[、；;{re.escape(_OPENING + _CLOSING)}]")
_BRACKETS = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_NUMBERED = re.compile(r"(?:[（(]\d{1,2}[）)]|\d{1,2}(?:[、．)）]|\.(?!\d)))\s*")
_SEQ = re.compile(r"[(\[]?([0-9]{1,9})(?:\.0{1,6})?[)\]]?[.、]?")
_LONGEST_SEQ: Final = 16

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something inferred or doubted in a cell; see `parks.model.Problem`."""

    code: str
    found: str = ""
    used: str = ""


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What a cell was read as, and the doubts about it."""

    value: Value
    doubts: tuple[Doubt, ...] = ()


def paragraphs(text: str) -> list[str]:
    """Give the lines of a cell that are not blank, as they stand."""
    if "\n" not in text:
        return [text] if text.strip() else []
    return [line for line in text.split("\n") if line.strip()]


def is_placeholder(text: str) -> bool:
    """Say whether a cell only says that there is nothing, such as "/"."""
    text = text.strip()
    if not 0 < len(text) <= _LONGEST_PLACEHOLDER:
        return False
    return unicodedata.normalize("NFKC", text).casefold() in _PLACEHOLDERS


def read_number(text: str) -> int | None:
    """Read a row number such as "1", "１." or "(1)"; None if it is none."""
    text = text.strip()
    if len(text) > _LONGEST_SEQ:
        return None
    match = _SEQ.fullmatch(unicodedata.normalize("NFKC", text))
    return int(match[1]) if match else None


def unless_placeholder(
    read: Callable[[str], Reading[Value]],
) -> Callable[[str], Reading[Value]]:
    """Let a reading take a placeholder for the blank it stands for, and say so."""

    def reading(text: str) -> Reading[Value]:
        if not is_placeholder(text):
            return read(text)
        return Reading(read("").value, (Doubt("placeholder", text.strip()),))

    return reading


def _keeping(
    read: Callable[[str], Reading[Value]],
) -> Callable[[str], Reading[Value]]:
    """
    Keep what was read: few names and documents stand in very many rows.

    Rows then share them too, which spares a large table most of its memory.
    """
    return lru_cache(maxsize=2048)(read)


@_keeping
@unless_placeholder
def read_name(text: str) -> Reading[str | None]:
    """
    Read a cell that holds one name, joining one that was broken over lines.

    Lines that are each a whole zone's name are several names, joined by 、.
    """
    lines = [line.strip() for line in paragraphs(text)]
    if len(lines) <= 1:
        return Reading(lines[0] if lines else None)
    endings = read_vocabulary().whole_zone_endings
    if all(line.endswith(endings) for line in lines):
        several = "、".join(lines)
        return Reading(several, (Doubt("name-several", "\n".join(lines), several),))
    name = lines[0]
    for line in lines[1:]:
        is_latin = name[-1].isascii() and line[0].isascii()
        name += f" {line}" if is_latin else line
    return Reading(name, (Doubt("name-joined", "\n".join(lines), name),))


@unless_placeholder
def read_parks(text: str) -> Reading[tuple[str, ...]]:
    """Read the parks of a row: one a line, or several between 、 or semicolons."""
    if not _PARK_MARKS.search(text):
        # Most cells hold plain names, of which nothing is to be doubted.
        plain = [line.strip() for line in paragraphs(text)]
        if len(set(plain)) == len(plain) and not any(map(_NUMBERED.match, plain)):
            return Reading(tuple(plain))
    names: list[str] = []
    doubts: list[Doubt] = []
    for line in _whole_lines(text, doubts):
        bare = _without_number(line)
        parts = _split_outside_brackets(bare)
        if bare != line:
            doubts.append(Doubt("parks-numbered", line, "、".join(parts)))
        if len(parts) > 1:
            doubts.append(Doubt("parks-split", line, " | ".join(parts)))
        names.extend(parts)
    doubts.extend(
        Doubt("parks-duplicate", name, name)
        for name, count in Counter(names).items()
        if count > 1
    )
    return Reading(tuple(names), tuple(doubts))


@unless_placeholder
def read_direction(text: str) -> Reading[str | None]:
    """Read the direction: its paragraphs joined by line feeds, else as it stands."""
    direction = "\n".join(paragraphs(text)).strip() or None
    if direction is None or len(direction) <= LONGEST_DIRECTION:
        return Reading(direction)
    found, used = f"{len(direction):,}", f"{LONGEST_DIRECTION:,}"
    return Reading(direction, (Doubt("direction-long", found, used),))


@_keeping
@unless_placeholder
def read_policies(text: str) -> Reading[tuple[Policy, ...]]:
    """Read the documents cited as policy basis."""
    policies, leftovers = split_policies(text)
    doubts = [Doubt("policies-leftover", rest) for rest in leftovers]
    if policies and "《" not in text and "》" not in text:
        used = " | ".join(policy.title for policy in policies)
        doubts.append(Doubt("policies-unbracketed", text.strip(), used))
    return Reading(policies, tuple(doubts))


def read_text(text: str) -> str:
    """Read a cell without rules of its own: no outer blanks, no blank lines."""
    return "\n".join(paragraphs(text)).strip()


def _whole_lines(text: str, doubts: list[Doubt]) -> list[str]:
    """Join a line that ends within brackets to the one that closes them."""
    whole: list[str] = []
    for line in (line.strip() for line in paragraphs(text)):
        if whole and _depth(whole[-1]) > 0 and _depth(whole[-1]) + _depth(line) == 0:
            joined = whole.pop() + line
            doubts.append(
                Doubt("name-joined", f"{joined[: -len(line)]}\n{line}", joined)
            )
            whole.append(joined)
        else:
            whole.append(line)
    return whole


def _depth(line: str) -> int:
    brackets = _BRACKETS.findall(line)
    opened = sum(mark in _OPENING for mark in brackets)
    return 2 * opened - len(brackets)


def _without_number(line: str) -> str:
    match = _NUMBERED.match(line)
    return line[match.end() :] if match and match.end() < len(line) else line


def _split_outside_brackets(line: str) -> list[str]:
    """Split at 、；; where no bracket or quotation mark is open."""
    parts: list[str] = []
    start = depth = 0
    for mark in _PARK_MARKS.finditer(line):
        if mark[0] in _OPENING:
            depth += 1
        elif mark[0] in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(line[start : mark.start()])
            start = mark.end()
    parts.append(line[start:])
    return [part.strip() for part in parts if part.strip()]

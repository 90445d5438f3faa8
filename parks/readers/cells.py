"""What one cell says, by the rules of its column."""

import re
import unicodedata
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
# What a spreadsheet shows where a formula failed.
_FAILED: Final = frozenset(
    {"#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "#num!"}
)
_LONGEST_PLACEHOLDER: Final = 7
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
    """Say whether a cell only says that there is nothing, such as "/" or "#N/A"."""
    text = text.strip()
    if not 0 < len(text) <= _LONGEST_PLACEHOLDER:
        return False
    word = unicodedata.normalize("NFKC", text).casefold()
    return word in _PLACEHOLDERS or word in _FAILED


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


def read_text(text: str) -> Reading[str]:
    """Read a cell without rules of its own: no outer blanks, no blank lines."""
    plain = "\n".join(paragraphs(text)).strip()
    if plain[:1] in {"#", "＃"} and is_placeholder(plain):
        return Reading("", (Doubt("placeholder", plain),))
    return Reading(plain)

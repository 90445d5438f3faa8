"""Whether one name of a park is several, or says more than a name."""

import re
import unicodedata
from typing import Final

from parks.readers.vocabulary import read_vocabulary

OPENING: Final = "（(【[〔《〈“‘「『"
"""Brackets and quotation marks that open; what they hold belongs to one name."""
CLOSING: Final = "）)】]〕》〉”’」』"
"""Those that close them."""
# The longest name of a real park has some 40 characters.
_LONGEST_NAME: Final = 120
_HIDDEN: Final = "\0"
# Between two Latin letters or digits a comma or stroke is part of a name: 5G/6G园.
_COMMA = re.compile(r"\s*(?:(?<![0-9A-Za-z])[,，/／|｜]|[,，/／|｜](?![0-9A-Za-z]))\s*")
_BLANK = re.compile(r"\s+")
_AND = re.compile(r"以及|[和及与與暨]")
_AND_MORE = re.compile(
    r"等(?:$|[共约約近]?\s*[0-9一二三四五六七八九十百两兩多数數几幾余餘]+\s*(?:[个個家处處座大余餘多]|$))"
)
_MARKS = re.compile(r"[：:。！!？?；;、]|^[*＊※★☆▲△●○■◆•·\-–]|[*＊※★☆▲△†‡#①-⒇]$")
_FOOTNOTE = re.compile(r"[\[［〔【]\d{1,2}[\]］〕】]$")
_COUNT: Final = "(?:[A-Za-z][0-9]{0,2}|[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})"
_BARE = re.compile(_COUNT)
_PHASE = re.compile(_COUNT + "(?:期|[分小]?[区區]|栋|棟|座|号|號|号楼|號樓|楼|樓)?")
_NUMBER = re.compile(r"[0-9.,%()\s\-]+[年月日个]?")


def outside_brackets(name: str) -> str:
    """Give a name of the same length with brackets and what they hold hidden."""
    depth = 0
    shown: list[str] = []
    for letter in name:
        depth += letter in OPENING
        shown.append(_HIDDEN if depth or letter in CLOSING else letter)
        depth -= letter in CLOSING and depth > 0
    return "".join(shown)


def split_listed(name: str) -> list[str]:
    """
    Split a name at commas, strokes or blanks where each part is surely a park.

    Each must end as names of parks do; between blanks all alike, for 高新区 软件园 and
    TCL 国际E城 are one. Otherwise the name comes back whole.
    """
    if len(name) > _LONGEST_NAME:
        return [name]
    parts = _cut(name, _COMMA)
    if len(parts) < 2:  # noqa: PLR2004 - nothing stands between two parts
        return _split_at_blanks(name)
    if not all(map(_ending, parts)):
        return [name]
    return [listed for part in parts for listed in _split_at_blanks(part)]


def is_doubtful(name: str) -> bool:
    """Say whether a name may be several parks, or say more than a name."""
    if len(name) > _LONGEST_NAME:
        return True
    shown = outside_brackets(name)
    return bool(
        _NUMBER.fullmatch(unicodedata.normalize("NFKC", name))
        or _MARKS.search(shown)
        or _FOOTNOTE.search(name)
        or _COMMA.search(shown)
        or _AND_MORE.search(shown)
        or _names_two(name, shown)
    )


def is_bare(part: str) -> bool:
    """Say whether a part is no more than a number or letter, such as 2 or B1."""
    return _BARE.fullmatch(part) is not None


def is_phase(part: str) -> bool:
    """Say whether a part only goes on with the name before it: 二期, B座, 3号楼."""
    return _PHASE.fullmatch(part) is not None


def _names_two(name: str, shown: str) -> bool:
    """Say whether 和, or a blank, stands between two names of parks."""
    if any(
        _ending(name[: mark.start()]) and _ending(name[mark.end() :])
        for mark in _AND.finditer(shown)
    ):
        return True
    parts = _cut(name, _BLANK)
    last = outside_brackets(parts[-1]).strip(_HIDDEN)
    return any(map(_ending, parts[:-1])) and bool(last) and not is_phase(last)


def _split_at_blanks(name: str) -> list[str]:
    parts = _cut(name, _BLANK)
    endings = {_ending(part) for part in parts}
    return parts if len(endings) == 1 and "" not in endings else [name]


def _cut(name: str, separator: re.Pattern[str]) -> list[str]:
    """Cut a name at separators outside brackets; blank parts are left out."""
    parts: list[str] = []
    start = 0
    for mark in separator.finditer(outside_brackets(name)):
        parts.append(name[start : mark.start()])
        start = mark.end()
    parts.append(name[start:])
    return [part.strip() for part in parts if part.strip()]


def _ending(part: str) -> str:
    """Give the word that a name ends with as parks do; blank if there is none."""
    shown = outside_brackets(part).replace(_HIDDEN, "").strip()
    if len(shown) < 2:  # noqa: PLR2004 - the least a name has
        return ""
    endings = read_vocabulary().park_endings
    return next((word for word in endings if shown.endswith(word)), "")

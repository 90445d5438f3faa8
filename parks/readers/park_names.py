"""The parks that a cell names: split where that is sure, doubted where it is not."""

import re
from collections import Counter

from parks.readers.cells import Doubt, Reading, paragraphs, unless_placeholder
from parks.readers.name_doubts import (
    CLOSING,
    OPENING,
    is_bare,
    is_doubtful,
    is_phase,
    split_listed,
)
from parks.readers.numbering import find_alike, split_numbered, take_number_off
from parks.readers.raw import excerpt

_PARK_MARKS = re.compile(f"[、；;{re.escape(OPENING + CLOSING)}]")
_BRACKETS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
# Without any of these a line is one name, and nothing is to be doubted.
_TELLING = re.compile(
    "[、；;,，/／|｜:：。！!？?和及与與暨等*＊※★☆▲△†‡#①-⒛❶-❿"
    f"{re.escape(OPENING + CLOSING)}]"
    r"|\S[^\S\n]+\S"
    r"|^\s*(?:[\d●○■◆•·\-–]|[一二三四五六七八九十]+是)",
    re.MULTILINE,
)
_PLAIN_LENGTH = 120
_STOPS = "。，, \t\u3000\xa0"


@unless_placeholder
def read_parks(text: str) -> Reading[tuple[str, ...]]:
    """
    Read the parks of a row.

    They stand one a line, or between 、 or semicolons, or behind numbers that count
    them, or between commas, strokes or blanks where each ends as parks' names do.
    What may still be several parks, or more than a name, is kept as one and doubted.
    """
    if len(text) <= _PLAIN_LENGTH and not _TELLING.search(text):
        # Most cells hold plain names, of which nothing is to be doubted.
        plain = [line.strip() for line in paragraphs(text)]
        if len(set(plain)) == len(plain):
            return Reading(tuple(plain))
    names: list[str] = []
    doubts: list[Doubt] = []
    lines = _whole_lines(text, doubts)
    alike = find_alike(lines)
    for line in lines:
        names.extend(_read_line(line, doubts, is_listed=line in alike))
    doubts.extend(
        Doubt("parks-duplicate", name, name)
        for name, count in Counter(names).items()
        if count > 1
    )
    return Reading(tuple(names), tuple(doubts))


def _read_line(line: str, doubts: list[Doubt], *, is_listed: bool) -> list[str]:
    """Give the parks of a line, and say what was done to it."""
    counted = split_numbered(line) or [take_number_off(line, is_listed=is_listed)]
    written = [
        name
        for part in counted
        for listed in _split_outside_brackets(part)
        for name in split_listed(listed)
    ]
    names = [name.rstrip(_STOPS) or name for name in written]
    if counted != [line]:
        doubts.append(Doubt("parks-numbered", line, "、".join(names)))
    if len(names) > 1:
        doubts.append(Doubt("parks-split", line, " | ".join(names)))
    doubts.extend(
        Doubt("parks-doubtful", excerpt(said), excerpt(name))
        for said, name in zip(written, names, strict=True)
        # What was split or numbered is named already, its stops included.
        if is_doubtful(name) or (said != name and len(names) == 1 and counted == [line])
    )
    return names


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
    opened = sum(mark in OPENING for mark in brackets)
    return 2 * opened - len(brackets)


def _split_outside_brackets(line: str) -> list[str]:
    """Split at 、；; where no bracket or quotation mark is open."""
    spans: list[tuple[int, int]] = []
    start = depth = 0
    for mark in _PARK_MARKS.finditer(line):
        if mark[0] in OPENING:
            depth += 1
        elif mark[0] in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            spans.append((start, mark.start()))
            start = mark.end()
    spans.append((start, len(line)))
    return _keep_phases(line, [span for span in spans if line[slice(*span)].strip()])


def _keep_phases(line: str, spans: list[tuple[int, int]]) -> list[str]:
    """Keep with its name what only goes on with it: 甲园一期、二期, 1、2号园."""
    parts = [line[slice(*span)].strip() for span in spans]
    if all(is_phase(part) and not is_bare(part) for part in parts):
        return parts
    kept: list[tuple[int, int]] = []
    is_open = False
    for part, (start, end) in zip(parts, spans, strict=True):
        if kept and (is_open or is_phase(part)):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
            is_open = True
        is_open = is_open and is_bare(part)
    return [line[slice(*span)].strip() for span in kept]

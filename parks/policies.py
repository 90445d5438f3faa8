"""The documents a row cites: titles in 《》, with their numbers."""

import re
from typing import Final

from parks.model import Policy

# 深府〔2018〕84号, 深府函[2019]123号, with or without brackets around it.
_NUMBER = re.compile(
    r"\s*(?P<open>[（(\[【])?\s*"
    r"(?P<number>[^\W\d_]{1,20}\s?[〔\[［【（(]\s?(?:19|20)\d\d\s?[〕\]］】）)]\s?第?\s?\d{1,6}\s?号)"
    r"\s*(?(open)[）)\]】])"
)
_MARKS = re.compile("[《》]")
# What stands between two citations and says nothing: separators, 和, and numbering.
_BETWEEN = re.compile(
    r"(?:[、，,；;。.\s]|和|及|以及|与|暨|\d{1,2}[、.．)）]|[（(]\d{1,2}[）)])+"
)
# 国务院批准设立, 2006年升级为国家级: what happened to a park, by no document's name.
_EVENT = re.compile(
    r"(?:(?:批准|同意|核准|批复)(?:设立|成立|建立|建设|筹建|认定)?|获批|认定|升级|升格|更名"
    r"|授牌|挂牌|设立|成立|建立|命名|公布)(?:[为為].{1,30})?$"
)
_DOCUMENT = re.compile(
    r"[》)）\]】]$|(?:批复|通知|决定|意见|公告|方案|规划|计划|纲要|办法)$"
)
_DATE = re.compile(r"[\d年月日号.\-/—–~至\s]+")
_LONGEST_EVENT: Final = 60
_EDGES: Final = "、，,；;。. \t\n\u3000\xa0"


def split_policies(text: str) -> tuple[tuple[Policy, ...], tuple[str, ...]]:
    """
    Split a cell into the documents it cites.

    Parameters
    ----------
    text
        The cell. Titles stand in 《》, which may hold others; the number of a
        document follows its title. Without any 《》 the text is split at line
        breaks and semicolons, or else at 、, for titles hold 、 too.

    Returns
    -------
    tuple of Policy
        In the order of the cell, without the outer 《》.
    tuple of str
        What is neither title, number nor separator, and each title whose 《 or 》
        lacks its partner. Without any 《》 what is only a date or an event, and each
        number without a title, which stands among the documents too.
    """
    if not _MARKS.search(text):
        return _split_bare(_parts(text))
    spans, unclosed = _title_spans(text)
    policies: list[Policy] = []
    leftovers: list[str] = []
    position = 0
    for start, end, is_closed in spans:
        leftovers.extend(_leftovers(text[position:start]))
        title = text[start + 1 : end].strip(_EDGES if not is_closed else None)
        position = end + 1 if is_closed else end
        number = _NUMBER.match(text, position) if is_closed else None
        if number:
            position = number.end()
        if title:
            policies.append(Policy(title, _join(number["number"]) if number else None))
    leftovers.extend(_leftovers(text[position:]))
    return tuple(policies), tuple(unclosed + leftovers)


def _split_bare(parts: list[str]) -> tuple[tuple[Policy, ...], tuple[str, ...]]:
    """Tell documents without 《》 from dates and events."""
    policies: list[Policy] = []
    leftovers: list[str] = []
    for part in parts:
        is_document = not (_DATE.fullmatch(part) or _is_event(part))
        if is_document:
            policies.append(Policy(*_unnumbered(part)))
        if not is_document or _NUMBER.fullmatch(part):
            leftovers.append(part)
    return tuple(policies), tuple(leftovers)


def _is_event(part: str) -> bool:
    return (
        len(part) <= _LONGEST_EVENT
        and _EVENT.search(part) is not None
        and _DOCUMENT.search(part) is None
    )


def is_citation(text: str) -> bool:
    """Say whether a text is titles in 《》 and nothing else."""
    policies, leftovers = split_policies(text)
    return bool(policies) and not leftovers and "《" in text


def _title_spans(text: str) -> tuple[list[tuple[int, int, bool]], list[str]]:
    """
    Find the outermost titles.

    Returns
    -------
    list of (int, int, bool)
        Place of 《, place of 》 (or where the title is taken to end), and whether
        there is a 》.
    list of str
        The titles that lack it.
    """
    spans: list[tuple[int, int, bool]] = []
    depth = start = 0
    for mark in _MARKS.finditer(text):
        if mark[0] == "《":
            start = start if depth else mark.start()
            depth += 1
        elif depth == 1:
            spans.append((start, mark.start(), True))
            depth = 0
        elif depth:
            depth -= 1
    return (spans, []) if depth == 0 else _flat_spans(text)


def _flat_spans(text: str) -> tuple[list[tuple[int, int, bool]], list[str]]:
    """Where a 》 is lacking, let each title end at the next mark of either kind."""
    marks = [(mark.start(), mark[0]) for mark in _MARKS.finditer(text)]
    ends = [*marks[1:], (len(text), "")]
    spans = [
        (start, end, closing == "》")
        for (start, opening), (end, closing) in zip(marks, ends, strict=True)
        if opening == "《"
    ]
    unclosed = [
        text[start:end].strip(_EDGES) for start, end, closed in spans if not closed
    ]
    # A 《 that nothing follows is worth saying once.
    bare = ["《"] if "《" in unclosed else []
    return spans, bare + [title for title in unclosed if title != "《"]


def _leftovers(text: str) -> list[str]:
    """Keep what says something of the text between two citations."""
    rest = text.strip(_EDGES)
    says_nothing = not rest or any(map(_BETWEEN.fullmatch, (rest, text.strip())))
    return [] if says_nothing else [rest]


def _parts(text: str) -> list[str]:
    pieces = re.split(r"[\n；;]", text)
    if len([piece for piece in pieces if piece.strip(_EDGES)]) == 1:
        pieces = text.split("、")
    return [part for piece in pieces if (part := piece.strip(_EDGES))]


def _join(number: str) -> str:
    """Join a number that was broken over two lines; its blanks are kept."""
    return "".join(line.strip() for line in number.splitlines())


def _unnumbered(title: str) -> tuple[str, str | None]:
    """Part a title without 《》 from a bracketed number at its end."""
    if not title.endswith(("号）", "号)", "号]", "号】")):
        return title, None
    opening = max(title.rfind(mark, 0, -8) for mark in "（([【")
    tail = _outermost_tail(title) if opening > 0 else ""
    number = _NUMBER.fullmatch(tail)
    if number is None:
        return title, None
    return title[: -len(tail)].strip(), _join(number["number"])


def _outermost_tail(title: str) -> str:
    """Give the bracketed text a title ends with, brackets inside it included."""
    depth = 0
    for place in range(len(title) - 1, 0, -1):
        depth += (title[place] in "）)]】〕］") - (title[place] in "（([【〔［")
        if depth == 0:
            return title[place:]
    return ""

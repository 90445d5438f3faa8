"""What of a business scope counts: its clauses, without licensing boilerplate."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_OPENING: Final = "(（[【〔"
_CLOSING: Final = ")）]】〕"
_TAG: Final = re.compile(r"<[^<>]{0,2000}+>")
_ENTITY: Final = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7});", re.IGNORECASE)
_ENDS: Final = re.compile(r"[；;。，,.!！?？\n\r\t^|〓]+")
# Licensing sentences that stand without brackets.
_LICENSING: Final = re.compile(
    r"(?:除?依法[须需]经批[准注]|法律、行政法规|国家限定|国家禁止|市场主体依法自主|企业依法自主"
    r"|不得从事|凭营业执照|具体经营项目以|须取得许可|未经.{0,12}批准|不涉及国营贸易|涉及配额"
    r"|(?:经相关部门批准|开展经营活动)|公司经营范围以|特此公告)"
)
# What is excluded is no aim. It stands behind these words, up to the clause's end or to
# a colon, behind which stands what is included: 以下范围不含前置许可项目：软件开发.
_EXCLUDING: Final = re.compile(
    r"不(?:包括|包含|含|从事|经营|开展|涉及)|未从事|(?:禁止|严禁)(?:从事|经营|开展)?"
    r"|\b(?:excluding|excludes|except(?:ing)?|other than|not including"
    r"|(?:do|does|may|must|shall|will) not)\b"
)
# It stands before these, or behind a colon that follows at once: 以下除外：区块链.
_EXCLUDED: Final = re.compile(r"除外|\b(?:is|are) excluded\b|\bexcepted\b")
# It stands between these: 除金融外的其他业务. 除 is in verbs and in names of goods too.
_BUT: Final = re.compile(
    r"(?<![清解消扣拆免根去排删废])除(?![尘湿草锈冰雪虫臭颤氧油垢外])[^:]{1,40}?"
    r"(?:以外|之外|外(?=的|\s|$))"
)
_SENTENCE_END: Final = re.compile(r"[；;。!！?？\n\r]|$")


class Clause(NamedTuple):
    """A stretch of the text between semicolons, commas, full stops and lines."""

    start: int
    end: int


def blank_markup(text: str) -> str:
    """Put blanks in place of tags and entities; every character keeps its place."""
    return _ENTITY.sub(_blank, _TAG.sub(_blank, text))


def blank_brackets(text: str) -> str:
    """
    Put blanks in place of all that stands in brackets, which only limits an item.

    Brackets without a partner are left as they are.
    """
    pairs = sorted(_pair(text))
    parts: list[str] = []
    end = 0
    for start, close in pairs:
        if start < end:
            continue
        parts += [text[end:start], " " * (close + 1 - start)]
        end = close + 1
    return "".join((*parts, text[end:]))


def blank_excluded(text: str) -> str:
    """
    Put blanks in place of what a folded text excludes; every character keeps its place.

    A clause that ends in 除外 is blanked whole, of one with 不含 or 禁止从事 all behind
    that: nothing is wanted that may have been excluded.
    """
    parts: list[str] = []
    end = 0
    for clause in _cut(text):
        for start, close in _find_excluded(text, clause):
            # A list behind a colon may reach over the clauses that follow.
            if close > end:
                start = max(start, end)  # noqa: PLW2901 - what is blank stays so
                parts += [text[end:start], " " * (close - start)]
                end = close
    return "".join((*parts, text[end:]))


def find_clauses(text: str) -> Iterator[Clause]:
    """Cut a folded text into clauses; those that only state licensing are left out."""
    for clause in _cut(text):
        is_said = text[clause.start : clause.end].strip()
        if is_said and not _LICENSING.search(text, *clause):
            yield clause


def _cut(text: str) -> Iterator[Clause]:
    start = 0
    for found in _ENDS.finditer(text):
        yield Clause(start, found.start())
        start = found.end()
    yield Clause(start, len(text))


def _find_excluded(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    """Find the stretches of a clause that are excluded, in their order."""
    if _LICENSING.search(text, *clause):
        return
    excluded = _EXCLUDED.search(text, *clause)
    excluding = excluded or _EXCLUDING.search(text, *clause)
    if excluding is None:
        yield from (found.span() for found in _BUT.finditer(text, *clause))
        return
    start = clause.start if excluded else excluding.start()
    if text.startswith(":", excluding.end()):
        yield start, _end_sentence(text, excluding.end())
    elif excluded:
        yield clause
    else:
        colon = text.find(":", start, clause.end)
        yield start, clause.end if colon < 0 else colon


def _end_sentence(text: str, start: int) -> int:
    found = _SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _pair(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in _OPENING:
            opened.append(place)
        elif sign in _CLOSING and opened:
            yield opened.pop(), place


def _blank(found: re.Match[str]) -> str:
    # An item ends where markup stands.
    return "\n" + " " * (len(found[0]) - 1)

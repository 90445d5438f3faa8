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


def find_clauses(text: str) -> Iterator[Clause]:
    """Cut a folded text into clauses; those that only state licensing are left out."""
    start = 0
    for end, behind in (
        *((it.start(), it.end()) for it in _ENDS.finditer(text)),
        (
            len(text),
            len(text),
        ),
    ):
        if text[start:end].strip() and not _LICENSING.search(text, start, end):
            yield Clause(start, end)
        start = behind


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

"""Lines that a page break leaves in copied text: page numbers and running heads."""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from parks.readers import columns

_DASHES: Final = "[-–—―─~·]"
_MARK: Final = re.compile(
    rf"{_DASHES}+\s*\d{{1,4}}\s*{_DASHES}+"
    r"|第\s*\d{1,4}\s*[页頁](?:\s*[,，、/(（]?\s*[共总]\s*\d{1,4}\s*[页頁]\s*[)）]?)?"
    r"|共\s*\d{1,4}\s*[页頁]\s*[,，、/]?\s*第\s*\d{1,4}\s*[页頁]"
    r"|page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
_LONGEST: Final = 30
_SHORTEST_HEAD: Final = 5
_TOP: Final = 3
_CUT: Final = re.compile(r"[\s,;|｜│]")


def is_page_mark(line: str) -> bool:
    """Say whether a line is the number of a page; a bare number may be a row's."""
    text = unicodedata.normalize("NFKC", line.strip()) if len(line) <= _LONGEST else ""
    share = _SHARE.fullmatch(text)
    if share:
        return 0 < int(share[1]) <= int(share[2])
    return _MARK.fullmatch(text) is not None


def find_page_lines(lines: Sequence[str]) -> frozenset[int]:
    """
    Find the lines that belong to pages and not to a table.

    Parameters
    ----------
    lines
        The lines of a text.

    Returns
    -------
    frozenset of int
        The numbers, from 0, of page numbers, and of the title of the document where
        it comes again below one.
    """
    marks = {number for number, line in enumerate(lines) if is_page_mark(line)}
    if not marks:
        return frozenset()
    full = [number for number, line in enumerate(lines) if line.strip()]
    titles = {lines[n].strip() for n in full[:_TOP] if _could_be_title(lines[n])}
    heads = {
        number
        for before, number in itertools.pairwise(full)
        if before in marks and lines[number].strip() in titles
    }
    return frozenset(marks | heads)


def _could_be_title(line: str) -> bool:
    text = line.strip()
    return (
        len(text) >= _SHORTEST_HEAD
        and _CUT.search(text) is None
        and not columns.claims(text)
    )

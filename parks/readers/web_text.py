"""The text of a cell of a web page, as far as the page shows it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from lxml import etree

from parks.readers.raw import Repair, excerpt

_BLOCKS: Final = frozenset({"p", "div", "br", "li", "ul", "ol", "tr", "h1", "h2", "h3"})
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript"})
_BLANKS: Final = re.compile(r"[ \t\r\n\xa0]+")
_HIDING: Final = re.compile(
    r"\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)
_ROWS: Final = frozenset({"tr", "thead", "tbody", "tfoot", "table"})
_SURE_MARK: Final = re.compile(
    r"[①-⑳*※†‡]|[\[(（【〔](?:注\s*)?[\da-z一二三四五六七八九十]{1,2}[\])）】〕]|注\d{0,2}"
)
_LIKELY_MARK: Final = re.compile(r"\d{1,2}|[a-z]")
_UNITS: Final = tuple("米里尺")
_MOST_PIECES: Final = 6
_MOST_SAID: Final = 5


def read_cell(cell: Any) -> str:  # noqa: ANN401 - an lxml element
    """Read the text of a cell, its blocks as lines, without what is not shown."""
    lines = "".join(_list_texts(cell)).split("\v")
    kept = (_BLANKS.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in kept if line)


def is_hidden(node: Any) -> bool:  # noqa: ANN401
    """Say whether an element says of itself that it is not shown."""
    return (
        node.get("hidden") is not None
        or _HIDING.search(node.get("style", "")) is not None
    )


def say_unread(table: Any) -> Iterator[Repair]:  # noqa: ANN401
    """Say what text of a table was left out: what is hidden, and footnote marks."""
    nodes = [node for node in table.iterdescendants() if isinstance(node.tag, str)]
    marks = [_text(node) for node in nodes if _is_mark(node)]
    if marks:
        found = "、".join(list(dict.fromkeys(marks))[:_MOST_SAID])
        yield Repair("marks-dropped", found=found, used=str(len(marks)))
    hidden = [node for node in nodes if node.tag not in _ROWS and is_hidden(node)]
    texts = [text for node in hidden if (text := _text(node))]
    if texts:
        yield Repair("text-hidden", found=excerpt(texts[0]), used=str(len(texts)))


def _list_texts(cell: Any) -> Iterator[str]:  # noqa: ANN401
    """
    List the texts of a cell; a vertical tab stands where a line ends.

    It walks and does not recur: a page may be nested a hundred thousand deep.
    """
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, node in walk:
        if node.tag in _BLOCKS:
            yield "\v"
        if event == "start" and node is not cell and _is_unseen(node):
            walk.skip_subtree()
        elif event == "start":
            yield (node.text or "").replace("\v", " ")
        elif node is not cell:
            yield (node.tail or "").replace("\v", " ")


def _is_unseen(node: Any) -> bool:  # noqa: ANN401
    return (
        node.tag == "table" or node.tag in _UNSEEN or is_hidden(node) or _is_mark(node)
    )


def _is_mark(node: Any) -> bool:  # noqa: ANN401
    """Say whether an element is the mark of a footnote, and no power of a unit."""
    if node.tag != "sup":
        return False
    text = _text(node)
    if _SURE_MARK.fullmatch(text):
        return True
    before = node.getprevious()
    left = (node.getparent().text if before is None else before.tail) or ""
    if not left.strip() and before is not None and len(before) == 0:
        left = before.text or ""
    last = left.rstrip()[-1:]
    is_power = last.isascii() or last in _UNITS
    return _LIKELY_MARK.fullmatch(text) is not None and not is_power


def _text(node: Any) -> str:  # noqa: ANN401
    """Give how the text of an element begins."""
    pieces = islice(node.itertext(), _MOST_PIECES)
    return " ".join("".join(pieces).split())

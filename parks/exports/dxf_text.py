"""Texts as a drawing holds them: one line each, in UTF-8, of bounded length."""

import re
from functools import lru_cache
from typing import Final

LONGEST_STRING: Final = 250
"""Bytes of a string of extended data; the format allows 255."""
LONGEST_LABEL: Final = 120
"""Characters of a name as it is drawn; the fields have it whole."""
_LONGEST_LAYER: Final = 200
_ESCAPED: Final = re.compile("[\x00-\x1f^]")
_SEQUENCE: Final = re.compile(r"\\(?=[UuMm]\+)")
_UNIT: Final = re.compile(r"\^.|\\U\+005C|.")
"""What may not be torn apart."""
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f<>/\\\":;?*|,=`]")
"""What no name of a drawing's layer may hold, by AutoCAD's rules."""


def escape_text(text: str) -> str:
    r"""
    Write a text on one line as the DXF reference has it, so that readers restore it.

    Control characters become ``^`` and a letter (a line break is ``^J``), ``^`` itself
    ``^`` and a space, and the backslash of what looks like ``\U+4E2D`` that escape of
    itself.
    """
    escaped = _SEQUENCE.sub(r"\\U+005C", text)
    escaped = _ESCAPED.sub(lambda found: f"^{chr((ord(found[0]) + 64) % 126)}", escaped)
    return escaped.encode(errors="replace").decode()


@lru_cache(maxsize=4096)
def split_text(text: str) -> tuple[str, ...]:
    """Escape a text and split it into pieces of at most `LONGEST_STRING` bytes."""
    escaped = escape_text(text)
    if len(escaped.encode()) <= LONGEST_STRING:
        return (escaped,)
    pieces: list[str] = []
    piece: list[str] = []
    size = 0
    for unit in _UNIT.findall(escaped):
        length = len(unit.encode())
        if size + length > LONGEST_STRING:
            pieces.append("".join(piece))
            piece, size = [], 0
        piece.append(unit)
        size += length
    return (*pieces, "".join(piece))


def label_text(text: str) -> str:
    """Write a name to be drawn: on one line, cut where it is longer than any name."""
    line = " ".join(text.split())
    cut = line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"
    # Two of them begin a code of AutoCAD's; three are one that is drawn.
    return escape_text(cut.replace("%%", "%%%%%%"))


def name_layer(*parts: str) -> str:
    """Name a layer of a drawing: what AutoCAD forbids in names becomes ``_``."""
    return _UNFIT.sub("_", "-".join(parts))[:_LONGEST_LAYER].strip()

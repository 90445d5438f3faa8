"""One spelling for every width and case, character by character."""

import re
import unicodedata
from typing import Final

_FOLDED_RANGES: Final = (
    (0x0041, 0x005A),  # A-Z
    (0x2E80, 0x2FDF),  # radicals, which PDF exports put in place of characters
    (0x3000, 0x3000),  # the ideographic space
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFF01, 0xFF5E),  # full-width ASCII
)


def _folded(code: int) -> str:
    """Fold one character; what would become several stays as it is."""
    folded = unicodedata.normalize("NFKC", chr(code)).lower()
    return folded if len(folded) == 1 else chr(code)


_FOLDING: Final = {
    chr(code): _folded(code)
    for first, last in _FOLDED_RANGES
    for code in range(first, last + 1)
}
# Few characters of a text change: to find those first is quicker than `str.translate`.
FOLDABLE: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in _FOLDED_RANGES)
"""Every character that folding may change, as patterns write classes of them."""
_FOUND: Final = re.compile(f"[{FOLDABLE}]")


def fold(text: str) -> str:
    """
    Fold full-width and compatibility forms and the case of Latin letters.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        A text of the same length: position for position the same characters.
    """
    return _FOUND.sub(_fold_found, text)


def _fold_found(found: re.Match[str]) -> str:
    return _FOLDING[found[0]]

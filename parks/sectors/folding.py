"""One spelling for every width and case, character by character."""

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
    code: _folded(code)
    for first, last in _FOLDED_RANGES
    for code in range(first, last + 1)
}


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
    return text.translate(_FOLDING)

"""Finds the address of a web page in what people wrote around it."""

import re
from typing import Final

_LINK: Final = re.compile(
    r"https?://[a-z0-9](?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})*",
    re.ASCII | re.IGNORECASE,
)
"""ASCII alone: Chinese writes no blank between an address and what follows."""
_AFTER: Final = ".,;:!?'"
"""Ends a sentence or a quotation, and hardly ever an address."""


def find_link(text: str) -> str | None:
    """
    Find the first address in a text.

    Returns
    -------
    str or None
        The address without the punctuation or bracket that closes after it; a bracket
        that opens within it is its own. None if there is none.
    """
    found = _LINK.search(text)
    if found is None:
        return None
    link = found[0]
    while link.endswith(tuple(_AFTER)) or _closes_more(link):
        link = link[:-1]
    return link


def _closes_more(link: str) -> bool:
    return link.endswith(")") and link.count(")") > link.count("(")

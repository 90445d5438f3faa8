"""How names are compared: what of them counts, and how alike two are."""

import re
import unicodedata

from rapidfuzz import fuzz

_INSIGNIFICANT = frozenset("PZC")  # Unicode's punctuation, separators, controls
_SIGN = re.compile(r"[\W_]")


def name_key(name: str) -> str:
    """
    Reduce a name to what tells it apart.

    Width and case are folded; quotes, brackets, dashes, dots and blanks fall away,
    while signs such as the plus of 互联网+ stay.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    # Most names hold letters and digits only, of which none falls away.
    return folded if folded.isalnum() else _SIGN.sub(_keep_significant, folded)


def _keep_significant(sign: re.Match[str]) -> str:
    is_significant = unicodedata.category(sign[0])[0] not in _INSIGNIFICANT
    return sign[0] if is_significant else ""


def likeness(one: str, other: str) -> float:
    """
    Measure how alike two keys are, from 0 to 1.

    It is rapidfuzz's ratio: twice the characters that match in order, over the
    characters of both. Where one key contains the other it is at least 0.5 and half
    the shorter one's share of the longer, for people look names up by a part.
    """
    if not one or not other:
        return 0.0
    ratio = fuzz.ratio(one, other) / 100
    shorter, longer = sorted((one, other), key=len)
    if shorter not in longer:
        return ratio
    return max(ratio, 0.5 + 0.5 * len(shorter) / len(longer))

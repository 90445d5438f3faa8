"""Lists to tick: what stands unticked beside what is ticked is not named."""

import re
from typing import Final

_TICKED: Final = re.compile(r"[☑☒■√✓✔]")
_UNTICKED: Final = re.compile(
    # The item goes on to the next box, ticked or not, or to the end of its line.
    r"(?:[☐□]|\(\s{0,4}\))(?:(?![☐□☑☒■√✓✔]|\(\s{0,4}[)√✓✔])[^\n])*"
)


def blank_unticked(text: str) -> str:
    """
    Blank the items of a list that nobody ticked, if others are ticked.

    Parameters
    ----------
    text
        A folded text. A box stands before its item; boxes that are all empty are
        mere bullets.

    Returns
    -------
    str
        A text of the same length.
    """
    if not _UNTICKED.search(text) or not _TICKED.search(text):
        return text
    return _UNTICKED.sub(lambda item: " " * len(item[0]), text)

"""Keeps a spreadsheet from running the text of a CSV cell as a formula."""

import re
from typing import Final

_GUARD: Final = "'"
# Excel and LibreOffice begin a formula at these, full width too, and after a tab or
# line break as well.
_FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def disarm(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; Excel hides it."""
    return _GUARD + cell if _FORMULA.match(cell) else cell


def rearm(cell: str) -> str:
    """Take off the apostrophe that `disarm` put there."""
    is_guarded = cell.startswith(_GUARD) and _FORMULA.match(cell)
    return cell.removeprefix(_GUARD) if is_guarded else cell

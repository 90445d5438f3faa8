"""A filter as an address has it, for people: Chinese stays Chinese."""

import re
from typing import Final
from urllib.parse import quote

from parks.filter import Filter

_MARKS: Final = re.compile(r"[%&+#=\s\x00-\x1f\x7f]")
"""What means something else in an address, or nothing at all."""


def write_options(filter_: Filter) -> str:
    """
    Write a filter's options so that they can be pasted into an address.

    Returns
    -------
    str
        ``district=nanshan&q=C%2B%2B``; empty for every park. All letters are left as
        they are, which browsers encode themselves.
    """
    return "&".join(
        f"{option}={_MARKS.sub(_encode, value)}"
        for option, values in filter_.to_options().items()
        for value in values
    )


def _encode(found: re.Match[str]) -> str:
    return quote(found[0], safe="")

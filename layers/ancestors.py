"""Which sites may show the app in a frame of theirs, as the operator says it."""

import re
from typing import Final

SELF: Final = "'self'"
NONE: Final = "'none'"
_ORIGIN: Final = re.compile(
    r"https?://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?P<port>\d{1,5}))?"
)
_GREATEST_PORT: Final = 65_535


def parse_ancestors(names: tuple[str, ...]) -> tuple[str, ...]:
    """
    Read what may stand around the app's pages.

    Parameters
    ----------
    names
        ``none``, ``self``, or origins such as ``https://portal.example.org``; a star
        in the place of the first label means every host under the rest.

    Returns
    -------
    tuple of str
        The sources of ``frame-ancestors``. With origins the app itself is always
        one: the map stands in a frame of a page of ours, and each of the frames
        around it must be allowed.

    Raises
    ------
    ValueError
        If a name is none of these, or ``none`` does not stand alone.
    """
    if names == ("none",):
        return (NONE,)
    origins = (_spell(name) for name in names if name != "self")
    return (SELF, *origins)


def _spell(name: str) -> str:
    """Spell an origin as browsers compare it: in ASCII, with no slash at its end."""
    if name == "none":
        raise ValueError("none stands alone: name origins, or nobody")
    given = name.removesuffix("/")
    scheme, mark, host = given.partition("://")
    found = _ORIGIN.fullmatch(f"{scheme}{mark}{_encode(host)}")
    if found is None or not 0 < int(found["port"] or 1) <= _GREATEST_PORT:
        raise ValueError(
            f"{name!r} is no origin: use none, self, or origins such as "
            "https://portal.example.org with commas between them"
        )
    return found[0]


def _encode(host: str) -> str:
    """Write a host's Chinese names in ASCII; what cannot be is left for the reader."""
    try:
        return host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return host

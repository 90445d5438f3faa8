"""Instants and intervals as clients write them; the tables themselves have no time."""

import re
from datetime import UTC, date, datetime
from typing import Final

from service.ogc.problems import refuse

_DATE: Final = r"\d{4}-\d\d-\d\d"
_INSTANT: Final = re.compile(
    rf"{_DATE}(?:[Tt]\d\d:\d\d:\d\d(?:\.\d{{1,9}})?(?:[Zz]|[+-]\d\d:\d\d))?", re.ASCII
)
_NO_INSTANT: Final = (
    "datetime {value!r} is no instant and no interval: write 2020-01-31, "
    "2020-01-31T08:00:00Z, or two of them with a slash between, .. for an open end"
)
_BACKWARDS: Final = "datetime {value!r} ends before it begins"
_OPEN: Final = ("", "..")


def check_instants(value: str) -> None:
    """
    Check what is given as ``datetime``; it selects all, as no feature has a time.

    Raises
    ------
    RefusalError
        If it is neither an instant nor an interval of RFC 3339.
    """
    parts = value.split("/")
    if len(parts) > 2 or (len(parts) == 1 and value in _OPEN):  # noqa: PLR2004
        raise refuse(_NO_INSTANT, "datetime", value=value)
    read = [_read(part) for part in parts if part not in _OPEN]
    if None in read:
        raise refuse(_NO_INSTANT, "datetime", value=value)
    if len(read) == 2 and read[0] > read[1]:  # type: ignore[operator]  # noqa: PLR2004
        raise refuse(_BACKWARDS, "datetime", value=value)


def _read(part: str) -> datetime | None:
    if _INSTANT.fullmatch(part) is None:
        return None
    try:
        if "t" not in part.lower():
            day = date.fromisoformat(part)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
        # Python reads six digits of a second.
        return datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", part.upper()))
    except ValueError:
        return None

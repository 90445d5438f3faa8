"""What headings and district names mean, whatever their wording."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from geodata.reference_names import names_system, recognise_system
from geodata.reference_systems import CGCS2000, WGS84
from parks.readers.vocabulary import plain, read_vocabulary

# A heading is a few words; what is longer is text, and not worth comparing.
_LONGEST_HEADING: Final = 40
_LONGEST_NAME: Final = 20
# 园区名称 is surer of a park than 名称, a word near the end of its list.
_AFFIX_PENALTY: Final = 20
# Of two pairs of coordinates that in WGS 84 needs no converting.
_DATUM_PENALTY: Final = 100
# A datum beside a coordinate's word, without brackets: gcj02_lng, 经度2000.
_DATUM = re.compile(
    r"gcj0?2|bd0?9(?:ll)?|wgs(?:19)?84|cgcs2000|2000|epsg\d{4,5}"
    r"|火星|高德|腾讯|騰訊|百度|天地图|天地圖|国家|國家|大地"
)

ROW_FIELDS: Final = ("seq", "district", "zone", "parks", "direction", "policies")
"""The columns a whole table has, in the order of `parks.model.Row`."""
_TOLD_OF: Final = frozenset({"zone", "parks", "direction", "policies"})
DEGREES: Final = ("lon", "lat")
"""Columns that stand in `Row.extra` under their field."""
METRES: Final = ("x", "y")
"""Columns of a plane's coordinates, each in `Row.extra` under its heading."""
COORDINATES: Final = (*DEGREES, *METRES)
NOTED_FIELDS: Final = ("area", "address", "contact", "phone", "operator", "rent")
"""Columns that are understood and stand in `Row.extra` under their heading."""


def is_word(text: str) -> bool:
    """Say at little cost whether a text is, as it stands, a word for a column."""
    return (
        len(text) <= _LONGEST_HEADING
        and text.strip().casefold() in read_vocabulary().fields
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """A heading's claim to a field; the lowest `rank` is the surest."""

    rank: int
    field: str


def claims(heading: str) -> tuple[Claim, ...]:
    """
    Say which fields a heading could stand for.

    Returns
    -------
    tuple of Claim
        Nothing for a heading without meaning here, and for a coordinate in a
        reference system that is not known: it must not pass for WGS 84.
    """
    if len(heading) > _LONGEST_HEADING or names_unknown_system(heading):
        return ()
    found = _claims(heading)
    if not names_other_datum(heading):
        return found
    return tuple(replace(claim, rank=claim.rank + _DATUM_PENALTY) for claim in found)


@lru_cache(maxsize=1024)
def _claims(heading: str) -> tuple[Claim, ...]:
    words = read_vocabulary().fields
    for penalty, word in _unwrapped(plain(heading)):
        if word in words:
            return tuple(Claim(penalty + rank, name) for rank, name in words[word])
    return _claims_of_coordinate(heading) or _claims_of_part(heading)


def _claims_of_coordinate(heading: str) -> tuple[Claim, ...]:
    """Understand gcj02_lng and X坐标2000, in which a datum stands beside the word."""
    word, count = _DATUM.subn("", plain(heading))
    found = read_vocabulary().fields.get(word, ()) if count else ()
    return tuple(Claim(rank, name) for rank, name in found if name in COORDINATES)


def _claims_of_part(heading: str) -> tuple[Claim, ...]:
    """Understand 规模（公顷） 规划面积, of which the lower line says what is noted."""
    upper, _, lower = heading.strip().rpartition(" ")
    if not upper or heading.isascii():
        return ()
    return tuple(claim for claim in _claims(lower) if claim.field in NOTED_FIELDS)


def _unwrapped(word: str) -> Iterator[tuple[int, str]]:
    """Give a heading, then what is left without one affix, then without two."""
    yield 0, word
    outer = [word]
    for layer in (1, 2):
        inner = [shorter for longer in outer for shorter in _peeled(longer)]
        yield from ((layer * _AFFIX_PENALTY, shorter) for shorter in inner)
        outer = inner


def _peeled(word: str) -> list[str]:
    words = read_vocabulary()
    inner = [word.removeprefix(affix) for affix in words.before]
    inner += [word.removesuffix(affix) for affix in words.after]
    return [shorter for shorter in inner if shorter and shorter != word]


def names_other_datum(heading: str) -> bool:
    """Say whether a coordinate heading names a reference system other than WGS 84."""
    if not is_coordinate(heading) or not names_system(heading):
        return False
    return recognise_system(heading) not in {WGS84, CGCS2000}


def names_unknown_system(heading: str) -> bool:
    """Say whether a coordinate heading names a reference system not known here."""
    if not is_coordinate(heading) or not names_system(heading):
        return False
    return recognise_system(heading) is None


def is_coordinate(heading: str) -> bool:
    """Say whether a heading means a longitude, latitude, easting or northing."""
    return len(heading) <= _LONGEST_HEADING and any(
        claim.field in COORDINATES for claim in _claims(heading)
    )


def has_sure_axis(heading: str) -> bool:
    """Say whether a plane's heading says itself if it is the easting."""
    return plain(heading) in read_vocabulary().sure_axes


def names_coordinates(heading: str) -> bool:
    """Say whether a heading means coordinates that are not read as places."""
    words = read_vocabulary().coordinates
    return len(heading) <= _LONGEST_HEADING and plain(heading) in words


def assign(headings: Sequence[str]) -> tuple[str | None, ...]:
    """
    Give each column its field, each field to one column.

    Parameters
    ----------
    headings
        The headings of one table.

    Returns
    -------
    tuple of str or None
        For each heading a field of columns.toml, None for a column without
        meaning here, also where another column has the surer claim.
    """
    wishes = sorted(
        (claim.rank, column, claim.field)
        for column, heading in enumerate(headings)
        for claim in claims(heading)
    )
    fields: list[str | None] = [None] * len(headings)
    for _, column, name in wishes:
        if fields[column] is None and name not in fields:
            fields[column] = name
    _drop_spare_planes(fields)
    if not holds_parks(fields):
        # A word for both, such as 区域, is a zone where nothing else could be.
        for _, column, name in wishes:
            if name == "zone":
                fields[column] = name
                break
    return tuple(fields)


def _drop_spare_planes(fields: list[str | None]) -> None:
    """Keep a plane's coordinates only as a pair, and where there are no degrees."""
    is_pair = all(name in fields for name in METRES)
    if is_pair and not any(name in fields for name in DEGREES):
        return
    for column, name in enumerate(fields):
        if name in METRES:
            fields[column] = None


def find_repeated(headings: Sequence[str], fields: Sequence[str | None]) -> list[int]:
    """Find the columns without a field whose heading means one that another has."""
    return [
        place
        for place, (heading, name) in enumerate(zip(headings, fields, strict=True))
        if name is None
        and any(
            claim.field in _TOLD_OF and claim.field in fields
            for claim in claims(heading)
        )
    ]


def holds_parks(fields: Sequence[str | None]) -> bool:
    """Say whether columns of these fields make a table of parks."""
    return "parks" in fields or "zone" in fields


def is_known_district(name: str, known_districts: frozenset[str]) -> bool:
    """Say whether a name is a known district, with or without 区 and its city."""
    if len(name) > _LONGEST_NAME:
        return False
    words = read_vocabulary()
    text = unicodedata.normalize("NFKC", name).strip()
    for city in words.cities:
        text = text.removeprefix(city) or text
    short = (text.removesuffix(ending) for ending in words.district_endings)
    return text in known_districts or any(name in known_districts for name in short)


def is_district_like(name: str) -> bool:
    """Say whether a name has the form of a district: X区, X新区, X市, X县."""
    return (
        1 < len(name) <= _LONGEST_NAME
        and name.endswith(("区", "區", "市", "县", "縣"))
        and not name.endswith(read_vocabulary().zone_endings)
    )


def names_reference_system(heading: str) -> bool:
    """Say whether a column tells the reference system of the coordinates."""
    words = read_vocabulary().reference_headings
    return len(heading) <= _LONGEST_HEADING and plain(heading) in words

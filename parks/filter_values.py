"""What each value of a filter option means to an edition."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from geodata.district_names import find_district
from parks.edition import Edition
from parks.errors import FilterError, LongWordsError, ManyValuesError
from parks.places import PRECISIONS
from parks.sectors import find_sector, read_taxonomy
from parks.selection import Shape

ROLES: Final = ("any", "focus", "mention")
MATCHES: Final = ("any", "all")
MOST_VALUES: Final = 500
"""Values of one option: more than a hand chooses, few enough for an address."""
LONGEST_WORDS: Final = 200
"""Characters of words to look for, in a query or for a policy."""
_MOST_QUOTED: Final = 60
"""Characters of a value that an error repeats."""
_MOST_KNOWN: Final = 40
"""Names that an error offers instead."""
_EDGE_LON: Final = 180
_EDGE_LAT: Final = 90

_Value = TypeVar("_Value")
_Box = tuple[float, float, float, float]


def read_values(option: str, values: Sequence[str], edition: Edition) -> Any:  # noqa: ANN401 - each field has its own type
    """
    Read all values of an option as its field of `parks.filter.Filter` holds them.

    Parameters
    ----------
    option
        Named as in links.
    values
        What is given for it, none of them empty; where only one can be meant, the
        last is.
    edition
        What is filtered.

    Raises
    ------
    FilterError
        If a value means nothing here, or there are more than anybody chooses.
    """
    if len(values) > MOST_VALUES:
        raise ManyValuesError(
            option=option, value=values[-1], count=len(values), most=MOST_VALUES
        )
    if option == "q":
        return _parse_words(option, " ".join(values).strip())
    if option in _SINGLE:
        default, choose = _SINGLE[option]
        return choose(values[-1]) if values else default
    parse = _SEVERAL[option]
    return _unique(parse(value, edition) for value in values)


def read_leniently(
    option: str, values: Sequence[str], edition: Edition
) -> tuple[Any, list[FilterError]]:
    """Read the values of an option that mean something; give the others' errors."""
    errors: list[FilterError] = []
    understood = []
    for value in values[:MOST_VALUES]:
        try:
            read_values(option, [value], edition)
        except FilterError as error:
            errors.append(error)
        else:
            understood.append(value)
    errors += [_refuse(option, value, ()) for value in values[MOST_VALUES:]]
    try:
        return read_values(option, understood, edition), errors
    except FilterError as error:  # words that are too long only together
        return read_values(option, [], edition), [*errors, error]


def spell_out_zones(
    options: Mapping[str, Sequence[str]], edition: Edition
) -> Mapping[str, Sequence[str]]:
    """
    Put the parks in the place of a zone's id where no name means that zone alone.

    The name of a zone may be another row's too, or the row may have none; its id
    never means the other's parks. What no zone is called stays, to be refused.
    """
    members = edition.memberships
    given = options.get("zone", ())
    unnamed = [value for value in given if not members.find_zone(value)]
    rows = frozenset(unnamed).intersection(members.rows.names)
    if not rows:
        return options
    named = [name for value in given if (name := members.find_zone(value))]
    met = members.rows.choose(tuple(rows)) | members.zones.choose(named)
    ids = edition.parks["park_id"].to_numpy()[met].tolist()
    asked = set(options.get("id", ())) or set(ids)
    kept = [id_ for id_ in ids if id_ in asked]
    if not kept:
        return options
    rest = [value for value in unnamed if value not in rows]
    return {**options, "zone": rest, "id": kept}


def _unique(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))


def _refuse(option: str, value: str, known: Sequence[str]) -> FilterError:
    quoted = value if len(value) <= _MOST_QUOTED else f"{value[:_MOST_QUOTED]}…"
    more = ("…",) if len(known) > _MOST_KNOWN else ()
    return FilterError(
        option=option, value=quoted, known=", ".join((*known[:_MOST_KNOWN], *more))
    )


def _choose(option: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise _refuse(option, value, known)
    return value


def _parse_district(value: str, edition: Edition) -> str:
    named = find_district(value) or value
    known = edition.district_names
    if named not in {*known, *edition.districts["district"]}:
        raise _refuse("district", value, known)
    return named


def _parse_sector(value: str, _edition: Edition) -> str:
    sector = find_sector(value)
    if sector is None:
        raise _refuse("sector", value, [entry.id for entry in read_taxonomy()])
    return sector.id


def _parse_zone(value: str, edition: Edition) -> str:
    zone = edition.memberships.find_zone(value)
    if zone is None:
        raise _refuse("zone", value, edition.memberships.zones.names)
    return zone


def _parse_policy(value: str, edition: Edition) -> str:
    """Take a document's title as the table has it, anything else as words."""
    return edition.memberships.find_policy(value) or _parse_words("policy", value)


def _parse_precision(value: str, _edition: Edition) -> str:
    return _choose("precision", value, PRECISIONS)


def _parse_shape(value: str, _edition: Edition) -> Shape:
    return Shape.parse(value)


def _parse_id(value: str, edition: Edition) -> str:
    if value not in edition.positions:
        raise _refuse("id", value, list(edition.positions)[: _MOST_KNOWN + 1])
    return value


def _parse_words(option: str, value: str) -> str:
    if len(value) > LONGEST_WORDS:
        raise LongWordsError(
            option=option,
            value=f"{value[:_MOST_QUOTED]}…",
            count=len(value),
            most=LONGEST_WORDS,
        )
    return value


def _parse_box(value: str) -> _Box:
    try:
        west, south, east, north = (float(part) for part in value.split(",", 4))
    except ValueError:
        west = south = east = north = math.nan
    ordered = (
        -_EDGE_LON <= west <= east <= _EDGE_LON
        and -_EDGE_LAT <= south <= north <= _EDGE_LAT
    )
    if not ordered:
        raise _refuse("bbox", value, ["W,S,E,N"])
    return west, south, east, north


_SEVERAL: Final[Mapping[str, Callable[[str, Edition], object]]] = {
    "district": _parse_district,
    "sector": _parse_sector,
    "zone": _parse_zone,
    "policy": _parse_policy,
    "precision": _parse_precision,
    "within": _parse_shape,
    "id": _parse_id,
}
"""Reads each value of options that may have several."""
_SINGLE: Final[Mapping[str, tuple[object, Callable[[str], object]]]] = {
    "role": ("any", lambda value: _choose("role", value, ROLES)),
    "match": ("any", lambda value: _choose("match", value, MATCHES)),
    "bbox": (None, _parse_box),
}
"""What options with one value are unless told, and what reads it."""

"""The reference systems that a download can be in, and what they are called."""

from functools import lru_cache
from typing import Final

import pyproj

from geodata.datums import Datum
from geodata.reference_names import recognise_system
from parks.edition import WGS84
from parks.errors import UnknownReferenceError, UnmetricReferenceError
from parks.language import Language, translate

OFFSET_DATUMS: Final = (Datum.GCJ02.value, Datum.BD09.value)
"""Datums that no EPSG code stands for; a file must not claim one."""
OFFERED: Final = (
    *(WGS84, "EPSG:4490", "EPSG:4546", "EPSG:4547", "EPSG:4548", "EPSG:3857"),
    *OFFSET_DATUMS,
)
"""What pages offer: Shenzhen's own plane, its neighbours, and what maps are in."""
_SAME_PLACE: Final = {
    "World Geodetic System 1984": "WGS84",
    "World Geodetic System 1984 ensemble": "WGS84",
    "China 2000": "CGCS2000",
}
"""
Datums whose coordinates follow from WGS 84 without parameters that are not public.

Beijing 54 and Xi'an 80 are none: a conversion without the city's own parameters would
be wrong by tens of metres and look right.
"""


@lru_cache(maxsize=256)
def read_reference(text: str) -> str:
    """
    Read the name or code of a reference system that downloads can be in.

    Parameters
    ----------
    text
        Such as ``EPSG:4547``, ``4547``, ``CGCS2000``, ``GCJ-02`` or ``百度``.

    Returns
    -------
    str
        ``EPSG:`` and its code, or ``GCJ-02`` or ``BD-09``.

    Raises
    ------
    UnknownReferenceError
        If it is none, or stands on a datum to which there is no public way.
    UnmetricReferenceError
        If it is a plane in feet or another unit: readers of a drawing would take its
        numbers for metres.
    """
    system = recognise_system(text)
    if system is not None:
        named = {Datum.WGS84.value: WGS84, Datum.CGCS2000.value: "EPSG:4490"}
        return named.get(system.name, system.name)
    number = text.strip().upper().removeprefix("EPSG:").strip()
    if not (number.isascii() and number.isdigit()):
        raise UnknownReferenceError(reference=text)
    # Zeros in front would make another name of the same system.
    code = f"EPSG:{number.lstrip('0')}"
    try:
        found = pyproj.CRS.from_user_input(code)
    except pyproj.exceptions.CRSError as error:
        raise UnknownReferenceError(reference=text) from error
    is_flat = found.is_geographic or found.is_projected
    if not is_flat or _find_datum(found) not in _SAME_PLACE:
        raise UnknownReferenceError(reference=text)
    _require_metres(found, code)
    return code


@lru_cache(maxsize=256)
def name_datum(reference: str) -> str:
    """Name the datum of a reference system: WGS84, CGCS2000, GCJ-02 or BD-09."""
    if reference in OFFSET_DATUMS:
        return reference
    return _SAME_PLACE[_find_datum(pyproj.CRS.from_user_input(reference))]


def slug_reference(reference: str) -> str:
    """Name a reference system in a file's name: ``cgcs2000-epsg4547``, ``gcj02``."""
    datum = name_datum(reference).replace("-", "").lower()
    if reference in {WGS84, *OFFSET_DATUMS}:
        return datum
    return f"{datum}-{reference.replace(':', '').lower()}"


def describe_reference(reference: str, language: Language) -> str:
    """Say what a reference system's numbers are."""
    if reference == WGS84:
        return translate("WGS 84 longitude and latitude (EPSG:4326)", language)
    if reference in OFFSET_DATUMS:
        said = translate(
            "{reference} longitude and latitude, shifted from WGS 84 by hundreds of "
            "metres; it has no EPSG code",
            language,
        )
        return said.format(reference=reference)
    name = pyproj.CRS.from_user_input(reference).name
    return f"{name} ({reference})"


def _require_metres(system: pyproj.CRS, code: str) -> None:
    units = {axis.unit_name for axis in system.axis_info} - {"metre"}
    if system.is_projected and units:
        raise UnmetricReferenceError(reference=code, unit=", ".join(sorted(units)))


def _find_datum(system: pyproj.CRS) -> str:
    base = system.geodetic_crs
    return base.datum.name if base is not None and base.datum is not None else ""

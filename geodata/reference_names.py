"""What reference systems are called, in tables, by offices and by GIS."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from geodata.errors import UnknownDatumError
from geodata.planes import MERIDIANS
from geodata.reference_systems import (
    BD09,
    CGCS2000,
    GAUSS_KRUGER,
    GCJ02,
    SYSTEMS,
    WEB_MERCATOR,
    WGS84,
    ReferenceSystem,
)

_LONGEST: Final = 200
_FILLER = re.compile(r"[\s_\-/:.,;()（）]+")
_CODE = re.compile(r"epsg(?:[^\d]{0,3})(\d{4,6})")
_BY_CODE: Final = {
    **{system.name.removeprefix("EPSG:"): system for system in SYSTEMS},
    "4326": WGS84,
    "4490": CGCS2000,
    # Esri's and Google's own numbers for Web Mercator.
    "102100": WEB_MERCATOR,
    "900913": WEB_MERCATOR,
}
# Whose coordinates are none of ours, whatever else their names hold.
_FOREIGN = re.compile(
    r"北京|西安|beijing|xian|1954|1980|独立|獨立|地方|城建|utm|mc$|百度墨卡托|6度|六度"
    r"|(?<!\d)(?:bj|xa)?(?:54|80)(?!\d)"
)
_GEOGRAPHIC: Final = (
    (GCJ02, re.compile(r"gcj|火星|高德|腾讯|騰訊|国测局|國測局|amap|tencent")),
    (BD09, re.compile(r"bd0?9|百度|baidu")),
    (CGCS2000, re.compile(r"cgcs|2000|天地图|天地圖|tianditu")),
    (WGS84, re.compile(r"wgs|crs84|gps")),
)
_MERCATOR = re.compile(r"mercator|墨卡托|麦卡托")
_GAUSS = re.compile(r"gauss|高斯|gk|3度|三度|3degree|投影|中央|cm\d|zone|\d带|\d帶")
_MERIDIAN = re.compile(r"(?<!\d)(\d{2,3})(?!\d|号?[带帶])")
_ZONE = re.compile(r"(?<!\d)(\d{2})[号號]?[带帶]|zone(\d{2})(?!\d)")
# What holds digits, but of neither a meridian nor a zone.
_NO_MERIDIAN = re.compile(r"2000|3degree|3度")


def parse_system(text: str) -> ReferenceSystem:
    """
    Read the name of a reference system, or its EPSG code.

    Raises
    ------
    UnknownDatumError
        If `text` names none that is known here, or more than one.
    """
    system = recognise_system(text)
    if system is None:
        known = ", ".join(
            f"{system}" for system in (WGS84, CGCS2000, GCJ02, BD09, WEB_MERCATOR)
        )
        first, last = GAUSS_KRUGER[0], GAUSS_KRUGER[-1]
        raise UnknownDatumError(
            datum=text, known=f"{known}, EPSG:4513 … {first} … {last}"
        )
    return system


@lru_cache(maxsize=1024)
def recognise_system(text: str) -> ReferenceSystem | None:
    """
    Recognise the reference system that a heading or a cell names.

    Parameters
    ----------
    text
        Such as ``GCJ-02``, ``经度（火星坐标）``, ``EPSG:4547``, ``4490`` or
        ``CGCS2000_3_Degree_GK_CM_114E``.

    Returns
    -------
    ReferenceSystem or None
        None where none is named, one that is not known here, or several.
    """
    folded, key = _fold(text)
    code = _CODE.search(folded)
    if code is not None or key.isdecimal():
        return _BY_CODE.get(code[1] if code else key)
    if _FOREIGN.search(key):
        return None
    named = [system for system, words in _GEOGRAPHIC if words.search(key)]
    if _MERCATOR.search(key):
        return WEB_MERCATOR if named in ([], [WGS84]) else None
    if len(named) != 1 or (_GAUSS.search(key) and named != [CGCS2000]):
        return None
    if named == [CGCS2000]:
        return _find_zone(key) or (None if _GAUSS.search(key) else CGCS2000)
    return named[0]


def names_system(text: str) -> bool:
    """Say whether a text names a reference system, known here or not."""
    _, key = _fold(text)
    patterns = (_CODE, _FOREIGN, _MERCATOR, _GAUSS, *(one for _, one in _GEOGRAPHIC))
    return any(pattern.search(key) for pattern in patterns)


def _fold(text: str) -> tuple[str, str]:
    """Fold a text's width and case, and give it without its filler too."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    return folded, _FILLER.sub("", folded)


def _find_zone(key: str) -> ReferenceSystem | None:
    """Find the zone that a text names by its central meridian or its number."""
    text = _NO_MERIDIAN.sub(" ", key)
    # Zones are 25 to 45, meridians from 75: neither passes for the other.
    found = {int(degrees) for degrees in _MERIDIAN.findall(text)}
    found |= {3 * int(one or other) for one, other in _ZONE.findall(text)}
    known = found & set(MERIDIANS)
    return GAUSS_KRUGER[MERIDIANS.index(known.pop())] if len(known) == 1 else None

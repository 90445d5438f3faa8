"""
Links that open a point in China's map services, each in the datum it works in.

The addresses are the services' own, which need no key:

- 高德 AMap, https://lbs.amap.com/api/uri-api/guide/mobile-web/point : longitude first,
  ``coordinate=gaode`` for GCJ-02;
- 百度 Baidu, https://lbsyun.baidu.com/index.php?title=uri/api/web : latitude first,
  ``coord_type=bd09ll`` for BD-09 as longitude and latitude;
- 腾讯 Tencent, https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker : latitude first,
  ``coord_type=2`` for its own, which is GCJ-02; a marker's parts stand between ``;``,
  ``:`` and ``|``.

The services would convert WGS 84 themselves, each in its own way; the point is handed
over converted, so that it lies where the page says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from geodata.datums import Datum, convert

DECIMALS: Final = 6
"""Of degrees in a link: a tenth of a metre."""
_LONGEST_NAME: Final = 60
"""Characters of a name in a link; a label on a map shows no more."""
_CALLER: Final = "parkatlas"
_KEPT_APART: Final = str.maketrans({";": "；", ":": "：", "|": "｜"})
"""What parts the fields of Tencent's marker may stand in a name."""


@dataclass(frozen=True, slots=True)
class MapLink:
    """A link that opens a point in a map service; longitude and latitude in `datum`."""

    service: str
    datum: Datum
    lon: float
    lat: float
    url: str


def link_maps(lon: float, lat: float, name: str) -> tuple[MapLink, ...]:
    """
    Link to a point in AMap, Baidu's and Tencent's maps.

    Parameters
    ----------
    lon, lat
        Degrees in WGS 84.
    name
        What the point is labelled with; any text, shortened and escaped.

    Raises
    ------
    CoordinateError
        If the position is not finite or out of range.
    """
    label = " ".join(name.split())[:_LONGEST_NAME]
    links = []
    for service, (datum, write) in SERVICES.items():
        x, y = convert(lon, lat, source=Datum.WGS84, target=datum)
        url = write(f"{x:.{DECIMALS}f}", f"{y:.{DECIMALS}f}", label)
        links.append(MapLink(service, datum, x, y, url))
    return tuple(links)


def _link_amap(lon: str, lat: str, label: str) -> str:
    return "https://uri.amap.com/marker?" + _query(
        position=f"{lon},{lat}",
        name=label,
        src=_CALLER,
        coordinate="gaode",
        callnative="0",
    )


def _link_baidu(lon: str, lat: str, label: str) -> str:
    return "https://api.map.baidu.com/marker?" + _query(
        location=f"{lat},{lon}",
        title=label,
        content=label,
        coord_type="bd09ll",
        output="html",
        src=f"webapp.{_CALLER}.{_CALLER}",
    )


def _link_tencent(lon: str, lat: str, label: str) -> str:
    title = label.translate(_KEPT_APART)
    return "https://apis.map.qq.com/uri/v1/marker?" + _query(
        marker=f"coord:{lat},{lon};title:{title};addr:{title}",
        coord_type="2",
        referer=_CALLER,
    )


def _query(**options: str) -> str:
    """Write options as a query; the comma of a position stays one."""
    return urlencode(options, quote_via=quote, safe=",", errors="replace")


SERVICES: Final[dict[str, tuple[Datum, Callable[[str, str, str], str]]]] = {
    "AMap": (Datum.GCJ02, _link_amap),
    "Baidu Maps": (Datum.BD09, _link_baidu),
    "Tencent Maps": (Datum.GCJ02, _link_tencent),
}
"""The services by name, with the datum of each."""

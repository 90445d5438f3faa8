"""Where something was put on the map, and what to know before relying on it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from geodata.places import Place
from geodata.unplaced import Unplaced


@dataclass(frozen=True, slots=True)
class Location:
    """
    Where something was put on the map.

    Attributes
    ----------
    lon, lat
        WGS 84 degrees; None where nothing is known of the place.
    precision
        One of `parks.places.PRECISIONS`, None without a place.
    source
        Where the position comes from.
    note_zh, note_en
        What to know before relying on it.
    """

    lon: float | None
    lat: float | None
    precision: str | None
    source: str
    note_zh: str = ""
    note_en: str = ""


NOWHERE: Final = Location(
    lon=None,
    lat=None,
    precision=None,
    source="",
    note_zh="没有来源给出它的位置，因此未画在地图上。",
    note_en="No source gives its place, so it is not drawn on the map.",
)
_INHERITED: Final = {
    "zone": (
        "没有可靠来源给出园区自身的位置，此处为所在片区的点。",
        "No reliable source gives the park's own place; this is its zone's point. ",
    ),
    "district": (
        "没有可靠来源给出园区及其片区的位置，此处为所在区的点。",
        "No reliable source gives the park's or zone's place; this is its district's. ",
    ),
}
_STANDS_IN: Final = {
    None: ("因此未画在地图上。", "it is not drawn on the map."),
    "zone": ("此处为所在片区的点。", "this is its zone's point. "),
    "district": ("此处为所在区的点。", "this is its district's point. "),
}


def locate_at(place: Place) -> Location:
    """Take a place of the gazetteer, with its notes."""
    return Location(
        place.lon,
        place.lat,
        place.precision,
        place.source,
        place.note_zh,
        place.note_en,
    )


# Parks of many zones share one location: a large table would hold its notes many times.
@lru_cache(maxsize=1024)
def pass_down(
    zone: Location, *, is_unread: bool = False, because: Unplaced | None = None
) -> Location:
    """
    Give a park the place of its zone, and say so, and why its own was not taken.

    Parameters
    ----------
    zone
        Where the park's zone was put.
    is_unread
        Whether the table gives the park a place that cannot be read.
    because
        What was sought for this very park, and why nothing could be taken.
    """
    kind = zone.precision
    if is_unread:
        zh = "表中给出的经纬度不能用作位置，" + _STANDS_IN[kind][0]
        en = (
            "The table's longitude and latitude are no position; " + _STANDS_IN[kind][1]
        )
    elif kind is None:
        return NOWHERE
    elif because is not None:
        said_zh, said_en = _STANDS_IN[kind]
        zh = because.reason_zh + said_zh
        en = f"{because.reason_en} {said_en[0].upper()}{said_en[1:]}"
    else:
        zh, en = _INHERITED[kind]
    own = zone if kind else replace(zone, note_zh="", note_en="")
    return replace(own, note_zh=zh + own.note_zh, note_en=en + own.note_en)

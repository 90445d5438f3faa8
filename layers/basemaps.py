"""The basemaps that can be chosen; none is by default, and none is asked for then."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from geodata.datums import Datum

TIANDITU_LAYERS: Final = ("vec", "cva", "img", "cia")
"""天地图's vector and imagery tiles and the labels of each, in Web Mercator."""
_DEEPEST: Final = 18


@dataclass(frozen=True, slots=True)
class Basemap:
    """
    A basemap: its names, its datum, and the tile sets it is drawn from.

    Attributes
    ----------
    name_zh, name_en
        As it can be chosen.
    datum
        That its tiles are drawn in; what is drawn over them is moved to it.
    tiles
        Addresses with the options of each, the bottom one first.
    """

    name_zh: str
    name_en: str
    datum: Datum
    tiles: tuple[dict[str, object], ...]


def list_basemaps(*, has_tianditu: bool) -> list[Basemap]:
    """
    List what can be chosen besides no basemap.

    Parameters
    ----------
    has_tianditu
        Whether the operator set a key. The tiles come through our own service,
        which adds the key, so that it reaches no browser.
    """
    return [_openstreetmap(), *(make() for make in _TIANDITU if has_tianditu)]


def _openstreetmap() -> Basemap:
    tiles = _tiles(
        "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "© OpenStreetMap contributors"
    )
    return Basemap("OpenStreetMap", "OpenStreetMap", Datum.WGS84, (tiles,))


def _tianditu_vector() -> Basemap:
    tiles = (_tianditu("vec"), _tianditu("cva"))
    return Basemap("天地图 矢量", "Tianditu vector", Datum.CGCS2000, tiles)


def _tianditu_imagery() -> Basemap:
    tiles = (_tianditu("img"), _tianditu("cia"))
    return Basemap("天地图 影像", "Tianditu imagery", Datum.CGCS2000, tiles)


def _tianditu(layer: str) -> dict[str, object]:
    return _tiles(f"/basemap/tianditu/{layer}/{{z}}/{{x}}/{{y}}", "© 天地图")


def _tiles(url: str, attribution: str) -> dict[str, object]:
    return {"url": url, "options": {"attribution": attribution, "maxZoom": _DEEPEST}}


_TIANDITU: Final[tuple[Callable[[], Basemap], ...]] = (
    _tianditu_vector,
    _tianditu_imagery,
)

"""The basemaps that can be chosen; none is by default, and none is asked for then."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from geodata.datums import Datum
from layers.tile_archive import TileArchive

TIANDITU_LAYERS: Final = ("vec", "cva", "img", "cia")
"""天地图's vector and imagery tiles and the labels of each, in Web Mercator."""
ARCHIVE_ADDRESS: Final = "/basemap/pmtiles/local.pmtiles"
"""Where the operator's own file is served; its name on disk is nobody's business."""
_ARCHIVE_LIBRARY: Final = "/assets/protomaps-leaflet/protomaps-leaflet.js"
_DEEPEST: Final = 18
_SUBDOMAINS: Final = "abc"
"""What Leaflet puts for ``{s}`` of an address that names none."""
_LEVELS_SHRUNK: Final = 2
"""Zooms below their least at which pictures are still drawn, shrunk: at each further
one four times as many would be asked for to fill the same view."""
# Undocumented, as xyzservices and many projects have them: style 6 is imagery, 8 the
# full map, of which webst serves the labels and roads alone. One host each, so that
# an office's firewall has two names to allow.
_AMAP_VECTOR: Final = (
    "https://webrd01.is.autonavi.com/appmaptile"
    "?lang=zh_cn&size=1&scale=1&style=8&x={x}&y={y}&z={z}"
)
_AMAP_IMAGERY: Final = (
    "https://webst01.is.autonavi.com/appmaptile?style={style}&x={{x}}&y={{y}}&z={{z}}"
)


@dataclass(frozen=True, slots=True)
class BasemapOffer:
    """
    What the operator lets people choose, and what it takes.

    Attributes
    ----------
    names
        Of `BASEMAPS`, in the order in which they are shown.
    tianditu_key
        Key for 天地图, without which it is left out.
    archive
        A PMTiles file, without which ``pmtiles`` is left out.
    archive_attribution
        Whom that file is owed to; what it says itself if empty.
    archive_datum
        That the file's tiles are drawn in.
    """

    names: tuple[str, ...] = ()
    tianditu_key: str = field(default="", repr=False)
    archive: Path | None = None
    archive_attribution: str = ""
    archive_datum: Datum = Datum.WGS84


@dataclass(frozen=True, slots=True)
class Basemap:
    """
    A basemap: its names, its datum, and what it is drawn from.

    Attributes
    ----------
    id
        In links.
    name_zh, name_en
        As it can be chosen.
    datum
        That its tiles are drawn in; what is drawn over them is moved to it.
    tiles
        Addresses with the options of each, the bottom one first.
    archive
        A PMTiles file instead: its address, the library that draws it, its kind.
    """

    id: str
    name_zh: str
    name_en: str
    datum: Datum
    tiles: tuple[dict[str, object], ...] = ()
    archive: dict[str, object] | None = None


def list_basemaps(offer: BasemapOffer, archive: TileArchive | None) -> list[Basemap]:
    """
    List what can be chosen besides no basemap.

    Parameters
    ----------
    offer
        What the operator offers. 天地图's tiles come through our own service, which
        adds the key, so that it reaches no browser.
    archive
        The offer's file, if it could be read.
    """
    return [made for name in offer.names for made in _MAKERS[name](offer, archive)]


def list_tile_hosts(offer: BasemapOffer) -> list[str]:
    """
    List the other hosts whose pictures a map with an offer's basemaps asks for.

    Returns
    -------
    list of str
        Origins such as ``https://tile.openstreetmap.org``, each once, in the order of
        the offer; those of our own service and of the operator's file are none.
    """
    layers = [layer for made in list_basemaps(offer, None) for layer in made.tiles]
    origins = (origin for layer in layers for origin in _name_origins(layer))
    return list(dict.fromkeys(origins))


def _name_origins(layer: dict[str, object]) -> list[str]:
    """Name the origins of a layer's tiles, one for each of its subdomains."""
    scheme, host, *_ = urlsplit(str(layer["url"]))
    if not host:
        return []
    options = layer["options"]
    given = options.get("subdomains") if isinstance(options, dict) else None
    names = given or _SUBDOMAINS
    return [f"{scheme}://{host.replace('{s}', name)}" for name in names]


def _make_archive(offer: BasemapOffer, archive: TileArchive | None) -> list[Basemap]:
    if archive is None:
        return []
    least, greatest = archive.zooms
    credit = offer.archive_attribution or archive.attribution
    described: dict[str, object] = {
        "url": ARCHIVE_ADDRESS,
        "library": _ARCHIVE_LIBRARY,
        "pictureType": archive.picture_type,
        "languages": {"zh": archive.chinese, "en": "en"},
        "options": {
            "attribution": credit,
            "bounds": archive.bounds,
            "minNativeZoom": least,
            "maxNativeZoom": greatest,
            "minZoom": _begin(archive),
            "maxZoom": _DEEPEST,
        },
    }
    return [
        Basemap(
            "pmtiles",
            "本地底图",
            "Local basemap",
            offer.archive_datum,
            archive=described,
        )
    ]


def _begin(archive: TileArchive) -> int:
    """Find the least zoom at which an archive fills the view."""
    least = archive.zooms[0]
    if archive.picture_type:
        return max(least - _LEVELS_SHRUNK, 0)
    # Vectors are drawn at twice the size they are cut for, but those of the world.
    return least + 1 if least else 0


def _make_tianditu(offer: BasemapOffer, _: TileArchive | None) -> list[Basemap]:
    if not offer.tianditu_key:
        return []
    vector, vector_names, imagery, imagery_names = (
        _tiles(f"/basemap/tianditu/{layer}/{{z}}/{{x}}/{{y}}", "© 天地图")
        for layer in TIANDITU_LAYERS
    )
    datum = Datum.CGCS2000
    return [
        Basemap(
            "tianditu",
            "天地图 矢量",
            "Tianditu vector",
            datum,
            (vector, vector_names),
        ),
        Basemap(
            "tianditu-imagery",
            "天地图 影像",
            "Tianditu imagery",
            datum,
            (imagery, imagery_names),
        ),
    ]


def _make_amap(_: BasemapOffer, __: TileArchive | None) -> list[Basemap]:
    vector, imagery, names = (
        _tiles(url, "© 高德地图 AMap")
        for url in (
            _AMAP_VECTOR,
            _AMAP_IMAGERY.format(style=6),
            _AMAP_IMAGERY.format(style=8),
        )
    )
    datum = Datum.GCJ02
    return [
        Basemap("amap", "高德 矢量", "AMap vector", datum, (vector,)),
        Basemap("amap-imagery", "高德 影像", "AMap imagery", datum, (imagery, names)),
    ]


def _make_openstreetmap(_: BasemapOffer, __: TileArchive | None) -> list[Basemap]:
    tiles = _tiles(
        "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "© OpenStreetMap contributors"
    )
    return [Basemap("osm", "OpenStreetMap", "OpenStreetMap", Datum.WGS84, (tiles,))]


def _tiles(url: str, attribution: str) -> dict[str, object]:
    return {"url": url, "options": {"attribution": attribution, "maxZoom": _DEEPEST}}


_MAKERS: Final[
    dict[str, Callable[[BasemapOffer, TileArchive | None], list[Basemap]]]
] = {
    "pmtiles": _make_archive,
    "tianditu": _make_tianditu,
    "amap": _make_amap,
    "osm": _make_openstreetmap,
}
BASEMAPS: Final = tuple(_MAKERS)
"""All that can be offered: the operator's own file, 天地图, 高德 and OpenStreetMap."""

"""An operator's basemap in one file: a PMTiles archive, version 3."""

import os
import stat
import zlib
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import orjson
from pmtiles.tile import (
    Compression,
    HeaderDict,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_header,
)

from layers.errors import (
    ArchiveError,
    CutArchiveError,
    ForeignArchiveError,
    UnsuitedArchiveError,
)

_HEADER_BYTES: Final = 127
_MOST_METADATA_BYTES: Final = 8_000_000
"""Of real archives it is some ten kilobytes; more is no metadata."""
_MOST_LETTERS: Final = 200
_SECTIONS: Final = ("root", "metadata", "leaf_directory", "tile_data")
_READABLE: Final = {Compression.UNKNOWN, Compression.NONE, Compression.GZIP}
"""What pmtiles, the library in the browser, can unpack."""
_PICTURES: Final = {
    TileType.PNG: "image/png",
    TileType.JPEG: "image/jpeg",
    TileType.WEBP: "image/webp",
    TileType.AVIF: "image/avif",
}
_PROTOMAPS_LAYERS: Final = {
    *("boundaries", "buildings", "earth", "places", "pois", "roads")
}
"""Layers of Protomaps's schema (docs.protomaps.com/basemaps/layers) of which no other
usual schema, as OpenMapTiles, has one of the same name."""
_CHINESE: Final = ("zh-Hans", "zh")
"""Ends of ``name:`` fields for simplified Chinese, the better first."""


@dataclass(frozen=True, slots=True)
class TileArchive:
    """
    What a PMTiles archive says of itself.

    Attributes
    ----------
    path
        Where it lies.
    picture_type
        Media type of its tiles if they are pictures, else None: vectors.
    attribution
        Whom its data is owed to, as plain text.
    zooms
        Its least and greatest zoom.
    bounds
        South-west and north-east corner of its tiles as [lat, lon] in degrees.
    chinese
        End of its ``name:`` fields in Chinese.
    """

    path: Path
    picture_type: str | None
    attribution: str
    zooms: tuple[int, int]
    bounds: tuple[tuple[float, float], tuple[float, float]]
    chinese: str


def read_archive(path: Path) -> TileArchive:
    """
    Read what a PMTiles archive says of itself; its tiles are left alone.

    Raises
    ------
    ArchiveError
        If the file cannot be read, is no such archive, is cut off, or holds tiles
        that the map cannot draw.
    """
    try:
        _require_file(path)
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            header = _read_header(path, file.read(_HEADER_BYTES), size)
            file.seek(header["metadata_offset"])
            packed = file.read(min(header["metadata_length"], _MOST_METADATA_BYTES))
    except OSError as error:
        raise ArchiveError(path=path, reason=error.strerror) from error
    metadata = _unpack_metadata(path, packed, header["internal_compression"])
    fields = _list_fields(metadata)
    _require_drawable(path, header, sorted(fields))
    names = frozenset().union(*fields.values())
    return TileArchive(
        path,
        _PICTURES.get(header["tile_type"]),
        _credit(metadata),
        (header["min_zoom"], header["max_zoom"]),
        _bound(header),
        next((end for end in _CHINESE if f"name:{end}" in names), _CHINESE[-1]),
    )


def _require_file(path: Path) -> None:
    """Refuse what only waits when it is opened, as a pipe does."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise ArchiveError(path=path, reason="it is a pipe or a device")


def _read_header(path: Path, start: bytes, size: int) -> HeaderDict:
    try:
        header = deserialize_header(start)
    except (MagicNumberNotFound, SpecVersionUnsupported, ValueError, IndexError):
        raise ForeignArchiveError(path=path) from None
    sections: dict[str, object] = dict(header)
    expected = max(
        int(str(sections[f"{name}_offset"])) + int(str(sections[f"{name}_length"]))
        for name in _SECTIONS
    )
    if size < expected:
        raise CutArchiveError(path=path, size=size, expected=expected)
    return header


def _unpack_metadata(
    path: Path, packed: bytes, compression: Compression
) -> dict[str, object]:
    """Read the archive's JSON, never more of it than `_MOST_METADATA_BYTES`."""
    try:
        if compression is Compression.GZIP:
            unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
            packed = unpacker.decompress(packed, _MOST_METADATA_BYTES)
        metadata = orjson.loads(packed)
    except (zlib.error, ValueError):
        metadata = None
    if not isinstance(metadata, dict):
        raise ForeignArchiveError(path=path)
    return metadata


def _list_fields(metadata: dict[str, object]) -> dict[str, frozenset[str]]:
    """List the fields of each vector layer by the layer's name."""
    layers = metadata.get("vector_layers")
    described = [
        (layer["id"], layer.get("fields"))
        for layer in (layers if isinstance(layers, list) else ())
        if isinstance(layer, dict) and "id" in layer
    ]
    return {
        str(name): frozenset(fields if isinstance(fields, dict) else ())
        for name, fields in described
    }


def _require_drawable(path: Path, header: HeaderDict, layers: list[str]) -> None:
    packings = {header["internal_compression"], header["tile_compression"]}
    if header["tile_type"] in _PICTURES:
        found = ""
    elif header["tile_type"] is not TileType.MVT:
        found = f"of type {header['tile_type'].name}"
    elif not _PROTOMAPS_LAYERS.intersection(layers):
        found = f"vectors of the layers {', '.join(layers)[:_MOST_LETTERS] or '(none)'}"
    else:
        found = ""
    if packings - _READABLE:
        found = f"packed with {', '.join(sorted(p.name for p in packings))}"
    if found:
        raise UnsuitedArchiveError(path=path, found=found)


class _TextReader(HTMLParser):
    """Keeps the text of markup."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def _credit(metadata: dict[str, object]) -> str:
    """Say whom the data is owed to; an archive's own words may hold markup."""
    reader = _TextReader()
    reader.feed(str(metadata.get("attribution") or ""))
    reader.close()
    said = " ".join(reader.text.split())[:_MOST_LETTERS]
    # Planetiler, which makes Protomaps's archives, notes the state of its OSM data.
    about = orjson.dumps(metadata).lower()
    is_osm = b"openstreetmap" in about or b"planetiler:osm:" in about
    return said or ("© OpenStreetMap contributors" if is_osm else "")


def _bound(header: HeaderDict) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the corners in degrees; those of the world if the header's make no box."""
    west, south, east, north = (
        header[name] / 1e7
        for name in ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
    )
    is_box = -180 <= west < east <= 180 and -90 <= south < north <= 90  # noqa: PLR2004 - degrees of the globe
    return ((south, west), (north, east)) if is_box else ((-90, -180), (90, 180))

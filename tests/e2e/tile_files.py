"""Small real tiles and PMTiles archives whose marks lie where a test says."""

import io
import math

from PIL import Image, ImageDraw
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

MARK = (255, 0, 255)
GROUND = (236, 240, 214)
TILE_PIXELS = 256
EXTENT = 4096
"""Units a side of a vector tile."""


def tile_of(lon, lat, zoom):
    """Give where a place lies at a zoom, in tiles east and south of the corner."""
    size = 2**zoom
    north = math.asinh(math.tan(math.radians(lat)))
    return (lon + 180) / 360 * size, (1 - north / math.pi) / 2 * size


def paint_tile(zoom, column, row, marked):
    """Paint a PNG tile with a line along the parallel and meridian of a place."""
    tile = Image.new("RGB", (TILE_PIXELS, TILE_PIXELS), GROUND)
    east, south = tile_of(*marked, zoom)
    x, y = (east - column) * TILE_PIXELS, (south - row) * TILE_PIXELS
    draw = ImageDraw.Draw(tile)
    draw.line([(x, 0), (x, TILE_PIXELS)], MARK)
    draw.line([(0, y), (TILE_PIXELS, y)], MARK)
    written = io.BytesIO()
    tile.save(written, "PNG")
    return written.getvalue()


def write_archive(path, tiles, metadata, tile_type, bounds=None):
    """Write tiles by (zoom, column, row) as a PMTiles archive."""
    west, south, east, north = bounds or (113.0, 22.0, 115.0, 23.5)
    header = {
        "tile_type": tile_type,
        "tile_compression": Compression.NONE,
        "min_lon_e7": int(west * 1e7),
        "min_lat_e7": int(south * 1e7),
        "max_lon_e7": int(east * 1e7),
        "max_lat_e7": int(north * 1e7),
    }
    with path.open("wb") as file:
        writer = Writer(file)
        for number, tile in sorted(
            (zxy_to_tileid(*where), tile) for where, tile in tiles.items()
        ):
            writer.write_tile(number, tile)
        writer.finalize(header, metadata)
    return path


def around(place, zoom, reach=3):
    """List the tiles around a place."""
    east, south = (int(part) for part in tile_of(*place, zoom))
    steps = range(-reach, reach + 1)
    return [(zoom, east + i, south + j) for i in steps for j in steps]


def write_pictures(path, marked, zooms, **metadata):
    """Write an archive of pictures around a place, with a cross on it."""
    tiles = {
        where: paint_tile(*where, marked)
        for zoom in zooms
        for where in around(marked, zoom)
    }
    return write_archive(path, tiles, metadata, TileType.PNG)


def write_vectors(path, marked, zoom, metres=160):
    """Write an archive in Protomaps's layers: land, a square lake, a town's names."""
    names = ["name", "name:zh", "name:en"]
    fields = {"kind": "String", **dict.fromkeys(names, "String")}
    layers = [{"id": id_, "fields": fields} for id_ in ("earth", "water", "places")]
    metadata = {
        "vector_layers": layers,
        "attribution": '<a href="https://example.org">&copy; OpenStreetMap</a> <b>x',
    }
    tiles = {
        where: encode_tile(*where, marked, metres) for where in around(marked, zoom)
    }
    return write_archive(path, tiles, metadata, TileType.MVT)


def encode_tile(zoom, column, row, marked, metres):
    """Encode a vector tile as the Mapbox Vector Tile specification 2.1 says."""
    east, south = tile_of(*marked, zoom)
    x, y = (east - column) * EXTENT, (south - row) * EXTENT
    metres_a_tile = 40_075_017 * math.cos(math.radians(marked[1])) / 2**zoom
    half = metres / metres_a_tile * EXTENT / 2
    layers = [encode_layer("earth", {"kind": "earth"}, 3, box(0, 0, EXTENT, EXTENT))]
    if max(abs(x - EXTENT / 2), abs(y - EXTENT / 2)) < EXTENT / 2 + half:
        lake = box(x - half, y - half, x + half, y + half)
        layers.append(encode_layer("water", {"kind": "lake"}, 3, lake))
    if 0 <= x < EXTENT and 0 <= y < EXTENT:
        town = {"kind": "locality", "name": "本名", "min_zoom": "5"}
        town |= {"name:zh": "中文名", "name:en": "English name"}
        point = [9, zigzag(round(x)), zigzag(round(y))]
        layers.append(encode_layer("places", town, 1, point))
    return b"".join(layers)


def box(left, top, right, bottom):
    """Spell a rectangle as the commands of a tile's geometry."""
    left, top, right, bottom = map(round, (left, top, right, bottom))
    wide, high = right - left, bottom - top
    moves = [(wide, 0), (0, high), (-wide, 0)]
    steps = [zigzag(step) for move in moves for step in move]
    return [9, zigzag(left), zigzag(top), 3 << 3 | 2, *steps, 15]


def encode_layer(name, properties, geometry_type, geometry):
    """Encode a layer of one feature."""
    tags = [n for i in range(len(properties)) for n in (i, i)]
    feature = field(2, packed(tags)) + number(3, geometry_type)
    feature += field(4, packed(geometry))
    values = (field(1, value.encode()) for value in properties.values())
    layer = number(15, 2) + field(1, name.encode()) + field(2, feature)
    layer += b"".join(field(3, key.encode()) for key in properties)
    layer += b"".join(field(4, value) for value in values)
    return field(3, layer + number(5, EXTENT))


def field(key, content):
    return varint(key << 3 | 2) + varint(len(content)) + content


def number(key, value):
    return varint(key << 3) + varint(value)


def packed(numbers):
    return b"".join(map(varint, numbers))


def zigzag(value):
    return (value << 1) ^ (value >> 31)


def varint(value):
    written = bytearray()
    while value > 127:
        written.append(value & 127 | 128)
        value >>= 7
    return bytes([*written, value])

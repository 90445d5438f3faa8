"""How KML draws parks, zones and districts; nothing in it is fetched from a host."""

import struct
import zlib
from collections.abc import Iterable
from typing import Final

from lxml import etree

ICON: Final = "park.png"
"""Path of the disc that parks are drawn with, beside ``doc.kml``."""
_ZONE: Final = ("cc2f6fb0", "332f6fb0", "1.5")
_DISTRICT: Final = ("ff625a54", "00ffffff", "2")
"""Colours of line and area as ``aabbggrr``, width of the line in pixels."""
_SCALE: Final = "0.8"
_SIZE: Final = 32


def style_park(colour: str) -> str:
    """Name the style of parks in a colour ``#rrggbb``."""
    return f"park-{colour[1:]}"


def list_styles(colours: Iterable[str], icon: str | None) -> list[etree._Element]:
    """
    List the styles that a document needs.

    Parameters
    ----------
    colours
        Those of its parks, as ``#rrggbb``.
    icon
        Path of the white disc to be coloured; None for the viewer's own symbol.
    """
    return [
        *(_draw_icon(colour, icon) for colour in sorted(set(colours))),
        _draw_area("zones", *_ZONE),
        _draw_area("districts", *_DISTRICT),
    ]


def draw_disc() -> bytes:
    """Draw a white disc on nothing as PNG."""
    middle, radius = (_SIZE - 1) / 2, _SIZE / 2 - 1
    rows = [
        b"\0" + b"".join(_shade(x - middle, y - middle, radius) for x in range(_SIZE))
        for y in range(_SIZE)
    ]
    head = struct.pack(">IIBBBBB", _SIZE, _SIZE, 8, 6, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_pack(*chunk) for chunk in chunks)


def _shade(x: float, y: float, radius: float) -> bytes:
    """Give a white pixel, as opaque as the disc covers it."""
    covered = min(max(radius + 0.5 - (x * x + y * y) ** 0.5, 0), 1)
    return bytes((255, 255, 255, round(255 * covered)))


def _pack(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def _draw_icon(colour: str, icon: str | None) -> etree._Element:
    style = etree.Element("Style", id=style_park(colour))
    drawn = etree.SubElement(style, "IconStyle")
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    etree.SubElement(drawn, "color").text = f"ff{blue}{green}{red}"
    etree.SubElement(drawn, "scale").text = _SCALE
    if icon is not None:
        etree.SubElement(etree.SubElement(drawn, "Icon"), "href").text = icon
    label = etree.SubElement(style, "LabelStyle")
    etree.SubElement(label, "scale").text = _SCALE
    return style


def _draw_area(name: str, line: str, area: str, width: str) -> etree._Element:
    style = etree.Element("Style", id=name)
    drawn = etree.SubElement(style, "LineStyle")
    etree.SubElement(drawn, "color").text = line
    etree.SubElement(drawn, "width").text = width
    etree.SubElement(etree.SubElement(style, "PolyStyle"), "color").text = area
    return style

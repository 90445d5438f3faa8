"""What a drawing consists of besides its entities: header, layers, style, symbol."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ezdxf import filemanagement
from ezdxf.document import Drawing
from ezdxf.lldxf.tagwriter import TagWriter
from ezdxf.version import __version__

from parks.exports.dxf_entities import APPLICATION, BLOCK, STYLE
from parks.exports.dxf_text import LONGEST_LABEL, escape_text

FIRST_HANDLE: Final = 0x100000
"""Of the entities written here; those of the frame have lesser ones."""
_VERSION: Final = "R2010"
"""The oldest in common use whose texts are UTF-8 and whose colours are true."""
_METRES, _NO_UNIT = 6, 0
_CODE_PAGE: Final = "ANSI_936"
"""
What a Chinese AutoCAD writes: since R2007 every text is UTF-8 whatever this says.

GDAL goes by it all the same, unless ``DXF_ENCODING=UTF-8`` tells it better.
"""
_MADE: Final = 2_458_850.0
"""1 January 2020 as a Julian day, written for every date: the same rows, same bytes."""
_GUID: Final = "{00000000-0000-0000-0000-000000000000}"
_FONT, _FAMILY = "simsun.ttc", "SimSun"
"""宋体, which every Chinese Windows has; elsewhere AutoCAD falls back by family."""
_COLOURS: Final = {"zones": 30, "districts": 8}
"""Of the drawing's layers by ours: orange, grey; else black or white."""
_PLAIN: Final = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What a drawing says and shows of itself.

    Attributes
    ----------
    layers
        The drawing's layers, by name, each with the name of ours it is of.
    bounds
        West, south, east, north of everything drawn.
    is_plane
        Whether coordinates are metres, not degrees.
    properties
        What it says of itself as its properties, label and text.
    reference
        Name of the reference system.
    """

    layers: Mapping[str, str]
    bounds: tuple[float, float, float, float]
    is_plane: bool
    properties: Mapping[str, str]
    reference: str


def open_drawing() -> Drawing:
    """Open a drawing that has our style of text and our symbol of a park."""
    drawing = filemanagement.new(_VERSION)
    drawing.appids.new(APPLICATION)
    style = drawing.styles.new(STYLE, dxfattribs={"font": _FONT})
    style.set_extended_font_data(_FAMILY)
    symbol = drawing.blocks.new(BLOCK)
    # Colour 0 and layer 0 are those of each park that stands there.
    symbol.add_circle((0, 0), 1, dxfattribs={"layer": "0", "color": 0})
    symbol.add_point((0, 0), dxfattribs={"layer": "0", "color": 0})
    return drawing


def frame_entities(drawing: Drawing, frame: Frame, count: int) -> tuple[bytes, bytes]:
    """
    Write what stands in a file before and after its entities.

    Parameters
    ----------
    drawing
        As `open_drawing` gives it; altered.
    frame
        What it says of itself.
    count
        How many handles from `FIRST_HANDLE` on are taken.
    """
    for name, layer in frame.layers.items():
        drawing.layers.add(name, color=_COLOURS.get(layer, _PLAIN))
    _show(drawing, frame)
    drawing.units = _METRES if frame.is_plane else _NO_UNIT
    drawing.header["$PROJECTNAME"] = frame.reference
    for label, text in frame.properties.items():
        said = escape_text(" ".join(text.split())[:LONGEST_LABEL])
        drawing.header.custom_vars.append(escape_text(label), said)
    return _write_without_clock(drawing, count)


def _show(drawing: Drawing, frame: Frame) -> None:
    west, south, east, north = frame.bounds
    space = drawing.modelspace()
    space.reset_extents((west, south, 0), (east, north, 0))
    height = max(north - south, (east - west) / 2)
    drawing.set_modelspace_vport(
        height or 1, center=((west + east) / 2, (south + north) / 2)
    )


def _write_without_clock(drawing: Drawing, count: int) -> tuple[bytes, bytes]:
    drawing.commit_pending_changes()
    drawing.update_all()
    for name in ("$TDCREATE", "$TDUCREATE", "$TDUPDATE", "$TDUUPDATE"):
        drawing.header[name] = _MADE
    for name in ("$VERSIONGUID", "$FINGERPRINTGUID"):
        drawing.header[name] = _GUID
    drawing.header["$DWGCODEPAGE"] = _CODE_PAGE
    metadata = drawing.ezdxf_metadata()
    for name in ("CREATED_BY_EZDXF", "WRITTEN_BY_EZDXF"):
        metadata[name] = __version__
    drawing.header["$HANDSEED"] = f"{FIRST_HANDLE + count:X}"
    text = io.StringIO()
    drawing.export_sections(TagWriter(text, dxfversion=drawing.dxfversion))
    head, entities, tail = text.getvalue().partition("  2\nENTITIES\n")
    return f"{head}{entities}".encode(), tail.encode()

"""DXF for a drawing office: parks as symbols, zones and districts as closed lines."""

from parks.exports.bundle import ExportBundle
from parks.exports.dxf_frame import frame_entities, open_drawing
from parks.exports.dxf_sheet import Sheet


def write_dxf(bundle: ExportBundle) -> bytes:
    """
    Write layers as a drawing of R2010, its texts in UTF-8.

    A layer of the drawing is one of ours and a district. A park is a symbol in the
    colour of its first focus sector, and its name; a ring of a polygon is a closed
    polyline. Every symbol and ring carries all fields as extended data, as
    `parks.exports.dxf_entities.write_fields` says; a row without a place stands as
    text, with its fields, in the note below the drawing. The note says datum, unit
    and source.
    """
    drawing = open_drawing()
    sheet = Sheet(drawing.modelspace().layout_key, bundle)
    # What is drawn first lies below.
    for layer in sorted(bundle.layers, key=lambda each: each.name == "parks"):
        sheet.draw(layer)
    sheet.note()
    head, tail = frame_entities(drawing, sheet.describe(), sheet.count)
    return b"".join((head, sheet.file.getbuffer(), tail))

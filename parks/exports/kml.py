"""KML and KMZ, which Google Earth, 奥维 and phones open: always in WGS 84."""

import io
import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from lxml import etree

from parks.exports.attributes import (
    Attribute,
    colour_rows,
    list_attributes,
    title_rows,
)
from parks.exports.bundle import ExportBundle
from parks.exports.kml_shapes import write_shape
from parks.exports.kml_styles import ICON, draw_disc, list_styles, style_park
from parks.exports.layer import ExportLayer
from parks.exports.row_words import describe_rows
from parks.exports.written_names import name_attributes
from parks.exports.zipped import pack_zip
from parks.language import Language, translate

_NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, however it is written."""
_NUMBERS: Final = {"seq": "int", "park_count": "int"}


def write_kml(bundle: ExportBundle) -> bytes:
    """
    Write layers as a document with a folder each, which GIS read as a layer each.

    Parks have the colour of their first focus sector, as on the map. Every field is
    in ``ExtendedData``; what is unknown is left out, and so is the place of a park
    that has none. A control character, which XML cannot hold, becomes U+FFFD.
    """
    return _write_document(bundle, None)


def write_kmz(bundle: ExportBundle) -> bytes:
    """Write the same zipped, together with the disc that parks are drawn with."""
    document = _write_document(bundle, ICON)
    return pack_zip({"doc.kml": document, ICON: draw_disc()})


def _write_document(bundle: ExportBundle, icon: str | None) -> bytes:
    file = io.BytesIO()
    parks = [layer for layer in bundle.layers if layer.name == "parks"]
    colours = [colour for layer in parks for colour in colour_rows(layer)]
    # Written as it grows: a tree of a hundred thousand parks would fill the memory.
    with (
        etree.xmlfile(file, encoding="utf-8") as xml,
        _begin(xml),
        xml.element("Document"),
    ):
        xml.write(_write_text("name", _title(bundle)))
        about = [f"{label}: {text}" for label, text in bundle.about.items()]
        xml.write(_write_text("description", _write_lines(about)))
        for element in list_styles(colours, icon):
            xml.write(element)
        for layer in bundle.layers:
            xml.write(_describe_fields(layer))
        for layer in bundle.layers:
            _write_layer(xml, layer, bundle.language)
    return file.getvalue()


def _begin(xml: etree.xmlfile) -> etree.xmlfile:
    xml.write_declaration()
    return xml.element("kml", nsmap={None: _NAMESPACE})


def _title(bundle: ExportBundle) -> str:
    if bundle.record is not None:
        return bundle.record.table
    return translate(bundle.layer.name.capitalize(), bundle.language)


def _describe_fields(layer: ExportLayer) -> etree._Element:
    schema = etree.Element("Schema", id=layer.name, name=layer.name)
    for column, name in name_attributes(layer).items():
        kind = _NUMBERS.get(column, "string")
        etree.SubElement(schema, "SimpleField", name=name, type=kind)
    return schema


def _write_layer(xml: etree.xmlfile, layer: ExportLayer, language: Language) -> None:
    with xml.element("Folder"):
        xml.write(_write_text("name", translate(layer.name.capitalize(), language)))
        _write_rows(xml, layer, language)


def _write_rows(xml: etree.xmlfile, layer: ExportLayer, language: Language) -> None:
    names = tuple(name_attributes(layer).values())
    styles = [layer.name] * len(layer.rows)
    if layer.name == "parks":
        styles = list(map(style_park, colour_rows(layer)))
    rows = zip(
        title_rows(layer, language),
        styles,
        describe_rows(layer, language),
        list_attributes(layer),
        layer.rows.geometry.to_numpy(),
        strict=True,
    )
    for title, style, lines, values, geometry in rows:
        placemark = etree.Element("Placemark")
        placemark.append(_write_text("name", title))
        placemark.append(_write_text("description", _write_lines(lines)))
        placemark.append(_write_text("styleUrl", f"#{style}"))
        placemark.append(_extend(layer.name, names, values))
        shape = write_shape(geometry)
        if shape is not None:
            placemark.append(shape)
        xml.write(placemark)


def _extend(
    schema: str, names: Sequence[str], values: Sequence[Attribute]
) -> etree._Element:
    extended = etree.Element("ExtendedData")
    fields = etree.SubElement(extended, "SchemaData", schemaUrl=f"#{schema}")
    for name, value in zip(names, values, strict=True):
        if value is not None:
            field = etree.SubElement(fields, "SimpleData", name=name)
            field.text = _clean(str(value))
    return extended


def _write_lines(lines: Iterable[str]) -> str:
    """Write lines as the HTML that a balloon shows; no tag of theirs is one."""
    return "<br/>".join(escape(line) for line in lines)


def _write_text(name: str, text: str) -> etree._Element:
    element = etree.Element(name)
    element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)

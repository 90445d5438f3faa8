"""DXF: what a drawing program and GDAL find in it, in every datum."""

import io
from collections import defaultdict

import ezdxf
import numpy as np
import pytest
from ezdxf.lldxf.encoding import decode_dxf_unicode
from ezdxf.tools.text import caret_decode
from hypothesis import example, given, settings
from odd_layers import TEXTS, say_oddly

import pyogrio
import shapely

from parks.catalogue import open_edition
from parks.exports import LAYERS, ExportOrder, Terms
from parks.exports.attributes import list_attributes
from parks.exports.dxf import write_dxf
from parks.exports.dxf_text import escape_text, name_layer, split_text
from parks.exports.making import gather_bundle
from parks.exports.written_names import name_attributes
from parks.filter import Filter
from parks.sectors import find_sector

EDITION = open_edition()
DATUMS = ("EPSG:4326", "EPSG:4490", "EPSG:4547", "GCJ-02", "BD-09")


def gather(filter_=None, **options):
    asked = {name: [value] for name, value in options.items()}
    order = ExportOrder.parse("dxf", asked, Terms())
    return gather_bundle(EDITION, filter_ or Filter(), order, Terms())


def draw(bundle):
    """Draw, read back and demand that nothing had to be mended."""
    drawing = ezdxf.read(io.StringIO(write_dxf(bundle).decode()))
    audit = drawing.audit()
    assert not audit.errors
    assert not audit.fixes
    return drawing


def restore(text):
    """Undo what AutoCAD undoes itself as it reads."""
    return caret_decode(decode_dxf_unicode(text))


def unpack(entity):
    """Read the extended data: layer, numbers of a ring, fields."""
    layer, *tags = entity.get_xdata("PARKATLAS")
    numbers = []
    while tags[0].code == 1070:
        numbers.append(tags.pop(0).value)
    fields = {}
    while tags:
        name, value = tags.pop(0).value, tags.pop(0)
        if value.code == 1002:
            pieces = []
            while tags[0].code == 1000:
                pieces.append(restore(tags.pop(0).value))
            assert tags.pop(0).value == "}"
            fields[name] = "".join(pieces)
        else:
            text = value.value
            fields[name] = restore(text) if isinstance(text, str) else text
    return layer.value, tuple(numbers), fields


def read_rows(drawing):
    """Read every row: fields and geometry, polygons put together from their rings."""
    rows, rings = {}, defaultdict(dict)
    for entity in drawing.modelspace():
        if not entity.has_xdata("PARKATLAS"):
            continue
        layer, numbers, fields = unpack(entity)
        key = (layer, next(iter(fields.values())))
        if entity.dxftype() == "LWPOLYLINE":
            assert entity.closed
            part, ring = numbers
            rings[key].setdefault(part, {})[ring] = list(entity.vertices())
            rows[key] = fields, None
        else:
            is_placed = entity.dxftype() == "INSERT"
            at = shapely.Point(entity.dxf.insert.vec2) if is_placed else None
            rows[key] = fields, at
    for key, parts in rings.items():
        polygons = [
            shapely.Polygon(part[0], [part[n] for n in sorted(part) if n])
            for part in parts.values()
        ]
        rows[key] = rows[key][0], shapely.MultiPolygon(polygons)
    return rows


@pytest.mark.parametrize("datum", DATUMS)
def test_every_field_and_place_comes_back(datum):
    bundle = gather(crs=datum)
    read = read_rows(draw(bundle))
    assert len(read) == 59 + 22 + 11
    near = 0.01 if datum == "EPSG:4547" else 1e-6
    for layer in bundle.layers:
        names = name_attributes(layer).values()
        listed = zip(list_attributes(layer), layer.rows.geometry, strict=True)
        for values, shape in listed:
            fields, drawn = read[layer.name, values[0]]
            pairs = zip(names, values, strict=True)
            assert fields == {name: value for name, value in pairs if value is not None}
            assert fields["reference"] == datum
            if shape is None:
                assert drawn is None
            else:
                assert drawn.hausdorff_distance(shape) < near
                assert drawn.area == pytest.approx(shape.area, rel=1e-3, abs=1e-12)


def test_gdal_reads_every_park_and_ring(tmp_path):
    bundle = gather(crs="EPSG:4547")
    path = tmp_path / "a.dxf"
    path.write_bytes(write_dxf(bundle))
    options = {"DXF_ENCODING": "UTF-8", "DXF_INLINE_BLOCKS": "FALSE"}
    before = {name: pyogrio.get_gdal_config_option(name) for name in options}
    pyogrio.set_gdal_config_options(options)
    try:
        read = pyogrio.read_dataframe(path, layer="entities")
    finally:
        pyogrio.set_gdal_config_options(before)
    parks = bundle.layers[0].rows
    symbols = read[read["BlockName"] == "PARK"]
    assert sorted(symbols["Layer"].unique()) == sorted(
        f"园区-{name}" for name in parks["district"].unique()
    )
    assert set(parks["name"]) <= set(read["Text"])
    ours, theirs = (
        np.sort(shapely.get_coordinates(shapely.force_2d(points)), axis=0)
        for points in (parks.geometry.to_numpy(), symbols.geometry.to_numpy())
    )
    assert np.max(np.abs(ours - theirs)) < 0.01
    rings = read["SubClasses"] == "AcDbEntity:AcDbPolyline"
    assert rings.sum() == 37


@pytest.mark.parametrize("datum", DATUMS)
def test_the_drawing_says_its_datum_and_unit(datum):
    drawing = draw(gather(crs=datum, lang="en"))
    is_plane = datum == "EPSG:4547"
    assert drawing.header["$PROJECTNAME"] == datum
    assert drawing.units == (6 if is_plane else 0)
    properties = dict(drawing.header.custom_vars.properties)
    said = [text.dxf.text for text in drawing.modelspace().query("TEXT")]
    unit = "Coordinates are metres" if is_plane else "Coordinates are degrees"
    assert properties["Unit"].startswith(unit)
    assert any(text.startswith(unit) for text in said)
    assert datum in properties["Reference system"]
    assert any(datum in text for text in said)


def test_the_note_stands_below_the_drawing_and_within_the_view():
    drawing = draw(gather(crs="EPSG:4547"))
    lowest = min(
        y
        for ring in drawing.modelspace().query("LWPOLYLINE")
        for _, y in ring.vertices()
    )
    note = [
        text for text in drawing.modelspace().query("TEXT") if text.dxf.layer == "备注"
    ]
    assert len(note) > 5
    assert all(text.dxf.insert.y < lowest for text in note)
    assert drawing.header["$EXTMIN"][1] <= min(text.dxf.insert.y for text in note)


def test_a_park_has_its_name_and_the_colour_of_its_first_focus_sector():
    drawing = draw(gather(layer="parks"))
    names = {text.dxf.text for text in drawing.modelspace().query("TEXT")}
    colours = set()
    for symbol in drawing.modelspace().query("INSERT"):
        _, _, fields = unpack(symbol)
        assert fields["name"] in names
        first = fields["focus"].split("; ")[0]
        assert symbol.dxf.true_color == int(
            (find_sector(first).colour if first else "#545a62")[1:], 16
        )
        colours.add(symbol.dxf.true_color)
    assert len(colours) > 5


def test_texts_are_in_a_style_that_has_chinese():
    drawing = draw(gather(layer="parks"))
    style = drawing.styles.get("PARKATLAS")
    assert style.dxf.font == "simsun.ttc"
    assert style.get_extended_font_data()[0] == "SimSun"
    assert {text.dxf.style for text in drawing.modelspace().query("TEXT")} == {
        "PARKATLAS"
    }


@given(TEXTS)
@example("^J")
@example("\\U+4E2D \\M+1C4E3")
@settings(max_examples=10)
def test_hostile_text_comes_back_as_it_was(text):
    rows = read_rows(draw(say_oddly(EDITION, text)))
    assert len(rows) == 3
    for fields, _ in rows.values():
        for name in ("name", "district", "zone", "direction"):
            long = len(text.encode()) > 3_000
            assert text.startswith(fields[name]) if long else fields[name] == text


def test_a_text_too_long_for_a_drawing_is_cut_and_said():
    drawing = draw(say_oddly(EDITION, "长" * 20_000))
    said = " ".join(text.dxf.text for text in drawing.modelspace().query("TEXT"))
    assert "超出图形文件所能容纳" in said
    for symbol in drawing.modelspace().query("INSERT"):
        tags = symbol.get_xdata("PARKATLAS")
        assert sum(len(str(tag.value).encode()) + 3 for tag in tags) < 16_383
        assert unpack(symbol)[2]["reference"] == "EPSG:4326"


def test_a_park_without_a_place_is_listed_with_its_fields():
    drawing = draw(say_oddly(EDITION, "甲园"))
    assert len(drawing.modelspace().query("INSERT")) == 2
    listed = [
        text
        for text in drawing.modelspace().query("TEXT")
        if text.has_xdata("PARKATLAS")
    ]
    assert [text.dxf.layer for text in listed] == ["园区-位置不明"]
    assert unpack(listed[0])[2]["name"] == "甲园"


@pytest.mark.parametrize("datum", ["EPSG:4326", "EPSG:4547", "BD-09"])
def test_an_empty_choice_is_a_valid_empty_drawing(datum):
    drawing = draw(gather(Filter(query="qqqqqq"), crs=datum))
    assert not drawing.modelspace().query("INSERT LWPOLYLINE")


@pytest.mark.parametrize("layer", LAYERS)
def test_equal_data_gives_equal_bytes(layer):
    bundle = gather(layer=layer, crs="EPSG:4547")
    assert write_dxf(bundle) == write_dxf(bundle)


@given(TEXTS)
def test_a_text_is_lines_of_bounded_length(text):
    pieces = split_text(text)
    assert all(len(piece.encode()) <= 250 for piece in pieces)
    assert not any(character in piece for piece in pieces for character in "\r\n\0")
    assert "".join(pieces) == escape_text(text)


@given(TEXTS, TEXTS)
def test_no_layer_has_a_name_that_autocad_refuses(one, other):
    assert not set(name_layer(one, other)) & set('<>/\\":;?*|,=`\n\r\t')

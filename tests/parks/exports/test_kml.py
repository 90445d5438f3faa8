"""KML and KMZ: what GDAL and a plain XML reader find in them."""

import io
import re
import zipfile
from html import unescape

import numpy as np
import pytest
from hypothesis import given, settings
from lxml import etree
from matplotlib.image import imread
from odd_layers import TEXTS, say_oddly

import pyogrio
import shapely

from parks.catalogue import open_edition
from parks.errors import UnfitReferenceError
from parks.exports import LAYERS, ExportOrder, Terms, make_export
from parks.exports.attributes import list_attributes
from parks.exports.kml import write_kml
from parks.exports.making import gather_bundle
from parks.exports.written_names import name_attributes
from parks.filter import Filter
from parks.language import Language
from parks.sectors import find_sector

KML = "{http://www.opengis.net/kml/2.2}"
EDITION = open_edition()


def order(**options):
    asked = {name: [value] for name, value in options.items()}
    return ExportOrder.parse("kml", asked, Terms())


def read_placemarks(content):
    """Read every placemark: its fields by name, None where there is none."""
    document = etree.fromstring(content).find(f"{KML}Document")
    for placemark in document.iter(f"{KML}Placemark"):
        data = placemark.iter(f"{KML}SimpleData")
        yield placemark, {field.get("name"): field.text or "" for field in data}


def read_rings(polygon):
    for path in ("outerBoundaryIs", "innerBoundaryIs"):
        for border in polygon.findall(f"{KML}{path}"):
            text = border.findtext(f"{KML}LinearRing/{KML}coordinates")
            yield [tuple(map(float, pair.split(","))) for pair in text.split()]


def read_shape(placemark):
    point = placemark.find(f"{KML}Point")
    if point is not None:
        text = point.findtext(f"{KML}coordinates")
        return shapely.Point(*map(float, text.split(",")))
    parts = []
    for polygon in placemark.iter(f"{KML}Polygon"):
        shell, *holes = read_rings(polygon)
        parts.append(shapely.Polygon(shell, holes))
    return shapely.MultiPolygon(parts) if parts else None


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("fields", ["code", "zh", "en"])
def test_every_field_and_place_comes_back(layer, fields):
    bundle = gather_bundle(
        EDITION, Filter(), order(layer=layer, fields=fields), Terms()
    )
    names = tuple(name_attributes(bundle.layer).values())
    expected = {
        values[0]: (values, shape)
        for values, shape in zip(
            list_attributes(bundle.layer), bundle.layer.rows.geometry, strict=True
        )
    }
    read = list(read_placemarks(write_kml(bundle)))
    assert len(read) == len(expected)
    for placemark, found in read:
        values, shape = expected[found[names[0]]]
        said = {n: str(v) for n, v in zip(names, values, strict=True) if v is not None}
        assert found == said
        drawn = read_shape(placemark)
        if shape is None:
            assert drawn is None
        else:
            assert drawn.hausdorff_distance(shape) < 1e-6


def test_gdal_reads_a_layer_a_folder_and_every_point(tmp_path):
    path = tmp_path / "a.kml"
    path.write_bytes(make_export(EDITION, Filter(), order(), Terms()).content)
    layers = [name for name, _ in pyogrio.list_layers(path)]
    assert layers == ["园区", "片区", "行政区"]
    rows = pyogrio.read_dataframe(path, layer="园区")
    assert rows.crs == "EPSG:4326"
    read = dict(zip(rows["park_id"], rows.geometry, strict=True))
    parks = EDITION.parks
    assert set(read) == set(parks["park_id"])
    found = np.array([read[park_id] for park_id in parks["park_id"]])
    assert np.max(shapely.distance(found, parks.geometry.to_numpy())) < 1e-6


def test_a_park_has_the_colour_of_its_first_focus_sector():
    content = make_export(EDITION, Filter(), order(layer="parks"), Terms()).content
    document = etree.fromstring(content)
    colours = {
        style.get("id"): style.findtext(f"{KML}IconStyle/{KML}color")
        for style in document.iter(f"{KML}Style")
    }
    seen = set()
    for placemark, found in read_placemarks(content):
        first = found["focus"].split("; ")[0]
        colour = find_sector(first).colour if first else "#545a62"
        drawn = colours[placemark.findtext(f"{KML}styleUrl")[1:]]
        assert drawn == f"ff{colour[5:7]}{colour[3:5]}{colour[1:3]}"
        seen.add(drawn)
    assert len(seen) > 5


def test_nothing_in_it_is_fetched_from_a_host():
    content = make_export(EDITION, Filter(), order(), Terms()).content.decode()
    assert "<href>" not in content
    assert re.findall(r"https?://[^\s\"<]+", content.split("</Document>")[0])[0] == (
        "http://www.opengis.net/kml/2.2"
    )


def test_a_kmz_holds_the_document_and_its_symbol(download):
    with zipfile.ZipFile(io.BytesIO(download(EDITION, "kmz"))) as packed:
        assert packed.namelist() == ["doc.kml", "park.png"]
        document, symbol = map(packed.read, packed.namelist())
    assert len(list(read_placemarks(document))) == 59 + 22 + 11
    hrefs = {href.text for href in etree.fromstring(document).iter(f"{KML}href")}
    assert hrefs == {"park.png"}
    pixels = imread(io.BytesIO(symbol))
    assert pixels.shape == (32, 32, 4)
    assert (pixels[0, 0, 3], pixels[16, 16, 3]) == (0, 1)


def test_the_document_says_what_it_is(download):
    filter_ = Filter(districts=("南山",))
    content = download(EDITION, "kml", filter_=filter_)
    said = etree.fromstring(content).findtext(f"{KML}Document/{KML}description")
    assert "district=nanshan" in said
    assert "9 of 59 parks" in said
    assert "(EPSG:4326)" in said


@given(TEXTS)
@settings(max_examples=40)
def test_hostile_text_comes_back_as_it_was(text):
    read = list(read_placemarks(write_kml(say_oddly(EDITION, text))))
    # XML 1.0 has no way to write these; the writer's docstring says so.
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
    assert len(read) == 3
    for placemark, found in read:
        assert found["name"] == placemark.findtext(f"{KML}name") == kept
        assert found["direction"] == kept
        assert found["policies"] == f"{kept}; {kept}"
    assert read[0][0].find(f"{KML}Point") is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_balloon_says_the_note_in_the_readers_language(language):
    content = make_export(EDITION, Filter(), order(lang=language), Terms()).content
    column = {"zh": "location_note", "en": "location_note_en"}[language]
    parks = EDITION.parks.set_index("park_id")
    for placemark, fields in read_placemarks(content):
        if "park_id" in fields:
            park = parks.loc[fields["park_id"]]
            said = unescape(placemark.findtext(f"{KML}description"))
            assert park[column] in said
            # Its fields are data, the same in every language.
            assert fields["location_note"] == park["location_note"]


def test_no_tag_of_a_table_is_one_in_a_balloon():
    content = write_kml(say_oddly(EDITION, "<b onclick='x'>园</b>"))
    for placemark, _ in read_placemarks(content):
        said = placemark.findtext(f"{KML}description")
        assert "<b onclick" not in said
        assert "&lt;b onclick" in said


@pytest.mark.parametrize("datum", ["GCJ-02", "BD-09", "EPSG:4547"])
def test_another_datum_is_refused_with_a_sentence(download, datum):
    with pytest.raises(
        UnfitReferenceError, match=f"kml holds EPSG:4326 only, not {datum}"
    ):
        download(EDITION, "kml", crs=datum)


@pytest.mark.parametrize("name", ["kml", "kmz"])
def test_an_empty_choice_is_a_valid_empty_file(download, name, tmp_path):
    content = download(EDITION, name, filter_=Filter(query="qqqqqq"))
    path = tmp_path / f"a.{name}"
    path.write_bytes(content)
    assert pyogrio.list_layers("/vsizip/" + str(path) if name == "kmz" else path).size
    if name == "kml":
        assert list(read_placemarks(content)) == []


@pytest.mark.parametrize("name", ["kml", "kmz"])
def test_equal_data_gives_equal_bytes(download, name):
    assert download(EDITION, name, Language.ZH) == download(EDITION, name, Language.ZH)

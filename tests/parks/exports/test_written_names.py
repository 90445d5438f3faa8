"""README and metadata name the fields that are in the file, whatever its format."""

import csv
import io
import json
import tempfile

import ezdxf
import pyarrow.parquet as pq
import pytest
from gis_reading import unzip
from lxml import etree
from openpyxl import load_workbook

import pyogrio

from parks.catalogue import open_edition
from parks.exports import EXPORTERS, LAYERS, ExportOrder, Terms, make_export
from parks.exports.companions import make_companions
from parks.filter import Filter

EDITION = open_edition()
KML = "{http://www.opengis.net/kml/2.2}"


def list_properties(content):
    (names,) = {tuple(f["properties"]) for f in json.loads(content)["features"]}
    return names


def list_first_properties(content):
    files = unzip(content)
    return list_properties(next(files[n] for n in files if n.endswith(".geojson")))


def list_gdal_fields(content):
    return tuple(pyogrio.read_info(io.BytesIO(content))["fields"])


def list_geopackage_fields(content):
    # GDAL warns of a GeoPackage that is not called one.
    with tempfile.NamedTemporaryFile(suffix=".gpkg") as file:
        file.write(content)
        file.flush()
        return tuple(pyogrio.read_info(file.name)["fields"])


def list_kml_fields(content):
    fields = etree.fromstring(content).iter(f"{KML}SimpleField")
    return tuple(field.get("name") for field in fields)


def list_kmz_fields(content):
    return list_kml_fields(unzip(content)["doc.kml"])


def list_parquet_fields(content):
    *fields, geometry = pq.read_schema(io.BytesIO(content)).names
    assert geometry == "geometry"
    return tuple(fields)


def list_dxf_fields(content):
    """List what stands in any entity: each leaves out what is unknown."""
    names = {}
    for entity in ezdxf.read(io.StringIO(content.decode())).modelspace():
        if entity.has_xdata("PARKATLAS"):
            _, *tags = entity.get_xdata("PARKATLAS")
            tags = iter([tag for tag in tags if tag.code != 1070])
            for name in tags:
                names[name.value] = None
                if next(tags).code == 1002:
                    while next(tags).code != 1002:
                        pass
    return tuple(names)


def list_headings(content):
    return tuple(next(csv.reader(io.StringIO(content.decode("utf-8-sig")))))


def list_cells(content):
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return tuple(cell.value for cell in sheet[1])


READERS = {
    "geojson": list_properties,
    "geojson.zip": list_first_properties,
    "gpkg": list_geopackage_fields,
    "shp.zip": list_gdal_fields,
    "fgb": list_gdal_fields,
    "parquet": list_parquet_fields,
    "kml": list_kml_fields,
    "kmz": list_kmz_fields,
    "dxf": list_dxf_fields,
    "csv": list_headings,
    "xlsx": list_cells,
}


def order(format_, **options):
    asked = {name: [value] for name, value in options.items()}
    return ExportOrder.parse(format_, asked, Terms())


def read_companions(asked):
    readme, metadata = make_companions(EDITION, Filter(), asked, Terms())
    (layer,) = json.loads(metadata.content)["pa:layer"]
    text = readme.content.decode("utf-8-sig").replace("\r\n    ", " ")
    return text, layer["csvw:column"]


def test_every_format_is_read_here():
    assert READERS.keys() == EXPORTERS.keys()


@pytest.mark.parametrize("fields", ["code", "zh", "en"])
@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("name", EXPORTERS)
def test_readme_and_metadata_name_what_is_in_the_file(name, layer, fields):
    asked = order(name, layer=layer, fields=fields, lang="en")
    made = make_export(EDITION, Filter(), asked, Terms())
    readme, columns = read_companions(asked)
    found = READERS[name](made.content)
    assert [column["csvw:name"] for column in columns] == list(found)
    for column in columns:
        (english,) = (t for t in column["csvw:title"] if t["@language"] == "en")
        written = column["csvw:name"], english["@value"]
        assert f"\r\n- {' = '.join(dict.fromkeys(written))}: " in readme


@pytest.mark.parametrize("crs", ["EPSG:4547", "GCJ-02"])
@pytest.mark.parametrize("name", ["geojson", "geojson.zip", "csv", "xlsx"])
def test_they_do_in_other_reference_systems_too(name, crs):
    asked = order(name, layer="parks", crs=crs)
    made = make_export(EDITION, Filter(), asked, Terms())
    _, columns = read_companions(asked)
    assert [each["csvw:name"] for each in columns] == list(READERS[name](made.content))
    assert "reference" in [each["dct:identifier"] for each in columns]

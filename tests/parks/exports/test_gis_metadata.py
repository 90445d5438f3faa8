"""What files for a GIS say of themselves: never a false code, never the clock."""

import io
import os
import sqlite3
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path

import orjson
import pyarrow.parquet as pq
import pytest
from gis_reading import FORMATS, unzip

import pyogrio
import pyproj

from parks.catalogue import open_edition
from parks.exports import ExportOrder, Terms, make_export
from parks.filter import Filter
from parks.language import Language

ROOT = Path(__file__).parents[3]
BARE = pytest.mark.parametrize("reference", ["GCJ-02", "BD-09"])


def order(name, reference="GCJ-02", language="zh"):
    options = {"crs": [reference], "lang": [language]}
    return ExportOrder.parse(name, options, Terms())


def make(edition, name):
    return make_export(edition, Filter(), order(name), Terms()).content


def hash_all():
    edition = open_edition()
    return {name: sha256(make(edition, name)).hexdigest() for name in FORMATS}


@pytest.fixture
def geopackage(embedded, download, tmp_path):
    def open_(reference, **asked):
        file = tmp_path / "parks.gpkg"
        file.write_bytes(download(embedded, "gpkg", crs=reference, **asked))
        return file

    return open_


def ask(file, question):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(question).fetchall()


def test_a_geopackage_holds_the_three_layers_and_says_what_they_are(geopackage):
    file = geopackage("EPSG:4547")
    contents = ask(file, "SELECT table_name, identifier, srs_id FROM gpkg_contents")
    assert [(name, srs) for name, _, srs in contents] == [
        ("parks", 4547),
        ("zones", 4547),
        ("districts", 4547),
    ]
    assert all("EPSG:4547" in identifier for _, identifier, _ in contents)
    counts = [
        pyogrio.read_info(file, layer=name)["features"] for name, _, _ in contents
    ]
    assert counts == [59, 22, 11]
    about = pyogrio.read_info(file, layer="zones")["dataset_metadata"]
    assert about["Count"] == "59 of 59 parks"
    assert "EPSG:4547" in about["Reference system"]
    (dataset, *layers) = ask(file, "SELECT metadata FROM gpkg_metadata ORDER BY id")
    assert "59 of 59 parks" in dataset[0]
    assert len(layers) == 3
    assert ask(file, "PRAGMA integrity_check") == [("ok",)]
    assert ask(file, "PRAGMA foreign_key_check") == []


def test_a_geopackage_of_one_layer_holds_that_alone(geopackage):
    names = ask(geopackage("EPSG:4326", layer="zones"), "SELECT * FROM gpkg_contents")
    assert [row[0] for row in names] == ["zones"]


@BARE
def test_a_geopackage_in_a_shifted_datum_claims_no_known_system(geopackage, reference):
    file = geopackage(reference)
    (used,) = ask(file, "SELECT DISTINCT srs_id FROM gpkg_geometry_columns")
    question = (
        "SELECT organization, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
    )
    with closing(sqlite3.connect(file)) as connection:
        system = connection.execute(question, used).fetchall()
    assert system == [("GDAL", "Undefined SRS")]
    names = ask(file, "SELECT identifier, description FROM gpkg_contents")
    assert all(reference in part for row in names for part in row)
    for layer in ("parks", "zones", "districts"):
        info = pyogrio.read_info(file, layer=layer)
        assert info["crs"] is None
        assert info["layer_metadata"]["reference"] == reference
        said = ask(file, f"SELECT DISTINCT reference FROM {layer}")  # noqa: S608
        assert said == [(reference,)]


@BARE
def test_a_shapefile_in_a_shifted_datum_has_no_prj_and_says_why(
    embedded, download, reference
):
    files = unzip(download(embedded, "shp.zip", crs=reference))
    slug = reference.replace("-", "").lower()
    parts = [f"parks_{slug}.{part}" for part in ("shp", "shx", "dbf", "cpg")]
    beside = ["FIELDS.txt", "TEXTS.csv", "README.txt", "metadata.jsonld"]
    assert list(files) == [*parts, *beside]
    fields = files["FIELDS.txt"].decode("utf-8-sig")
    assert (
        f"不附 .prj 文件：任何写法都与此坐标系不符。坐标：{reference} 经纬度" in fields
    )
    assert f"Coordinates: {reference} longitude and latitude" in fields


def test_a_shapefile_says_what_its_fields_stand_for(embedded, download):
    files = unzip(download(embedded, "shp.zip", crs="EPSG:4490", layer="zones"))
    assert files["zones_cgcs2000-epsg4490.cpg"] == b"UTF-8"
    prj = files["zones_cgcs2000-epsg4490.prj"].decode()
    assert pyproj.CRS.from_wkt(prj).to_epsg() == 4490
    lines = files["FIELDS.txt"].decode("utf-8-sig").split("\r\n")
    assert "dist_code\tdistrict_code\t区划代码\tDistrict code" in lines
    assert "loc_source\tlocation_source\t位置来源\tSource of place" in lines
    assert not any(".prj" in line for line in lines)


@BARE
def test_flatgeobuf_and_parquet_in_a_shifted_datum_have_no_system(
    embedded, download, reference
):
    info = pyogrio.read_info(io.BytesIO(download(embedded, "fgb", crs=reference)))
    assert info["crs"] is None
    assert info["layer_metadata"]["reference"] == reference
    assert reference in info["layer_metadata"]["TITLE"]
    content = download(embedded, "parquet", crs=reference)
    metadata = pq.read_schema(io.BytesIO(content)).metadata
    geo = orjson.loads(metadata[b"geo"])
    assert geo["columns"]["geometry"]["crs"] is None
    assert orjson.loads(metadata[b"parkatlas"])["reference"] == reference


def test_flatgeobuf_says_what_it_is_and_can_be_asked_by_place(embedded, download):
    content = download(embedded, "fgb", Language.ZH)
    metadata = pyogrio.read_info(io.BytesIO(content))["layer_metadata"]
    assert metadata["TITLE"].startswith("园区 · WGS 84")
    assert metadata["版本"] == embedded.key
    assert pyogrio.read_info(io.BytesIO(content))["capabilities"]["fast_spatial_filter"]
    west, south, east, north = box = (113.9, 22.5, 114.0, 22.6)
    found = pyogrio.read_dataframe(io.BytesIO(content), bbox=box)
    inside = embedded.parks.cx[west:east, south:north]
    assert 0 < len(inside) < 59
    assert set(found["park_id"]) == set(inside["park_id"])


@pytest.mark.parametrize("layer", ["parks", "zones"])
def test_parquet_describes_its_geometry_as_version_1_1_does(embedded, download, layer):
    content = download(embedded, "parquet", layer=layer, crs="EPSG:4547")
    metadata = pq.read_schema(io.BytesIO(content)).metadata
    geo = orjson.loads(metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    (column,) = geo["columns"].values()
    assert column["encoding"] == "WKB"
    shape = "Point" if layer == "parks" else "MultiPolygon"
    assert column["geometry_types"] == [shape]
    assert pyproj.CRS.from_json_dict(column["crs"]) == "EPSG:4547"
    rows = embedded.parks if layer == "parks" else embedded.zones
    expected = rows.to_crs("EPSG:4547").total_bounds
    assert column["bbox"] == pytest.approx(expected.tolist())
    said = orjson.loads(metadata[b"parkatlas"])
    assert said["about"]["Count"] == "59 of 59 parks"


def test_neither_the_clock_nor_the_process_changes_a_byte():
    code = (
        "import sys; sys.path[:0] = ['.', 'tests/parks/exports'];"
        "import test_gis_metadata as t; print(t.hash_all())"
    )
    # Half the world away it is another day, and every run another second.
    surroundings = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=surroundings,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == str(hash_all())


def test_threads_write_side_by_side_without_a_warning(embedded):
    names = [name for name in FORMATS for _ in range(3)]
    with (
        warnings.catch_warnings(action="error"),
        ThreadPoolExecutor(max_workers=6) as pool,
    ):
        made = list(pool.map(partial(make, embedded), names))
    for name in FORMATS:
        contents = [each for at, each in zip(names, made, strict=True) if at == name]
        assert len(set(contents)) == 1

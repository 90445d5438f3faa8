"""GeoPackage, Shapefile, FlatGeobuf and GeoParquet hold what the layer holds."""

import numpy as np
import pyarrow.parquet as pq
import pytest
from gis_reading import FORMATS, cut, read

import shapely

from parks.exports import EXPORTERS, ExportBundle, pick_layer
from parks.exports.short_names import shorten_names
from parks.language import Language

EPSG = ("EPSG:4326", "EPSG:4490", "EPSG:4547", "EPSG:3857")
BARE = ("GCJ-02", "BD-09")
NARROWEST = {"EPSG:4547": 0.01, "EPSG:3857": 0.01}
"""How far a point may be off, in metres; elsewhere in degrees."""


def expect(layer, name):
    """List the texts and numbers of a layer as a format is to hold them."""
    rows = []
    for values in layer.rows[list(layer.columns)].itertuples(index=False):
        cells = ["; ".join(v) if isinstance(v, tuple) else v for v in values]
        if name == "shp.zip":
            cells = [cut(v) if isinstance(v, str) else v for v in cells]
        rows.append([*(None if v == "" else v for v in cells), layer.reference])
    return rows


def in_order(rows, key):
    """Sort rows by their id: FlatGeobuf's index has an order of its own."""
    return rows.sort_values(key, ignore_index=True)


def cells_of(rows):
    return rows.drop(columns="geometry").to_numpy(dtype=object).tolist()


def in_order_of(rows):
    return sorted(rows, key=lambda row: row[0])


@pytest.mark.parametrize("reference", [*EPSG, *BARE])
@pytest.mark.parametrize("name", FORMATS)
def test_every_field_and_place_comes_back_in_every_datum(
    embedded, everything, tmp_path, name, reference
):
    for which in ("parks", "zones", "districts"):
        layer = pick_layer(
            embedded, everything(embedded), layer=which, reference=reference
        )
        content = EXPORTERS[name].write(ExportBundle((layer,), Language.ZH))
        found = read(content, name, tmp_path, which)
        key = layer.columns[0]
        found, rows = in_order(found, key), in_order(layer.rows, key)
        sent = [[None if v == "" else v for v in row] for row in cells_of(found)]
        assert sent == in_order_of(expect(layer, name))
        apart = shapely.hausdorff_distance(
            np.asarray(found.geometry), np.asarray(rows.geometry)
        )
        assert (np.isnan(apart) == rows.geometry.isna()).all()
        assert np.nanmax(apart) < NARROWEST.get(reference, 1e-6)
        assert found.geometry.dropna().is_valid.all()
        assert found.crs == (None if reference in BARE else reference)


@pytest.mark.parametrize("fields", ["code", "zh", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_fields_are_called_as_asked_but_for_shapefiles(
    embedded, download, tmp_path, name, fields
):
    found = read(download(embedded, name, fields=fields, layer="parks"), name, tmp_path)
    names = {
        "code": ("park_id", "district_code", "reference"),
        "zh": ("园区标识", "区划代码", "坐标系"),
        "en": ("Park id", "District code", "Reference system"),
    }[fields]
    if name == "shp.zip":
        names = shorten_names(("park_id", "district_code", "reference"))
    assert set(names) < set(found.columns)


@pytest.mark.parametrize("name", FORMATS)
def test_a_park_without_a_place_stays_a_row(make, download, tmp_path, name):
    edition = make("1,,,乙园,,", "2,南山,某片区,甲园,人工智能,")
    content = download(edition, name, layer="parks")
    found = in_order(read(content, name, tmp_path), "seq")
    assert found["name"].tolist() == ["乙园", "甲园"]
    assert found.geometry.isna().tolist() == [True, False]
    assert found["district"].tolist() == [None, "南山"]


@pytest.mark.parametrize("reference", ["EPSG:4547", "GCJ-02"])
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_a_valid_file_with_its_columns_and_types(
    embedded, everything, tmp_path, name, reference
):
    for which in ("parks", "zones", "districts"):
        layer = pick_layer(
            embedded, ~everything(embedded), layer=which, reference=reference
        )
        assert not len(layer.rows)
        content = EXPORTERS[name].write(ExportBundle((layer,), Language.ZH))
        found = read(content, name, tmp_path, which)
        assert not len(found)
        assert len(found.columns) == len(layer.columns) + 2
        assert found.crs == (None if reference in BARE else reference)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bundle_gives_the_same_bytes(embedded, download, name):
    first = download(embedded, name, crs="GCJ-02")
    assert download(embedded, name, crs="GCJ-02") == first
    assert download(embedded, name, crs="BD-09") != first


def test_parquet_of_nothing_knows_its_types(embedded, everything, tmp_path):
    layer = pick_layer(embedded, ~everything(embedded), layer="zones")
    file = tmp_path / "zones.parquet"
    file.write_bytes(EXPORTERS["parquet"].write(ExportBundle((layer,), Language.ZH)))
    types = {field.name: str(field.type) for field in pq.read_schema(file)}
    assert types["seq"] == types["park_count"] == "int64"
    assert types["zone"] == types["policies"] == types["reference"] == "string"
    assert types["geometry"] == "binary"

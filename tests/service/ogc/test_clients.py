"""Real clients read the service as they read any other."""

import numpy as np
import pytest
from owslib.ogcapi.features import Features

import pyogrio

from parks.filter import Filter

LAYERS = ("parks", "zones", "districts")
IDS = {"parks": "park_id", "zones": "zone_id", "districts": "name_zh"}


@pytest.fixture
def read(served):
    """Read a layer as QGIS does, through GDAL."""

    def read_(layer, **options):
        return pyogrio.read_dataframe(f"OAPIF:{served}", layer=layer, **options)

    return read_


@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_every_row(read, edition, layer):
    rows, own = read(layer), getattr(edition, layer)
    assert rows[IDS[layer]].tolist() == own[IDS[layer]].tolist()
    assert rows.crs.to_authority() == ("OGC", "CRS84")
    placed = own.geometry.notna().to_numpy()
    assert (rows.geometry.notna() == placed).all()
    pairs = zip(rows.geometry[placed], own.geometry[placed], strict=True)
    assert all(a.hausdorff_distance(b) < 2e-6 for a, b in pairs)


def test_gdal_lists_the_layers(served):
    listed = pyogrio.list_layers(f"OAPIF:{served}")
    assert dict(listed.tolist()) == {
        "parks": "Point",
        "zones": "Polygon",
        "districts": "MultiPolygon",
    }


def test_gdal_reads_fields_as_what_they_are(read, edition):
    parks = read("parks")
    assert parks["seq"].tolist() == edition.parks["seq"].tolist()
    assert parks["name"].tolist() == edition.parks["name"].tolist()
    assert parks["direction"].tolist() == edition.parks["direction"].tolist()


def test_gdal_reads_page_by_page(read, edition):
    assert len(read("parks", PAGE_SIZE="9")) == len(edition.parks)


def test_gdal_asks_for_a_box(read, edition):
    box = (113.9, 22.4, 114.0, 22.6)
    chosen = Filter(bbox=box).select(edition)
    found = read("parks", bbox=box)["park_id"].tolist()
    assert found == edition.parks["park_id"][chosen].tolist() != []


def test_gdal_filters(read, edition):
    found = read("parks", where="district = '南山' AND seq > 3")
    parks = edition.parks
    meant = (parks["district"] == "南山") & (parks["seq"] > 3)
    assert found["park_id"].tolist() == parks["park_id"][meant].tolist() != []


@pytest.mark.parametrize("code", [4490, 4547, 3857])
def test_gdal_puts_the_axes_right(read, edition, code):
    rows = read("parks", CRS=f"EPSG:{code}")
    assert rows.crs.to_epsg() == code
    expected = edition.parks.to_crs(code).geometry
    tolerance = 0.006 if code in {4547, 3857} else 6e-7
    assert np.abs(rows.geometry.x - expected.x).max() < tolerance
    assert np.abs(rows.geometry.y - expected.y).max() < tolerance


def test_owslib_finds_its_way(served, edition):
    service = Features(f"{served}/")
    assert service.feature_collections() == list(LAYERS)
    assert any("features-1" in name for name in service.conformance()["conformsTo"])
    assert service.api()["openapi"].startswith("3.0")
    assert service.collection("zones")["id"] == "zones"
    assert "district" in service.collection_queryables("parks")["properties"]
    assert "seq" in service.collection_schema("parks")["properties"]
    items = service.collection_items("parks", limit=3, bbox=[113.9, 22.4, 114.0, 22.6])
    assert len(items["features"]) == 3
    id_ = edition.parks["park_id"].iloc[0]
    assert service.collection_item("parks", id_)["id"] == id_


def test_owslib_filters(served, edition):
    items = Features(f"{served}/").collection_items(
        "parks", filter="district = '南山' AND seq > 3", limit=100
    )
    parks = edition.parks
    meant = (parks["district"] == "南山") & (parks["seq"] > 3)
    assert items["numberMatched"] == int(meant.sum()) > 0

"""GeoJSON: what RFC 7946 and the contract say, and exactly what is shown."""

import io
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopandas as gpd
import shapely

from parks.catalogue import open_edition
from parks.exports import export, pick_layer
from parks.filter import Filter
from parks.language import Language

PROPERTIES = [
    "park_id",
    "name",
    "district",
    "district_code",
    "zone",
    "seq",
    "direction",
    "focus",
    "sectors",
    "policies",
    "precision",
    "location_source",
    "location_note",
]


def test_it_is_a_collection_of_points_in_wgs84_without_a_crs(embedded, download):
    collection = json.loads(download(embedded, "geojson"))
    assert list(collection) == ["type", "features"]
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == 59
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert feature["id"] == feature["properties"]["park_id"]
        assert list(feature["properties"]) == PROPERTIES
        assert feature["geometry"]["type"] == "Point"
        lon, lat = feature["geometry"]["coordinates"]
        assert 113.7 < lon < 115.5
        assert 22.3 < lat < 23.0
        assert (lon, lat) == (round(lon, 6), round(lat, 6))


def test_lists_are_arrays_and_a_missing_value_is_null(embedded, make, download):
    park = json.loads(download(embedded, "geojson"))["features"][0]["properties"]
    assert park["seq"] == 1
    for name in ("focus", "sectors", "policies"):
        assert isinstance(park[name], list)
    bare = make("1,,,甲园,,")
    feature = json.loads(download(bare, "geojson"))["features"][0]
    assert feature["geometry"] is None
    assert feature["properties"]["district"] is None
    assert feature["properties"]["focus"] == []


def test_a_gis_reads_it_back(embedded, download):
    read = gpd.read_file(io.BytesIO(download(embedded, "geojson")))
    assert read.crs == "EPSG:4326"
    assert read["name"].tolist() == embedded.parks["name"].tolist()
    apart = shapely.distance(
        read.geometry.to_numpy(), embedded.parks.geometry.to_numpy()
    )
    assert np.max(apart) < 1e-6


@pytest.mark.parametrize(("layer", "count"), [("zones", 22), ("districts", 11)])
def test_rings_run_counter_clockwise(embedded, download, layer, count):
    collection = json.loads(download(embedded, "geojson", layer=layer))
    assert len(collection["features"]) == count
    assert len({feature["id"] for feature in collection["features"]}) == count
    for feature in collection["features"]:
        if feature["geometry"]:
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            for part in shapely.get_parts(shape):
                assert part.exterior.is_ccw
                assert not any(hole.is_ccw for hole in part.interiors)


def test_another_system_is_named_with_its_code(embedded, download):
    collection = json.loads(download(embedded, "geojson", crs="EPSG:4547"))
    assert collection["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::4547"
    x, y = collection["features"][0]["geometry"]["coordinates"]
    assert 400_000 < x < 600_000
    assert 2_400_000 < y < 2_600_000


@pytest.mark.parametrize("datum", ["GCJ-02", "BD-09"])
def test_a_chinese_datum_is_named_and_has_no_false_code(embedded, download, datum):
    shifted = json.loads(download(embedded, "geojson", crs=datum))
    plain = json.loads(download(embedded, "geojson"))
    assert shifted["datum"] == datum
    assert "crs" not in shifted
    one, other = (c["features"][0]["geometry"]["coordinates"] for c in (shifted, plain))
    assert 0.004 < abs(one[0] - other[0]) < 0.02


def test_an_empty_choice_is_a_valid_empty_file(embedded, download):
    nothing = Filter(query="qqqqqq")
    collection = json.loads(download(embedded, "geojson", filter_=nothing))
    assert collection == {"type": "FeatureCollection", "features": []}


def test_equal_data_gives_equal_bytes(embedded, download):
    assert download(embedded, "geojson") == download(embedded, "geojson")


def test_hostile_text_comes_back_as_it_was(make, download):
    names = ["<script>alert(1)</script>", "=cmd|'/c calc'!A1", "${1}`\\", "园😀"]
    rows = [f'{n},南山,甲区,"{name}",,' for n, name in enumerate(names, 1)]
    collection = json.loads(download(make(*rows), "geojson"))
    assert [f["properties"]["name"] for f in collection["features"]] == names


EDITION = open_edition()


@given(
    st.builds(
        Filter,
        districts=st.lists(st.sampled_from(EDITION.district_names), max_size=3).map(
            tuple
        ),
        sectors=st.lists(
            st.sampled_from(sorted(frozenset().union(*EDITION.sector_rows("any")))),
            max_size=3,
        ).map(tuple),
        role=st.sampled_from(["any", "focus", "mention"]),
        query=st.sampled_from(["", "园", "nanshan", "qqqq"]),
    )
)
def test_what_is_chosen_is_what_is_written(filter_):
    chosen = filter_.select(EDITION)
    layer = pick_layer(EDITION, chosen)
    written = json.loads(export(layer, "geojson", language=Language.ZH, about={}))
    shown = EDITION.parks["park_id"].to_numpy()[chosen].tolist()
    assert [feature["id"] for feature in written["features"]] == shown

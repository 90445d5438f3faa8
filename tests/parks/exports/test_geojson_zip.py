"""GeoJSON by district: every row in one file, every file whole by itself."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from odd_layers import TEXTS, say_oddly

import geopandas as gpd

from parks.catalogue import open_edition
from parks.exports.geojson_zip import write_geojson_zip
from parks.filter import Filter
from parks.language import Language

EDITION = open_edition()
BESIDE = {"README.txt", "metadata.jsonld"}


def unpack(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def list_features(files):
    for name, content in files.items():
        if name.endswith(".geojson"):
            for feature in json.loads(content)["features"]:
                yield name, feature


def test_each_district_has_a_file_and_each_park_is_in_one(download):
    files = unpack(download(EDITION, "geojson.zip"))
    assert set(files) > BESIDE | {"南山_nanshan.geojson", "福田_futian.geojson"}
    whole = json.loads(download(EDITION, "geojson"))["features"]
    by_id = {feature["id"]: feature for feature in whole}
    found = list(list_features(files))
    assert len(found) == len(by_id) == 59
    for name, feature in found:
        assert feature == by_id[feature["id"]]
        assert name.startswith(feature["properties"]["district"])


@pytest.mark.parametrize("datum", ["EPSG:4490", "EPSG:4547", "GCJ-02", "BD-09"])
def test_every_file_names_its_datum(download, datum):
    files = unpack(download(EDITION, "geojson.zip", crs=datum))
    features = list(list_features(files))
    assert {f["properties"]["reference"] for _, f in features} == {datum}
    whole = json.loads(download(EDITION, "geojson", crs=datum))["features"]
    by_id = {feature["id"]: feature for feature in whole}
    assert all(feature == by_id[feature["id"]] for _, feature in features)


def test_gdal_reads_a_file_of_it(download):
    files = unpack(download(EDITION, "geojson.zip"))
    rows = gpd.read_file(io.BytesIO(files["南山_nanshan.geojson"]))
    assert len(rows) == 9
    assert rows.crs == "EPSG:4326"


def test_rows_without_a_district_have_a_file_of_their_own(make, download):
    edition = make(
        "1,南山,甲区,甲园,,",
        "2,,乙区,乙园,,",
        heading="序号,辖区,片区,园区名称,产业方向,规划依据",
    )
    rows = edition.parks.assign(district=["南山", None])
    files = unpack(download(replace(edition, parks=rows), "geojson.zip", Language.EN))
    assert set(files) - BESIDE == {
        "南山_nanshan.geojson",
        "no district named_no-district.geojson",
    }


def test_an_empty_choice_is_one_valid_empty_file(download):
    nothing = Filter(query="qqqqqq")
    files = unpack(download(EDITION, "geojson.zip", filter_=nothing))
    assert set(files) - BESIDE == {"parks.geojson"}
    assert list(list_features(files)) == []


@given(TEXTS)
@settings(max_examples=25)
def test_hostile_districts_come_back_as_they_were(text):
    files = unpack(write_geojson_zip(say_oddly(EDITION, text)))
    features = list(list_features(files))
    assert len(features) == 3
    for name, feature in features:
        assert not set(name) & set('<>/\\":;?*|\n\r\0')
        assert len(name) < 100
        for field in ("name", "district", "direction"):
            assert feature["properties"][field] == text


def test_districts_that_windows_takes_for_one_have_two_files():
    bundle = say_oddly(EDITION, "x")
    rows = bundle.layer.rows.assign(district=["a:b", "A|B", "a?b"])
    layer = replace(bundle.layer, rows=rows)
    files = unpack(write_geojson_zip(replace(bundle, layers=(layer,))))
    assert len({name.casefold() for name in files}) == len(files) == 3


def test_readme_and_metadata_are_of_the_whole(download):
    filter_ = Filter(districts=("南山", "福田"))
    files = unpack(download(EDITION, "geojson.zip", filter_=filter_))
    metadata = json.loads(files["metadata.jsonld"])
    assert metadata["pa:layer"][0]["pa:count"] == 16
    assert metadata["dcat:distribution"]["dct:title"] == "parks_wgs84.geojson.zip"
    assert "16 of 59 parks" in files["README.txt"].decode("utf-8-sig")


def test_equal_data_gives_equal_bytes(download):
    assert download(EDITION, "geojson.zip") == download(EDITION, "geojson.zip")

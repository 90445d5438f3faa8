import pytest

import geopandas as gpd

from geodata.districts import find_outside
from geodata.errors import DataFileError
from geodata.misplacements import Misplacement, read_misplacements


def test_what_lies_outside_its_district_is_just_what_is_excused(gazetteer, districts):
    places = gazetteer.places
    points = gpd.GeoDataFrame(
        {"district": [place.district for place in places]},
        geometry=gpd.points_from_xy(
            [place.lon for place in places], [place.lat for place in places]
        ),
        crs="EPSG:4326",
    )
    outside = {places[index].name for index in find_outside(points, districts).index}
    assert outside == {excuse.name for excuse in read_misplacements()}


def test_every_excuse_is_whole():
    for excuse in read_misplacements():
        assert all([excuse.name, excuse.district, excuse.reason_zh, excuse.reason_en])


def test_excuses_are_read(tmp_path):
    path = tmp_path / "exceptions.csv"
    path.write_text(
        "name,district,reason_zh,reason_en\n某园,南山,跨区,straddles\n",
        encoding="utf-8",
    )
    assert read_misplacements(path) == (
        Misplacement("某园", "南山", "跨区", "straddles"),
    )


def test_a_malformed_file_is_an_error(tmp_path):
    path = tmp_path / "exceptions.csv"
    path.write_text("name\n某园\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="first line"):
        read_misplacements(path)

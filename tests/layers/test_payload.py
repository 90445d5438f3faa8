"""What the browser is told of an edition."""

import json

import numpy as np
import pytest

import shapely

from layers.payload import MOST_ZONES, describe_edition, describe_parks, frame_view
from parks.language import Language


def test_both_languages_are_told_and_have_the_same_words(embedded):
    told = describe_edition(embedded, Language.EN)
    assert told["language"] == "en"
    assert set(told["texts"]) == {"zh", "en"}
    assert set(told["texts"]["zh"]) == set(told["texts"]["en"])


def test_the_sectors_told_are_those_the_table_takes_up(embedded):
    told = {
        sector["id"] for sector in describe_edition(embedded, Language.ZH)["sectors"]
    }
    assert told == frozenset().union(*embedded.sector_rows("any"))


def test_districts_and_zones_are_drawn_with_a_label_inside(embedded):
    told = describe_edition(embedded, Language.ZH)
    assert len(told["districts"]["features"]) == 11
    assert len(told["zones"]["features"]) == 21  # the row of 大鹏 names no zone
    for layer in ("districts", "zones"):
        for feature in told[layer]["features"]:
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            point = shapely.Point(feature["properties"]["label"])
            assert shape.distance(point) < 0.001


def test_a_park_without_a_place_is_told_without_one(make):
    (park,) = describe_parks(make("1,,,无名园,,,"))
    assert (park["lon"], park["lat"], park["precision"]) == (None, None, None)


def test_the_first_view_holds_the_city_but_not_its_far_exclave(embedded):
    (south, west), (north, east) = frame_view(embedded)
    assert 22.3 < south < north < 23.0
    assert 113.6 < west < east < 114.8


def test_parks_of_another_city_are_framed_themselves(make):
    (south, west), (north, east) = frame_view(
        make("1,浦东,甲区,甲园,,121.5,31.2", "2,浦东,甲区,乙园,,121.6,31.3")
    )
    assert (south, west, north, east) == (31.2, 121.5, 31.3, 121.6)


@pytest.mark.parametrize(
    ("longitudes", "span"),
    [
        ((179.5, -179.5, -178.9), (179.5, 181.1)),
        ((-179.5, -178.9), (-179.5, -178.9)),
        ((0.1, 121.5), (0.1, 121.5)),
        ((-90.0, 89.0), (-90.0, 89.0)),
        ((-179.5,), (-179.5, -179.5)),
    ],
)
def test_parks_are_framed_the_shorter_way_round(make, longitudes, span):
    rows = [f"{n},甲区,乙区,园{n},,{lon},-17" for n, lon in enumerate(longitudes)]
    (_, west), (_, east) = frame_view(make(*rows))
    assert (west, east) == pytest.approx(span)


def test_a_table_without_any_place_frames_the_city(make):
    view = np.array(frame_view(make("1,,,无名园,,,")))
    assert np.isfinite(view).all()


def test_too_many_zones_are_not_drawn(make):
    rows = [
        f"{n},南山,片区{n},园{n},,113.9{n:04d},22.5" for n in range(1, MOST_ZONES + 2)
    ]
    told = describe_edition(make(*rows), Language.ZH)
    assert told["zones"]["features"] == []
    assert len(told["parks"]) == MOST_ZONES + 1

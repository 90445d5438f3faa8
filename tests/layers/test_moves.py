"""What a map that is loaded already is told of corrected parks."""

import pytest

import shapely

from layers import describe_moves
from layers.payload import MOST_ZONES, describe_edition
from parks.catalogue import make_edition
from parks.corrections import Correction, correct, recall_location
from parks.language import Language

HEADING = "序号,辖区,片区,园区名称"


def make_bare(*rows):
    """Make an edition of a city whose places are not known."""
    return make_edition("\n".join([HEADING, *rows]).encode(), name="mine.csv")


def move(edition, position, lon, lat, precision="site"):
    return Correction(
        edition.parks["park_id"].iloc[position],
        lon,
        lat,
        precision,
        "现场核对",
        recall_location(edition, position),
        "2026-11-21",
    )


def test_an_edition_as_it_was_loaded_has_no_moves(embedded):
    assert describe_moves(embedded, embedded) == {"parks": [], "zones": []}


def test_only_what_was_corrected_is_told(embedded):
    corrected = correct(embedded, [move(embedded, 20, 113.93123456, 22.66)])
    moves = describe_moves(embedded, corrected)
    (park,) = moves["parks"]
    loaded = describe_edition(embedded, Language.ZH)
    zone = loaded["parks"][20]["zoneIndex"]
    assert park == {
        "index": 20,
        "lon": 113.931235,
        "lat": 22.66,
        "precision": "site",
        "zoneIndex": zone,
    }
    ((index, outline),) = [(each["index"], each["outline"]) for each in moves["zones"]]
    drawn = describe_edition(corrected, Language.ZH)
    assert index == zone
    assert outline == drawn["zones"]["features"][zone]


def test_a_zone_that_gets_an_extent_is_numbered_after_the_others():
    bare = make_bare("1,姑苏区,甲片区,甲园", "2,姑苏区,乙片区,乙园")
    corrected = correct(bare, [move(bare, 1, 120.62, 31.32)])
    moves = describe_moves(bare, corrected)
    assert [park["zoneIndex"] for park in moves["parks"]] == [0]
    (zone,) = moves["zones"]
    assert (zone["index"], zone["outline"]["properties"]["name_zh"]) == (0, "乙片区")
    extent = shapely.from_geojson(str(zone["outline"]["geometry"]).replace("'", '"'))
    assert extent.contains(shapely.Point(120.62, 31.32))


def test_a_zone_that_loses_its_extent_is_told_as_none(make):
    edition = make("1,姑苏区,甲片区,甲园,,120.62,31.32")
    corrected = correct(edition, [move(edition, 0, 120.63, 31.32, "street")])
    assert describe_moves(edition, corrected)["zones"] == [
        {"index": 0, "outline": None}
    ]


@pytest.mark.parametrize("district", ["", "姑苏区"])
def test_a_park_of_no_zone_has_no_outline(district):
    bare = make_bare(f"1,{district},,甲园")
    moves = describe_moves(bare, correct(bare, [move(bare, 0, 120.62, 31.32)]))
    assert moves["parks"][0]["zoneIndex"] is None
    assert moves["zones"] == []


def test_where_outlines_are_too_many_none_is_added(make):
    rows = [
        f"{n},姑苏区,片区{n},园{n},,{120 + n / 5000},31.3"
        for n in range(MOST_ZONES + 1)
    ]
    edition = make(*rows)
    corrected = correct(edition, [move(edition, 0, 120.62, 31.32)])
    assert describe_moves(edition, corrected)["zones"] == []

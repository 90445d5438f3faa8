"""Reference systems: which are offered, and in which order their numbers come."""

import numpy as np
import pytest

import pyproj
import shapely
import shapely.geometry

from parks.exports import Terms
from service.ogc.references import CRS84, REFERENCES, Reference

EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
CODES = (4326, 4490, 4547, 3857)
NORTHING_FIRST = {4326: True, 4490: True, 4547: True, 3857: False}


def points_of(answer):
    features = answer.json()["features"]
    return np.array([feature["geometry"]["coordinates"] for feature in features])


@pytest.mark.parametrize("code", CODES)
def test_the_order_is_that_of_the_definition(code):
    reference = REFERENCES[f"{EPSG}{code}"]
    assert reference.is_northing_first is NORTHING_FIRST[code]
    xy = np.array([[1.0, 2.0]])
    first = (2.0, 1.0) if NORTHING_FIRST[code] else (1.0, 2.0)
    assert tuple(reference.order(xy)[0]) == first


def test_crs84_has_the_longitude_first():
    assert not REFERENCES[CRS84].is_northing_first


@pytest.mark.parametrize("code", CODES)
def test_points_come_where_pyproj_puts_them(ask, edition, code):
    answer = ask("/collections/parks/items", crs=f"{EPSG}{code}")
    assert answer.headers["content-crs"] == f"<{EPSG}{code}>"
    # pyproj keeps the order of the definition unless told otherwise.
    moved = pyproj.Transformer.from_crs("OGC:CRS84", f"EPSG:{code}")
    expected = np.column_stack(moved.transform(*edition.coordinates))
    tolerance = 0.006 if code in {4547, 3857} else 6e-7
    assert np.abs(points_of(answer) - expected).max() < tolerance


@pytest.mark.parametrize("layer", ["zones", "districts"])
@pytest.mark.parametrize("code", CODES)
def test_polygons_come_in_that_order_too(ask, layer, code):
    plain = ask(f"/collections/{layer}/items", limit=1).json()["features"][0]
    path = f"/collections/{layer}/items/{plain['id']}"
    moved = ask(path, crs=f"{EPSG}{code}").json()
    transformer = pyproj.Transformer.from_crs("OGC:CRS84", f"EPSG:{code}")
    shape = shapely.geometry.shape(plain["geometry"])
    expected = shapely.transform(
        shape, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
    )
    tolerance = 0.2 if code in {4547, 3857} else 2e-6
    got = shapely.geometry.shape(moved["geometry"])
    assert got.equals_exact(expected, tolerance)


@pytest.mark.parametrize("code", CODES)
def test_a_box_is_read_in_its_own_system(ask, code):
    plain = ask("/collections/parks/items", bbox="113.9,22.4,114.0,22.6").json()
    moved = pyproj.Transformer.from_crs("OGC:CRS84", f"EPSG:{code}")
    lower, upper = moved.transform(113.9, 22.4), moved.transform(114.0, 22.6)
    box = ",".join(map(str, (*lower, *upper)))
    answer = ask("/collections/parks/items", bbox=box, bbox_crs=f"{EPSG}{code}")
    ids = {feature["id"] for feature in answer.json()["features"]}
    plain_ids = {feature["id"] for feature in plain["features"]}
    # In a plane the box is slightly another one: no park of ours lies between.
    assert ids == plain_ids
    assert ids


def test_a_collection_names_its_systems(ask):
    described = ask("/collections/parks").json()
    assert described["crs"] == list(REFERENCES)
    assert described["storageCrs"] == CRS84


@pytest.mark.parametrize("name", ["crs", "bbox-crs", "filter-crs"])
@pytest.mark.parametrize("value", ["", "EPSG:4547", f"{EPSG}4549", f"{EPSG}2436", "x"])
def test_another_system_is_refused_by_name(ask, name, value):
    others = {"bbox": "1,2,3,4", "filter": "seq=1"}
    answer = ask("/collections/parks/items", **others, **{name: value})
    assert answer.status_code == 400
    assert answer.json()["parameter"] == name


def test_withheld_systems_are_not_offered(ask_table):
    row = "1,南山,甲片区,甲园,软件,113.95,22.54"
    ask = ask_table(row, terms=Terms(references=("EPSG:4326", "EPSG:4490")))
    described = ask("/collections/parks").json()
    assert described["crs"] == [CRS84, f"{EPSG}4326", f"{EPSG}4490"]
    assert ask("/collections/parks/items", crs=f"{EPSG}4547").status_code == 400


def test_without_wgs84_nothing_is_offered(ask_table):
    row = "1,南山,甲片区,甲园,软件,113.95,22.54"
    ask = ask_table(row, terms=Terms(references=("EPSG:4490",)))
    assert ask("/collections").json()["collections"] == []
    assert ask("/collections/parks/items").status_code == 404
    assert ask("", f="html").status_code == 200
    assert ask("/api").status_code == 200


def test_places_are_rounded_as_the_operator_says(ask_table):
    row = "1,南山,甲片区,甲园,软件,113.951234,22.541234"
    ask = ask_table(row, terms=Terms(decimals=2))
    (point,) = points_of(ask("/collections/parks/items"))
    assert point.tolist() == [113.95, 22.54]
    (moved,) = points_of(ask("/collections/parks/items", crs=f"{EPSG}4547"))
    expected = pyproj.Transformer.from_crs("OGC:CRS84", 4547).transform(113.95, 22.54)
    assert np.abs(moved - expected).max() < 0.006
    extent = ask("/collections/parks").json()["extent"]["spatial"]["bbox"][0]
    assert extent == [113.95, 22.54, 113.95, 22.54]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("crs", {}),
        ("bbox-crs", {"bbox": "1,2,3,4"}),
        ("filter-crs", {"filter": "S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))"}),
    ],
)
def test_a_table_that_leaves_a_plane_is_refused_there_and_served_elsewhere(
    ask_table, name, others
):
    ask = ask_table("1,南山,甲片区,甲园,软件,24.0,0.0")
    assert ask("/collections/parks/items", **others).status_code == 200
    plane = {name: f"{EPSG}4547"}
    answer = ask("/collections/parks/items", lang="en", **others, **plane)
    assert answer.status_code == 400
    problem = answer.json()
    assert problem["parameter"] == name
    assert name in problem["detail"]
    assert "no coordinates" in problem["detail"]


def test_a_reference_knows_whether_it_goes_around():
    around = {uri.rpartition("/")[2]: r.is_around for uri, r in REFERENCES.items()}
    assert around == {
        "CRS84": True,
        "4326": True,
        "4490": True,
        "4547": False,
        "3857": True,
    }
    assert Reference(CRS84, "EPSG:4326").decimals == 6

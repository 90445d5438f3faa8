"""A table's own coordinates reach the map from whatever system they are written in."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyproj import Geod

from geodata.gazetteer import read_gazetteer
from geodata.reference_systems import (
    GAUSS_KRUGER,
    SYSTEMS,
    from_wgs84,
)
from parks.catalogue import make_edition
from parks.location import Location
from parks.model import Row, WrittenPosition
from parks.own_places import read_own_places
from parks.places import place_rows
from parks.problems import SENTENCES
from parks.readers import read_table

ELLIPSOID = Geod(ellps="WGS84")
BY_NAME = {system.name: system for system in SYSTEMS}
FINE = {False: "{:.8f}", True: "{:.3f}"}
"""How coordinates are written: a millimetre, in degrees or in metres."""


def write(headings, rows):
    file = io.StringIO()
    csv.writer(file).writerows([headings, *rows])
    return file.getvalue().encode()


def read(headings, *rows, system=None):
    return read_table(write(headings, rows), name="x.csv", system=system)


def place(table):
    """Where each row was put, None where not, and all that is said of it."""
    own, problems = read_own_places(table.rows)
    points = [own.get(n) for n in range(len(table.rows))]
    refused = [each for each in own.values() if hasattr(each, "code")]
    said = [(p.place, p.code, p.found) for p in (*problems, *refused)]
    return [(p.lon, p.lat) if hasattr(p, "lon") else None for p in points], said


def codes(table):
    return [problem.code for problem in table.problems]


def metres_between(one, other):
    return ELLIPSOID.inv(*one, *other)[2]


places = st.lists(
    st.tuples(st.floats(113.76, 114.62), st.floats(22.45, 22.86)), min_size=1
)


@pytest.mark.parametrize("system", SYSTEMS, ids=str)
@pytest.mark.parametrize("is_northing_first", [False, True])
@given(points=places)
@settings(deadline=None, max_examples=15)
def test_a_table_written_in_any_system_reads_back_to_the_same_points(
    system, is_northing_first, points
):
    if system.meridian is not None:
        aside = system.meridian - 114
        points = [(lon + aside, lat) for lon, lat in points]
    form = FINE[system.is_plane].format
    rows = [("甲园", *map(form, from_wgs84(*point, system))) for point in points]
    headings = (
        ["园区", "X坐标", "Y坐标"] if system.is_plane else ["园区", "经度", "纬度"]
    )
    if is_northing_first:
        rows = [(name, y, x) for name, x, y in rows]
        headings = headings if system.is_plane else ["园区", "纬度", "经度"]
    for table in (
        read(headings, *rows, system=system),
        read([*headings, "坐标系"], *((*row, system.name) for row in rows)),
        read(
            ["园区", *(f"{heading}({system.name})" for heading in headings[1:])], *rows
        ),
    ):
        found, _ = place(table)
        for point, where in zip(points, found, strict=True):
            assert metres_between(point, where) < 0.05


def test_a_column_of_datums_is_obeyed_row_by_row():
    point = 114.05, 22.54
    names = ["WGS-84", "GCJ-02", "BD-09", "CGCS2000"]
    rows = [
        (name, *map("{:.8f}".format, from_wgs84(*point, BY_NAME[name])), name)
        for name in names
    ]
    table = read(["园区", "经度", "纬度", "坐标系"], *rows, ("无名", *rows[0][1:3], ""))
    found, _ = place(table)
    for where in found:
        assert metres_between(point, where) < 0.05
    assert codes(table).count("datum-other") == 2
    assert codes(table).count("datum-blank") == 1
    assert "lon" in table.rows[0].extra
    assert table.rows[1].extra["lon (GCJ-02)"] == rows[1][1]
    assert "lon" not in table.rows[1].extra


def test_a_map_of_gcj02_says_from_what_it_was_converted():
    text = write(
        ["区", "园区", "经度（高德）", "纬度（高德）"],
        [("福田", "甲园", "114.055103", "22.537268")],
    )
    edition = make_edition(text, name="x.csv")
    park = edition.parks.iloc[0]
    assert metres_between((114.05, 22.54), (park.geometry.x, park.geometry.y)) < 2
    assert (park["precision"], park["location_source"]) == ("site", "table")
    assert "由 GCJ-02 换算为 WGS 84" in park["location_note"]
    assert "converted from GCJ-02" in park["location_note_en"]
    (problem,) = (p for p in edition.table.problems if p.code == "datum-other")
    assert (problem.found, problem.used) == ("经度（高德）、纬度（高德）", "GCJ-02")


def test_a_choice_goes_before_what_the_table_says_and_is_noted():
    row = ("甲园", "114.055103", "22.537268")
    gcj02 = BY_NAME["GCJ-02"]
    plain = read(["园区", "经度", "纬度"], row, system=gcj02)
    assert codes(plain).count("datum-chosen") == 1
    assert "datum-assumed" not in codes(plain)
    assert plain.rows[0].extra["lon (GCJ-02)"] == "114.055103"
    contrary = read(["园区", "经度(WGS84)", "纬度(WGS84)"], row, system=gcj02)
    assert codes(contrary).count("datum-overridden") == 1
    assert place(plain) == place(contrary)


@pytest.mark.parametrize(
    "headings",
    [
        ["园区", "经度(西安80)", "纬度(西安80)"],
        ["园区", "经度(WGS84)", "纬度(GCJ-02)"],
    ],
)
def test_an_unknown_or_divided_system_places_nothing(headings):
    table = read(headings, ("甲园", "114.05", "22.54"))
    assert place(table) == ([None], [])
    assert "114.05" in table.rows[0].extra.values()
    assert "lon" not in table.rows[0].extra


def test_a_row_in_an_unknown_system_is_named_and_not_placed():
    table = read(
        ["园区", "经度", "纬度", "坐标系"],
        ("甲园", "114.05", "22.54", "北京54"),
        ("乙园", "114.05", "22.54", "WGS84"),
    )
    assert place(table)[0] == [None, (114.05, 22.54)]
    (problem,) = (p for p in table.problems if p.code == "datum-unknown")
    assert (problem.place, problem.found) == (0, "北京54")
    assert table.rows[0].extra["lat (北京54)"] == "22.54"


def test_planes_of_no_named_system_are_not_placed_but_kept():
    row = ("甲园", "2493597.67", "505143.33")
    table = read(["园区", "X坐标", "Y坐标"], row)
    assert place(table) == ([None], [])
    (problem,) = (p for p in table.problems if p.code == "plane-unnamed")
    assert problem.found == "X坐标、Y坐标"
    assert table.rows[0].extra == {"X坐标": row[1], "Y坐标": row[2]}
    chosen = read(["园区", "X坐标", "Y坐标"], row, system=BY_NAME["EPSG:4547"])
    ((where,), said) = place(chosen)
    assert metres_between((114.05, 22.54), where) < 0.05
    assert said == [(None, "place-axes", "EPSG:4547")]


def test_beside_degrees_a_plane_is_spare():
    table = read(
        ["园区", "X坐标", "Y坐标", "经度", "纬度"],
        ("甲园", "2493597.67", "505143.33", "114.05", "22.54"),
    )
    assert place(table)[0] == [(114.05, 22.54)]
    (problem,) = (p for p in table.problems if p.code == "coordinates-spare")
    assert (problem.found, problem.used) == ("X坐标、Y坐标", "经度、纬度")


def test_of_two_pairs_that_in_wgs84_is_taken():
    table = read(
        ["园区", "gcj02_lng", "gcj02_lat", "wgs84_lng", "wgs84_lat"],
        ("甲园", "114.055103", "22.537268", "114.05", "22.54"),
    )
    assert place(table)[0] == [(114.05, 22.54)]
    assert "datum-assumed" not in codes(table)


PLANE = ["园区", "东坐标", "北坐标"]
DEGREES = ["园区", "经度", "纬度"]


@pytest.mark.parametrize(
    ("headings", "x", "y", "system", "code"),
    [
        (DEGREES, "22.54", "114.05", "WGS-84", "place-swapped"),
        (DEGREES, "nan", "22.54", "WGS-84", "place-unreadable"),
        (DEGREES, "181", "22.54", "WGS-84", "place-unreadable"),
        (DEGREES, "114.05", "91", "GCJ-02", "place-unreadable"),
        (DEGREES, "0", "0.000", "WGS-84", "place-null"),
        (DEGREES, "114°61′3″", "22°32′24″", "WGS-84", "place-minutes"),
        (DEGREES, "114°3′", "22°32′60″", "WGS-84", "place-minutes"),
        (DEGREES, "505143.3", "2493597.6", "WGS-84", "place-metres"),
        (DEGREES, "2,493,597.6", "38505143米", "BD-09", "place-metres"),
        (PLANE, "114.05", "22.54", "EPSG:4547", "place-degrees"),
        (PLANE, "114°3′", "22°32′", "EPSG:4547", "place-degrees"),
        (PLANE, "0", "0", "EPSG:4547", "place-null"),
        (PLANE, "五十万", "2493597", "EPSG:4547", "place-unreadable-plane"),
        (PLANE, "", "2493597", "EPSG:4547", "place-unreadable-plane"),
        (PLANE, "2493597", "505143", "EPSG:4547", "place-swapped-plane"),
        (PLANE, "2493597", "38505143", "EPSG:4547", "place-swapped-plane"),
        (PLANE, "39505143", "2493597", "EPSG:4547", "place-other-zone"),
        (PLANE, "38505143", "9493597", "EPSG:4547", "place-outside-plane"),
        (PLANE, "20505143", "2493597", "EPSG:4547", "place-outside-plane"),
        (PLANE, "90505143", "2493597", "EPSG:3857", "place-outside-plane"),
    ],
)
def test_a_pair_that_is_no_place_is_named_with_its_row_and_text(
    headings, x, y, system, code
):
    table = read(headings, ("甲园", x, y), system=BY_NAME[system])
    assert place(table) == ([None], [(0, code, f"{x}, {y}")])


def test_one_bad_row_leaves_the_others_their_places():
    rows = [("甲园", "114.05", "22.54"), ("乙园", "x", "y"), ("丙园", "", "")]
    found, said = place(read(DEGREES, *rows))
    assert found == [(114.05, 22.54), None, None]
    assert [each[:2] for each in said] == [(1, "place-unreadable")]


def test_a_refused_place_falls_back_to_the_zones():
    table = read(["区", "片区", *PLANE], ("南山", "留仙洞片区", "甲园", "114", "22"),
                 system=BY_NAME["EPSG:4547"])  # fmt: skip
    (placed,), problems = place_rows(table.rows, ["南山"], read_gazetteer())
    assert placed.parks[0].precision == "zone"
    assert [problem.code for problem in problems] == ["place-degrees"]


@pytest.mark.parametrize("system", GAUSS_KRUGER, ids=str)
def test_a_zone_written_in_words_is_read(system):
    east, north = from_wgs84(system.meridian + 0.5, 30.0, system)
    words = f"CGCS2000 3度带 中央子午线{system.meridian}°"
    table = read([*PLANE, "坐标系"], ("甲园", f"{east:.3f}", f"{north:.3f}", words))
    ((where,), _) = place(table)
    assert metres_between((system.meridian + 0.5, 30.0), where) < 0.01


@given(st.text(max_size=50), st.text(max_size=50), st.sampled_from(SYSTEMS))
@settings(deadline=None)
def test_no_cells_break_the_placing(x, y, system):
    row = Row(1, None, None, ("甲园",), position=WrittenPosition(x, y, system.name))
    own, _ = read_own_places([row])
    if isinstance(own[0], Location):
        assert abs(own[0].lon) <= 180
        assert abs(own[0].lat) <= 90
    else:
        assert own[0].code in SENTENCES


@pytest.mark.parametrize("cell", ["nan", "1e400", "5.05e5", "1_0"])
def test_what_is_no_number_is_not_taken_for_degrees(cell):
    table = read(["园区", "X", "Y", "坐标系"], ["甲园", cell, "2492000", "EPSG:4547"])
    assert (0, "place-unreadable-plane", f"{cell}, 2492000") in place(table)[1]


def test_a_number_is_written_as_tables_write_it_not_as_programs_do():
    table = read(["园区", "经度", "纬度"], ["甲园", "1_14.05", "22.54"])
    assert place(table)[0] == [None]


def test_a_message_repeats_no_endless_cell():
    table = read(["园区", "经度", "纬度"], ["甲园", "114.05" * 9999, "22.54"])
    ((_, code, found),) = place(table)[1]
    assert code == "place-unreadable"
    assert len(found) < 200


def test_a_row_without_a_system_does_not_repeat_the_systems_of_all_others():
    rows = [["园", "114.05", "22.54", f"无名{n}" * 99 if n else ""] for n in range(50)]
    table = read(["园区", "经度", "纬度", "坐标系"], *rows)
    found = [
        p.found for p in table.problems if p.code in {"datum-blank", "datum-unknown"}
    ]
    assert len(found) == 50
    assert max(map(len, found)) < 1000

"""What a shape selects, held against one position after another; and what is none."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import pyproj
import shapely

from parks.errors import FilterError
from parks.language import Language, state
from parks.selection import MOST_CORNERS, Circle, Polygon, Shape

GEOD = pyproj.Geod(ellps="WGS84")
LONS = st.floats(113.7, 114.7).map(lambda x: round(x, 6))
LATS = st.floats(22.4, 22.9).map(lambda x: round(x, 6))
POSITIONS = st.tuples(LONS, LATS)
PLACES = st.lists(
    st.one_of(POSITIONS, st.just((math.nan, math.nan))), min_size=1, max_size=30
)
CIRCLES = st.builds(
    Circle,
    st.one_of(LONS, st.floats(-180, 180).map(lambda x: round(x, 6) + 0.0)),
    st.one_of(LATS, st.floats(-90, 90).map(lambda x: round(x, 6) + 0.0)),
    st.floats(0.01, 500_000).map(lambda x: round(x, 2)),
)


@st.composite
def polygons(draw):
    """Stars around a point: concave often, crossing never but by rounding."""
    lon, lat = draw(POSITIONS)
    angles = sorted(draw(st.sets(st.integers(0, 359), min_size=3, max_size=12)))
    reaches = [draw(st.floats(0.001, 0.3)) for _ in angles]
    corners = tuple(
        (
            round(lon + reach * math.cos(math.radians(angle)), 6),
            round(lat + reach * math.sin(math.radians(angle)), 6),
        )
        for angle, reach in zip(angles, reaches, strict=True)
    )
    try:
        return Polygon(corners)
    except FilterError:
        assume(False)  # noqa: FBT003 - hypothesis' own way to pass on


def columns(places):
    return np.array([x for x, _ in places]), np.array([y for _, y in places])


@given(CIRCLES, PLACES)
def test_a_circle_holds_what_lies_within_its_ground_distance(circle, places):
    expected = [
        not math.isnan(lon)
        and GEOD.inv(circle.lon, circle.lat, lon, lat)[2] <= circle.radius_metres
        for lon, lat in places
    ]
    assert circle.contains(*columns(places)).tolist() == expected


@given(polygons(), PLACES)
def test_a_polygon_holds_what_lies_within_its_edges(polygon, places):
    drawn = shapely.Polygon(polygon.corners)
    expected = [
        not math.isnan(lon) and drawn.intersects(shapely.Point(lon, lat))
        for lon, lat in places
    ]
    assert polygon.contains(*columns(places)).tolist() == expected


@given(st.one_of(CIRCLES, polygons()))
def test_a_link_keeps_a_shape(shape):
    assert Shape.parse(shape.to_text()) == shape


@given(st.text(max_size=80), st.sampled_from(["", "circle:", "polygon:"]))
def test_any_other_text_is_refused_in_words(text, kind):
    said = try_to_parse(kind + text)
    if isinstance(said, FilterError):
        assert said.facts["option"] == "within"
        assert len(state(said, Language.ZH)) < 250
    else:
        assert Shape.parse(said.to_text()) == said


def try_to_parse(text):
    try:
        return Shape.parse(text)
    except FilterError as error:
        return error


def test_a_corner_and_an_edge_are_inside():
    square = Shape.parse("polygon:114 22.5,114.1 22.5,114.1 22.6,114 22.6")
    lon, lat = np.array([114.0, 114.05, 114.05]), np.array([22.5, 22.5, 22.499999])
    assert square.contains(lon, lat).tolist() == [True, True, False]


def test_a_circle_reaches_over_the_date_line():
    circle = Shape.parse("circle:179.9,0,50000")
    inside = circle.contains(np.array([-179.9, -179.0]), np.array([0.0, 0.0]))
    assert inside.tolist() == [True, False]


def test_a_radius_is_ground_distance_and_no_degrees():
    east, north = (GEOD.fwd(114.0, 22.5, azimuth, 1000)[:2] for azimuth in (90, 0))
    lon, lat = np.array([east[0], north[0]]), np.array([east[1], north[1]])
    assert Circle(114.0, 22.5, 1000.01).contains(lon, lat).all()
    assert not Circle(114.0, 22.5, 999.99).contains(lon, lat).any()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("circle:114.06,22.54,800", "circle:114.060000,22.540000,800"),
        (" Circle： 114.06， 22.54， 800.5 ", "circle:114.060000,22.540000,800.5"),
        ("circle:114.06,22.54,0.019", "circle:114.060000,22.540000,0.02"),
        (
            "polygon:114 22,115 22,115 22,115 23,114 22",
            "polygon:114.000000 22.000000,115.000000 22.000000,115.000000 23.000000",
        ),
    ],
)
def test_a_shape_is_read_as_people_write_it(text, written):
    assert Shape.parse(text).to_text() == written


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no shape"),
        ("ellipse:1,2,3", "is no shape"),
        ("circle:114,22", "is no shape"),
        ("circle:114,22,1,1", "is no shape"),
        ("circle:114,22,far", "is no shape"),
        ("circle:nan,22,10", "no position"),
        ("circle:181,22,10", "no position"),
        ("circle:114,90.1,10", "no position"),
        ("circle:114,22,0", "radius of the circle, 0 m"),
        ("circle:114,22,0.001", "radius of the circle, 0 m"),
        ("circle:114,22,-5", "radius of the circle, -5 m"),
        ("circle:114,22,nan", "radius of the circle, nan m"),
        ("circle:114,22,inf", "radius of the circle, inf m"),
        ("circle:114,22,500001", "at most 500,000"),
        ("polygon:", "no position"),
        ("polygon:114 22,115 22", "2 different corners"),
        ("polygon:114 22,114 22,114 22,114 22", "1 different corners"),
        ("polygon:114 22,115 22,115 x", "no position"),
        ("polygon:114 22,115 22,115 nan", "no position"),
        ("polygon:114 22,115 22,115 91", "no position"),
        ("polygon:114 22,114.1 22.1,114.2 22.2", "has no area"),
        ("polygon:114 22,114.1 22.1,114 22.1,114.1 22", "crosses itself"),
        ("polygon:114 22,114.2 22,114.2 22.1,114.1 22,114 22.1", "crosses itself"),
        ("polygon:" + ",".join("1 2" for _ in range(502)), "502 corners"),
        ("x" * 100_000, "is no shape"),
    ],
)
def test_what_is_no_shape_is_refused_with_its_reason(text, reason):
    with pytest.raises(FilterError, match=reason) as refused:
        Shape.parse(text)
    assert refused.value.facts["option"] == "within"
    assert len(str(refused.value)) < 200


def test_a_polygon_may_have_five_hundred_corners():
    corners = [
        (
            114 + math.cos(2 * math.pi * i / MOST_CORNERS) / 10,
            22.5 + math.sin(2 * math.pi * i / MOST_CORNERS) / 10,
        )
        for i in range(MOST_CORNERS)
    ]
    said = ",".join(f"{lon:.6f} {lat:.6f}" for lon, lat in corners)
    polygon = Shape.parse(f"polygon:{said}")
    assert polygon.contains(
        np.array([114.0, 114.2]), np.array([22.5, 22.5])
    ).tolist() == [True, False]
    with pytest.raises(FilterError, match="at most 500"):
        Polygon((*polygon.corners, (114.1, 22.49)))

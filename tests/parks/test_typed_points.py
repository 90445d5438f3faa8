"""Typed coordinates: any notation, any reference system, and what is refused."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.errors import CoordinateError, PlaneCoordinateError
from geodata.reference_systems import SYSTEMS, from_wgs84
from parks.errors import (
    CorrectionError,
    FarPositionError,
    SwappedPositionError,
    UnreadablePositionError,
)
from parks.language import Language, state
from parks.typed_points import offer_references, read_point

PLACES = {
    "113.9345, 22.5401": (113.9345, 22.5401),
    "113.9345，22.5401": (113.9345, 22.5401),
    " 113.9345 22.5401\n": (113.9345, 22.5401),
    "113°56′42″E 22°32′24″N": (113.945, 22.54),
    "113° 56′ 42″, 22° 32′ 24″": (113.945, 22.54),
    "113° 56′ 42″ 22° 32′ 24″": (113.945, 22.54),
    "东经113度56分42秒 北纬22度32分24秒": (113.945, 22.54),
    "北纬22.54 东经113.945": (113.945, 22.54),
    "22.54N, 113.945E": (113.945, 22.54),
}


@pytest.mark.parametrize("text", PLACES)
def test_coordinates_are_read_as_people_write_them(text):
    assert read_point(text, "WGS-84") == pytest.approx(PLACES[text])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", UnreadablePositionError),
        ("nan, nan", CoordinateError),
        ("inf, 22.5", CoordinateError),
        ("113.9", UnreadablePositionError),
        ("113.9, 22.5, 30", UnreadablePositionError),
        ("113.9 22.5 30", UnreadablePositionError),
        ("hello, world", UnreadablePositionError),
        ("9" * 500, UnreadablePositionError),
        ("999, 22.5", CoordinateError),
        ("113.9, 95", CoordinateError),
        ("22.5401, 113.9345", SwappedPositionError),
        ("40, 80", SwappedPositionError),
        ("0, 0", FarPositionError),
        ("-113.9, 22.5", FarPositionError),
        ("2.35, 48.85", FarPositionError),
    ],
)
def test_what_is_no_place_in_china_is_refused_with_a_sentence(text, error):
    with pytest.raises(error) as caught:
        read_point(text, "WGS-84")
    assert "\n" not in state(caught.value, Language.ZH)


NEAR = [system for system in SYSTEMS if system.name in offer_references(114.0)]


@settings(deadline=None)
@given(st.sampled_from(NEAR), st.floats(113.7, 115.4), st.floats(22.4, 22.9))
def test_a_place_typed_in_any_system_comes_back(system, lon, lat):
    typed = from_wgs84(lon, lat, system)
    assert read_point(f"{typed[0]:.9f}, {typed[1]:.9f}", system.name) == pytest.approx(
        (lon, lat), abs=1e-7
    )


@pytest.mark.parametrize("name", ["EPSG:4547", "EPSG:4526", "EPSG:3857"])
def test_a_surveyors_order_of_a_plane_is_read_too(name):
    (system,) = (each for each in SYSTEMS if each.name == name)
    east, north = from_wgs84(113.93, 22.66, system)
    for text in (f"{north:.3f} {east:.3f}", f"{north:.3f}米 {east:.3f} 米"):
        assert read_point(text, name) == pytest.approx((113.93, 22.66), abs=1e-6)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("113.93, 22.66", "EPSG:4547"),
        ("113.93, 22.66", "EPSG:3857"),
        ("东经113度, 北纬22度", "EPSG:4547"),
        ("nan, inf", "EPSG:3857"),
        ("504321.5, 2493210.5", "WGS-84"),
    ],
)
def test_degrees_are_no_metres_and_metres_no_degrees(text, name):
    refusals = CorrectionError, CoordinateError, PlaneCoordinateError
    with pytest.raises(refusals) as caught:
        read_point(text, name)
    assert "\n" not in state(caught.value, Language.ZH)


def test_the_plane_offered_is_that_of_the_place():
    assert "EPSG:4547" in offer_references(None)
    assert "EPSG:4547" in offer_references(113.9)
    assert "EPSG:4549" in offer_references(120.6)


@settings(deadline=None)
@given(st.text(max_size=150), st.sampled_from(NEAR))
def test_any_text_is_a_place_in_china_or_a_stated_error(text, system):
    with contextlib.suppress(CorrectionError, CoordinateError, PlaneCoordinateError):
        lon, lat = read_point(text, system.name)
        assert 72 < lon < 138
        assert 0 < lat < 56

"""Longitudes and latitudes read as they are written, in whatever notation."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.coordinates import read_angle, read_position


@pytest.mark.parametrize(
    "text",
    [
        "113.945",
        "１１３．９４５",
        "113.945°",
        "113.945º",
        "113.945 E",
        "E113.945°",
        "e 113.945",
        "东经113.945度",
        "東經113.945",
        "113°56′42″",
        "113°56'42\"",
        "113°56’42”",
        "113˚56'42''",
        "113°56′42.0″E",
        "E 113° 56′ 42″",
        "113°56.7′",
        "东经113度56分42秒",
        "东经１１３度５６分４２秒",
        "113度56.7分",
    ],
)
def test_one_meridian_in_many_notations(text):
    angle = read_angle(text)
    assert angle.degrees == pytest.approx(113.945, abs=1e-9)
    assert angle.axis in {None, "lon"}


@pytest.mark.parametrize(
    ("text", "degrees", "axis"),
    [
        ("N22°32′24″", 22.54, "lat"),
        ("北纬22度32分24秒", 22.54, "lat"),
        ("22.54S", -22.54, "lat"),
        ("南纬22.54", -22.54, "lat"),
        ("W 113.5", -113.5, "lon"),
        ("西经113度30分", -113.5, "lon"),
        ("-22.54", -22.54, None),
    ],
)
def test_hemispheres_say_the_sign_and_the_axis(text, degrees, axis):
    angle = read_angle(text)
    assert angle.degrees == pytest.approx(degrees)
    assert angle.axis == axis


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "九十",
        "113,945",
        "113.9, 22.5",
        "113°60′",
        "113°56′60″",
        "113.5°30′",
        "113°56.5′42″",
        "113°42″",
        "-113.9E",
        "E113.9W",
        "东经E113.9",
        "113 56 42",
        "113°56",
        "1" * 100,
    ],
)
def test_what_is_no_angle_is_none(text):
    assert read_angle(text) is None


@pytest.mark.parametrize(
    ("lon", "lat", "read"),
    [
        ("113°56′42″E", "22°32′24″N", (113.945, 22.54)),
        ("22°32′24″", "113°56′42″", "place-swapped"),
        ("北纬22.54", "东经113.945", "place-swapped"),
        ("N22.54", "E22.54", "place-swapped"),
        ("N22.54", "22.54", "place-unreadable"),
        ("113.9", "E22.5", "place-unreadable"),
        ("113.9", "第22号", "place-unreadable"),
        ("190°", "22", "place-unreadable"),
        ("nan", "22", "place-unreadable"),
        ("113", "inf", "place-unreadable"),
    ],
)
def test_a_pair_is_a_position_or_says_what_is_wrong(lon, lat, read):
    found = read_position(lon, lat)
    assert found == (read if isinstance(read, str) else pytest.approx(read))


SIGNS = st.sampled_from(["°′″", "度分秒", "°'\"", "º’”"])
HALVES = st.sampled_from(
    [("E", 1), ("W", -1), ("东经", 1), ("西经", -1), ("N", 1), ("南纬", -1), ("", 1)]
)


@given(
    st.tuples(
        st.integers(0, 179), st.integers(0, 59), st.decimals(0, "59.999", places=3)
    ),
    SIGNS,
    HALVES,
    st.booleans(),
)
def test_degrees_minutes_and_seconds_come_back(figures, signs, half, wide):
    text = half[0] + "".join(
        f"{figure}{sign}" for figure, sign in zip(figures, signs, strict=True)
    )
    if wide:
        text = text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789."})
    degree, minute, second = map(float, figures)
    expected = half[1] * (degree + minute / 60 + second / 3600)
    assert math.isclose(read_angle(text).degrees, expected, abs_tol=1e-9)


@given(st.floats(-180, 180), HALVES)
def test_decimal_degrees_come_back(degrees, half):
    assert read_angle(str(degrees)).degrees == degrees
    written = f"{abs(degrees):.8f}°{half[0]}"
    assert read_angle(written).degrees == half[1] * float(f"{abs(degrees):.8f}")


@given(st.text("0123456789.°′″'\"度分秒EWNS东西南北经纬 -+en", max_size=30))
def test_no_text_breaks_the_reading(text):
    angle = read_angle(text)
    assert angle is None or angle.axis in {None, "lon", "lat"}

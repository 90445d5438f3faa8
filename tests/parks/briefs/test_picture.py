"""The map of a brief: marks where the parks are, and the same picture twice."""

import io
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from parks.briefs.brief import Mark, Sketch
from parks.briefs.marks import spread_marks
from parks.briefs.picture import draw_picture
from parks.briefs.sketching import make_sketch

DEGREES = st.floats(-0.2, 0.2)


def read(content):
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


def sketch(*marks):
    return Sketch((113.8, 22.4, 114.2, 22.7), (), tuple(marks))


def test_the_same_sketch_gives_the_same_bytes(embedded):
    drawn = make_sketch(embedded, [0, 20, 40, 5])
    assert draw_picture(drawn) == draw_picture(drawn)


def test_a_surveyed_point_is_filled_and_a_guess_is_hollow():
    middle = 114.0, 22.55
    colour = np.array([0xAA, 0x10, 0x10])
    filled, hollow = (
        read(draw_picture(sketch(Mark(1, *middle, precision, "#aa1010"))))
        for precision in ("site", "zone")
    )
    row, column = filled.shape[0] // 2, filled.shape[1] // 2
    assert np.abs(filled[row, column] - colour).max() < 8
    assert hollow[row, column].min() > 250
    ink = (np.abs(hollow - colour).max(axis=2) < 40).sum()
    assert 40 < ink < (np.abs(filled - colour).max(axis=2) < 40).sum()


@pytest.mark.parametrize("precision", ["site", "near", "street", "zone", "district"])
def test_each_precision_looks_different(precision):
    others = {"site", "near", "street", "zone", "district"} - {precision}
    own, *rest = (
        draw_picture(sketch(Mark(1, 114, 22.55, each, "#aa1010")))
        for each in (precision, *others)
    )
    assert own not in rest


def test_parks_of_far_districts_are_all_on_the_map(embedded):
    drawn = make_sketch(embedded, range(len(embedded.parks)))
    west, south, east, north = drawn.bounds
    assert len(drawn.marks) == 59
    for mark in drawn.marks:
        assert west < mark.lon < east
        assert south < mark.lat < north


@given(st.lists(st.tuples(DEGREES, DEGREES), min_size=1, max_size=30))
def test_no_two_marks_of_one_point_cover_each_other(offsets):
    marks = [
        Mark(n, 114 + dx, 22.55 + dy, "site", "#000000")
        for n, (dx, dy) in enumerate([*offsets, *offsets])
    ]
    placed = spread_marks(sketch(*marks), 1.0)
    assert sorted(mark.number for mark, _, _ in placed) == list(range(len(marks)))
    groups = {}
    for _, anchor, at in placed:
        groups.setdefault(anchor, []).append(at)
    for places in groups.values():
        for index, one in enumerate(places):
            for other in places[index + 1 :]:
                assert math.dist(one, other) > 0.2

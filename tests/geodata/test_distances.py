"""Metres between two places are those that a surveyor would measure."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.distances import measure_from, measure_metres

longitudes = st.floats(113.7, 115.2)
latitudes = st.floats(22.4, 22.9)
MINUTE = 1 / 60


def test_metres_are_those_of_the_ellipsoid():
    """A minute of arc at 22.5 N, by the radii of curvature there (EPSG:7030)."""
    east = measure_metres(114, 22.5, 114 + MINUTE, 22.5)
    north = measure_metres(114, 22.5, 114, 22.5 + MINUTE)
    assert east == pytest.approx(1715.0, abs=0.5)
    assert north == pytest.approx(1845.6, abs=0.5)


@given(longitudes, latitudes, longitudes, latitudes)
def test_metres_are_the_same_both_ways_and_nothing_on_the_spot(lon, lat, lon_2, lat_2):
    there = measure_metres(lon, lat, lon_2, lat_2)
    assert there == pytest.approx(measure_metres(lon_2, lat_2, lon, lat), abs=1e-6)
    assert measure_metres(lon, lat, lon, lat) == 0
    assert there <= 200_000


def test_many_are_measured_at_once():
    lon, lat = np.array([114.0, 114.1]), np.array([22.5, 22.6])
    metres = measure_metres(lon, lat, lon + MINUTE, lat)
    assert metres.tolist() == [
        measure_metres(114.0, 22.5, 114.0 + MINUTE, 22.5),
        measure_metres(114.1, 22.6, 114.1 + MINUTE, 22.6),
    ]


@pytest.mark.parametrize(
    ("lon", "lat", "azimuth"),
    [(114, 22.6, 0), (114.1, 22.5, 90), (114, 22.4, 180), (113.9, 22.5, 270)],
)
def test_directions_are_those_of_a_compass(lon, lat, azimuth):
    metres, azimuths = measure_from(114.0, 22.5, np.array([lon]), np.array([lat]))
    assert azimuths[0] == pytest.approx(azimuth, abs=0.1)
    assert metres[0] == pytest.approx(measure_metres(114, 22.5, lon, lat))

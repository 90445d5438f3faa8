"""What further sources say of a place, and how far from it they say it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import DataFileError
from geodata.evidence import (
    EVIDENCE_FILE,
    measure_metres,
    read_evidence,
    select_evidence,
)
from geodata.gazetteer import Kind

HEADING, FIRST = EVIDENCE_FILE.read_text(encoding="utf-8").splitlines()[:2]
EVIDENCE = read_evidence()
longitudes = st.floats(113.7, 115.2)
latitudes = st.floats(22.4, 22.9)


def write(tmp_path, *lines):
    path = tmp_path / "evidence.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_files_evidence_is_read(tmp_path):
    (evidence,) = read_evidence(write(tmp_path, HEADING, FIRST))
    assert (evidence.name, evidence.kind) == ("新一代产业园", Kind.PARK)
    assert (evidence.lon, evidence.lat) == (114.056231, 22.575773)
    assert evidence.source_date == ""


def test_a_file_may_hold_no_evidence(tmp_path):
    assert read_evidence(write(tmp_path, HEADING)) == ()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("114.056231", "", "line 2: lon is empty"),
        ("114.056231", "114.x", "line 2: could not convert"),
        ("22.575773", "122.575773", "line 2: 114.056231 122.575773"),
        (",site,", ",exact,", "line 2: 'exact'"),
        (",medium,", ",sure,", "line 2: 'sure'"),
        (",BD-09,", ",BD,", "line 2: 'BD'"),
        ("新一代产业园,park", ",park", "line 2: name is empty"),
        (",park,", ",shop,", "line 2: 'shop'"),
    ],
)
def test_a_malformed_line_is_an_error_that_names_it(tmp_path, old, new, reason):
    line = FIRST.replace(old, new, 1)
    assert line != FIRST
    with pytest.raises(DataFileError, match=reason) as caught:
        read_evidence(write(tmp_path, HEADING, line))
    assert "evidence.csv" in str(caught.value)


def test_a_file_that_is_none_is_an_error(tmp_path):
    with pytest.raises(DataFileError, match="first line must read name,kind"):
        read_evidence(write(tmp_path, FIRST))
    with pytest.raises(DataFileError, match="No such file"):
        read_evidence(tmp_path / "absent.csv")


def test_a_places_evidence_is_its_own_nearest_first(gazetteer):
    park = gazetteer.find("深圳湾科技生态园", kind=Kind.PARK)
    near, far = select_evidence(park, EVIDENCE)
    assert "9栋" in near.matched
    assert "5栋" in far.matched
    assert measure_metres(park, near) < measure_metres(park, far)
    assert select_evidence(replace(park, district="宝安"), EVIDENCE) == ()
    assert select_evidence(replace(park, kind=Kind.ZONE), EVIDENCE) == ()
    assert select_evidence(gazetteer.find("深圳出口加工区"), EVIDENCE) == ()


def test_metres_are_those_of_the_ellipsoid(gazetteer):
    """A minute of arc at 22.5 N, by the radii of curvature there (EPSG:7030)."""
    here = replace(gazetteer.find("万科云城"), lon=114.0, lat=22.5)
    minute = 1 / 60
    east, north = replace(here, lon=114 + minute), replace(here, lat=22.5 + minute)
    assert measure_metres(here, east) == pytest.approx(1715.0, abs=0.5)
    assert measure_metres(here, north) == pytest.approx(1845.6, abs=0.5)


@given(longitudes, latitudes, longitudes, latitudes)
def test_metres_are_the_same_both_ways_and_nothing_on_the_spot(lon, lat, lon_2, lat_2):
    one, other = (
        replace(EVIDENCE[0], lon=x, lat=y) for x, y in ((lon, lat), (lon_2, lat_2))
    )
    there, back = measure_metres(one, other), measure_metres(other, one)
    assert there == pytest.approx(back, abs=1e-6)
    assert measure_metres(one, one) == 0
    assert there <= 200_000

"""What further sources say of a place, and how far from it they say it."""

import pytest

from geodata.errors import DataFileError
from geodata.evidence import EVIDENCE_FILE, read_evidence
from geodata.gazetteer import Kind

HEADING, FIRST = EVIDENCE_FILE.read_text(encoding="utf-8").splitlines()[:2]


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

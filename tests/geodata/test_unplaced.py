"""The parks without a place of their own: each says why, and is found by its name."""

import pytest

from geodata.district_names import read_district_names
from geodata.errors import DataFileError
from geodata.unplaced import Unplaced, find_unplaced, read_unplaced

UNPLACED = read_unplaced()
every_park = pytest.mark.parametrize("park", UNPLACED, ids=lambda park: park.name)


@every_park
def test_every_reason_is_whole(park):
    assert park.district in {each.name for each in read_district_names()}
    assert len(park.reason_zh) > 15
    assert park.reason_zh.endswith("。")
    assert len(park.reason_en) > 40
    assert park.reason_en.endswith(".")


def test_every_reason_is_its_own():
    assert len({park.reason_zh for park in UNPLACED}) == len(UNPLACED)
    assert len({park.reason_en for park in UNPLACED}) == len(UNPLACED)
    assert len({(park.name, park.district) for park in UNPLACED}) == len(UNPLACED)


@every_park
def test_a_park_is_found_by_its_name_in_its_district(park):
    assert find_unplaced(park.name, park.district) is park
    assert find_unplaced(f" {park.name} ", f"{park.district}区") is park


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("太平洋工业区", "宝安"),
        ("太平洋工业区", "天河"),
        ("太平洋工业区", None),
        ("太平洋", "盐田"),
        ("大百汇高新科技园", "盐田"),
        ("", "盐田"),
    ],
)
def test_no_other_park_is_found(name, district):
    assert find_unplaced(name, district) is None


def test_a_file_is_read(tmp_path):
    path = tmp_path / "unplaced.csv"
    path.write_text(
        "name,district,reason_zh,reason_en\n某园,南山,查无此名,not found\n",
        encoding="utf-8",
    )
    assert read_unplaced(path) == (Unplaced("某园", "南山", "查无此名", "not found"),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name\n某园\n", "first line"),
        ("name,district,reason_zh,reason_en\n某园,南山,,no\n", "line 2: reason_zh"),
        ("name,district,reason_zh,reason_en\n某园,南山\n", "line 2: not 4"),
    ],
)
def test_a_malformed_file_is_an_error(tmp_path, text, reason):
    path = tmp_path / "unplaced.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=reason):
        read_unplaced(path)

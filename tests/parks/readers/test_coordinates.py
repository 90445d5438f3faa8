"""Coordinates are never taken for WGS 84, or passed over, without a word."""

import pytest

from parks.readers import read_table


def read(head, *lines):
    return read_table("\n".join([f"园区,{head}", *lines]).encode(), name="x.csv")


def said(table, *codes):
    return [(p.place, p.code, p.found) for p in table.problems if p.code in codes]


@pytest.mark.parametrize(
    "heading", ["坐标", "经纬度", "GPS", "经纬度（百度）", "coordinates", "X坐标"]
)
def test_coordinates_that_are_not_read_are_named(heading):
    table = read(f"{heading},产业", '甲园,"113.9,22.5",软件')
    assert said(table, "coordinates-unread") == [(None, "coordinates-unread", heading)]
    assert table.rows[0].extra[heading] == "113.9,22.5"


def test_a_blank_column_of_coordinates_needs_no_word():
    table = read("X坐标,Y坐标,产业", "甲园,,,软件")
    assert not said(table, "coordinates-unread")


def test_longitudes_of_no_named_system_are_said_to_be_taken_as_wgs_84():
    assert said(read("经度,纬度", "甲园,113.9,22.5"), "datum-assumed")
    assert not said(read("经度,纬度", "甲园,,"), "datum-assumed")
    named = read("经度（WGS84）,纬度（WGS84）", "甲园,113.9,22.5")
    assert not said(named, "datum-assumed")
    assert not said(read("经度,纬度,坐标系", "甲园,1,2,WGS84"), "datum-assumed")
    assert said(read("经度,纬度,坐标系", "甲园,1,2,"), "datum-assumed")


def test_a_row_without_a_system_beside_others_that_name_one_is_doubted():
    table = read(
        "经度,纬度,坐标系",
        "甲园,113.9,22.5,GCJ-02",
        "乙园,113.9,22.5,",
        "丙园,113.9,22.5,WGS84",
        "丁园,,,",
    )
    assert said(table, "datum-blank") == [(1, "datum-blank", "GCJ-02、WGS84")]
    places = [p.place for p in table.problems if p.place is not None]
    assert places == sorted(places)

"""Reference systems are known by what tables, offices and GIS call them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import UnknownDatumError
from geodata.reference_names import names_system, parse_system, recognise_system
from geodata.reference_systems import SYSTEMS


@pytest.mark.parametrize("system", SYSTEMS, ids=str)
def test_a_system_reads_its_own_name(system):
    assert parse_system(system.name) is system
    assert parse_system(f" {system.name.lower()} ") is system
    assert names_system(system.name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经度（WGS84）", "WGS-84"),
        ("ＷＧＳ－８４", "WGS-84"),
        ("4326", "WGS-84"),
        ("CRS84", "WGS-84"),
        ("GPS", "WGS-84"),
        ("4490", "CGCS2000"),
        ("2000国家大地坐标系", "CGCS2000"),
        ("国家2000", "CGCS2000"),
        ("天地图", "CGCS2000"),
        ("经度（火星坐标）", "GCJ-02"),
        ("高德地图", "GCJ-02"),
        ("腾讯", "GCJ-02"),
        ("gcj_02", "GCJ-02"),
        ("lng(BD-09)", "BD-09"),
        ("百度坐标", "BD-09"),
        ("epsg 4547", "EPSG:4547"),
        ("CGCS2000_3_Degree_GK_CM_114E", "EPSG:4547"),
        ("CGCS2000_3_Degree_GK_Zone_38", "EPSG:4547"),
        ("CGCS2000 / 3-degree Gauss-Kruger CM 114E", "EPSG:4547"),
        ("CGCS2000 / 3-degree Gauss-Kruger zone 38", "EPSG:4547"),
        ("国家2000 3度带 中央经线114", "EPSG:4547"),
        ("CGCS2000 三度带 第38带", "EPSG:4547"),
        ("X坐标(CGCS2000,114)", "EPSG:4547"),
        ("大地2000 中央子午线 120°", "EPSG:4549"),
        ("EPSG:3857", "EPSG:3857"),
        ("WGS 84 / Pseudo-Mercator", "EPSG:3857"),
        ("Web墨卡托", "EPSG:3857"),
        ("EPSG:102100", "EPSG:3857"),
    ],
)
def test_names_in_use_are_recognised(text, name):
    assert parse_system(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Beijing 54",
        "北京54",
        "西安80",
        "Xian_1980_3_Degree_GK_CM_114E",
        "经度(54)",
        "经度(80)",
        "深圳独立坐标系",
        "WGS84/UTM 50N",
        "BD09MC",
        "CGCS2000 高斯投影",
        "CGCS2000 6度带 117",
        "3度带 114",
        "高德或百度",
        "WGS84转GCJ-02",
        "EPSG:2383",
        "EPSG:45470",
    ],
)
def test_what_is_not_known_or_not_one_is_named_but_refused(text):
    assert recognise_system(text) is None
    assert names_system(text)
    with pytest.raises(UnknownDatumError) as caught:
        parse_system(text)
    assert repr(text) in str(caught.value)
    assert "EPSG:4554" in str(caught.value)


@pytest.mark.parametrize("text", ["", "经度", "X坐标", "lon", "纬度(°)", "mars"])
def test_where_nothing_is_named_nothing_is_recognised(text):
    assert recognise_system(text) is None
    assert not names_system(text)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text):
    system = recognise_system(text)
    assert system is None or system in SYSTEMS

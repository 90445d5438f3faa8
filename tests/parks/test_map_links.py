"""The links into other maps: their form, and the datum that the point is in."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.datums import Datum, convert
from geodata.errors import CoordinateError
from parks.map_links import link_maps

NAME = "深圳湾科技生态园"
HOSTS = {
    "AMap": "uri.amap.com",
    "Baidu Maps": "api.map.baidu.com",
    "Tencent Maps": "apis.map.qq.com",
}


def read(link):
    """Give what a link asks for, each option once."""
    parts = urlsplit(link.url)
    options = parse_qs(parts.query, strict_parsing=True)
    assert parts.scheme == "https"
    assert parts.fragment == ""
    assert all(len(values) == 1 for values in options.values())
    return parts.netloc + parts.path, {key: value[0] for key, value in options.items()}


def links(lon, lat, name=NAME):
    return {link.service: link for link in link_maps(lon, lat, name)}


def test_each_service_is_asked_as_its_documentation_says():
    asked = {name: read(link) for name, link in links(113.943, 22.54).items()}
    path, amap = asked["AMap"]
    assert path == "uri.amap.com/marker"
    assert (amap["coordinate"], amap["name"]) == ("gaode", NAME)
    path, baidu = asked["Baidu Maps"]
    assert path == "api.map.baidu.com/marker"
    assert (baidu["coord_type"], baidu["output"]) == ("bd09ll", "html")
    assert baidu["title"] == baidu["content"] == NAME
    path, tencent = asked["Tencent Maps"]
    assert path == "apis.map.qq.com/uri/v1/marker"
    assert tencent["coord_type"] == "2"
    assert tencent["marker"].endswith(f";title:{NAME};addr:{NAME}")


# Published pairs: googollee/eviltransform (Shenzhen) and wandergis/coordtransform.
@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        ((113.912316, 22.543847), (113.917176, 22.540796)),
        ((116.404, 39.915), (116.410244, 39.916404)),
    ],
)
def test_amap_and_tencent_get_the_published_gcj02(wgs84, gcj02):
    found = links(*wgs84)
    _, amap = read(found["AMap"])
    _, tencent = read(found["Tencent Maps"])
    assert amap["position"] == f"{gcj02[0]:.6f},{gcj02[1]:.6f}"  # longitude first
    assert tencent["marker"].startswith(f"coord:{gcj02[1]:.6f},{gcj02[0]:.6f};")


def test_baidu_gets_the_published_bd09_latitude_first():
    # wandergis/coordtransform, WGS 84 to BD-09
    _, baidu = read(links(116.404, 39.915)["Baidu Maps"])
    assert baidu["location"] == "39.922700,116.416627"


@given(lon=st.floats(113.7, 114.7), lat=st.floats(22.4, 22.9))
def test_the_point_in_a_link_is_the_park_to_a_tenth_of_a_metre(lon, lat):
    for link in link_maps(lon, lat, NAME):
        back = convert(link.lon, link.lat, source=link.datum, target=Datum.WGS84)
        assert back == pytest.approx((lon, lat), abs=1e-9)
        _, options = read(link)
        said = options.get("position") or options.get("location") or options["marker"]
        assert f"{link.lon:.6f}" in said
        assert f"{link.lat:.6f}" in said


@given(name=st.text(max_size=200))
def test_no_name_changes_what_is_asked(name):
    for service, link in links(114.0, 22.5, name).items():
        path, options = read(link)
        assert path.startswith(HOSTS[service])
        assert set(options) <= {
            *("position", "name", "src", "coordinate", "callnative"),
            *("location", "title", "content", "coord_type", "output"),
            *("marker", "referer"),
        }
        if "marker" in options:
            assert options["marker"].count(";") == 2
            assert options["marker"].count(":") == 3
            assert "|" not in options["marker"]


def test_a_long_name_is_shortened():
    assert all(len(link.url) < 1500 for link in link_maps(114, 22.5, "园" * 50_000))


def test_what_is_no_position_is_no_link():
    with pytest.raises(CoordinateError):
        link_maps(float("nan"), 22.5, NAME)

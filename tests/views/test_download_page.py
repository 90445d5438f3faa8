"""What the page of downloads offers, read without a browser."""

import html
import json
import re

import pytest

from parks.exports import EXPORTERS

PAGE = "download_page.py"


def read(app):
    """Everything the page says as markup, its tags taken away."""
    blocks = [str(block.proto.body) for block in app.get("html")]
    sheets = [
        json.loads(each.proto.json)["markup"]
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    ]
    return html.unescape(re.sub(r"<[^>]+>", " ", " ".join([*blocks, *sheets])))


def names(app):
    """Name the files whose addresses the page shows."""
    return re.findall(r"data/([a-z.]+)(?:\?\S*)?\s", read(app))


def offered(app):
    return [button.key for button in app.get("download_button")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("数据下载", "全部 59 个园区", "ArcGIS Pro", "新建 OGC API 服务器")),
        ("en", ("Downloads", "All 59 parks", "New OGC API Server", "WGS 84")),
    ],
)
def test_every_format_is_offered_with_what_it_is_for(open_page, language, words):
    app = open_page(PAGE, {"lang": [language]})
    assert not app.exception
    said = read(app) + " ".join(box.options[0] for box in app.selectbox)
    for word in words:
        assert word in said
    for name, exporter in EXPORTERS.items():
        assert f"{exporter.title} .{name}" in re.sub(r"\s+", " ", said)
    assert names(app) == [f"parks.{name}" for name in EXPORTERS]
    files = [key for key in offered(app) if key.startswith("download_file_")]
    assert files == [f"download_file_{name}" for name in EXPORTERS]
    # A README and metadata beside each.
    assert len(offered(app)) == 3 * len(EXPORTERS)


def test_a_link_chooses_parks_layer_system_and_names(open_page):
    link = {
        "district": ["nanshan"],
        "layer": ["zones"],
        "crs": ["4547"],
        "fields": ["zh"],
    }
    app = open_page(PAGE, link)
    assert "南山" in read(app)
    assert "zones.geojson" in names(app)
    assert "crs=EPSG:4547" in read(app)
    wished = {**link, "crs": ["EPSG:4547"]}
    assert dict(app.query_params) == {name: value for name, [value] in wished.items()}


def test_what_a_link_says_wrongly_is_said_and_left_out(open_page):
    app = open_page(PAGE, {"sector": ["zzz"], "crs": ["mars"], "layer": ["zones"]})
    said = read(app)
    assert "zzz" in said
    assert "mars" in said
    assert "zones.csv" in names(app)


def test_the_operators_terms_are_kept_and_said(open_page):
    app = open_page(
        PAGE,
        DOWNLOAD_LAYERS="zones",
        DOWNLOAD_REFERENCES="GCJ-02",
        LICENCE="仅供内部使用",
        CONTACT="规划处",
    )
    assert not app.exception
    assert names(app)
    assert all(name.startswith("zones.") for name in names(app))
    assert next(box.options for box in app.selectbox) == [
        "GCJ-02 经纬度，与 WGS 84 相差数百米；没有 EPSG 代码"
    ]
    assert "仅供内部使用" in read(app)
    assert "规划处" in read(app)


def test_a_format_that_cannot_be_in_a_system_says_so(open_page):
    app = open_page(PAGE, {"crs": ["GCJ-02"]})
    for name, exporter in EXPORTERS.items():
        fits = f"download_file_{name}" in offered(app)
        assert fits == (not exporter.references)


def test_where_parks_are_withheld_no_page_offers_them(open_page, open_app):
    assert not open_app(DOWNLOAD_LAYERS="zones").exception
    app = open_page(
        "shortlist_page.py", {"park": ["she-kou-wang-gu"]}, DOWNLOAD_LAYERS="zones"
    )
    assert not app.exception
    assert offered(app) == []

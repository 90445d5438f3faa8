"""A table whose cells try to run: they are shown as text everywhere."""

import csv
import re
import subprocess
import sys
from urllib.parse import urlencode

import pytest
from atlas import AtlasPage
from conftest import ROOT, serve
from playwright.sync_api import expect

from parks.catalogue import open_edition

PAYLOADS = [
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "${window.hacked=1}",
    "`+(window.hacked=1)+`",
    "'\"><svg onload=window.hacked=1>",
    "</script><script>window.hacked=1</script>",
    "{{7*7}} {% raw %} [x](javascript:window.hacked=1) :smile: $x$ **b**",
    '=HYPERLINK("http://evil.example")',
]


@pytest.fixture(scope="module")
def hostile_table(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "table.csv"
    heading = [
        "序号",
        "辖区",
        "片区",
        "园区名称",
        "产业方向",
        "规划依据",
        "经度",
        "纬度",
        "<b>备注</b>",
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        for number, payload in enumerate(PAYLOADS, 1):
            writer.writerow(
                [
                    number,
                    "南山",
                    f"片区{payload}",
                    f"园{number}{payload}",
                    f"重点发展人工智能{payload}",
                    f"《{payload}》",
                    f"{113.9 + number / 100:.4f}",
                    "22.54",
                    payload,
                ]
            )
    return path


@pytest.fixture(scope="module")
def hostile_url(hostile_table, tmp_path_factory):
    with serve(
        tmp_path_factory.mktemp("log") / "server.log", TABLE=hostile_table
    ) as url:
        yield url


def hacked(page):
    return any(frame.evaluate("window.hacked === 1") for frame in page.frames)


def test_no_cell_runs_in_map_panel_table_or_legend(page, hostile_url, heard):
    atlas = AtlasPage(page, hostile_url).open()
    atlas.expect_count(len(PAYLOADS))
    for number, payload in enumerate(PAYLOADS, 1):
        name = f"园{number}{payload}"
        atlas.run_in_map(
            "(a, n) => a.map.setView(a.symbols[n].getLatLng(), 16, { animate: false })",
            number - 1,
        )
        page.mouse.move(*atlas.park_position(name))
        expect(atlas.map.locator(".park-tip strong")).to_have_text(name)
        atlas.click_park(name)
        expect(atlas.panel.locator("h2")).to_have_text(" ".join(name.split()))
        expect(atlas.panel).to_contain_text(f"《{payload}》")
        assert atlas.panel.locator("script, img, svg, a").count() == 0
    assert not hacked(page)
    assert heard["outside"] == []


def test_no_cell_runs_on_the_page_of_a_park_or_a_comparison(
    page, hostile_url, hostile_table, heard
):
    parks = open_edition(hostile_table).parks
    tags = "'script, img, iframe, object, [onload], [onerror]'"
    for park_id, payload in zip(parks["park_id"], PAYLOADS, strict=True):
        page.goto(f"{hostile_url}/park?{urlencode({'park': park_id})}")
        sheet = page.locator(".pa-page")
        expect(sheet).to_contain_text(f"《{payload}》")
        expect(sheet.locator(".pa-direction")).to_have_text(
            " ".join(f"重点发展人工智能{payload}".split())
        )
        assert sheet.evaluate(f"(it) => it.querySelectorAll({tags}).length") == 0
        for link in sheet.locator("a").all():
            assert re.match(r"https://|[a-z]+\?|\./", link.get_attribute("href"))
    four = parks["park_id"].iloc[:4].tolist()
    page.goto(f"{hostile_url}/compare?{urlencode({'park': four}, doseq=True)}")
    for payload in PAYLOADS[:4]:
        expect(page.locator(".pa-compare")).to_contain_text(f"《{payload}》")
    sheet = page.locator(".pa-page")
    assert sheet.evaluate(f"(it) => it.querySelectorAll({tags}).length") == 0
    assert not hacked(page)
    assert heard["outside"] == []


def test_no_cell_runs_in_a_map_file(page, hostile_table, tmp_path, heard):
    file = tmp_path / "map.html"
    command = [sys.executable, "-m", "parks", "map", hostile_table, "-o", file]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - ours
    page.goto(file.as_uri())
    for number in range(len(PAYLOADS)):
        page.evaluate(
            "(n) => { const a = ParkAtlas.atlas;"
            " a.tell({ kind: 'select', park: a.symbols[n].park.id });"
            " a.symbols[n].openTooltip(); }",
            number,
        )
        panel = page.locator(".park-panel")
        expect(panel).to_contain_text(f"《{PAYLOADS[number]}》")
        assert panel.locator("script, img, svg, a").count() == 0
    assert not hacked(page)
    assert heard["outside"] == []
    assert heard["errors"] == []

"""District offices take the data home: the page of downloads."""

import json
import urllib.request

import openpyxl
import pytest
from atlas import download, expect_within, wait_for_answer
from playwright.sync_api import expect


def open_downloads(page, url, query=""):
    page.goto(f"{url}/download{query}")
    expect(page.locator(".pa-addresses")).to_be_visible()
    wait_for_answer(page)


@pytest.mark.parametrize(
    ("query", "width", "words"),
    [
        ("", 1440, ("数据下载", "全部 59 个园区", "在 GIS 中作为实时图层")),
        ("?lang=en", 390, ("Downloads", "All 59 parks", "A live layer in your GIS")),
    ],
)
def test_an_office_reads_what_there_is(page, app_url, query, width, words):
    page.set_viewport_size({"width": width, "height": 844})
    open_downloads(page, app_url, query)
    for word in words:
        expect(page.locator(".stMainBlockContainer")).to_contain_text(word)
    expect_within(page, width)


def test_an_office_filters_chooses_a_plane_and_downloads(page, app_url, tmp_path):
    open_downloads(page, app_url)
    page.get_by_role("group", name="辖区").get_by_text("南山").click()
    expect(page.locator(".pa-page").first).to_contain_text("南山 · 9 个园区")
    wait_for_answer(page)
    page.get_by_label("坐标系").click()
    page.get_by_role("option", name="EPSG:4547").click()
    expect(page.locator(".pa-addresses")).to_contain_text("crs=EPSG:4547")
    row = page.locator(".st-key-format_xlsx")
    taken = download(page, row.get_by_role("button", name="下载"))
    assert taken.suggested_filename == "parks_cgcs2000-epsg4547.xlsx"
    path = tmp_path / "parks.xlsx"
    taken.save_as(path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.max_row == 10


def test_the_address_shown_gives_the_same_parks(page, app_url):
    open_downloads(page, app_url, "?district=futian&sector=ai")
    shown = page.locator(".pa-addresses a", has_text="parks.geojson").first
    address = f"{app_url}/data/parks.geojson?district=futian&sector=ai"
    expect(shown).to_have_text(address)
    assert download(page, shown).suggested_filename == "parks_wgs84.geojson"
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own
        features = json.load(answer)["features"]
    names = {feature["properties"]["name"] for feature in features}
    expect(page.locator(".pa-page").first).to_contain_text(f"{len(names)} 个园区")
    page.get_by_role("link", name="在地图上查看这些园区").click()
    expect(page.locator(".pa-filter-words")).to_contain_text(f"{len(names)} 个园区")


def test_the_map_page_leads_here_with_its_filter(page, app_url):
    page.goto(f"{app_url}/?district=nanshan")
    page.get_by_role("button", name="更多格式与网址").click()
    expect(page.locator(".pa-page").first).to_contain_text("南山 · 9 个园区")
    expect(page).to_have_url(f"{app_url}/download?district=nanshan")


def test_the_service_is_read_by_people_too(page, app_url, heard):
    open_downloads(page, app_url, "?lang=en")
    page.locator(".pa-page a[href='ogc?lang=en']").click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_contain_text("OGC API - Features")
    page.get_by_role("link", name="Parks").first.click()
    expect(title).to_have_text("Parks")
    assert heard == {**heard, "outside": [], "errors": []}

"""Stories of the page of districts: asked, read on a phone, opened on the map, kept."""

import csv
import re

import pytest
from atlas import AtlasPage, download, expect_within, wait_for_answer
from defusedxml import ElementTree
from openpyxl import load_workbook
from playwright.sync_api import expect
from sheets import SVG

CHARTS = "[class*=st-key-districts_chart] svg.marks"


def open_page(page, url, query=""):
    page.goto(f"{url}/districts{query}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    charts = page.locator(CHARTS)
    expect(charts).to_have_count(3)
    wait_for_answer(page)
    return charts


@pytest.mark.parametrize(
    ("query", "width", "words"),
    [
        ("", 1440, ("各区真的不同吗", "只有坪山主攻生物医药", "逐区来看")),
        ("?lang=en", 390, ("Do the districts differ", "A focus in Pingshan alone")),
    ],
)
def test_a_planner_asks_whether_districts_differ(page, app_url, query, width, words):
    page.set_viewport_size({"width": width, "height": 844})
    charts = open_page(page, app_url, query)
    for word in words:
        expect(page.locator(".stMain")).to_contain_text(word)
    expect(charts.first).to_contain_text("n=4")
    expect_within(page, width, CHARTS)


def test_a_number_of_the_matrix_opens_its_parks_on_the_map(page, app_url):
    open_page(page, app_url)
    page.get_by_role("row", name=re.compile("^互联网")).get_by_role(
        "link", name="4", exact=True
    ).click()
    atlas = AtlasPage(page, app_url)
    atlas.wait_for_map()
    atlas.expect_count(6)
    expect(page).to_have_url(re.compile("district=nanshan&sector=internet&role=focus"))


def test_a_choice_stands_in_the_address_and_in_the_files(page, app_url, tmp_path):
    open_page(page, app_url)
    page.get_by_role("radio", name="方案十二类").click()
    expect(page).to_have_url(re.compile(r"districts\?sectors=key$"))
    path = tmp_path / "matrix.csv"
    download(page, page.get_by_role("button", name="矩阵与区位商（CSV）")).save_as(path)
    with path.open(encoding="utf-8-sig") as file:
        head, *lines = csv.reader(file)
    assert head[0] == "辖区"
    assert ["福田", "金融科技", "fintech", "3"] in [line[:4] for line in lines]
    path = tmp_path / "districts.xlsx"
    download(page, page.get_by_role("button", name="全部表格（Excel）")).save_as(path)
    book = load_workbook(path)
    assert len(book.sheetnames) == 5
    assert book.worksheets[0].cell(2, 1).value == "福田"


def test_a_chart_is_saved_as_a_drawing(page, app_url, heard, tmp_path):
    open_page(page, app_url)
    taken = download(page, page.get_by_role("button", name="图表存为 SVG").last)
    assert taken.suggested_filename == "similarity.svg"
    path = tmp_path / "chart.svg"
    taken.save_as(path)
    drawn = ElementTree.parse(path).getroot()
    texts = {"".join(node.itertext()) for node in drawn.iter(f"{SVG}text")}
    assert {"福田", "深汕", ".71"} <= texts
    assert heard["outside"] == []


def test_paper_gets_charts_in_dark_ink_and_no_buttons(page, app_url):
    page.emulate_media(color_scheme="dark")
    charts = open_page(page, app_url)
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.get_by_role("button", name="全部表格（Excel）")).to_be_hidden()
    label = charts.nth(2).locator("text", has_text="福田").first
    expect(label).to_have_css("fill", "rgb(29, 43, 54)")
    expect(charts.nth(2)).to_have_css("background-color", "rgba(0, 0, 0, 0)")

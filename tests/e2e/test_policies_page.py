"""Planners ask what rests on a document, find it, and take the list away."""

import csv
import io
import re

import openpyxl
import pytest
from atlas import AtlasPage, download, expect_within, wait_for_answer
from playwright.sync_api import expect

TITLE = "深圳国家高新区扩区方案"


def open_policies(page, url, query=""):
    page.goto(f"{url}/policies{query}")
    sheet = page.locator(".pa-policies-page")
    expect(sheet).to_be_visible()
    wait_for_answer(page)
    return sheet


@pytest.mark.parametrize(
    ("query", "width", "words"),
    [
        ("", 1440, ("规划依据文件", "表中 22 行共引用 21 份文件", "仅按标题合并")),
        ("?lang=en", 1440, ("Policy documents", "policy basis: 21;", "Joined by rule")),
        (
            "",
            390,
            (
                "规划依据文件",
                "22 行中有 6 行只依据一份文件",
            ),
        ),
        (
            "?lang=en",
            390,
            (
                "Policy documents",
                "Rows that rest on one document only: 6 of 22",
            ),
        ),
    ],
)
def test_a_planner_reads_what_the_zones_rest_on(page, app_url, query, width, words):
    page.set_viewport_size({"width": width, "height": 844})
    sheet = open_policies(page, app_url, query)
    expect(sheet.locator(".pa-document")).to_have_count(21)
    for word in words:
        expect(sheet).to_contain_text(word)
    expect_within(page, width)


def test_a_document_is_found_by_initials_and_shown_on_the_map(page, app_url):
    sheet = open_policies(page, app_url)
    page.get_by_label("搜索文件").fill("gxqkq")
    page.get_by_label("搜索文件").press("Enter")
    expect(sheet.locator(".pa-document")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/policies\?q=gxqkq$"))
    sheet.get_by_role("link", name="在地图上查看").click()
    atlas = AtlasPage(page, app_url)
    atlas.wait_for_map()
    atlas.expect_count(17)
    page.go_back()
    expect(page.locator(".pa-document")).to_have_count(1)
    expect(page.locator(".pa-document h2")).to_contain_text(TITLE)


def test_levels_and_documents_are_chosen_by_click_and_stand_in_the_address(
    page, app_url
):
    sheet = open_policies(page, app_url, "?q=rgzn")
    expect(sheet.locator(".pa-document")).to_have_count(3)
    sheet.get_by_role("link", name="省级 1").click()
    expect(sheet.locator(".pa-document")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"q=rgzn&level=provincial$"))
    expect(page.get_by_label("搜索文件")).to_have_value("rgzn")
    sheet.get_by_role("link", name="《广东省新一代人工智能发展规划》").first.click()
    expect(page).to_have_url(re.compile(r"/policies\?policy="))
    expect(page.get_by_label("搜索文件")).to_have_value("")
    sheet.get_by_role("link", name="全部 21 份文件").click()
    expect(sheet.locator(".pa-document")).to_have_count(21)
    expect(page).to_have_url(re.compile(r"/policies$"))
    page.go_back()
    expect(sheet.locator(".pa-document")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/policies\?policy="))
    page.go_back()
    expect(page).to_have_url(re.compile(r"q=rgzn&level=provincial$"))
    expect(page.get_by_label("搜索文件")).to_have_value("rgzn")


def test_staff_take_exactly_the_list_away(page, app_url):
    sheet = open_policies(page, app_url, "?level=district")
    expect(sheet.locator(".pa-document")).to_have_count(6)
    files = {}
    for name in ("Excel", "CSV"):
        button = page.get_by_role("button", name=f"下载 6 份文件清单（{name}）")
        files[name] = download(page, button).path().read_bytes()
    lines = list(csv.reader(io.StringIO(files["CSV"].decode("utf-8-sig"))))
    listed = openpyxl.load_workbook(io.BytesIO(files["Excel"])).worksheets[0]
    assert [line[0] for line in lines] == [row[0].value for row in listed.iter_rows()]
    assert len(lines) == 7


def test_a_policy_of_a_park_leads_to_its_document(page, app_url):
    page.goto(f"{app_url}/park?park=wan-ke-yun-cheng")
    cited = page.get_by_role("link", name=f"《{TITLE}》")
    expect(cited).to_be_visible()
    cited.click()
    found = page.locator(".pa-policies-page .pa-document")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("深府函〔2019〕123号")


def test_paper_gets_the_list_alone_and_nothing_leaves(page, app_url, heard):
    sheet = open_policies(page, app_url)
    expect(page.get_by_label("搜索文件")).to_be_visible()
    expect(page.get_by_role("button", name="Excel")).to_be_visible()
    page.emulate_media(media="print")
    expect(sheet.locator("h1")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_label("搜索文件")).to_be_hidden()
    expect(page.get_by_role("button", name="Excel")).to_be_hidden()
    assert heard["outside"] == []

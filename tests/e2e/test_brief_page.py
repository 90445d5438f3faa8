"""Stories of a brief: made from a park, filled in, sent as Word, printed."""

import io
import re

import docx
import openpyxl
import pytest
from atlas import download, expect_within, press, wait_for_answer
from playwright.sync_api import expect

PARK = "万科云城"
ID = "wan-ke-yun-cheng"


def paper(page):
    found = page.locator(".pa-paper")
    expect(found).to_be_visible()
    wait_for_answer(page)
    return found


def fetch(page, name):
    return download(page, page.get_by_role("button", name=name))


def test_staff_make_a_brief_of_a_park_and_send_it_as_word(page, app_url, heard):
    page.goto(f"{app_url}/park?park={ID}")
    page.locator(".pa-page").get_by_role("link", name="简报").click()
    found = paper(page)
    expect(page).to_have_url(re.compile(f"/brief\\?park={ID}$"))
    page.get_by_label("姓名").fill("王小明")
    page.get_by_label("附言").fill("=1+1 请看 {PAGE}")
    press(page, "写入简报")
    expect(found).to_contain_text("=1+1 请看 {PAGE}")
    taken = fetch(page, "Word")
    assert taken.suggested_filename == f"简报-{ID}.docx"
    document = docx.Document(io.BytesIO(taken.path().read_bytes()))
    cells = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert document.paragraphs[0].text == f"园区简报：{PARK}"
    assert (cells["发送人"], cells["附言"]) == ("王小明", "=1+1 请看 {PAGE}")
    assert heard["outside"] == []


def test_the_language_switch_changes_the_brief_and_its_files(page, app_url):
    page.goto(f"{app_url}/brief?park={ID}&park=peng-cheng-shi-yan-shi")
    found = paper(page)
    expect(found.locator("h1")).to_have_text("园区简报：2 个园区")
    page.get_by_role("radio", name="English").click()
    expect(found.locator("h1")).to_have_text("Brief on 2 parks")
    expect(page).to_have_url(re.compile("lang=en"))
    book = openpyxl.load_workbook(io.BytesIO(fetch(page, "Excel").path().read_bytes()))
    assert book.sheetnames == ["Parks", "Distances", "Sources"]


@pytest.mark.parametrize("query", [f"park={ID}", f"park={ID}&lang=en"])
def test_a_brief_is_read_on_a_phone(page, app_url, query):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app_url}/brief?{query}")
    found = paper(page)
    expect(found).to_contain_text(PARK)
    expect(found.locator("svg.pa-locator")).to_have_count(1)
    expect_within(page, 390)


def test_paper_gets_the_brief_without_the_form(page, app_url):
    page.goto(f"{app_url}/brief?park={ID}")
    found = paper(page)
    expect(page.get_by_label("姓名")).to_be_visible()
    expect(page.get_by_role("button", name="Word")).to_be_visible()
    page.emulate_media(media="print")
    expect(found.locator("h1")).to_be_visible()
    expect(page.get_by_label("姓名")).to_be_hidden()
    expect(page.get_by_role("button", name="Word")).to_be_hidden()
    expect(page.get_by_role("button", name="打印")).to_be_hidden()

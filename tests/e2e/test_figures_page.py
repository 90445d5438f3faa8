"""The page of the city's figures: read, hovered, printed, downloaded."""

import re

import openpyxl
import pypdfium2
import pytest
from atlas import download, expect_within, wait_until_drawn
from playwright.sync_api import expect

CHARTS = ".stVegaLiteChart svg.marks"
NUMBER = 7


def open_figures(page, url, query=""):
    page.goto(f"{url}/figures{query}")
    expect(page.locator(".pa-notes")).to_be_visible()
    charts = page.locator(CHARTS)
    expect(charts).to_have_count(NUMBER)
    wait_until_drawn(page)
    return charts


@pytest.mark.parametrize(
    ("query", "width", "words"),
    [
        ("", 1440, ("三种口径，分开列出", "须年均 +22.4%", "超过 2,400")),
        ("?lang=en", 1440, ("Three senses", "needed +22.4%", "over 240")),
        ("", 390, ("不能据此排名", "联合早报", "超过 8,900")),
        ("?lang=en", 390, ("No rank follows", "Lianhe", "over 890")),
    ],
)
def test_a_planner_reads_it_at_a_desk_and_on_a_phone(
    page, app_url, query, width, words
):
    page.set_viewport_size({"width": width, "height": 844})
    charts = open_figures(page, app_url, query)
    body = page.locator(".stMainBlockContainer")
    for word in words:
        expect(body).to_contain_text(word)
    expect(charts.filter(has_text=words[-1])).to_have_count(1)
    expect_within(page, width, CHARTS)


def test_a_mark_says_where_it_comes_from_and_a_number_leads_to_its_note(
    page, app_url, heard
):
    charts = open_figures(page, app_url)
    charts.first.locator(".mark-rect path").first.hover()
    tip = page.locator("#vg-tooltip-element")
    expect(tip).to_contain_text("起草说明")
    expect(tip).to_contain_text("2022年达到2428亿元。”")
    page.locator(".pa-senses .pa-note a").first.click()
    expect(page.locator("#note-1")).to_be_in_viewport()
    expect(page.locator("#note-1")).to_contain_text("增加值1597亿元，同比增长18%")
    expect(page).to_have_url(re.compile("/figures#note-1$"))
    assert heard["outside"] == []


def test_paper_has_light_charts_and_every_source_whatever_the_screen(page, app_url):
    page.emulate_media(color_scheme="dark")
    open_figures(page, app_url)
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
    flat = re.sub(r"\s", "", text)
    for word in ("1,601.03", "建成多功能智能杆9743根", "2021年1月20日", "超过2,400"):
        assert word in flat, word
    assert "下载全部数据" not in flat
    for sheet in pdf:
        picture = sheet.render(scale=0.5).to_pil().convert("L")
        dark = sum(picture.histogram()[:60])
        assert dark < 0.05 * picture.width * picture.height


def test_staff_take_all_figures_away(page, app_url, tmp_path):
    open_figures(page, app_url)
    path = tmp_path / "figures.xlsx"
    button = page.get_by_role("button", name="下载全部数据（Excel）")
    download(page, button).save_as(path)
    sheet = openpyxl.load_workbook(path)["数据"]
    names = [line[0] for line in sheet.iter_rows(values_only=True)]
    assert "数字经济核心产业增加值" in names


def test_the_menu_leads_there_and_back(page, app_url):
    page.goto(f"{app_url}/quality?lang=en")
    menu = page.get_by_role("navigation", name="Pages")
    menu.get_by_role("link", name="City in figures").click()
    expect(page).to_have_url(re.compile("/figures"))
    expect(page.locator(".pa-notes")).to_be_visible()
    expect(menu.locator("[aria-current=page]")).to_have_text("City in figures")

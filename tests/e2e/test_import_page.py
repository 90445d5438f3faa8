"""A planner brings a table of another city, mends it, and has its map."""

import json
import re

import pytest
from atlas import AtlasPage, download, press, wait_for_answer
from forms import write_docx, write_xlsx
from playwright.sync_api import expect

from parks.catalogue import read_any

PASTED = (
    "序号\t区县\t园区名称\t主导产业\t经度\t纬度\n"
    "1\t浦东\t张江科学城\t集成电路、人工智能\t121.60\t31.20\n"
    "2\t\t金桥开发区\t智能网联汽车\t121.62\t31.25\n"
)


@pytest.fixture
def importer(page, app_url, heard):  # noqa: ARG001 - nothing outside answers
    atlas = AtlasPage(page, app_url).open()
    page.get_by_role("link", name="导入表格", exact=True).click()
    expect(page.get_by_role("heading", name="导入园区表格")).to_be_visible()
    return atlas


def upload(atlas, name, content):
    chooser = atlas.page.locator("input[type=file]")
    chooser.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    expect(atlas.page.get_by_text(name).first).to_be_visible()


def open_map(atlas, said=""):
    """Make the map of what was read, expect what is said of it, and go to it."""
    press(atlas.page, "生成地图")
    expect(atlas.page.get_by_test_id("stMain")).to_contain_text(said)
    way = atlas.page.get_by_text("打开地图")
    expect(way).to_be_visible()
    wait_for_answer(atlas.page)
    way.click()
    atlas.wait_for_map()


@pytest.mark.parametrize(
    ("name", "write"), [("一览表.docx", write_docx), ("一览表.xlsx", write_xlsx)]
)
def test_an_uploaded_file_becomes_a_map_of_this_visit(importer, name, write, heard):
    page = importer.page
    upload(importer, name, write(read_any("embedded").rows))
    expect(page.get_by_role("heading", name="共 22 行")).to_be_visible()
    open_map(importer, said=f"{name}：共 59 个园区")
    importer.expect_count(59)
    expect(page.get_by_role("radio", name=name)).to_be_checked()
    importer.choose("辖区", "南山")
    importer.expect_count(9)
    assert heard["outside"] == []
    assert heard["errors"] == []


def test_a_pasted_table_of_another_city_is_read_and_downloaded(importer):
    page = importer.page
    page.get_by_role("textbox", name="或在此粘贴表格").fill(PASTED)
    page.get_by_role("button", name="读取表格").click()
    expect(page.get_by_role("heading", name="共 2 行")).to_be_visible()
    press(page, "生成地图")
    expect(page.get_by_text("2 个园区").first).to_be_visible()
    taken = download(page, page.get_by_role("button", name=re.compile("GeoJSON")))
    features = json.loads(taken.path().read_bytes())["features"]
    assert [f["properties"]["name"] for f in features] == ["张江科学城", "金桥开发区"]
    assert features[0]["properties"]["focus"] == ["ic", "ai"]
    assert features[1]["geometry"]["coordinates"] == [121.62, 31.25]
    assert features[1]["properties"]["district"] == "浦东"


def test_the_embedded_table_stays_beside_it(importer):
    page = importer.page
    upload(importer, "甲.csv", "片区,园区,经度,纬度\n甲区,甲园,113.9,22.5\n".encode())
    open_map(importer)
    importer.expect_count(1)
    page.get_by_text("深圳市数字经济产业园区规划布局一览表").first.click()
    importer.expect_count(59)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空文件"),
        (b"PK\x03\x04 cut off", "已损坏"),
        (b"\x00\x01\x02" * 99, "不是文本"),
        ("没有表格。".encode(), "没有园区表格"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(importer, content, words):
    upload(importer, "甲.xlsx", content)
    expect(importer.page.get_by_text(words)).to_be_visible()
    expect(importer.page.get_by_text("Traceback")).to_have_count(0)


def test_parks_without_a_place_are_said_to_have_none(importer):
    page = importer.page
    text = "区县\t园区名称\t主导产业\n浦东\t张江科学城\t集成电路\n浦东\t金桥\t汽车\n"
    page.get_by_role("textbox", name="或在此粘贴表格").fill(text)
    page.get_by_role("button", name="读取表格").click()
    open_map(importer)
    expect(importer.map.get_by_text("2 个园区都没有已知位置")).to_be_visible()
    expect(importer.map.get_by_text("位置不明，未上图")).to_be_visible()
    importer.choose("辖区", "浦东")
    expect(importer.map.get_by_text("2 个园区都没有已知位置")).to_be_visible()
    expect(page.get_by_text("None")).to_have_count(0)

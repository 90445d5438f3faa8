"""A planner's table in a web map's datum, or a surveyor's, lands where it belongs."""

import json
import re

import pytest
from atlas import AtlasPage, press, wait_for_answer
from atlas import download as fetch
from playwright.sync_api import expect

from geodata.reference_systems import SYSTEMS, from_wgs84

BY_NAME = {system.name: system for system in SYSTEMS}
# Inside their districts, but read as WGS 84 outside where they are written in GCJ-02.
NEAR_BORDERS = [
    ("光明", 113.96949, 22.71691),
    ("龙岗", 114.16542, 22.61531),
    ("福田", 114.06525, 22.58267),
    ("南山", 114.01449, 22.58238),
    ("坪山", 114.33988, 22.63537),
    ("罗湖", 114.09277, 22.57029),
    ("龙华", 114.04823, 22.62461),
]
TRUE = [[lon, lat] for _, lon, lat in NEAR_BORDERS]


@pytest.fixture
def importer(page, app_url, heard):
    atlas = AtlasPage(page, app_url).open()
    page.get_by_role("link", name="导入表格", exact=True).click()
    expect(page.get_by_role("heading", name="导入园区表格")).to_be_visible()
    yield atlas
    assert heard["outside"] == []


def paste(importer, headings, rows):
    page = importer.page
    lines = ["\t".join(["辖区", "园区名称", *headings])]
    lines += [f"{name}\t园{n}\t{x}\t{y}" for n, (name, x, y) in enumerate(rows, 1)]
    page.get_by_role("textbox", name="或在此粘贴表格").fill("\n".join(lines))
    page.get_by_role("button", name="读取表格").click()
    expect(page.get_by_role("heading", name=f"共 {len(rows)} 行")).to_be_visible()
    wait_for_answer(page)


def write(points, name, form="{:.6f}"):
    return [
        (district, *map(form.format, from_wgs84(lon, lat, BY_NAME[name])))
        for district, lon, lat in points
    ]


def download(importer):
    page = importer.page
    press(page, "生成地图")
    taken = fetch(page, page.get_by_role("button", name=re.compile("GeoJSON")))
    features = json.loads(taken.path().read_bytes())["features"]
    return [feature["geometry"]["coordinates"] for feature in features]


def expect_true(points):
    for point, true in zip(points, TRUE, strict=True):
        assert point == pytest.approx(true, abs=2e-6)


def choose(page, label, option):
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()
    wait_for_answer(page)


def test_a_web_maps_datum_taken_for_wgs84_is_caught_and_mended(importer):
    page = importer.page
    paste(importer, ["经度", "纬度"], write(NEAR_BORDERS, "GCJ-02"))
    expect(page.get_by_text("是否应按后者读取")).to_be_visible()
    expect(page.get_by_text("已按 WGS 84 读取；若取自")).to_be_visible()
    page.get_by_role("button", name="按“GCJ-02").click()
    expect(page.get_by_text("核对的 7 个坐标中有 7 个在所写辖区内")).to_be_visible()
    expect(page.get_by_text("是否应按后者读取")).to_have_count(0)
    expect(page.get_by_text("已按所选的 GCJ-02 读取坐标")).to_be_visible()
    expect_true(download(importer))


def test_a_choice_of_the_list_reaches_the_map_and_outlives_the_language(importer):
    page = importer.page
    paste(importer, ["经度", "纬度"], write(NEAR_BORDERS, "BD-09"))
    choose(page, "坐标所用的坐标系", "BD-09（百度）")
    expect(page.get_by_text("7 个坐标中有 7 个在所写辖区内")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(
        page.get_by_text("7 of 7 points checked lie in their district")
    ).to_be_visible()
    wait_for_answer(page)
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_text("7 个坐标中有 7 个在所写辖区内")).to_be_visible()
    wait_for_answer(page)
    expect_true(download(importer))


def test_headings_that_name_a_datum_need_no_choice(importer):
    page = importer.page
    headings = ["经度（高德）", "纬度（高德）"]
    paste(importer, headings, write(NEAR_BORDERS, "GCJ-02"))
    expect(page.get_by_text("注明坐标为 GCJ-02，已换算为 WGS 84")).to_be_visible()
    expect(page.get_by_text("是否应按后者读取")).to_have_count(0)
    expect_true(download(importer))


def test_a_surveyors_plane_is_recognised_with_its_northing_first(importer):
    page = importer.page
    rows = [(name, y, x) for name, x, y in write(NEAR_BORDERS, "EPSG:4526", "{:.3f}")]
    paste(importer, ["X坐标", "Y坐标"], rows)
    expect(page.get_by_text("没有注明“X坐标、Y坐标”的坐标系")).to_be_visible()
    page.get_by_role("button", name="按“CGCS2000 3 度带，中央子午线 114°").click()
    expect(page.get_by_text("7 个坐标中有 7 个在所写辖区内")).to_be_visible()
    expect_true(download(importer))
    expect(page.get_by_text("位置存疑").first).to_be_visible()


def test_exchanged_columns_are_put_right_and_what_was_mended_stays(importer):
    page = importer.page
    rows = [(name, y, x) for name, x, y in write(NEAR_BORDERS, "WGS-84")]
    paste(importer, ["经度", "纬度"], rows)
    page.get_by_role("button", name="且两列对调").click()
    expect(page.get_by_text("7 个坐标中有 7 个在所写辖区内")).to_be_visible()
    expect_true(download(importer))


def test_points_of_another_city_are_not_said_to_be_checked(importer):
    page = importer.page
    paste(importer, ["经度", "纬度"], [("浦东", "121.60", "31.20")])
    expect(page.get_by_text("无法核对坐标系")).to_be_visible()
    wait_for_answer(page)
    expect(page.get_by_text("在所写辖区内")).to_have_count(0)


def test_a_table_without_coordinates_is_not_asked_for_their_system(importer):
    page = importer.page
    text = "辖区\t园区名称\n南山\t甲园\n"
    page.get_by_role("textbox", name="或在此粘贴表格").fill(text)
    page.get_by_role("button", name="读取表格").click()
    expect(page.get_by_role("heading", name="共 1 行")).to_be_visible()
    wait_for_answer(page)
    expect(page.get_by_text("坐标所用的坐标系")).to_have_count(0)

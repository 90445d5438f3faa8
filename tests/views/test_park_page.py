"""What the page of a park says, read without a browser."""

import html
import json

import pytest

PAGE = "park_page.py"


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


def test_a_link_opens_a_park_with_all_the_table_says(open_page, read_sheet):
    app = open_page(PAGE, {"park": ["wan-ke-yun-cheng"]})
    assert not app.exception
    said = read_sheet(app)
    assert said.startswith(" 万科云城 南山 · 留仙洞片区")
    assert "新一代信息技术 主攻 “新一代信息技术”" in said
    assert "《深圳国家高新区扩区方案》 表中 5 行、17 个园区以此为依据" in said
    assert "已合并计入全部 2 种写法。" in said
    assert "同片区其他园区 鹏城实验室" in said
    assert "表中按片区给出，片区内各园区沿用。" in said
    assert "深圳市数字经济产业园区规划布局一览表 第 7 行" in said


def test_the_place_stands_there_in_three_datums(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": ["wan-ke-yun-cheng"]}))
    assert "WGS-84 113.934611 22.576637" in said
    assert "GCJ-02 113.939481 22.573611" in said
    assert "BD-09 113.946061 22.579271" in said


def test_a_second_source_is_set_beside_the_place(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": ["wan-ke-yun-cheng"]}))
    assert "另一来源，相距 266 米" in said


def test_the_page_speaks_english(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": ["wan-ke-yun-cheng"], "lang": ["en"]}))
    assert "Next-generation information technology Focus" in said
    assert "17 parks in 5 rows of the table rest on it" in said


def test_a_distance_to_a_guessed_place_is_about(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": ["wan-ke-yun-cheng"]}))
    assert "碳云大厦 南山 · 深圳湾超级总部基地 互联网 6.0 公里" in said
    assert "神州数码总部 南山 · 深圳湾超级总部基地 互联网 约 6.5 公里" in said


def test_the_address_is_the_parks_own(open_page):
    app = open_page(PAGE, {"park": ["万科云城"], "lang": ["en"], "x": ["1"]})
    assert link(app) == {"park": ["wan-ke-yun-cheng"], "lang": ["en"]}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"park": ["wan-ke-yun-chen"]}, "没有名为“wan-ke-yun-chen”的园区"),
        ({"park": ["<b>" + "x" * 99_999]}, "没有名为“<b>xxx"),
        ({}, "地址中没有写明园区"),
    ],
)
def test_a_link_to_no_park_says_so(open_page, read_sheet, asked, said):
    app = open_page(PAGE, asked)
    assert not app.exception
    assert "没有这个园区" in read_sheet(app)
    assert said in read_sheet(app)
    assert "返回地图" in read_sheet(app)
    assert len(read_sheet(app)) < 400


def test_a_wrong_id_offers_the_nearest_names(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": ["wan-ke-yun-chen"]}))
    assert "名称最接近的： 万科云城" in said


def test_unknown_columns_stand_under_their_own_headings(
    open_page, read_sheet, tmp_path
):
    table = tmp_path / "mine.csv"
    table.write_text(
        "序号,辖区,片区,园区名称,产业方向,吉祥物\n1,南山,甲片区,一园,发展人工智能,海豚\n",
        encoding="utf-8",
    )
    said = read_sheet(open_page(PAGE, {"park": ["yi-yuan"]}, TABLE=table))
    assert "吉祥物 海豚" in said


def test_a_park_without_a_place_has_no_map_and_no_links(
    open_page, read_sheet, tmp_path
):
    table = tmp_path / "mine.csv"
    table.write_text(
        "序号,辖区,片区,园区名称,产业方向\n1,火星,甲片区,一园,发展人工智能\n",
        encoding="utf-8",
    )
    said = read_sheet(open_page(PAGE, {"park": ["yi-yuan"]}, TABLE=table))
    assert "没有已知位置，因此没有小地图" in said
    assert "高德" not in said


def test_without_a_place_no_map_of_the_city_is_drawn(open_page, read_sheet, elsewhere):
    said = read_sheet(open_page(PAGE, {"park": ["天河软件园"]}, TABLE=elsewhere))
    assert said.count("没有已知位置，因此没有小地图。") == 1
    assert "在全市的位置" not in said


def test_a_documents_link_shows_as_many_parks_as_its_sentence_counts(
    open_page, read_sheet, elsewhere
):
    rows = elsewhere.read_text("utf-8")
    rows = rows.replace("。,", "。,《甲方案》（深府〔2018〕84号）", 1)
    elsewhere.write_text(
        rows.replace("。,\n", "。,《甲方案》（深府〔2019〕12号）\n"), encoding="utf-8"
    )
    link_ = {"park": ["天河软件园"], "lang": ["en"]}
    app = open_page(PAGE, link_, TABLE=elsewhere)
    assert "1 park in 1 row of the table rests on it" in read_sheet(app)
    (markup,) = [
        json.loads(each.proto.json)["markup"]
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    ]
    assert "href='./?id=tian-he-ruan-jian-yuan&lang=en'" in html.unescape(markup)

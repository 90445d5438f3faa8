"""What the page of a brief says, read without a browser."""

import html
import json
import re

import pytest

PAGE = "brief_page.py"
ID = "wan-ke-yun-cheng"


@pytest.fixture
def read_paper():
    """Read the sheet of a brief's page, its tags taken away."""

    def read(app):
        (markup,) = [
            json.loads(each.proto.json)["markup"]
            for each in app.get("bidi_component")
            if "<article" in each.proto.json
        ]
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)))

    return read


def fill(app, **texts):
    for field, text in texts.items():
        kind = app.text_area if field == "remark" else app.text_input
        kind(key=f"brief_{field}").set_value(text)
    return app.button(key="brief_put").click().run()


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


def test_a_link_opens_a_brief_with_all_the_word_file_says(open_page, read_paper):
    app = open_page(PAGE, {"park": [ID]})
    assert not app.exception
    said = read_paper(app)
    assert "园区简报：万科云城" in said
    assert "序号 7" in said
    assert "WGS-84 经度、纬度 113.934611, 22.576637" in said
    assert "《深圳国家高新区扩区方案》" in said
    assert "表格：深圳市数字经济产业园区规划布局一览表" in said
    assert {each.key for each in app.get("download_button")} >= {
        "brief_docx",
        "brief_xlsx",
    }


def test_the_language_of_the_visit_is_the_briefs(open_page, read_paper):
    app = open_page(PAGE, {"park": [ID, "鹏城实验室"], "lang": ["en"]})
    said = read_paper(app)
    assert "Brief on 2 parks" in said
    assert "Focus sectors" in said
    assert "The table says this of the whole zone" in said
    assert link(app) == {"park": [ID, "peng-cheng-shi-yan-shi"], "lang": ["en"]}


def test_what_the_sender_fills_in_stands_in_the_brief(open_page, read_paper):
    app = open_page(PAGE, {"park": [ID]})
    assert "发送人" not in read_paper(app)
    said = read_paper(
        fill(app, name="王小明", telephone="0755-8888", remark="<b>请看</b> {{x}}")
    )
    assert "发送人 王小明" in said
    assert "电话 0755-8888" in said
    assert "附言 <b>请看</b> {{x}}" in said


def test_a_remark_too_long_is_cut_and_that_is_said(open_page, read_paper):
    app = fill(open_page(PAGE, {"park": [ID]}), remark="长" * 50_000)
    assert not app.exception
    assert "附言：共 50,000 字" in " ".join(each.value for each in app.text)
    assert "长" * 2000 in read_paper(app)
    assert "长" * 2001 not in read_paper(app)


def test_a_vanished_park_is_said_and_the_rest_is_there(open_page, read_paper):
    app = open_page(PAGE, {"park": ["gone-park", ID]})
    said = read_paper(app)
    assert "gone-park" in said
    assert "园区简报：万科云城" in said
    assert link(app) == {"park": [ID]}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "地址中没有写明要做简报的园区"),
        ({"park": ["<b>" + "x" * 9999]}, "所写的园区都不在本表中"),
    ],
)
def test_a_link_to_no_park_says_how_to_get_a_brief(open_page, read_paper, asked, said):
    app = open_page(PAGE, asked)
    assert not app.exception
    assert said in read_paper(app)
    assert len(read_paper(app)) < 400
    assert not app.get("download_button")


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("park_page.py", {"park": [ID]}),
        ("compare_page.py", {"park": [ID, "peng-cheng-shi-yan-shi"]}),
    ],
)
def test_parks_and_comparisons_lead_to_their_brief(open_page, page, asked):
    app = open_page(page, asked)
    (markup,) = [
        json.loads(each.proto.json)["markup"]
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    ]
    query = "&amp;".join(f"park={each}" for each in asked["park"])
    assert f"href='brief?{query}'" in markup


def test_a_brief_on_a_match_says_rank_and_score_anew(open_page, read_paper):
    wish = {"want": ["ai", "fintech:0.5"], "district": ["nanshan", "longgang"]}
    app = open_page(PAGE, {"park": ["long-gang-tian-an-shu-ma-cheng", ID], **wish})
    assert not app.exception
    said = read_paper(app)
    assert "面向人工智能、金融科技企业比较的园区" in said
    assert "不符合需求：所在行没有所需产业" in said
    assert re.search(r"匹配第 1 位，.*得分 \d\d（满分 100）", said)
    assert "所需产业及权重：人工智能 1、金融科技 0.5。" in said
    assert "只看这些行政区：南山、龙岗。" in said
    assert "得分权重：产业契合 6、距离 2、规划依据 1、位置精度 1。" in said
    assert link(app)["want"] == ["ai", "fintech:0.5"]


def test_a_brief_on_a_wish_that_means_nothing_says_so(open_page, read_paper):
    app = open_page(PAGE, {"park": [ID], "want": ["ai"], "weights": ["0,0,0,0"]})
    assert not app.exception
    said = read_paper(app)
    assert "园区简报：万科云城" in said
    assert "权重" in said


def test_a_brief_is_not_called_what_its_parks_are_not(open_page, read_paper):
    said = read_paper(open_page(PAGE, {"park": [ID], "want": ["ai"]}))
    assert "园区简报：万科云城" in said
    assert "不符合需求：所在行没有所需产业" in said
    assert "另有 25 个园区符合，但不在本简报中" in said


def test_a_wish_of_nothing_known_is_said_to_mean_nothing(open_page, read_paper):
    app = open_page(PAGE, {"park": [ID], "want": ["bogus"], "radius": ["x"]})
    said = read_paper(app)
    assert "bogus" in said
    assert "radius" in said


def test_the_files_say_what_was_left_out_and_say_it_again(open_page, tmp_path):
    table = tmp_path / "mine.csv"
    rows = "".join(f"{n},南山,甲片区,第{n}园\n" for n in range(1, 71))
    table.write_text(f"序号,辖区,片区,园区名称\n{rows}", encoding="utf-8")
    parks = [f"第{n}园" for n in range(1, 71)]
    app = open_page(PAGE, {"park": parks}, TABLE=table)
    assert not app.exception
    assert len(link(app)["park"]) == 60
    fill(app, name="王小明")
    (paper,) = [
        each.proto.json
        for each in app.get("bidi_component")
        if "<article" in each.proto.json
    ]
    assert "一份简报最多收录 60 个园区，另有 10 个未收入" in json.loads(paper)["markup"]


def test_a_tie_that_a_brief_cuts_is_said(open_page, read_paper):
    wish = {"park": ["long-gang-tian-an-shu-ma-cheng"], "want": ["ai"]}
    said = read_paper(open_page(PAGE, wish))
    assert "适合人工智能企业的园区" in said
    assert "个园区并列，得分" in said
    assert re.search(r"另有 24 个园区符合，但不在本简报中，其中 3 个与简报", said)

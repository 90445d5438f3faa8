"""The page that matches an enterprise, read without a browser."""

import re

import pytest

PAGE = "match_page.py"
SCOPE = (
    "一般经营项目是：人工智能应用软件开发；智能机器人的研发；货物进出口。"
    "（依法须经批准的项目，经相关部门批准后方可开展经营活动）"
)


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


def paste(app, text):
    app.text_area(key="match_scope").set_value(text)
    app.button(key="match_read_scope").click()
    return app.run()


def remarks(app):
    return " ".join(element.proto.body for element in app.get("html"))


def test_the_page_says_what_to_do_before_anything_is_wanted(open_page, read_sheet):
    app = open_page(PAGE)
    assert not app.exception
    assert "粘贴经营范围或选择产业后" in read_sheet(app)
    assert "不写入网址" in remarks(app)
    assert link(app) == {}


def test_a_pasted_scope_ranks_the_zones_with_the_words_of_both_sides(
    open_page, read_sheet
):
    app = paste(open_page(PAGE), SCOPE)
    assert not app.exception
    said = read_sheet(app)
    assert "22 行中有 8 行符合" in said
    assert "1 坪山高新区 坪山 · 表中第 18 行" in said
    assert "经营范围：“智能机器人的研发” — 表中：“机器人”" in said
    assert "产业契合 100" in said
    assert app.multiselect(key="match_sectors").value == ["ai", "robotics"]


def test_the_address_holds_the_sectors_and_never_the_scope(open_page):
    app = paste(open_page(PAGE), SCOPE)
    assert link(app) == {"want": ["ai", "robotics"]}


def test_a_link_opens_the_same_thing(open_page, read_sheet):
    options = {
        "want": ["ai", "fintech:0.5"],
        "near": ["114.0545,22.5445"],
        "district": ["futian", "nanshan"],
        "radius": ["12"],
        "weights": ["6,4,1,0"],
    }
    app = open_page(PAGE, options)
    assert not app.exception
    assert link(app) == {**options, "near": ["114.054500,22.544500"]}
    said = read_sheet(app)
    assert "1 梅林—彩田片区 福田 · 表中第 1 行" in said
    assert "权重：产业契合 6、距离 4、规划依据 1、位置精度 0" in said
    assert app.slider(key="match_distance").value == 4.0
    assert app.number_input(key="match_radius").value == 12.0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"want": ["ai", "moon"]}, "moon"),
        ({"want": ["ai"], "near": ["moon"]}, "moon"),
        ({"want": ["ai"], "radius": ["-5"]}, "-5"),
        ({"want": ["ai"], "weights": ["1"]}, "6,2,1,1"),
        ({"want": ["ai"], "district": ["atlantis"]}, "atlantis"),
    ],
)
def test_nonsense_in_a_link_gets_a_sentence_and_the_rest_is_honoured(
    open_page, read_sheet, options, said
):
    app = open_page(PAGE, options)
    assert not app.exception
    assert said in read_sheet(app)
    assert "行符合" in read_sheet(app)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"weights": ["0,0,0,0"]}, "可用的权重全为 0，无法排序"),
        ({"radius": ["5"]}, "5 公里的半径没有起算地点"),
        (
            {"want": ["robotics"], "near": ["114.0545,22.5445"], "radius": ["2"]},
            "2 公里内没有符合的片区：最近的是坪山高新区，相距约 3",
        ),
        ({"want": ["mining"]}, "没有符合的片区 表中没有任何一行"),
        (
            {"want": ["robotics"], "district": ["futian"]},
            "所选行政区中没有片区布局所需产业；其他区有 1 行符合",
        ),
    ],
)
def test_what_ranks_nothing_says_why(open_page, read_sheet, options, said):
    app = open_page(PAGE, {"want": ["ai"], **options})
    assert not app.exception
    assert said in read_sheet(app)


@pytest.mark.parametrize("district", [[], ["天河区"]])
def test_a_place_that_is_not_known_is_no_finding(
    open_page, read_sheet, tmp_path, district
):
    table = tmp_path / "mine.csv"
    table.write_text(
        "序号,辖区,片区,园区名称,产业方向\n1,天河区,甲片区,一园,发展人工智能。\n",
        encoding="utf-8",
    )
    wish = {"want": ["ai"], "near": ["113.3,23.1"], "radius": ["5"]}
    said = read_sheet(open_page(PAGE, {**wish, "district": district}, TABLE=table))
    assert "没有符合的片区 有 1 行符合，但位置不详" in said
    assert "表中没有任何一行" not in said
    assert "所选行政区中没有片区" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "经营范围为空"),
        ("软" * 200_000, "这段文字有 200,000 字"),
        ("技术服务；货物进出口", "没有能识别出产业的条目"),
        ("<img src=x onerror=alert(1)>软件开发", "是标记代码，已略去"),
    ],
)
def test_a_scope_that_says_little_gets_one_clear_sentence(open_page, text, said):
    app = paste(open_page(PAGE), text)
    assert not app.exception
    assert said in remarks(app)
    assert "<img" not in remarks(app)


def test_ties_share_a_rank(open_page, read_sheet, tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text(
        "序号,辖区,片区,园区名称,产业方向\n"
        "1,南山,甲片区,一园,发展人工智能。\n2,南山,乙片区,二园,发展人工智能。\n",
        encoding="utf-8",
    )
    said = read_sheet(open_page(PAGE, {"want": ["ai"]}, TABLE=table))
    assert "1 甲片区" in said
    assert "1 乙片区" in said
    assert "得分相同的片区名次并列" in said


def test_a_table_without_sectors_says_so(open_page, read_sheet, tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("序号,辖区,片区,园区名称\n1,南山,甲,一园\n", encoding="utf-8")
    assert "没有符合的片区" in read_sheet(
        open_page(PAGE, {"want": ["ai"]}, TABLE=table)
    )


def test_the_page_speaks_english(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"want": ["robotics"], "lang": ["en"]}))
    assert "1 of 22 rows fit" in said
    assert "Pingshan · Row 18 of the table" in said
    assert "Robotics Focus Table: “机器人”" in said


def test_a_point_is_found_by_the_name_of_a_park(open_page, read_sheet):
    app = open_page(PAGE, {"want": ["ai"]})
    app.text_input(key="match_point").set_value("万科云城").run()
    assert not app.exception
    assert link(app)["near"] == ["113.934611,22.576637"]
    assert "距离" in read_sheet(app)
    app.text_input(key="match_point").set_value("").run()
    assert "near" not in link(app)


def test_a_name_that_nobody_knows_is_said_to_be_unknown(open_page):
    app = open_page(PAGE, {"want": ["ai"]})
    app.text_input(key="match_point").set_value("zzzzqqqq").run()
    assert not app.exception
    assert "这里没有这个地" in remarks(app)
    assert "near" not in link(app)


def test_choices_change_the_ranking_and_the_address(open_page, read_sheet):
    app = open_page(PAGE, {"want": ["ai"]})
    app.multiselect(key="match_districts").set_value(["龙岗"]).run()
    assert link(app) == {"want": ["ai"], "district": ["longgang"]}
    assert "3 行" not in read_sheet(app)[:80]
    app.multiselect(key="match_sectors").set_value(["ai", "ic"]).run()
    assert link(app)["want"] == ["ai", "ic"]
    app.slider(key="match_backing").set_value(5.0).run()
    assert link(app)["weights"] == ["6,2,5,1"]
    app.button(key="match_clear").click().run()
    assert link(app) == {}


def test_the_best_parks_go_into_a_brief_with_the_wish(open_page):
    app = open_page(PAGE, {"want": ["biomedicine"]})
    (markup,) = [
        each.proto.json
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    ]
    assert "brief?park=" in markup
    assert "want=biomedicine" in markup


def test_a_distance_from_a_districts_point_is_rough_to_a_precise_park_too(
    open_page, read_sheet
):
    app = open_page(PAGE, {"want": ["ai"]})
    app.text_input(key="match_point").set_value("南山区").run()
    said = read_sheet(app)
    assert "公里 · 园区本身" in said
    assert len(re.findall(r"约 [\d.]+ 公里 · 园区本身", said)) == said.count(
        "公里 · 园区本身"
    )
    assert "起算地点：南山 · 仅所在区的点 · " in said


@pytest.mark.parametrize("text", ["火星基地甲", "科技园", "2.35, 48.86"])
def test_a_point_that_is_not_found_leaves_none_in_force(open_page, read_sheet, text):
    app = open_page(PAGE, {"want": ["ai"]})
    app.text_input(key="match_point").set_value("南山区").run()
    app.number_input(key="match_radius").set_value(30.0).run()
    assert {"near", "radius"} <= set(link(app))
    app.text_input(key="match_point").set_value(text).run()
    assert not app.exception
    assert link(app) == {"want": ["ai"]}
    assert "起算地点" not in read_sheet(app)
    assert app.text_input(key="match_point").value == text


@pytest.mark.parametrize("text", ["", "软" * 200_000, "货物进出口"])
def test_a_scope_that_says_nothing_leaves_no_other_ones_result(
    open_page, read_sheet, text
):
    app = paste(open_page(PAGE), SCOPE)
    app = paste(app, text)
    assert link(app) == {}
    assert "智能机器人" not in read_sheet(app)
    assert app.multiselect(key="match_sectors").value == []


def go_to(app, options, monkeypatch):
    """Go through the history to another address of the page."""
    monkeypatch.setattr("views._match_choice.goes_through_history", lambda: True)
    app.query_params.clear()
    for name, values in options.items():
        app.query_params[name] = values
    app.run()
    monkeypatch.undo()
    return app


def test_going_back_takes_point_words_and_wish_from_the_address(
    open_page, read_sheet, monkeypatch
):
    app = paste(open_page(PAGE), SCOPE)
    app.text_input(key="match_point").set_value("万科云城").run()
    app = go_to(app, {"want": ["ai"], "near": ["114,22.5"]}, monkeypatch)
    assert not app.exception
    assert app.text_input(key="match_point").value == "114.0,22.5"
    assert "经营范围：“" not in read_sheet(app)
    app = go_to(app, {"want": ["ai"]}, monkeypatch)
    assert app.text_input(key="match_point").value == ""
    app = go_to(app, {}, monkeypatch)
    assert app.multiselect(key="match_sectors").value == []
    assert link(app) == {}


def test_rows_left_out_of_a_long_tie_are_said_to_share_its_rank(
    open_page, read_sheet, tmp_path
):
    table = tmp_path / "mine.csv"
    rows = "".join(f"{n},南山,第{n}片区,{n}园,发展人工智能。\n" for n in range(1, 51))
    table.write_text(f"序号,辖区,片区,园区名称,产业方向\n{rows}", encoding="utf-8")
    said = read_sheet(open_page(PAGE, {"want": ["ai"]}, TABLE=table))
    assert "另有 10 行符合，未在此列出，其中 10 行与所列最后一名并列" in said
    assert "名次更靠后" not in said

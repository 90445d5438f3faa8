"""What the page of a comparison says, read without a browser."""

import pytest

PAGE = "compare_page.py"
TWO = ["wan-ke-yun-cheng", "xin-yi-dai-chan-ye-yuan"]


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


def test_a_link_sets_parks_side_by_side(open_page, read_sheet):
    app = open_page(PAGE, {"park": TWO})
    assert not app.exception
    said = read_sheet(app)
    assert "2 个园区对比" in said
    assert "产业：8 项中 1 项共有 互联网 共有 ● 主攻 ○ 提及" in said
    assert "A – B 万科云城 – 新一代产业园 12.5 公里" in said
    assert link(app) == {"park": TWO}


def test_zones_too(open_page, read_sheet):
    app = open_page(PAGE, {"zone": ["liu-xian-dong-pian-qu", "光明科学城"]})
    said = read_sheet(app)
    assert "2 个片区对比" in said
    assert "核心产业园 万科云城 鹏城实验室" in said
    assert "约" in said
    assert link(app)["zone"] == ["liu-xian-dong-pian-qu", "guang-ming-ke-xue-cheng"]


def test_english(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": TWO, "lang": ["en"]}))
    assert "Comparison of 2 parks" in said
    assert "Sectors: 1 of 8 shared by all Internet shared ● Focus ○ Mentioned" in said


def test_a_zone_without_a_name_bears_its_districts_in_english(open_page, read_sheet):
    zones = ["da-peng", "mei-lin-cai-tian-pian-qu"]
    said = read_sheet(open_page(PAGE, {"zone": zones, "lang": ["en"]}))
    assert "A Dapeng New District" in said
    assert "大鹏 " not in said


def test_a_document_is_shared_however_each_row_cites_it(open_page, read_sheet):
    zones = ["mei-lin-cai-tian-pian-qu", "ping-shan-gao-xin-qu"]
    said = read_sheet(open_page(PAGE, {"zone": zones}))
    title = "《深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知》"
    assert "规划依据：5 项中 1 项共有" in said
    assert f"● 有 ● 写作{title}深府〔2018〕84号" in said


@pytest.mark.parametrize(
    ("asked", "sentence", "kept"),
    [
        ([*TWO, "nonsense"], "表中没有“nonsense”", TWO),
        ([*TWO, TWO[0]], "“wan-ke-yun-cheng”重复出现", TWO),
        (TWO[:1], "至少选择两个", TWO[:1]),
        (
            [*TWO, "蛇口网谷", "南山智园", "鹏城实验室"],
            "最多对比 4 个，未列入：鹏城实验室",
            [*TWO, "she-kou-wang-gu", "nan-shan-zhi-yuan"],
        ),
    ],
)
def test_what_cannot_be_compared_is_said_and_the_rest_shown(
    open_page, read_sheet, asked, sentence, kept
):
    app = open_page(PAGE, {"park": asked})
    assert not app.exception
    assert sentence in read_sheet(app)
    assert link(app) == {"park": kept}


def test_an_empty_page_asks_for_two(open_page, read_sheet):
    app = open_page(PAGE)
    assert not app.exception
    assert "至少选择两个" in read_sheet(app)


def test_one_park_alone_shares_nothing(open_page, read_sheet):
    said = read_sheet(open_page(PAGE, {"park": TWO[:1], "lang": ["en"]}))
    assert said.startswith(" Compare parks or zones")
    assert "shared" not in said


def test_one_is_added_by_its_name(open_page, read_sheet):
    app = open_page(PAGE, {"park": TWO})
    app.selectbox[0].set_value("peng-cheng-shi-yan-shi").run()
    assert not app.exception
    assert "3 个园区对比" in read_sheet(app)
    assert link(app) == {"park": [*TWO, "peng-cheng-shi-yan-shi"]}


def test_those_compared_are_no_choice(open_page):
    labels = open_page(PAGE, {"park": TWO}).selectbox[0].options
    assert len(labels) == 57
    assert not any(label.startswith("万科云城 ·") for label in labels)


def test_the_parks_zones_are_compared_on_a_click(open_page, read_sheet):
    app = open_page(PAGE, {"park": TWO})
    app.segmented_control(key="compare_kind").set_value("zone").run()
    assert not app.exception
    assert "2 个片区对比" in read_sheet(app)
    assert link(app) == {"zone": ["liu-xian-dong-pian-qu", "mei-lin-cai-tian-pian-qu"]}


def test_without_a_place_no_map_of_the_city_is_drawn(open_page, read_sheet, elsewhere):
    said = read_sheet(
        open_page(PAGE, {"park": ["天河软件园", "科学城园"]}, TABLE=elsewhere)
    )
    assert said.count("没有已知位置，因此没有小地图。") == 2
    assert "在全市的位置" not in said
    assert "同图位置" not in said

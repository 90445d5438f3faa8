"""What the page of districts says, read without a browser."""

import html
import json
import re

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

PAGE = "districts_page.py"


def read(app):
    """Read all parts of the page, their tags taken away."""
    parts = (json.loads(each.proto.json) for each in app.get("bidi_component"))
    markup = " ".join(part["markup"] for part in parts if "pa-page" in str(part))
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)))


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


def charts(app):
    return [json.loads(each.proto.spec) for each in app.get("vega_lite_chart")]


def write(path, *rows):
    head = "序号,辖区,片区,园区名称,产业方向"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


def test_the_question_is_answered_first_and_small_numbers_called_small(open_page):
    app = open_page(PAGE)
    assert not app.exception
    said = read(app)
    assert said.startswith(" 各区真的不同吗？")
    assert "这张表看不出来：两区平均相似度 0.24" in said
    assert (
        "共计入 10 个区的 20 行；下方 43 个非空格中，只有 2 个依据 3 行或更多" in said
    )


def test_findings_are_sentences_with_their_rows(open_page):
    said = read(open_page(PAGE))
    assert (
        "龙岗与光明重合最多（余弦 0.71）：人工智能。数字小：仅依据 1 行和 2 行。"
        in said
    )
    assert "只有坪山主攻生物医药、机器人、智能网联汽车、半导体（第 18 行）。" in said
    assert "大鹏 无法衡量：其各行（第 21 行）都没有此处计数的产业。" in said
    assert "与福田、罗湖、盐田、南山、龙岗、坪山、光明没有共同产业。" in said


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        ("focus", "A focus in Futian alone: Finance (row no. 2)."),
        ("mention", "Mentioned beside the focus in"),
        ("any", "Taken up in Pingshan alone: "),
    ],
)
def test_what_one_district_has_alone_is_said_as_it_is_counted(
    open_page, role, sentence
):
    said = read(open_page(PAGE, {"role": [role], "lang": ["en"]}))
    assert sentence in said
    assert " alone: Finance" not in said.replace("A focus in Futian alone: F", "")


def test_each_number_of_the_matrix_has_its_rows_and_leads_to_the_map(open_page):
    app = open_page(PAGE)
    parts = [json.loads(each.proto.json) for each in app.get("bidi_component")]
    (markup,) = [p["markup"] for p in parts if "各区产业矩阵" in str(p.get("markup"))]
    assert "title='第 7、8、10、11 行；地图上的园区：6'" in markup
    assert "href='./?district=nanshan&amp;sector=internet&amp;role=focus'" in markup
    assert "<small>7 8 10 11</small>" in markup


def test_neighbouring_zones_say_what_their_places_are_worth(open_page):
    said = read(open_page(PAGE, {"km": ["6"]}))
    assert "有 1 对片区分属两区、主攻相同，且相距不超过 6 公里" in said
    assert "福田 · 梅林—彩田片区 第 1 行 · 片区点" in said
    assert "人工智能 约 5.4 公里" in said


def test_the_page_speaks_english(open_page):
    app = open_page(PAGE, {"lang": ["en"]})
    said = read(app)
    assert "Do the districts differ?" in said
    assert "Longgang and Guangming overlap most (cosine 0.71)" in said
    assert not re.search("[一-鿿]", "".join(str(chart) for chart in charts(app)))


def test_three_charts_hold_their_numbers_and_say_what_they_are(open_page):
    app = open_page(PAGE)
    found = charts(app)
    assert len(found) == 3
    for chart in found:
        assert chart["description"]
    (data,) = app.get("vega_lite_chart")[0].proto.datasets
    cells = convert_arrow_bytes_to_pandas_df(data.data.data)
    assert len(cells) == 43
    is_it = (cells["district"] == "南山") & (cells["sector"] == "互联网")
    (cell,) = cells[is_it].to_dict("records")
    assert (cell["said"], cell["rows"]) == ("2.9\nn=4", "7、8、10、11")


def test_the_address_holds_what_is_chosen(open_page):
    asked = {"unit": ["park"], "role": ["any"], "sectors": ["key"], "km": ["3.5"]}
    app = open_page(PAGE, asked)
    assert not app.exception
    assert link(app) == asked
    app.segmented_control(key="districts_unit").set_value("zone").run()
    app.number_input(key="districts_km").set_value(10.0).run()
    assert not app.exception
    assert link(app) == {"role": ["any"], "sectors": ["key"]}
    assert "数字为表中行数" in read(app)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *[("unit", "<b>"), ("role", "boss"), ("sectors", "x" * 9_999)],
        *[("km", word) for word in ("nan", "inf", "-1", "0", "1e9", "ten", "")],
    ],
)
def test_nonsense_in_a_link_is_said_and_the_rest_honoured(open_page, option, value):
    other = {"km": ["6"]} if option != "km" else {"unit": ["park"]}
    app = open_page(PAGE, {**other, option: [value]})
    assert not app.exception
    assert link(app) == other
    said = [each.proto.body for each in app.get("html")]
    (line,) = [body for body in said if "role='note'" in body]
    assert html.escape(value[:3]) in line
    assert len(line) < 200


def test_a_table_without_sectors_says_so(open_page, tmp_path):
    table = write(tmp_path / "mine.csv", "1,南山,甲片区,一园,待定")
    app = open_page(PAGE, TABLE=table)
    assert not app.exception
    said = read(app)
    assert "这里涉及产业的区不足两个，无法比较" in said
    assert "本表没有任何一行含有此处计数的产业" in said
    assert charts(app) == []


def test_a_table_without_districts_says_so(open_page, tmp_path):
    table = write(tmp_path / "mine.csv", "1,/,甲片区,一园,发展人工智能")
    said = read(open_page(PAGE, TABLE=table))
    assert "有 1 行没有写明区，未计入本页" in said


def test_another_city_s_table_is_not_measured_against_shenzhen_s_plan(
    open_page, tmp_path
):
    table = write(
        tmp_path / "mine.csv",
        "1,天河区,智慧城,天河软件园,发展人工智能",
        "2,黄埔区,科学城,科学城园,发展集成电路",
    )
    said = read(open_page(PAGE, TABLE=table))
    assert "并非每一行都写明深圳的辖区" in said
    assert "重点任务三" not in said
    assert "重点任务三" in read(open_page(PAGE, TABLE=""))


def test_one_district_alone_is_not_two_without_a_common_sector(open_page, tmp_path):
    table = write(tmp_path / "mine.csv", "1,南山,甲片区,一园,发展人工智能")
    said = read(open_page(PAGE, {"lang": ["en"]}, TABLE=table))
    assert "No two districts" not in said
    assert "Rows counted: 1 of 1 (no. 1)" in said


def test_pairs_as_alike_as_the_last_that_is_named_are_counted(open_page, tmp_path):
    # One pair is most alike; six others are even, of which four are named.
    rows = [
        *(f"{n},{name},片区{n},园{n},发展人工智能" for n, name in enumerate("甲乙", 1)),
        *(
            f"{n},{name},片区{n},园{n},发展人工智能、{other}"
            for n, (name, other) in enumerate(
                [("丙", "区块链"), ("丁", "集成电路"), ("戊", "生物医药")], 3
            )
        ),
    ]
    app = open_page(PAGE, {"lang": ["en"]}, TABLE=write(tmp_path / "mine.csv", *rows))
    assert "More pairs that overlap as much as the last: 2." in read(app)


def test_a_csv_of_the_nearest_pairs_alone_says_so(open_page, tmp_path):
    rows = [
        f"{n},{'南山' if n % 2 else '福田'},片区{n},园{n},发展人工智能"
        for n in range(1, 41)
    ]
    table = write(tmp_path / "mine.csv", *rows)
    app = open_page(PAGE, {"km": ["50"], "lang": ["en"]}, TABLE=table)
    labels = [each.label for each in app.get("download_button")]
    assert "Neighbouring zones as CSV: the nearest 200 of 400 pairs" in labels


def test_names_of_a_table_stay_text(open_page, tmp_path):
    table = write(
        tmp_path / "mine.csv",
        "1,<img src=x onerror=alert(1)>,<b>甲</b>,一园,发展人工智能",
        "2,南山,{乙},二园,发展人工智能",
    )
    app = open_page(PAGE, TABLE=table)
    assert not app.exception
    parts = "".join(each.proto.json for each in app.get("bidi_component"))
    assert "<img" not in parts
    assert "&lt;img" in parts


def test_all_tables_can_be_downloaded(open_page):
    app = open_page(PAGE)
    ids = " ".join(each.proto.id for each in app.get("download_button"))
    for name in (
        "districts_xlsx",
        "sectors-by-district_csv",
        "diversity_csv",
        "similarity_csv",
        "neighbouring-zones_csv",
    ):
        assert f"districts_{name}" in ids

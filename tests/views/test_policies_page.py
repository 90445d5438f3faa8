"""What the page of policies says, read without a browser."""

import json

import pytest

PAGE = "policies_page.py"


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


@pytest.fixture
def open_policies(open_page):
    def open_(asked=None, **settings):
        app = open_page(PAGE, asked, **settings)
        assert not app.exception
        return app

    return open_


@pytest.fixture
def open_table(open_policies, tmp_path):
    """Open the page on a table of one park a row, each citing what its cell says."""

    def open_(*cells, asked=None):
        rows = [
            f'{n},南山,{n}片区,{n}园,发展人工智能,"{cell}"'
            for n, cell in enumerate(cells, 1)
        ]
        heading = "序号,辖区,片区,园区名称,产业方向,规划依据"
        table = tmp_path / "mine.csv"
        table.write_text("\n".join([heading, *rows]), encoding="utf-8")
        return open_policies(asked, TABLE=table)

    return open_


def test_it_counts_documents_and_forms(open_policies, read_sheet):
    said = read_sheet(open_policies())
    assert "表中 22 行共引用 21 份文件，写法 24 种；其中 2 份有不止一种写法。" in said
    assert "全部级别 21 国家级 0 省级 1 市级 9 区级 6 双方协议 1 未写明级别 4" in said


def test_a_document_says_its_number_level_years_and_what_rests_on_it(
    open_policies, read_sheet
):
    said = read_sheet(open_policies({"policy": ["深圳国家高新区扩区方案"]}))
    assert "《深圳国家高新区扩区方案》 深府函〔2019〕123号 · 第 18 行" in said
    assert "市级 标题写明发文机关“深圳市人民政府” 2019 文号的年份" in said
    assert "表中 5 行、17 个园区以此为依据" in said
    assert "第 7 行 南山 · 留仙洞片区 2 个园区" in said


def test_the_forms_of_a_title_stand_with_their_rows_and_rules(
    open_policies, read_sheet
):
    said = read_sheet(open_policies({"policy": ["深府〔2018〕84号"]}))
    assert (
        "《深圳市关于进一步加快发展战略性新兴产业的实施方案》 第 9、10、11、19、20 行 "
        "按规则合并：" in said
    )
    assert "仅按标题合并：表中两处都未写文号。" in said


def test_what_stands_out_in_the_whole_table_is_listed(open_policies, read_sheet):
    said = read_sheet(open_policies())
    assert "22 行中有 6 行只依据一份文件 第 6 行 盐田 · 海山片区" in said
    assert "22 行中有 1 行没有引用文件 第 21 行 大鹏" in said
    assert "21 份文件中有 13 份只被一行引用" in said


def test_a_link_looks_for_words_in_a_level_and_is_kept(open_policies, read_sheet):
    asked = {"q": ["rgzn"], "level": ["city"], "x": ["1"]}
    app = open_policies(asked)
    said = read_sheet(app)
    assert "全部级别 3" in said
    assert "《深圳市人工智能等新兴产业空间布局规划》" in said
    assert "《广东省新一代人工智能发展规划》 表中" not in said
    assert link(app) == {"q": ["rgzn"], "level": ["city"]}
    assert app.text_input(key="policies_query").value == "rgzn"


def test_typing_lists_what_fits_and_writes_the_address(open_policies, read_sheet):
    app = open_policies({"level": ["city"]})
    app.text_input(key="policies_query").set_value("扩区").run()
    assert "全部级别 1" in read_sheet(app)
    assert link(app) == {"q": ["扩区"], "level": ["city"]}


def test_nothing_found_says_so_and_offers_the_nearest(open_policies, read_sheet):
    said = read_sheet(open_policies({"q": ["扩趣方案"]}))
    assert (
        "本表没有名为“扩趣方案”的文件。 名称最接近的： 《深圳国家高新区扩区方案》"
        in said
    )
    said = read_sheet(open_policies({"q": ["扩区"], "level": ["national"]}))
    assert "找到的文件中没有这一级别的。" in said


def test_nonsense_in_a_link_gets_a_sentence_and_the_rest_is_honoured(
    open_policies, read_sheet
):
    asked = {"level": ["<b>" * 99], "policy": ["无此文件"], "q": ["扩区"]}
    app = open_policies(asked)
    said = read_sheet(app)
    assert "链接中的级别“<b><b>" in said
    assert "可用的级别为 national、provincial" in said
    assert "本表没有引用文件“无此文件”。" in said
    assert "全部级别 1" in said
    assert link(app) == {"q": ["扩区"]}


def test_the_page_speaks_english(open_policies, read_sheet):
    said = read_sheet(open_policies({"lang": ["en"]}))
    assert "Documents cited as policy basis: 21; rows of the table: 22" in said
    assert "Rows that rest on one document only: 6 of 22" in said
    assert "row 6 Yantian · 海山片区" in said


def test_a_table_without_policies_says_so(open_table, read_sheet):
    app = open_table("")
    assert "本表没有引用任何规划依据文件。" in read_sheet(app)
    assert not app.text_input


def test_a_title_is_text(open_table):
    app = open_table("《<img src=x onerror=alert(1)>${alert(2)}甲》")
    (element,) = [
        each for each in app.get("bidi_component") if "pa-page" in each.proto.json
    ]
    markup = json.loads(element.proto.json)["markup"]
    assert "<img" not in markup
    assert "&lt;img src=x onerror=alert(1)&gt;" in markup


def test_titles_that_only_seem_the_same_say_so(open_table, read_sheet):
    said = read_sheet(open_table("《深圳市甲办法》", "《深圳市甲办法（试行）》"))
    told = "可能是同一文件，但标题不足以证明，因此未合并： 《深圳市甲办法（试行）》"
    assert told in said


def test_one_document_of_one_row_is_one(open_table, read_sheet):
    app = open_table("《甲方案》", asked={"lang": ["en"]})
    said = read_sheet(app)
    assert "Documents cited as policy basis: 1; rows of the table: 1" in said
    assert "1 park in 1 row of the table rests on it" in said
    labels = [each.label for each in app.get("download_button")]
    assert labels == [f"Download 1 document as {name}" for name in ("Excel", "CSV")]


def test_documents_of_one_title_are_told_apart_by_their_numbers(open_table, read_sheet):
    said = read_sheet(
        open_table(
            "《甲方案》（深府〔2018〕84号）",
            "《甲方案》（深府〔2019〕12号）",
            "《甲方案》",
        )
    )
    one, other = "《甲方案》（深府〔2018〕84号）", "《甲方案》（深府〔2019〕12号）"
    assert f"因此未合并： {one} {other}" in said
    assert f"因此未合并： {one} 《" not in said.replace(f"{one} {other}", "")


def test_a_table_of_many_documents_shows_some_and_says_how_many_more(
    open_table, read_sheet
):
    said = read_sheet(open_table(*(f"《{n}号计划书》" for n in range(230))))
    assert "另有 30 份：请缩小范围，或下载完整清单" in said

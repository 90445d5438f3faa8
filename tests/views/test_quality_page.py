"""What the page of data quality says, read without a browser."""

import re

import pytest

from parks.filter import Filter


def texts(app):
    """Everything the page shows as markup, its tags taken away."""
    return re.sub(
        r"<[^>]+>", " ", " ".join(str(block.proto.body) for block in app.get("html"))
    )


@pytest.fixture
def open_quality(open_app):
    """Open the page by its link, as a new visit does."""

    def open_(link=None, **settings):
        app = open_app(**settings)
        for name, values in (link or {}).items():
            app.query_params[name] = values
        if link and "lang" in link:
            app.session_state["lang"] = link["lang"][0]
        return app.switch_page("quality_page.py").run()

    return open_


def table(app):
    return app.dataframe[0].value


def test_a_sentence_says_how_good_the_places_are(open_quality):
    app = open_quality()
    assert not app.exception
    said = texts(app)
    assert "数据质量" in said
    assert re.search(r"59 个园区：\d+ 个在园区本身、.*其中 \d+ 个存疑。", said)


def test_every_park_is_listed_worst_first(open_quality):
    listed = table(open_quality())
    assert len(listed) == 59
    assert listed["排序"].tolist() == list(range(1, 60))
    assert listed["存疑"].iloc[0]
    assert listed["位置精度"].iloc[-1] == "本址"


def test_what_is_doubtful_is_said_on_the_page(open_quality):
    app = open_quality()
    assert "凡符合下列任一条的园区为存疑" in texts(app)
    assert "园区或其邻近处的另一来源相距 300 米以上" in texts(app)


def test_a_link_narrows_the_list_and_is_kept(open_quality):
    link = {"district": ["baoan"], "doubt": ["street"]}
    app = open_quality(link)
    listed = table(app)
    assert set(listed["辖区"]) == {"宝安"}
    assert all("只到道路或街道" in doubts for doubts in listed["存疑"])
    kept = dict(app.query_params)
    assert kept in (link, {name: values[0] for name, values in link.items()})


def test_nonsense_in_a_link_is_said_and_the_rest_is_kept(open_quality):
    app = open_quality({"district": ["火星", "baoan"], "doubt": ["ghost"]})
    assert not app.exception
    assert len(app.warning) == 2
    assert set(table(app)["辖区"]) == {"宝安"}


def test_one_click_lists_every_park_again(open_quality):
    app = open_quality({"district": ["baoan"]})
    app.button(key="clear_quality").click().run()
    assert len(table(app)) == 59


def test_a_choice_that_leaves_nothing_says_so(open_quality):
    app = open_quality({"district": ["nanshan"], "doubt": ["street"]})
    assert not app.exception
    assert any("没有符合条件的园区" in info.value for info in app.info)


def test_a_selected_parks_evidence_is_shown(open_quality):
    app = open_quality({"park": ["wan-ke-yun-cheng"]})
    said = texts(app)
    assert "万科云城" in said
    assert "地图所示" in said
    assert "来源坐标系：GCJ-02" in said
    assert "位于所写辖区之内" in said


def test_the_map_page_opens_with_the_park_whatever_its_filter_hid(open_quality):
    app = open_quality({"park": ["wan-ke-yun-cheng"]})
    app.session_state["filter"] = Filter(districts=("福田",))
    app.button(key="open_on_map").click().run()
    assert not app.exception
    assert "万科云城" in texts(app)
    assert "围绕" in texts(app) or "产业方向" in texts(app)
    assert app.session_state["filter"] == Filter()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_stays_in_the_other_language(open_quality, language):
    app = open_quality({"lang": [language], "park": ["wan-ke-yun-cheng"]})
    labels = [element.label for element in (*app.button, *app.expander)]
    labels += [caption.value for caption in app.caption]
    labels += list(table(app).columns)
    chinese = [bool(re.search(r"[一-鿿]", label)) for label in labels]
    assert all(chinese) if language == "zh" else not any(chinese)


@pytest.fixture
def write_table(tmp_path):
    """Write a table of parks as CSV."""

    def write(*rows, heading="序号,辖区,片区,园区名称,经度,纬度"):
        path = tmp_path / "mine.csv"
        path.write_text("\n".join([heading, *rows]), encoding="utf-8")
        return path

    return write


def test_a_park_of_a_link_that_is_not_there_is_said(open_quality):
    app = open_quality({"park": ["zzz"], "lang": ["en"]})
    assert any("unknown park 'zzz'" in each.value for each in app.text)
    app = open_quality({"park": ["万科云城"], "lang": ["en"]})
    assert app.session_state["park"] == "wan-ke-yun-cheng"


def test_one_park_is_said_to_be_one(open_quality, write_table):
    path = write_table("1,火星,甲片区,一园,,")
    said = texts(open_quality({"lang": ["en"]}, TABLE=path))
    assert "1 park: 1 without any place. Doubtful: 1." in said


def test_a_table_without_any_place_is_all_doubtful(open_quality, write_table):
    path = write_table("1,浦东新区,张江,甲园", heading="序号,辖区,片区,园区名称")
    app = open_quality(TABLE=path)
    assert not app.exception
    assert "1 个没有位置。其中 1 个存疑" in texts(app)
    assert table(app)["辖区核对"].tolist() == ["无位置"]


def test_ten_thousand_parks_are_listed_in_pages(open_quality, write_table):
    rows = [
        f"{n},南山,片区{n % 40},园{n},{113.9 + n % 100 / 1e4:.5f},{22.53 + n / 1e6:.6f}"
        for n in range(1, 10_001)
    ]
    app = open_quality(TABLE=write_table(*rows))
    assert not app.exception
    assert len(table(app)) == 100
    assert any("第 1–100 行，共 10,000 行" in text.value for text in app.text)


def test_markup_in_a_table_is_shown_as_text(open_quality, write_table):
    path = write_table("1,南山,<b>区</b>,<img src=x onerror=alert(1)>,何处,22.5")
    app = open_quality(TABLE=path)
    app.session_state["park"] = app.session_state["quality_drawn"][0]
    app.run()
    assert not app.exception
    body = " ".join(str(block.proto.body) for block in app.get("html"))
    assert "<img" not in body
    assert "&lt;img src=x onerror=alert(1)&gt;" in body

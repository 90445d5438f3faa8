"""What the map page says, read without a browser."""

import base64
import json
import re

import numpy as np
import pandas as pd
import pytest

from parks.catalogue import find_edition
from parks.filter import Filter
from parks.language import Language
from service.rows import describe_rows


def texts(app):
    """Everything the page shows as markup, its tags taken away."""
    return re.sub(
        r"<[^>]+>", " ", " ".join(str(block.proto.body) for block in app.get("html"))
    )


def told(app):
    """Give what each component is told, by its name."""
    parts = (element.proto for element in app.get("bidi_component"))
    return {part.component_name: json.loads(part.json) for part in parts}


def table(app):
    """Give the rows that the table draws: those of its route that the map shows."""
    asked = told(app)["parkatlas_table"]
    said = describe_rows(find_edition(asked["edition"]), Language(asked["language"]))
    rows = pd.DataFrame(
        {
            column["heading"]: [column["words"][at] for at in column["cells"]]
            for column in said["columns"]
        }
    )
    bits = np.frombuffer(base64.b64decode(told(app)["parkatlas_map"]["shown"]), "u1")
    return rows[np.unpackbits(bits, count=len(rows)).astype(bool)]


def link(app):
    return app.session_state["link"]


def test_a_first_visit_shows_every_park_in_chinese(open_app):
    app = open_app()
    assert not app.exception
    assert len(table(app)) == 59
    assert list(table(app).columns)[:4] == ["序号", "园区", "辖区", "片区"]
    assert "园区一张图" in texts(app)
    assert link(app) == {}


def test_a_link_chooses_by_ids_and_by_names(open_app):
    by_id = open_app({"district": ["nanshan"], "sector": ["internet"]})
    by_name = open_app({"district": ["南山区"], "sector": ["互联网"]})
    assert table(by_id).equals(table(by_name))
    assert len(table(by_id)) == 6
    assert link(by_name) == {"district": ["nanshan"], "sector": ["internet"]}


def test_the_filter_goes_into_the_address(open_app):
    app = open_app()
    app.session_state["filter"] = Filter(districts=("福田",), query="金融")
    app.run()
    assert set(table(app)["辖区"]) == {"福田"}
    assert link(app) == {"district": ["futian"], "q": ["金融"]}


def test_nonsense_in_a_link_is_one_quiet_line_and_the_rest_is_kept(open_app):
    app = open_app({"district": ["火星", "luohu"], "sector": ["astrology"]})
    assert not app.exception
    assert not app.warning
    said = "链接中未能识别、已略去：辖区 “火星”、产业 “astrology”。"
    assert said in texts(app)
    assert len(table(app)) == 6
    assert link(app) == {"district": ["luohu"]}


def test_a_link_of_hundreds_of_values_is_one_short_line(open_app):
    app = open_app(
        {
            "district": ["nanshan"],
            "zone": [f"<script>alert({n})</script>" for n in range(900)],
            "q": ["园" * 3_000],
            "park": ["atlantis"],
        }
    )
    assert not app.exception
    (line,) = (
        b.proto.body for b in app.get("html") if "class='pa-quiet-line'" in b.proto.body
    )
    assert "<script>" not in line
    assert "另有 899 项" in line
    assert len(line) < 400
    assert len(table(app)) == 9
    assert link(app) == {"district": ["nanshan"]}


def test_what_is_known_but_not_in_the_table_is_said_and_honoured(open_app):
    app = open_app({"sector": ["new-energy-vehicles"], "lang": ["en"]})
    assert "Not in this table: Sector “new-energy-vehicles”." in texts(app)
    assert link(app)["sector"] == ["new-energy-vehicles"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "南山 · 互联网或云计算 · 6 个园区"),
        ("en", "Nanshan · Internet or Cloud computing · 6 parks"),
    ],
)
def test_the_head_says_the_filter_in_words(open_app, language, words):
    chosen = {"district": ["nanshan"], "sector": ["internet", "cloud"]}
    app = open_app({**chosen, "lang": [language]})
    assert words in texts(app)


def test_without_a_filter_the_head_says_none(open_app):
    assert not any(
        "class='pa-filter-words'" in b.proto.body for b in open_app().get("html")
    )


def test_role_tells_aim_from_mention(open_app):
    either = len(table(open_app({"sector": ["cloud"]})))
    focus = len(table(open_app({"sector": ["cloud"], "role": ["focus"]})))
    mention = len(table(open_app({"sector": ["cloud"], "role": ["mention"]})))
    assert (either, focus, mention) == (4, 2, 2)


def test_an_empty_result_says_so_and_offers_empty_files(open_app):
    app = open_app({"district": ["nanshan"], "sector": ["ai"]})
    assert not app.exception
    assert not len(table(app))
    assert "没有符合条件的园区" in app.info[0].value


def test_a_row_without_parks_is_named_rather_than_lost(open_app):
    app = open_app({"district": ["dapeng"]})
    assert "第 21 行" in app.info[0].value


def test_the_panel_says_what_the_row_says(open_app):
    app = open_app({"park": ["chuang-wei-chuang-xin-gu"]})
    shown = texts(app)
    assert "创维创新谷" in shown
    assert "围绕" in shown
    assert "《深圳国家高新区扩区方案》" in shown
    assert "第 14 行" in shown
    assert "WGS 84: 113.918993, 22.643636" in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "产业方向中未识别到产业。"),
        ("en", "No sector was found in the direction."),
    ],
)
def test_the_panel_says_that_no_sector_was_found(open_app, language, words):
    park = "shen-zhen-shi-ruan-jian-chan-ye-ji-di"
    app = open_app({"park": [park], "lang": [language]})
    assert words in texts(app)


def test_a_park_that_does_not_exist_is_not_selected(open_app):
    app = open_app({"park": ["atlantis"]})
    assert not app.exception
    assert link(app) == {}


def test_every_repair_of_the_table_is_listed(open_app):
    app = open_app()
    assert "修补" in app.expander[0].label
    app.session_state["problems"] = True
    repairs = app.run().dataframe[0].value
    assert {"16", "18", "19", "20", "21", "22"} <= set(repairs["行"])
    assert "大运新城" in set(repairs["采用"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_stays_in_the_other_language(open_app, language):
    app = open_app({"lang": [language], "park": ["she-kou-wang-gu"]})
    labels = [element.label for element in (*app.button, *app.text_input)]
    labels += [message.value for message in (*app.info, *app.warning)]
    chinese = [bool(re.search(r"[一-鿿]", label)) for label in labels]
    assert all(chinese) if language == "zh" else not any(chinese)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "是空文件"), (b"\x00\x01\x02" * 99, "不是文本"), (b"hello", "没有园区表")],
)
def test_a_table_that_cannot_be_used_is_a_sentence(open_app, tmp_path, content, words):
    path = tmp_path / "mine.txt"
    path.write_bytes(content)
    app = open_app(TABLE=path)
    assert not app.exception
    assert any("mine.txt" in text.value and words in text.value for text in app.text)


def test_a_missing_table_is_a_sentence(open_app, tmp_path):
    app = open_app(TABLE=tmp_path / "nowhere.csv")
    assert not app.exception
    assert any("nowhere.csv" in text.value for text in app.text)


def test_a_filter_change_says_nothing_new_to_the_table(open_app):
    app = open_app()
    before = told(app)["parkatlas_table"]
    app.session_state["filter"] = Filter(districts=("福田",))
    app.run()
    assert told(app)["parkatlas_table"] == before
    assert len(table(app)) == 7


def test_the_table_speaks_the_language_of_the_page(open_app):
    app = open_app({"lang": ["en"], "district": ["yantian"]})
    assert list(table(app).columns)[:3] == ["Row number", "Park", "District"]
    assert set(table(app)["District"]) == {"Yantian"}
    assert "{first}" in told(app)["parkatlas_table"]["texts"]["range"]

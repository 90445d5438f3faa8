"""The shortlist that staff gather while browsing, read without a browser."""

import pytest

from parks.catalogue import make_edition, register_edition

PAGE = "shortlist_page.py"
PARKS = ["wan-ke-yun-cheng", "she-kou-wang-gu"]


def link(app):
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in app.query_params.items()
    }


def press(app, key):
    (button,) = [each for each in app.button if each.key == key]
    return button.click().run()


def test_a_link_opens_the_list_in_its_order(open_page, read_sheet):
    app = open_page(PAGE, {"park": PARKS})
    assert not app.exception
    said = read_sheet(app)
    assert said.index("万科云城") < said.index("蛇口网谷")
    assert "新一代信息技术" in said
    assert "对比这些园区" in said
    assert link(app) == {"park": PARKS}
    labels = [each.label for each in app.get("download_button")]
    assert labels == [
        f"下载 2 个园区（{name}）" for name in ("Excel", "GeoJSON", "CSV")
    ]


def test_parks_that_are_gone_are_named_and_the_rest_is_kept(open_page, read_sheet):
    gone = ["<b>atlantis</b>", "x" * 50_000]
    app = open_page(PAGE, {"park": [gone[0], PARKS[0], gone[1]], "lang": ["en"]})
    assert not app.exception
    said = read_sheet(app)
    assert "Not in this table, and left out: “<b>atlantis</b>”" in said
    assert len(said) < 4000
    assert "万科云城" in said
    assert link(app) == {"park": PARKS[:1], "lang": ["en"]}


def test_an_empty_list_says_how_to_fill_it(open_page, read_sheet):
    app = open_page(PAGE)
    assert "尚无候选园区" in read_sheet(app)
    assert not app.get("download_button")


def test_more_parks_than_can_be_compared_say_so(open_page, read_sheet):
    many = [*PARKS, "nan-shan-zhi-yuan", "peng-cheng-shi-yan-shi", "tan-yun-da-sha"]
    said = read_sheet(open_page(PAGE, {"park": many}))
    assert "对比这些园区" not in said
    assert "请保留不超过 4 个园区" in said


def test_a_park_is_starred_beside_the_map_and_the_link_holds_it(open_app):
    app = open_app({"park": [PARKS[0]]})
    app = press(app, "star_park")
    assert any(each.label == "★ 候选清单：1 个园区" for each in app.button)
    app = press(app, "star_park")
    assert not any(each.label.startswith("★") for each in app.button)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_map_link_with_starred_parks_is_honoured(open_app, lang):
    app = open_app({"star": [*PARKS, "atlantis"], "lang": [lang]})
    words = {"zh": "★ 候选清单：2 个园区", "en": "★ 2 parks on the shortlist"}
    assert any(each.label == words[lang] for each in app.button)
    line = " ".join(each.proto.body for each in app.get("html"))
    assert "“atlantis”" in line


def test_the_list_goes_into_a_brief_in_its_order(open_page):
    app = open_page(PAGE, {"park": PARKS})
    (markup,) = [
        each.proto.json
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    ]
    assert f"brief?park={PARKS[0]}&amp;park={PARKS[1]}" in markup.replace("&#38;", "&")


OWN = """序号,辖区,片区,园区名称,产业方向,规划依据
1,南山,甲片区,甲园,重点发展人工智能产业。,
2,福田,乙片区,乙园,重点发展人工智能产业。,
"""


def look_at_own(app, own, *, is_own):
    app.session_state["own_edition"] = own
    app.session_state["shows_own"] = is_own
    return app.run()


def test_a_look_at_ones_own_table_leaves_the_list_as_it_was(open_page, read_sheet):
    own = register_edition(make_edition(OWN.encode(), name="mine.csv"))
    app = look_at_own(open_page(PAGE, {"park": PARKS}), own, is_own=True)
    assert not app.exception
    assert "尚无候选园区" in read_sheet(app)
    assert link(app) == {}
    app = look_at_own(app, own, is_own=False)
    said = read_sheet(app)
    assert said.index("万科云城") < said.index("蛇口网谷")
    assert link(app) == {"park": PARKS}


def test_a_star_on_ones_own_table_leaves_the_other_tables_stars(open_app):
    own = register_edition(make_edition(OWN.encode(), name="mine.csv"))
    app = open_app({"star": PARKS})
    app.session_state["park"] = "jia-yuan"
    app = press(look_at_own(app, own, is_own=True), "star_park")
    assert any(each.label == "★ 候选清单：1 个园区" for each in app.button)
    app = look_at_own(app, own, is_own=False)
    assert any(each.label == "★ 候选清单：2 个园区" for each in app.button)
    app = look_at_own(app, own, is_own=True)
    assert any(each.label == "★ 候选清单：1 个园区" for each in app.button)


def test_a_park_is_found_by_its_name(open_page, read_sheet):
    app = open_page(PAGE, {"park": ["蛇口网谷", PARKS[0]], "lang": ["en"]})
    assert "Not in this table" not in read_sheet(app)
    assert link(app) == {"park": [PARKS[1], PARKS[0]], "lang": ["en"]}


def test_parks_beyond_what_a_list_holds_are_counted(
    open_page, open_app, read_sheet, tmp_path
):
    rows = [
        f"{n},福田,第{n}片区,第{n}园,重点发展人工智能产业。," for n in range(1, 151)
    ]
    text = "\n".join([OWN.splitlines()[0], *rows])
    table = tmp_path / "many.csv"
    table.write_text(text, encoding="utf-8")
    ids = make_edition(text.encode(), name="many.csv").parks["park_id"].tolist()
    app = open_page(PAGE, {"park": ids}, TABLE=table)
    assert "候选清单最多 100 个园区，另有 50 个未列入。" in read_sheet(app)
    assert link(app) == {"park": ids[:100]}
    line = " ".join(
        each.proto.body for each in open_app({"star": ids}, TABLE=table).get("html")
    )
    assert "候选清单最多 100 个园区，另有 50 个未列入。" in line


def test_a_document_cited_in_two_forms_counts_once(open_page, read_sheet, tmp_path):
    plan = "《深圳市数字经济实施方案》"
    notice = "《深圳市人民政府关于印发数字经济实施方案的通知》"
    table = tmp_path / "forms.csv"
    line = f"1,南山,甲片区,甲园,重点发展人工智能产业。,{notice}、{plan}"
    table.write_text(f"{OWN.splitlines()[0]}\n{line}\n", encoding="utf-8")
    app = open_page(PAGE, {"park": ["jia-yuan"]}, TABLE=table)
    assert "人工智能 辖区点 1 1 ×" in read_sheet(app)

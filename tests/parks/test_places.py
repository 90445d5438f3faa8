"""Where parks are put whose names the gazetteer writes otherwise."""

import pytest

from geodata.gazetteer import read_gazetteer
from geodata.unplaced import read_unplaced
from parks.places import PRECISIONS, place_park

GAZETTEER = read_gazetteer()


@pytest.mark.parametrize(
    ("name", "district", "known"),
    [
        ("天安数码城", "龙岗", "龙岗天安数码城"),
        ("深圳灣生態科技園", "南山", "深圳湾科技生态园"),
        ("软件产业基地", "南山", "深圳市软件产业基地"),
    ],
)
def test_a_name_written_otherwise_is_placed_and_the_note_says_as_what(
    name, district, known
):
    location, own = (place_park(each, district, GAZETTEER) for each in (name, known))
    assert (location.lon, location.lat) == (own.lon, own.lat)
    assert (location.precision, location.source) == (own.precision, own.source)
    assert location.precision in PRECISIONS
    assert location.note_zh.startswith(f"按名称对应到“{known}”（表中写作“{name}”）。")
    assert location.note_zh.endswith(own.note_zh)
    assert location.note_en.startswith(
        f"Matched by name to {known} (the table writes {name}). "
    )
    assert location.note_en.endswith(own.note_en)


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("深圳湾科技生态园一期", "南山"),
        ("天安数码城", "福田"),
        ("天安数码城", None),
        ("天安数码城", "成都"),
        ("大运新城", "龙岗"),
        ("南油科技园", "南山"),
    ],
)
def test_a_false_friend_is_not_placed(name, district):
    assert place_park(name, district, GAZETTEER) is None


def test_an_exact_name_is_placed_without_a_word_on_its_name():
    location = place_park("龙岗天安数码城", "龙岗", GAZETTEER)
    assert "按名称" not in location.note_zh
    assert "Matched by name" not in location.note_en


def test_braces_in_a_name_are_but_characters():
    location = place_park("天安数码城{规划}", "龙岗", GAZETTEER)
    assert "（表中写作“天安数码城{规划}”）" in location.note_zh


def test_a_tables_park_is_drawn_at_the_place_it_was_matched_to(make):
    edition = make(
        "1,南山,片区,深圳湾生态园,软件,无", "2,南山,片区,万科云城二期,软件,无"
    )
    matched, phase = edition.parks.itertuples()
    assert matched.precision == "site"
    assert "深圳湾科技生态园" in matched.location_note
    assert phase.precision == "district"


def test_no_park_of_the_embedded_table_is_matched_otherwise_than_exactly(embedded):
    parks = embedded.parks
    for name, district in zip(parks["name"], parks["district"], strict=True):
        exact = GAZETTEER.find(name, district=district, kind="park")
        taken = GAZETTEER.take(name, district=district, kind="park")
        assert exact is not None or taken is None
    notes = parks["location_note"] + parks["location_note_en"]
    assert not notes.str.contains("按名称对应|Matched by name").any()


def test_a_park_without_a_place_of_its_own_says_what_was_sought(embedded):
    notes = embedded.parks.set_index("name")[["location_note", "location_note_en"]]
    for unplaced in read_unplaced():
        zh, en = notes.loc[unplaced.name]
        assert zh.startswith(unplaced.reason_zh + "此处为所在片区的点。")
        assert en.startswith(unplaced.reason_en + " This is its zone's point. ")
    assert not notes["location_note"].str.contains("没有可靠来源").any()


def test_its_zones_own_note_follows_the_reason(embedded):
    parks = embedded.parks.set_index("name")
    zone = GAZETTEER.find("大运新城", kind="zone")
    park = parks.loc["启迪协信科技园"]
    assert park.location_note.endswith(zone.note_zh)
    assert park.location_note_en.endswith(zone.note_en)
    assert park.location_source == zone.source


def test_a_reason_goes_with_the_name_and_the_district_alone(make):
    edition = make(
        "1,龙岗,某片区,启迪协信科技园,软件,无",
        "2,南山,某片区,启迪协信科技园,软件,无",
        "3,龙岗,某片区,某科技园,软件,无",
    )
    same, elsewhere, other = edition.parks["location_note"]
    assert same.startswith("多个公开文件写到这个园名")
    assert "此处为所在区的点。" in same
    assert elsewhere.startswith("没有可靠来源")
    assert other.startswith("没有可靠来源")


def test_a_place_that_cannot_be_read_is_said_rather_than_what_was_sought(make):
    heading = "序号,辖区,片区,园区名称,产业方向,规划依据,经度,纬度"
    edition = make("1,龙岗,大运新城,启迪协信科技园,软件,无,东,北", heading=heading)
    (note,) = edition.parks["location_note"]
    assert note.startswith("表中给出的经纬度不能用作位置")

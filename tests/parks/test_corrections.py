"""Corrected places: what changes, what stays, and what is refused."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.districts import find_outside
from parks.catalogue import find_edition, make_edition, open_edition
from parks.corrections import (
    MOST_REASON,
    Correction,
    correct,
    read_reason,
    recall_location,
)
from parks.errors import (
    LongReasonError,
    MissingReasonError,
)
from parks.extents import outline_zones
from parks.moves import weigh_move
from parks.places import PRECISIONS

EDITION = open_edition()
IDS = EDITION.parks["park_id"].tolist()
HEADING = "序号,辖区,片区,园区名称,产业方向,规划依据"


def move(park_id, lon, lat, *, edition=EDITION, **claims):
    position = edition.parks["park_id"].tolist().index(park_id)
    claimed = {"precision": "site", "reason": "现场核对", **claims}
    old = recall_location(edition, position)
    return Correction(park_id, lon, lat, old=old, date="2026-11-21", **claimed)


moves = st.builds(
    move,
    st.sampled_from(IDS),
    st.floats(113.7, 115.4).map(lambda value: round(value, 6)),
    st.floats(22.4, 22.9).map(lambda value: round(value, 6)),
    precision=st.sampled_from(PRECISIONS),
    reason=st.text(st.characters(codec="utf-8"), min_size=1, max_size=MOST_REASON),
)


def park_of(edition, park_id):
    return edition.parks.set_index("park_id").loc[park_id]


@settings(max_examples=25, deadline=None)
@given(st.lists(moves, max_size=5))
def test_only_corrected_parks_move_and_each_to_its_last_place(corrections):
    before = EDITION.parks.to_wkb()
    corrected = correct(EDITION, corrections)
    last = {each.park_id: each for each in corrections}
    for park_id, old, new in zip(
        IDS,
        EDITION.parks.itertuples(),
        corrected.parks.itertuples(),
        strict=True,
    ):
        wanted = last.get(park_id)
        if wanted is None:
            assert new.geometry.equals(old.geometry)
            assert new.location_note == old.location_note
            continue
        assert (new.geometry.x, new.geometry.y) == (wanted.lon, wanted.lat)
        assert new.precision == wanted.precision
        assert new.correction == wanted.reason
        assert new.location_source.startswith("correction: dragged")
        assert wanted.reason in new.location_note
        assert wanted.reason in new.location_note_en
    assert EDITION.parks.to_wkb().equals(before)
    assert "correction" not in EDITION.parks


@settings(max_examples=25, deadline=None)
@given(st.lists(moves, min_size=1, max_size=5))
def test_extents_and_doubts_are_those_of_the_whole_derived_anew(corrections):
    corrected = correct(EDITION, corrections)
    own = corrected.zones.set_geometry("point")
    whole = outline_zones(own, corrected.parks, corrected.districts)
    for outline, expected in zip(corrected.zones.geometry, whole, strict=True):
        assert (outline is None and expected is None) or outline.equals(expected)
    doubts = [
        (problem.place, problem.found, problem.used)
        for problem in corrected.table.problems
        if problem.code == "place-outside-district"
    ]
    outside = find_outside(corrected.parks, corrected.districts)
    parks = corrected.parks.loc[outside.index]
    expected = [
        (row, name, f"{metres:.0f} m")
        for row, name, metres in zip(parks["row"], parks["name"], outside, strict=True)
    ]
    assert sorted(doubts) == sorted(expected)


@settings(max_examples=25, deadline=None)
@given(st.lists(moves, max_size=4), st.lists(moves, max_size=4))
def test_corrections_one_after_the_other_are_those_at_once(first, second):
    one = correct(correct(EDITION, first), second)
    other = correct(EDITION, [*first, *second])
    assert one.parks.equals(other.parks)
    assert all(
        (a is None and b is None) or a.equals(b)
        for a, b in zip(one.zones.geometry, other.zones.geometry, strict=True)
    )


def test_nothing_to_correct_is_the_edition_itself():
    stranger = dataclasses.replace(move(IDS[0], 114, 22.5), park_id="atlantis")
    assert correct(EDITION, []) is EDITION
    assert correct(EDITION, [stranger]) is EDITION


def test_the_published_edition_keeps_its_key_and_is_still_found_by_it():
    corrected = correct(EDITION, [move(IDS[0], 114.05, 22.54)])
    assert corrected.key == EDITION.key
    assert find_edition(EDITION.key) is EDITION
    assert corrected.table.rows == EDITION.table.rows


def test_the_notes_say_from_where_how_far_and_why():
    park_id = "chuang-wei-chuang-xin-gu"
    there = park_of(EDITION, park_id).geometry
    park = park_of(correct(EDITION, [move(park_id, there.x, there.y + 0.01)]), park_id)
    # A hundredth of a degree of latitude is 1107 to 1108 m at 22.6 N.
    assert "移动 1,107 米" in park["location_note"]
    assert "moved 1,107 m" in park["location_note_en"]
    assert f"{there.x:.6f}, {there.y:.6f}" in park["location_note"]
    assert "理由：现场核对" in park["location_note"]


def test_a_typed_correction_says_what_was_typed():
    typed = dataclasses.replace(
        move(IDS[0], 114.05, 22.54), typed="114.055, 22.537", reference="GCJ-02"
    )
    source = park_of(correct(EDITION, [typed]), IDS[0])["location_source"]
    assert source == "correction: typed as GCJ-02 114.055, 22.537, 2026-11-21"


def test_a_park_without_a_place_gets_one_and_its_zone_an_extent():
    rows = "1,姑苏区,平江片区,苏州园,生物医药,\n2,姑苏区,平江片区,又一园,,"
    bare = make_edition(f"{HEADING}\n{rows}".encode(), name="mine.csv")
    assert bare.zones.geometry.isna().all()
    park_id = bare.parks["park_id"].iloc[0]
    corrected = correct(bare, [move(park_id, 120.62, 31.32, edition=bare)])
    assert corrected.parks.geometry.isna().tolist() == [False, True]
    assert corrected.zones.geometry.iloc[0].contains(corrected.parks.geometry.iloc[0])
    assert "原先没有位置" in corrected.parks["location_note"].iloc[0]
    assert move(park_id, 120.62, 31.32, edition=bare).metres is None


def test_a_move_back_into_the_district_takes_the_doubt_away():
    heading = HEADING + ",经度,纬度"
    rows = "1,南山,甲片区,甲园,,,114.40,22.60"
    edition = make_edition(f"{heading}\n{rows}".encode(), name="mine.csv")
    codes = [problem.code for problem in edition.table.problems]
    assert "place-outside-district" in codes
    park_id = edition.parks["park_id"].iloc[0]
    corrected = correct(edition, [move(park_id, 113.94, 22.54, edition=edition)])
    codes = [problem.code for problem in corrected.table.problems]
    assert "place-outside-district" not in codes


def test_words_searched_before_are_not_gathered_again():
    index = EDITION.search_index
    assert correct(EDITION, [move(IDS[0], 114, 22.5)]).search_index is index


def test_a_move_knows_its_district_and_how_far_it_is_outside():
    position = EDITION.parks["district"].tolist().index("南山")
    inside = weigh_move(EDITION, position, 113.94, 22.54)
    assert (inside.district, inside.metres_outside) == ("南山", 0)
    elsewhere = weigh_move(EDITION, position, 114.057, 22.545)
    assert elsewhere.district == "福田"
    assert elsewhere.metres_outside > 1000
    abroad = weigh_move(EDITION, position, 120.62, 31.32)
    assert abroad.district is None
    assert abroad.metres_outside > 1_000_000


def test_nothing_is_claimed_of_a_district_that_is_not_known():
    rows = "1,姑苏区,平江片区,苏州园,生物医药,"
    bare = make_edition(f"{HEADING}\n{rows}".encode(), name="mine.csv")
    move_ = weigh_move(bare, 0, 120.62, 31.32)
    assert (move_.district, move_.metres_outside) == (None, None)


def test_a_reason_is_one_line():
    assert read_reason("  现场\n核对\t\x00 ok ") == "现场 核对 ok"
    assert read_reason("长" * MOST_REASON) == "长" * MOST_REASON


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", MissingReasonError),
        (" \n\u200b\x07 ", MissingReasonError),
        ("长" * (MOST_REASON + 1), LongReasonError),
    ],
)
def test_a_reason_is_asked_for(text, error):
    with pytest.raises(error):
        read_reason(text)


def test_the_parts_of_the_frame_keep_their_kinds():
    corrected = correct(EDITION, [move(IDS[0], 114.05, 22.54)])
    for name in EDITION.parks.columns:
        assert corrected.parks[name].dtype == EDITION.parks[name].dtype
    assert corrected.parks.crs == corrected.zones.crs == "EPSG:4326"
    unmoved = corrected.parks["correction"].iloc[1:]
    assert all(cell is None for cell in np.asarray(unmoved))

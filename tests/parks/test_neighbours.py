"""A park's zone and the parks like it near by, against looking at every pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.distances import measure_metres
from parks.neighbours import find_neighbours, find_zone_mates

HEADING = "序号,辖区,片区,园区名称,产业方向,经度,纬度"
AIMS = ("重点发展人工智能", "重点发展人工智能、金融科技", "重点发展生物医药", "")


def look_at_every_pair(edition, position):
    """Do slowly and plainly what `find_neighbours` does."""
    parks = list(edition.parks.itertuples())
    own = parks[position]
    found = []
    for other in parks:
        is_mate = (other.zone, other.district) == (own.zone, own.district)
        if own.zone is None:
            is_mate = other.row == own.row
        shared = [sector for sector in own.focus if sector in other.focus]
        if is_mate or not shared or own.geometry is None or other.geometry is None:
            continue
        place = own.geometry.x, own.geometry.y, other.geometry.x, other.geometry.y
        found.append((measure_metres(*place), other.Index, tuple(shared)))
    return sorted(found)


@pytest.mark.parametrize("position", range(0, 59, 4))
def test_the_embedded_parks_have_the_neighbours_that_every_pair_gives(
    embedded, position
):
    found = find_neighbours(embedded, position, most=100)
    slow = look_at_every_pair(embedded, position)
    assert [each.position for each in found] == [at for _, at, _ in slow]
    assert [each.shared for each in found] == [shared for *_, shared in slow]
    assert [each.metres for each in found] == pytest.approx([m for m, *_ in slow])


rows = st.lists(
    st.tuples(
        st.sampled_from(["南山", "福田", ""]),
        st.sampled_from(["甲片区", "乙片区", ""]),
        st.sampled_from(AIMS),
        st.sampled_from(["113.94,22.54", "114.05,22.55", "114.0501,22.5501", ","]),
    ),
    min_size=1,
    max_size=7,
)


@given(rows=rows)
@settings(deadline=None, max_examples=40)
def test_any_table_gives_what_every_pair_gives(make, rows):
    lines = [
        f"{number},{district},{zone},园{number}号,{aim},{place}"
        for number, (district, zone, aim, place) in enumerate(rows, 1)
    ]
    edition = make(*lines, heading=HEADING)
    for position in range(len(edition.parks)):
        found = find_neighbours(edition, position, most=100)
        slow = look_at_every_pair(edition, position)
        assert [(n.position, n.shared) for n in found] == [s[1:] for s in slow]
        mates = find_zone_mates(edition, position).tolist()
        assert position not in mates
        assert not set(mates) & {n.position for n in found}


def test_the_zones_other_parks_are_listed_and_no_neighbours(embedded):
    names = embedded.parks["name"]
    (own,) = names[names == "万科云城"].index
    assert names.iloc[find_zone_mates(embedded, own)].tolist() == ["鹏城实验室"]
    assert "鹏城实验室" not in {
        names.iloc[n.position] for n in find_neighbours(embedded, own)
    }


def test_rows_of_one_zone_are_one_zone(make):
    edition = make(
        "1,南山,甲片区,一园,重点发展人工智能,《规划》",
        "2,南山,甲片区,二园,重点发展人工智能,《规划》",
        "3,福田,甲片区,三园,重点发展人工智能,《规划》",
    )
    assert find_zone_mates(edition, 0).tolist() == [1]


def test_a_guessed_place_makes_the_distance_rough(embedded):
    is_known = embedded.parks["precision"].isin(["site", "near"])
    for position in range(0, 59, 7):
        for each in find_neighbours(embedded, position):
            known = is_known.iloc[position] and is_known.iloc[each.position]
            assert each.is_rough is not bool(known)


def test_no_more_are_given_than_asked_for(embedded):
    assert len(find_neighbours(embedded, 0, most=3)) == 3

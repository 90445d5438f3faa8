"""What a row repeats of those above is taken, or doubted, and always said."""

import pytest

from parks.readers import read_table


def read(*lines, head="序号,辖区,片区,园区,产业方向,规划依据"):
    return read_table("\n".join([head, *lines]).encode(), name="x.csv")


def said(table, *codes):
    return [
        (p.place, p.column, p.code, p.found, p.used)
        for p in table.problems
        if p.code in codes
    ]


@pytest.mark.parametrize("mark", ["同上", "〃", "″", "同前", "Ditto", "（同上）"])
def test_a_ditto_mark_is_the_cell_above(mark):
    table = read("1,南山,甲片区,甲园,软件,《A》", f"2,{mark},{mark},乙园,{mark},{mark}")
    first, second = table.rows
    assert second.parks == ("乙园",)
    for name in ("district", "zone", "direction", "policies"):
        assert getattr(second, name) == getattr(first, name)
    assert said(table, "cell-ditto") == [
        (1, "zone", "cell-ditto", mark, "甲片区"),
        (1, "district", "cell-ditto", mark, "南山"),
        (1, "direction", "cell-ditto", mark, "软件"),
        (1, "policies", "cell-ditto", mark, "A"),
    ]


def test_a_ditto_mark_over_nothing_is_blank():
    table = read("1,同上,同上,甲园,同上,同上")
    row = table.rows[0]
    assert (row.district, row.zone, row.direction, row.policies) == (None,) * 3 + ((),)
    assert len(said(table, "ditto-nothing")) == 4


def test_a_ditto_mark_is_no_park():
    table = read("1,南山,甲片区,甲园,,", "2,南山,乙片区,同上,,")
    assert table.rows[1].parks == ()
    assert said(table, "placeholder") == [(1, "parks", "placeholder", "同上", "")]


def test_a_ditto_mark_under_a_title_is_its_district():
    table = read(
        "1,南山区,甲片区,甲园,,",
        "二、福田区,,,,,",
        "2,同上,乙片区,乙园,,",
    )
    assert table.rows[1].district == "福田区"


def test_a_blank_zone_stays_blank_and_is_doubted():
    table = read(
        "1,南山,甲片区,甲园,软件,",
        "2,南山,,乙园,软件,",
        "3,南山,/,丙园,软件,",
        "4,福田,,丁园,软件,",
    )
    assert [row.zone for row in table.rows] == ["甲片区", None, None, None]
    assert said(table, "zone-blank") == [(1, "zone", "zone-blank", "", "甲片区")]


def test_a_park_in_two_rows_is_doubted():
    table = read(
        "1,南山,甲片区,甲园、乙园,软件,",
        "2,福田,丙片区,甲园,软件,",
        "3,南山区,乙片区,甲园,软件,",
    )
    assert said(table, "park-repeated") == [(2, "parks", "park-repeated", "甲园", "1")]


def test_a_row_number_repeats_only_for_one_park_a_line():
    table = read(
        "1,南山,甲片区,甲园,软件,",
        "1,南山,甲片区,乙园,软件,",
        "1,南山,甲片区,乙园,软件,",
        "1,南山,乙片区,丙园,软件,",
    )
    assert [place for place, *_ in said(table, "seq-odd")] == [2, 3]


def test_district_names_known_to_the_gazetteer_are_not_doubted():
    names = ["南 山", "Nanshan", "深汕合作区", "440305", "南山、福田", "南山区粤海街道"]
    table = read(*(f"{n},{name},甲片区,园{n}," for n, name in enumerate(names, 1)))
    unknown = [found for *_, found, _ in said(table, "district-unknown")]
    assert unknown == ["南山、福田", "南山区粤海街道"]

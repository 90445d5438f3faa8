"""Columns of quantities, by which parks can be drawn larger."""

import pytest

from layers.quantities import find_quantities, parse_quantity
from parks.catalogue import make_edition


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("12.5公顷", "", (12.5, "公顷")),
        ("约 1,200 亩", "", (1200.0, "亩")),
        ("3.2万㎡", "", (3.2, "万m2")),
        ("40", "占地面积（公顷）", (40.0, "公顷")),
        ("40公顷", "占地面积（公顷）", (40.0, "公顷")),
        ("3亿元", "投资额", (3.0, "亿元")),
    ],
)
def test_a_plain_quantity_is_read(text, heading, expected):
    assert parse_quantity(text, heading) == expected


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("", "面积（公顷）"),
        ("2019", "建成年份"),
        ("0755-82345678", "电话"),
        ("10-20公顷", "面积"),
        ("30亩", "面积（公顷）"),
        ("45元/㎡·月", "租金"),
        ("1,2345公顷", "面积"),
        ("0公顷", "面积"),
        ("待定", "面积（公顷）"),
    ],
)
def test_what_is_no_plain_quantity_is_none(text, heading):
    assert parse_quantity(text, heading) is None


def test_a_column_is_told_in_its_commonest_unit_and_only_for_parks_of_their_own():
    table = (
        "序号,辖区,片区,园区名称,占地面积\n"
        "1,南山,甲区,甲园,10公顷\n2,南山,乙区,乙园,20公顷\n"
        '3,南山,丙区,丙园,15亩\n4,南山,丁区,"丁园、戊园",90公顷\n'
    )
    edition = make_edition(table.encode(), name="mine.csv")
    (quantity,) = find_quantities(edition)
    assert (quantity.heading, quantity.unit) == ("占地面积", "公顷")
    assert quantity.values == pytest.approx((10, 20, 1, None, None))


def test_the_embedded_table_offers_none(embedded):
    assert find_quantities(embedded) == ()

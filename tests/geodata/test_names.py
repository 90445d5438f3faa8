import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata._names import likeness, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("梅林—彩田片区", "梅林-彩田片区"),
        ("莲塘“四创联动”产业园区", '莲塘"四创联动"产业园区'),
        ("腾讯“互联网+”未来科技城", "腾讯「互联网＋」未来科技城"),
        ("大运\n\n新城", "大运新城"),
        ("蚝二V谷产业园", "蚝二ｖ谷 产业园"),
        ("园区（南）", "园区(南)"),
    ],
)
def test_width_case_quotes_dashes_and_blanks_do_not_count(one, other):
    assert name_key(one) == name_key(other)


def test_a_plus_counts():
    assert name_key("互联网+") != name_key("互联网")


@given(st.text())
def test_a_key_is_its_own_key_but_for_folding(text):
    assert name_key(name_key(text)) == name_key(name_key(name_key(text)))


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_lies_from_0_to_1(one, other):
    assert 0 <= likeness(one, other) <= 1


def test_likeness_is_1_for_equal_keys_and_0_for_none():
    assert likeness("万科云城", "万科云城") == 1
    assert likeness("", "万科云城") == 0
    assert likeness("", "") == 0


def test_a_part_of_a_name_is_more_like_it_than_a_namesake():
    part = likeness("软件产业基地", "深圳市软件产业基地")
    assert part > likeness("软件产业基地", "坪山人工智能产业基地")
    assert part == pytest.approx(0.5 + 0.5 * 6 / 9)

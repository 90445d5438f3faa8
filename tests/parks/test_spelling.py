"""How names can be typed, and how what is typed is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.spelling import drop_tone_numbers, fold_typed, join_readings, spell


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Shen Zhen", "shenzhen"),
        ("shēnzhèn", "shenzhen"),
        ("深圳灣", "深圳湾"),
        ("ＳＺＷ", "szw"),
        ("lǜ gǔ", "lvgu"),
        ("lügu", "lvgu"),
        ("xi'an", "xian"),
        ("qvyu", "quyu"),
        ("腾讯“互联网+”", "腾讯互联网"),
        ("梅林—彩田", "梅林彩田"),
        ("", ""),
    ],
)
def test_what_is_typed_is_folded(typed, folded):
    assert fold_typed(typed) == folded


def test_tone_numbers_fall_away_but_other_numbers_stay():
    assert drop_tone_numbers("shen1zhen4") == "shenzhen"
    assert drop_tone_numbers("5g") == "5g"
    assert drop_tone_numbers("epsg4547") == "epsg4547"


def test_a_character_can_be_typed_by_each_living_reading():
    (sha,) = spell("厦")
    assert {"厦", "sha", "xia"} <= set(sha.spellings)
    (chang,) = spell("长")
    assert {"chang", "zhang"} <= set(chang.spellings)
    (green,) = spell("绿")
    assert {"lv", "lu", "lyu"} <= set(green.spellings)


def test_the_usual_reading_is_that_of_the_word():
    assert join_readings(spell("重庆大厦")) == "chongqingdasha"
    assert join_readings(spell("重点")) == "zhongdian"


@given(st.text(max_size=300))
def test_tokens_stand_in_order_inside_the_name(name):
    tokens = spell(name)
    ends = [0, *(token.end for token in tokens)]
    assert all(
        a <= token.start < token.end for a, token in zip(ends, tokens, strict=False)
    )
    assert all(token.end <= len(name) for token in tokens)

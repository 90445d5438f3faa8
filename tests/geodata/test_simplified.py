import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.simplified import list_spellings, simplify


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [
        ("龍崗天安數碼城", "龙岗天安数码城"),
        ("深圳灣科技生態園", "深圳湾科技生态园"),
        ("萬科雲城", "万科云城"),
        ("筍崗", "笋岗"),
        ("笋冈", "笋岗"),
        ("騰訊“互聯網+”", "腾讯“互联网+”"),
        ("前海", "前海"),
    ],
)
def test_traditional_characters_become_simplified_ones(traditional, simple):
    assert simplify(traditional) == simple


@given(st.text())
def test_what_is_simplified_stays_so(text):
    assert simplify(simplify(text)) == simplify(text)


@given(st.text(), st.text())
def test_each_character_is_simplified_by_itself(one, other):
    assert simplify(one + other) == simplify(one) + simplify(other)


def test_the_spellings_of_a_character_are_those_simplified_to_it():
    assert set(list_spellings("岗")) == {"岗", "崗", "冈", "岡"}
    assert list_spellings("a") == "a"
    assert all(simplify(sign) == "云" for sign in list_spellings("云"))

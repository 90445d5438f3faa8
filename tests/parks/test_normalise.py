"""Names as ids: readable, unique, stable."""

import re

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from parks.normalise import fold, number_repeats, slug, syllables


def test_width_case_and_blanks_fold_away():
    assert fold(" ＡＢ　c\n d ") == "ab c d"


def test_a_name_becomes_syllables_and_latin_runs():
    assert syllables("蚝二V谷") == ["hao", "er", "v", "gu"]
    assert (
        slug(syllables("腾讯“互联网+”未来科技城"))
        == "teng-xun-hu-lian-wang-wei-lai-ke-ji-cheng"
    )


@given(st.lists(st.sampled_from([*"重庆长沙银行女〇é１2a ·（", "南山", "大厦"])))
def test_a_name_is_spelt_as_if_it_were_read_whole(words):
    spoken = lazy_pinyin(fold("".join(words)), v_to_u=False)
    assert syllables("".join(words)) == re.findall("[a-z0-9]+", " ".join(spoken))


def test_a_name_of_nothing_pronounceable_still_has_an_id():
    assert slug(syllables("☆★")) == "unnamed"


def test_namesakes_are_told_apart_by_their_qualifier_then_by_number():
    got = number_repeats(["a", "b", "a", "a"], ["x", "", "y", "y"])
    assert got == ["a-x", "b", "a-y", "a-y-2"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "y"]))))
def test_ids_are_always_unique(pairs):
    got = number_repeats([s for s, _ in pairs], [q for _, q in pairs])
    assert len(set(got)) == len(pairs)


@given(st.text())
def test_a_slug_is_always_fit_for_an_address(text):
    assert all(
        letter.isascii() and (letter.isalnum() or letter == "-")
        for letter in slug(syllables(text))
    )


def test_a_name_of_five_megabytes_is_spelt_only_so_far():
    assert len(syllables("园" * 1_700_000)) < 1000


def test_thousands_of_namesakes_are_counted_past_numbers_that_are_names():
    ids = number_repeats(["yuan-3", *["yuan"] * 20_000], [""] * 20_001)
    assert ids[:4] == ["yuan-3", "yuan", "yuan-2", "yuan-4"]
    assert ids[-1] == "yuan-20001"
    assert len(set(ids)) == 20_001

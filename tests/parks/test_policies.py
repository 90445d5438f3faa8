"""Policies are cut at 《》, their numbers kept apart, nothing dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.policies import split_policies

NUMBERED = (
    "《甲通知》（深府〔2018〕84号）、"
    "《乙方案》(深府函[2019]123号)《丙规划（2017-2035）》"
)


def pairs(text):
    return [(policy.title, policy.number) for policy in split_policies(text)[0]]


def test_titles_and_numbers_stand_apart():
    assert pairs(NUMBERED) == [
        ("甲通知", "深府〔2018〕84号"),
        ("乙方案", "深府函[2019]123号"),
        ("丙规划（2017-2035）", None),
    ]


def test_a_title_may_hold_a_title():
    assert pairs("《关于印发〈甲规划〉的通知》")[0][0] == "关于印发〈甲规划〉的通知"


@pytest.mark.parametrize("text", ["", "  ", "、", "《》"])
def test_nothing_is_cited_by_nothing(text):
    assert pairs(text) == []


def test_a_separator_left_over_is_no_problem_but_words_are():
    assert not split_policies("《甲》、")[1]
    assert split_policies("《甲》以及其他文件")[1]


@given(st.text(alphabet="《》〈〉（）〔〕、，；甲乙丙2018号 \n", max_size=60))
def test_every_letter_is_in_a_title_a_number_or_left_over(text):
    policies, leftovers = split_policies(text)
    kept = "".join(f"{p.title}{p.number or ''}" for p in policies) + "".join(
        map(str, leftovers)
    )
    for letter in "甲乙丙":
        assert kept.count(letter) >= text.count(letter)

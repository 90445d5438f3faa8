"""Policies are cut at 《》, their numbers kept apart, nothing dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.model import Policy
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
    assert not split_policies("1.《甲》 2.《乙》（3）《丙》")[1]
    assert split_policies("《甲》以及其他文件")[1]


@pytest.mark.parametrize(
    "text",
    [
        "2021年11月国务院批准设立",
        "2006年国家发展改革委核准",
        "国务院同意建设",
        "2010年升级为国家级经济技术开发区",
        "2019年获批",
        "2021年11月",
        "2021-11-05",
        "3",
    ],
)
def test_a_date_or_an_event_is_no_document_but_is_said(text):
    assert split_policies(text) == ((), (text,))


@pytest.mark.parametrize(
    "text",
    [
        "国务院关于同意设立甲高新区的批复",
        "关于公布目录的通知",
        "深圳市工业园区建设",
        "关于甲园设立的意见",
        "甲园升级为国家级的决定",
        "甲园总体规划（2021年批准）",
    ],
)
def test_a_document_that_tells_of_an_event_is_a_document(text):
    assert split_policies(text) == ((Policy(text),), ())


@pytest.mark.parametrize("number", ["国函〔1996〕12号", "（深府[2018]84号）"])
def test_a_number_without_a_title_is_kept_and_said(number):
    assert split_policies(number) == ((Policy(number),), (number,))
    among = split_policies(f"甲规划；{number}；2021年国务院批准设立")
    assert among[0] == (Policy("甲规划"), Policy(number))
    assert among[1] == (number, "2021年国务院批准设立")


@given(st.text(alphabet="《》〈〉（）〔〕、，；甲乙丙2018号 \n", max_size=60))
def test_every_letter_is_in_a_title_a_number_or_left_over(text):
    policies, leftovers = split_policies(text)
    kept = "".join(f"{p.title}{p.number or ''}" for p in policies) + "".join(
        map(str, leftovers)
    )
    for letter in "甲乙丙":
        assert kept.count(letter) >= text.count(letter)

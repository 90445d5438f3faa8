"""How figures, times and documents are written in each language."""

import re

import pytest

from parks.indicator_words import (
    cite,
    convert_money,
    write_number,
    write_period,
    write_quantity,
    write_short,
    write_value,
)
from parks.indicators import read_indicators
from parks.language import Language

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("id_", "chinese", "english"),
    [
        ("added-value-2019-unrounded", "1,596.59 亿元", "159.659 billion yuan"),
        ("added-value-target-2022", "超过 2,400 亿元", "over 240 billion yuan"),
        ("added-value-growth-target", "15%左右", "around 15%"),
        ("gross-output-2020", "37,000 亿元左右", "around 3,700 billion yuan"),
        ("firms-5bn-target", "15 家以上", "at least 15 firms"),
        ("stations-2020-zaobao", "超过 46,000 个", "over 46,000 stations"),
        ("poles-2020", "9,743 根", "9,743 poles"),
        ("support-2020", "4.55 亿元", "0.455 billion yuan"),
    ],
)
def test_a_figure_has_its_unit_and_its_bound(id_, chinese, english):
    figure = read_indicators().find(id_)
    assert (write_value(figure, ZH), write_value(figure, EN)) == (chinese, english)


def test_on_an_axis_the_unit_is_not_repeated():
    find = read_indicators().find
    assert write_short(find("beijing-core-2021"), ZH) == "超过 8,900"
    assert write_short(find("beijing-core-2021"), EN) == "over 890"
    assert write_short(find("core-share-2020"), EN) == "30.5%"


@pytest.mark.parametrize("figure", read_indicators().all, ids=lambda each: each.id)
def test_no_digit_is_lost_between_the_languages(figure):
    for language in Language:
        said = float(
            re.search(r"[\d.]+", write_value(figure, language).replace(",", "")).group()
        )
        is_scaled = figure.unit == "yi-yuan" and language is EN
        assert said * (10 if is_scaled else 1) == pytest.approx(figure.value, rel=1e-12)


def test_numbers_are_grouped_and_have_the_decimals_they_have():
    assert write_number(27_828.6) == "27,828.6"
    assert write_number(100.0) == "100"
    assert write_quantity(20.0, "percent", ZH) == "20%"
    assert convert_money(1601.03, EN) == 160.103


@pytest.mark.parametrize(
    ("period", "chinese", "english"),
    [
        ("2019", "2019 年", "2019"),
        ("2020-Q1", "2020 年第 1 季度", "quarter 1 of 2020"),
        ("2020-12", "2020 年底", "end of 2020"),
        ("", "未写时间", "no time given"),
    ],
)
def test_times_are_written_as_the_language_does(period, chinese, english):
    assert (write_period(period, ZH), write_period(period, EN)) == (chinese, english)


def test_a_document_has_its_publisher_and_day_or_why_it_has_none():
    find = read_indicators().find
    news = find("gross-output-2020").document
    assert cite(news, ZH).endswith("联合早报，2021年1月20日")
    assert cite(news, EN).endswith("Lianhe Zaobao, January 20, 2021")
    assert news.title in cite(news, EN)
    proposal = find("added-value-2020").document
    assert cite(proposal, ZH).endswith("2021 年（年份据其编号）")
    assert "undated" in cite(find("added-value-target-2022").document, EN)

"""The filter in words: what a head, a sheet or a picture says of it."""

import pytest

from parks.catalogue import open_edition
from parks.filter import Filter
from parks.filter_words import list_choices, state_filter
from parks.language import Language
from parks.selection import Shape

EDITION = open_edition()
TITLE = "广深科技创新走廊规划"
CIRCLE = Shape.parse("circle:113.95,22.55,2000")
POLYGON = Shape.parse("polygon:113.9 22.5,114 22.5,114 22.6")


def say(language, **fields):
    return list_choices(Filter(**fields), EDITION, Language(language))


@pytest.mark.parametrize(
    ("fields", "chinese", "english"),
    [
        ({"districts": ("南山",)}, ("南山",), ("Nanshan",)),
        ({"districts": ("南山", "福田")}, ("南山或福田",), ("Nanshan or Futian",)),
        (
            {"districts": ("南山", "福田", "宝安", "龙岗", "罗湖")},
            ("南山、福田或另外 3 个辖区",),
            ("Nanshan, Futian or 3 other districts",),
        ),
        (
            {"sectors": ("ai", "fintech"), "match": "all", "role": "focus"},
            ("重点发展人工智能且金融科技",),
            ("Artificial intelligence and Fintech as focus",),
        ),
        (
            {"sectors": ("ai", "fintech"), "role": "mention"},
            ("提及人工智能或金融科技",),
            ("Artificial intelligence or Fintech as mentioned",),
        ),
        ({"role": "focus"}, (), ()),
        ({"zones": ("莲塘片区",)}, ("莲塘片区",), ("莲塘片区",)),
        (
            {"policies": (TITLE, "走廊")},
            (f"《{TITLE}》或依据含“走廊”",),
            (f"{TITLE} or policies with “走廊”",),
        ),
        (
            {"precisions": ("site", "near")},
            ("位置：本址或邻近",),
            ("place: Site or Near by",),
        ),
        ({"query": "深圳湾"}, ("含“深圳湾”",), ("“深圳湾”",)),
        (
            {"bbox": (113.0, 22.0, 114.0, 23.0), "within": (CIRCLE, POLYGON)},
            ("框选范围", "圆 2,000 米或圈选多边形"),
            ("drawn box", "circle of 2,000 m or drawn area"),
        ),
        ({"ids": ("a",)}, ("已选 1 个园区",), ("1 picked park",)),
        ({"ids": ("a", "b")}, ("已选 2 个园区",), ("2 picked parks",)),
    ],
)
def test_each_field_is_said_in_both_languages(fields, chinese, english):
    assert say("zh", **fields) == chinese
    assert say("en", **fields) == english


def test_a_filter_is_said_with_its_count():
    filter_ = Filter(districts=("南山",), sectors=("ai", "fintech"))
    said = state_filter(filter_, EDITION, 7, Language.ZH)
    assert said == "南山 · 人工智能或金融科技 · 7 个园区"
    assert state_filter(filter_, EDITION, 1, Language.EN).endswith(" · 1 park")
    assert state_filter(Filter(), EDITION, 59, Language.ZH) == "全部 59 个园区"
    assert state_filter(Filter(), EDITION, 59, Language.EN) == "All 59 parks"


def test_long_words_are_cut():
    (said,) = say("zh", query="深圳湾" * 60)
    assert len(said) < 30

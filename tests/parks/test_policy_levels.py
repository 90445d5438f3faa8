"""Whose a document is, by the words of its title, and of which years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.policy_documents import list_documents
from parks.policy_levels import Basis, Level, tell_level
from parks.policy_years import YearSource, find_years
from parks.title_forms import read_form, spell_number, spell_title

# Read off the appendix by hand.
LEVELS = {
    "深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知": "city",
    "深圳国家高新区扩区方案": "city",
    "“东进、西协、南联、北拓、中优”发展战略实施工作方案": "unsaid",
    "深圳市人民政府关于加快推进重点区域开发建设的实施意见（试行）": "city",
    "深圳市南山区国民经济和社会发展第十三个五年规划纲要": "district",
    "深圳市南山区工业发展第十三个五年规划": "district",
    "深圳30平方公里产业用地计划布局图": "city",
    "广深科技创新走廊规划": "unsaid",
    "福田区现代产业体系中长期发展规划（2017-2035）": "district",
    "福田区高新技术产业发展和自主创新“十三五”规划": "district",
    "清水河重点片区开发建设工作任务(2019—2020)": "unsaid",
    "深圳市罗湖区国民经济和社会发展第十三个五年规划纲要": "district",
    "中国(广东)自由贸易试验区深圳前海蛇口片区及大小南山周边地区综合规划": "unsaid",
    "广东省新一代人工智能发展规划": "provincial",
    "深圳市人工智能等新兴产业空间布局规划": "city",
    "深圳市关于率先实现5G基础设施全覆盖及促进5G产业高质量发展的若干措施": "city",
    "共建广东省工业互联网产业示范基地战略协议": "bilateral",
    "深圳市工业互联网发展行动计划(2018—2020年)": "city",
    "深圳市人民政府关于印发新一代人工智能发展行动计划（2019-2023）": "city",
    "深圳市推进区域协调发展战略实施方案（2020-2022年）": "city",
    "深汕特别合作区发展规划": "district",
}
YEARS = {
    "深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知": ["2018"],
    "深圳国家高新区扩区方案": ["2019"],
    "深圳市南山区国民经济和社会发展第十三个五年规划纲要": ["2016–2020"],
    "深圳市南山区工业发展第十三个五年规划": ["2016–2020"],
    "福田区现代产业体系中长期发展规划（2017-2035）": ["2017–2035"],
    "福田区高新技术产业发展和自主创新“十三五”规划": ["2016–2020"],
    "清水河重点片区开发建设工作任务(2019—2020)": ["2019–2020"],
    "深圳市罗湖区国民经济和社会发展第十三个五年规划纲要": ["2016–2020"],
    "深圳市工业互联网发展行动计划(2018—2020年)": ["2018–2020"],
    "深圳市人民政府关于印发新一代人工智能发展行动计划（2019-2023）": ["2019–2023"],
    "深圳市推进区域协调发展战略实施方案（2020-2022年）": ["2020–2022"],
}


def test_the_levels_of_the_appendix(embedded):
    found = {d.title: d.level.level.value for d in list_documents(embedded)}
    assert found == LEVELS


def test_the_years_of_the_appendix(embedded):
    found = {d.title: [str(y) for y in d.years] for d in list_documents(embedded)}
    assert {title: years for title, years in found.items() if years} == YEARS


@pytest.mark.parametrize(
    ("title", "level", "basis", "words"),
    [
        ("深圳市人民政府关于甲的意见", "city", "issuer", "深圳市人民政府"),
        ("深圳市发展和改革委员会关于印发甲乙方案的通知", "city", "issuer", None),
        (
            "深圳市人民政府关于印发福田区甲规划的通知",
            "city",
            "issuer",
            "深圳市人民政府",
        ),
        ("深圳市甲规划", "city", "place", "深圳市"),
        ("广东省深圳市甲规划", "city", "place", "广东省深圳市"),
        ("苏州市工业园区甲规划", "city", "place", "苏州市"),
        ("盐城市甲规划", "city", "place", "盐城市"),
        ("成都市高新区甲方案", "city", "place", "成都市"),
        ("深圳市重点区域甲规划", "city", "place", "深圳市"),
        ("福田区人民政府关于甲的意见", "district", "issuer", "福田区人民政府"),
        ("大鹏新区甲规划", "district", "place", "大鹏新区"),
        ("光明新区甲规划", "district", "place", "光明新区"),
        ("苏州市吴中区甲规划", "district", "place", "苏州市吴中区"),
        ("北京市海淀区人民政府印发甲乙方案的通知", "district", "issuer", None),
        ("北京市甲规划", "provincial", "place", "北京市"),
        ("广东省人民政府关于甲的意见", "provincial", "issuer", "广东省人民政府"),
        ("国务院关于印发甲乙规划的通知", "national", "issuer", "国务院"),
        ("中共中央 国务院关于支持甲的意见", "national", "issuer", "中共中央"),
        ("工业和信息化部关于甲的通知", "national", "issuer", "工业和信息化部"),
        (
            "深圳市与华为公司战略合作框架协议",
            "bilateral",
            "parties",
            "战略合作框架协议",
        ),
        ("甲乙合作备忘录（2020年）", "bilateral", "parties", "合作备忘录"),
        ("国家高新区甲规划", "unsaid", "nothing", ""),
        ("智慧城市甲方案", "unsaid", "nothing", ""),
        ("城市更新办法", "unsaid", "nothing", ""),
        ("深圳湾甲规划", "unsaid", "nothing", ""),
        ("福田保税区甲规划", "unsaid", "nothing", ""),
        ("上市公司办法", "unsaid", "nothing", ""),
        ("甲协议管理办法", "unsaid", "nothing", ""),
        ("", "unsaid", "nothing", ""),
    ],
)
def test_a_level_is_told_by_words_of_the_title(title, level, basis, words):
    found = tell_level([title])
    assert (found.level, found.basis) == (Level(level), Basis(basis))
    if words is not None:
        assert found.words == words


def test_who_issues_it_goes_before_the_place_another_title_begins_with():
    found = tell_level(["深圳甲规划", "深圳市人民政府关于印发深圳甲规划的通知"])
    assert found.basis is Basis.ISSUER
    assert found.words == "深圳市人民政府"


def years(title="", number=None):
    found = find_years([title], [number] if number else [])
    return [(each.first, each.last, each.source) for each in found]


def test_a_number_and_a_title_may_both_name_years():
    assert years("甲计划（2019-2023）", "深府〔2018〕84号") == [
        (2018, 2018, YearSource.NUMBER),
        (2019, 2023, YearSource.TITLE),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("甲“十四五”规划", [(2021, 2025, YearSource.FIVE_YEAR_PLAN)]),
        ("甲第十个五年计划", [(2001, 2005, YearSource.FIVE_YEAR_PLAN)]),
        ("甲2019年工作要点", [(2019, 2019, YearSource.TITLE)]),
        ("甲目录（2022版）", [(2022, 2022, YearSource.TITLE)]),
        ("甲规划（2035-2017）", []),
        ("甲2000万平方米规划", []),
        ("甲120199年", []),
        ("甲规划", []),
    ],
)
def test_years_are_those_that_a_title_says(title, expected):
    assert years(title) == expected


@given(st.text(max_size=60))
def test_any_text_is_a_title(text):
    spelled = spell_title(text)
    form = read_form(text)
    assert form.spelled == spelled
    assert len(form.core) <= len(spelled)
    judgement = tell_level([text])
    assert (judgement.level is Level.UNSAID) == (judgement.words == "")
    assert judgement.words in spelled
    assert all(each.first <= each.last for each in find_years([text], [text]))
    spell_number(text)


@pytest.mark.parametrize("word", ["合作", "印发", "的方案", "委", "深圳市"])
def test_a_title_of_any_length_is_looked_through_once(word):
    assert tell_level([word * 60_000]).level in set(Level)


@given(st.text("深圳市“”—-（）()〔〕[] 2019年至國国Ａa", max_size=30))
def test_a_folded_title_stays_as_it_is(text):
    assert spell_title(spell_title(text)) == spell_title(text)

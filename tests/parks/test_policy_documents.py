"""Documents cited as policy basis, each one entity: the appendix by hand, and rules."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.model import Policy
from parks.policy_alike import find_alike
from parks.policy_documents import choose_parks, find_findings, list_documents
from parks.policy_joins import Rule, explain_join, join_citations, number_of

# Read off the appendix by hand: a title of each document, the rows that cite it, and
# the number of forms it is cited in.
APPENDIX = {
    "深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知": (
        (1, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20),
        3,
    ),
    "深圳国家高新区扩区方案": ((7, 8, 14, 17, 18), 2),
    "“东进、西协、南联、北拓、中优”发展战略实施工作方案": ((4, 5, 19, 20), 1),
    "深圳市人民政府关于加快推进重点区域开发建设的实施意见（试行）": ((1, 3, 15), 1),
    "深圳市南山区国民经济和社会发展第十三个五年规划纲要": ((9, 10, 11), 1),
    "深圳市南山区工业发展第十三个五年规划": ((9, 10, 11), 1),
    "深圳30平方公里产业用地计划布局图": ((2, 15, 17), 1),
    "广深科技创新走廊规划": ((4, 16), 1),
    "福田区现代产业体系中长期发展规划（2017-2035）": ((2,), 1),
    "福田区高新技术产业发展和自主创新“十三五”规划": ((3,), 1),
    "清水河重点片区开发建设工作任务(2019—2020)": ((4,), 1),
    "深圳市罗湖区国民经济和社会发展第十三个五年规划纲要": ((5,), 1),
    "中国(广东)自由贸易试验区深圳前海蛇口片区及大小南山周边地区综合规划": ((11,), 1),
    "广东省新一代人工智能发展规划": ((17,), 1),
    "深圳市人工智能等新兴产业空间布局规划": ((17,), 1),
    "深圳市关于率先实现5G基础设施全覆盖及促进5G产业高质量发展的若干措施": ((17,), 1),
    "共建广东省工业互联网产业示范基地战略协议": ((17,), 1),
    "深圳市工业互联网发展行动计划(2018—2020年)": ((17,), 1),
    "深圳市人民政府关于印发新一代人工智能发展行动计划（2019-2023）": ((18,), 1),
    "深圳市推进区域协调发展战略实施方案（2020-2022年）": ((18,), 1),
    "深汕特别合作区发展规划": ((22,), 1),
}


def seqs(edition, rows):
    return tuple(edition.table.rows[row].seq for row in rows)


def find(edition, title):
    (document,) = [d for d in list_documents(edition) if title in d.titles]
    return document


def cite(*cells):
    """Write a table of one park a row, each citing what its cell says."""
    return [
        f"{n},南山,{n}片区,{n}园,发展人工智能,{cell}" for n, cell in enumerate(cells, 1)
    ]


def groups(*texts):
    policies = [
        Policy(*text) if isinstance(text, tuple) else Policy(text) for text in texts
    ]
    return join_citations(policies)


def test_the_appendix_cites_twenty_one_documents(embedded):
    found = {
        document.title: (seqs(embedded, document.rows), len(document.variants))
        for document in list_documents(embedded)
    }
    assert found == APPENDIX


def test_the_documents_that_most_rows_rest_on_come_first(embedded):
    counts = [len(document.rows) for document in list_documents(embedded)]
    assert counts == sorted(counts, reverse=True)


def test_the_appendix_cites_two_documents_in_several_forms_and_says_why(embedded):
    several = {
        document.title: [
            (v.policy.title, v.policy.number, seqs(embedded, v.rows), v.rules)
            for v in document.variants[1:]
        ]
        for document in list_documents(embedded)
        if len(document.variants) > 1
    }
    notice = "深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知"
    assert several == {
        notice: [
            (
                "深圳市关于进一步加快发展战略性新兴产业的实施方案",
                None,
                (9, 10, 11, 19, 20),
                (Rule.NOTICE, Rule.PLACE, Rule.PARTICLE),
            ),
            (notice, "深府〔2018〕84号", (18,), (Rule.TITLE,)),
        ],
        "深圳国家高新区扩区方案": [
            (
                "深圳市人民政府关于印发深圳国家高新区扩区方案的通知",
                "深府函〔2019〕123号",
                (18,),
                (Rule.NOTICE, Rule.PLACE),
            )
        ],
    }


def test_a_number_is_the_documents_and_its_row_is_named(embedded):
    document = find(embedded, "深圳国家高新区扩区方案")
    assert document.number == "深府函〔2019〕123号"
    assert seqs(embedded, document.number_rows) == (18,)
    assert sum(d.number is not None for d in list_documents(embedded)) == 2


def test_the_parks_are_those_of_the_rows(embedded):
    document = find(embedded, "深圳国家高新区扩区方案")
    assert len(document.parks) == 17
    rows = set(embedded.parks["row"].iloc[list(document.parks)])
    assert rows == set(document.rows)


def test_six_rows_of_the_appendix_rest_on_one_document_and_one_on_none(embedded):
    findings = find_findings(embedded)
    rows = [row for row, _ in findings.alone]
    assert seqs(embedded, rows) == (6, 7, 8, 12, 13, 22)
    assert [document.title[:7] for _, document in findings.alone] == [
        "深圳市人民政府",
        "深圳国家高新区",
        "深圳国家高新区",
        "深圳市人民政府",
        "深圳市人民政府",
        "深汕特别合作区",
    ]
    assert seqs(embedded, findings.without) == (21,)
    assert len(findings.cited_once) == 13


def test_every_citation_is_in_exactly_one_document(embedded):
    variants = [v.policy for d in list_documents(embedded) for v in d.variants]
    cited = {policy for row in embedded.table.rows for policy in row.policies}
    assert len(variants) == len(set(variants)) == 24
    assert set(variants) == cited


def test_the_map_shows_exactly_the_parks_that_rest_on_a_document(embedded):
    for document in list_documents(embedded):
        filter_ = choose_parks(embedded, document)
        assert filter_.policies == document.titles
        chosen = filter_.select(embedded).nonzero()[0]
        assert tuple(chosen.tolist()) == document.parks


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ("甲方案(2019—2020年)", "甲方案（2019-2020）", {Rule.SPELLING}),
        ("“十三五”甲规划", "「十三五」甲规划", {Rule.SPELLING}),
        ("國家級甲規劃", "国家级甲规划", {Rule.SPELLING}),
        ("关于印发《甲乙丙丁方案》的通知", "甲乙丙丁方案", {Rule.NOTICE}),
        (
            "深圳市南山区人民政府关于印发甲乙丙方案的通知",
            "南山区甲乙丙方案",
            {Rule.NOTICE, Rule.PLACE},
        ),
        ("深圳市南山区甲规划", "南山区甲规划", {Rule.PLACE}),
        ("南山区加快甲的实施方案", "南山区加快甲实施方案", {Rule.PARTICLE}),
        (
            "深圳市人民政府关于印发甲乙丙方案的通知",
            "深圳市人民政府印发甲乙丙方案",
            {Rule.NOTICE},
        ),
    ],
)
def test_titles_are_joined_by_the_rules_that_are_needed(one, other, rules):
    assert groups(one, other) == [(0, 1)]
    assert set(explain_join(Policy(one), Policy(other))) == rules


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲规划", "甲规划实施方案"),
        ("甲规划（2019-2020）", "甲规划（2021-2022）"),
        ("甲办法", "甲办法（试行）"),
        ("深圳市甲规划", "广东省甲规划"),
        ("深圳市福田区甲规划", "深圳市南山区甲规划"),
        ("南京市鼓楼区甲规划", "徐州市鼓楼区甲规划"),
        ("深圳市甲乙丙方案", "甲乙丙方案"),
        ("深圳市人民政府关于印发甲乙丙方案的通知", "甲乙丙方案"),
        (
            "深圳市人民政府关于印发甲乙丙方案的通知",
            "南山区人民政府关于印发甲乙丙方案的通知",
        ),
        ("国务院关于印发甲乙丙规划的通知", "深圳市甲乙丙规划"),
        ("深圳湾片区甲规划", "深圳片区甲规划"),
        ("深圳市人民政府关于加强甲工作的通知", "深圳市人民政府关于加强甲工作"),
        ("", "甲"),
    ],
)
def test_what_no_rule_proves_is_not_joined(one, other):
    assert groups(one, other) == [(0,), (1,)]
    assert explain_join(Policy(one), Policy(other)) == ()


def test_a_number_joins_however_it_is_written():
    assert groups(
        ("甲通知", "深府〔2018〕84号"),
        ("乙方案", "深府[2018]第84号"),
        ("丙", "深府（2018） 84 号"),
        ("丁", "深府〔2018〕85号"),
        "深府〔2018〕84号",
    ) == [(0, 1, 2, 4), (3,)]


def test_a_title_of_two_numbers_is_two_documents_and_bare_it_is_a_third():
    assert groups(
        ("甲规划", "深府〔2018〕84号"),
        ("甲规划", "深府〔2020〕1号"),
        "甲规划",
        "甲 规划",
    ) == [(0,), (1,), (2, 3)]


def test_two_numbers_are_not_joined_through_a_third_title():
    assert groups(
        ("深圳市甲的方案", "深府〔2018〕84号"),
        "深圳市甲方案",
        ("深圳甲方案", "深府〔2020〕1号"),
    ) == [(0,), (1,), (2,)]


def test_parks_of_a_title_that_two_documents_bear_are_chosen_one_by_one(make):
    edition = make(
        *cite(
            "《甲规划》（深府〔2018〕84号）",
            "《甲规划》（深府〔2020〕1号）",
            "《甲规划》",
        )
    )
    documents = list_documents(edition)
    assert [document.number for document in documents] == [
        "深府〔2018〕84号",
        "深府〔2020〕1号",
        None,
    ]
    for document in documents:
        chosen = choose_parks(edition, document).select(edition).nonzero()[0]
        assert tuple(chosen.tolist()) == document.parks
        assert len(document.parks) == 1


def test_spellings_that_differ_in_width_show_all_parks_on_the_map(make):
    edition = make(
        *cite("《甲规划（２０１９）》", "《甲规划(2019)》", "《甲规划“2019”》")
    )
    documents = list_documents(edition)
    assert len(documents) == 2
    for document in documents:
        chosen = choose_parks(edition, document).select(edition).nonzero()[0]
        assert tuple(chosen.tolist()) == document.parks


def test_a_variant_may_be_joined_through_another(make):
    edition = make(
        *cite(
            "《甲方案》（深府〔2018〕84号）",
            "《甲方案》（深府〔2018〕84号）",
            "《乙的方案》（深府〔2018〕84号）",
            "《乙方案》",
        )
    )
    (document,) = list_documents(edition)
    assert [(v.policy.title, v.rules, v.joined_to) for v in document.variants] == [
        ("甲方案", (), 0),
        ("乙的方案", (Rule.NUMBER,), 0),
        ("乙方案", (Rule.PARTICLE,), 1),
    ]


def test_titles_that_only_seem_the_same_are_named_but_not_joined(make):
    edition = make(
        *cite(
            "《深圳市甲办法（试行）》", "《深圳市甲办法》", "《甲办法》", "《乙办法》"
        )
    )
    documents = list_documents(edition)
    assert len(documents) == 4
    assert find_alike(documents) == {0: (1, 2), 1: (0, 2), 2: (0, 1)}


def test_two_numbers_are_two_documents_and_not_perhaps_one(make):
    edition = make(
        *cite(
            "《甲方案》（深府〔2018〕84号）",
            "《甲方案》（深府〔2019〕12号）",
            "《甲方案》",
        )
    )
    documents = list_documents(edition)
    bare = [each.number for each in documents].index(None)
    one, other = sorted({0, 1, 2} - {bare})
    assert find_alike(documents) == {one: (bare,), other: (bare,), bare: (one, other)}


def test_nothing_of_the_appendix_only_seems_the_same(embedded):
    assert find_alike(list_documents(embedded)) == {}


def test_a_table_without_policies_has_no_document(make):
    edition = make("1,南山,甲片区,一园,发展人工智能,")
    assert list_documents(edition) == ()
    assert find_findings(edition).without == (0,)


WORDS = st.sampled_from(
    [
        *(
            "深圳市",
            "深圳",
            "南山区",
            "深圳市人民政府",
            "关于印发",
            "印发",
            "的",
            "通知",
        ),
        *("甲乙方案", "实施方案", "（试行）", "(2019—2020年)", "“", "〔", "规划", " "),
    ]
)
TITLES = st.lists(WORDS, min_size=1, max_size=6).map("".join)
NUMBERS = st.sampled_from(
    [None, None, "深府〔2018〕84号", "深府[2018]84号", "粤府〔2020〕1号"]
)
CITED = st.lists(st.builds(Policy, TITLES, NUMBERS), max_size=8, unique=True)


@given(CITED)
def test_documents_part_the_citations_and_none_has_two_numbers(policies):
    found = join_citations(policies)
    assert sorted(itertools.chain(*found)) == list(range(len(policies)))
    for group in found:
        assert len({number_of(policies[at]) for at in group} - {""}) <= 1


@given(CITED, st.randoms())
def test_what_is_joined_does_not_depend_on_the_order(policies, random):
    shuffled = policies.copy()
    random.shuffle(shuffled)

    def named(cited):
        return {frozenset(cited[at] for at in group) for group in join_citations(cited)}

    assert named(shuffled) == named(policies)


@given(st.builds(Policy, TITLES, NUMBERS), st.builds(Policy, TITLES, NUMBERS))
def test_a_reason_is_given_for_both_or_for_neither(one, other):
    assert explain_join(one, other) == explain_join(other, one)

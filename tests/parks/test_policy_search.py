"""Documents are found by title, number, pinyin, initials and English words."""

import pytest

from parks.policy_search import open_document_index

HIGH_TECH = "深圳国家高新区扩区方案"
EMERGING = "深圳市人民政府印发关于进一步加快发展战略性新兴产业实施方案的通知"


@pytest.fixture(scope="module")
def index(embedded):
    return open_document_index(embedded)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("扩区方案", HIGH_TECH),
        ("擴區方案", HIGH_TECH),
        ("kuoqufangan", HIGH_TECH),
        ("gxqkqfa", HIGH_TECH),
        ("123号", HIGH_TECH),
        ("深府函[2019]123号", HIGH_TECH),
        ("关于印发深圳国家高新区", HIGH_TECH),
        ("深府〔2018〕84号", EMERGING),
        ("战略 协议", "共建广东省工业互联网产业示范基地战略协议"),
        ("strategic agreement", "共建广东省工业互联网产业示范基地战略协议"),
        ("十三五 福田", "福田区高新技术产业发展和自主创新“十三五”规划"),
    ],
)
def test_a_document_is_found_alone(index, typed, title):
    assert [index.documents[at].title for at in index.find(typed)] == [title]


def test_an_unnumbered_variant_leads_to_its_document(index):
    found = index.find("深圳市关于进一步加快发展战略性新兴产业的实施方案")
    assert [index.documents[at].title for at in found] == [EMERGING]


@pytest.mark.parametrize("typed", ["", "  ", "！？", "《》"])
def test_nothing_to_look_for_lists_all(index, typed):
    assert index.find(typed) == list(range(21))


def test_what_is_spelled_wrongly_is_offered_but_not_listed(index):
    assert index.find("扩趣方案") == []
    near = [index.documents[at].title for at in index.find_near("扩趣方案")]
    assert near[0] == HIGH_TECH
    assert index.find_near("zzzzzz") == []


@pytest.mark.parametrize(
    "text",
    [
        HIGH_TECH,
        f"《{HIGH_TECH}》",
        "深圳市人民政府关于印发深圳国家高新区扩区方案的通知",
        "深府函〔2019〕123号",
        "深府函[2019]第123号",
    ],
)
def test_a_title_or_number_as_cited_means_its_document(index, text):
    assert index.documents[index.find_one(text)].title == HIGH_TECH


def test_a_part_of_a_title_means_none(index):
    assert index.find_one("深圳国家高新区") is None
    assert index.find_one("") is None


def test_what_a_link_calls_a_document_leads_back_to_it(index, make):
    edition = make(
        "1,南山,甲片区,一园,发展人工智能,《甲规划》（深府〔2018〕84号）",
        "2,南山,乙片区,二园,发展人工智能,《甲规划》（深府〔2020〕1号）",
        "3,南山,丙片区,三园,发展人工智能,《甲规划》",
    )
    for each in (index, open_document_index(edition)):
        for at in range(len(each.documents)):
            assert each.find_one(each.refer_to(at)) == at

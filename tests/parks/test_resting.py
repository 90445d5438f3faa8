"""What rests on a policy."""

from parks.model import Policy
from parks.resting import find_resting


def test_all_rows_and_parks_that_cite_a_document_are_found(embedded):
    resting = find_resting(embedded, Policy("深圳国家高新区扩区方案"))
    cited = [
        index
        for index, row in enumerate(embedded.table.rows)
        if "深圳国家高新区扩区方案" in [policy.title for policy in row.policies]
    ]
    assert list(resting.zones) == cited
    assert set(embedded.parks["row"].iloc[list(resting.parks)]) <= set(cited)
    assert len(resting.parks) == 12


def test_a_longer_title_is_another_document(make):
    edition = make(
        "1,南山,甲片区,一园,重点发展人工智能,《规划》",
        "2,南山,乙片区,二园,重点发展人工智能,《规划实施方案》",
    )
    assert find_resting(edition, Policy("规划")).parks == (0,)


def test_another_number_is_another_document(make):
    edition = make(
        "1,南山,甲片区,一园,重点发展人工智能,《规划》（深府〔2018〕84号）",
        "2,南山,乙片区,二园,重点发展人工智能,《规划》（深府〔2020〕1号）",
        "3,南山,丙片区,三园,重点发展人工智能,《规划》",
    )
    assert find_resting(edition, Policy("规划", "深府〔2018〕84号")).parks == (0, 2)
    assert find_resting(edition, Policy("规划")).parks == (0, 1, 2)

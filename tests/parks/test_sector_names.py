"""What somebody meant who wrote no sector's name."""

import pytest

from parks.sector_names import suggest_sectors


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("blokchain", "blockchain"),
        ("区块连", "blockchain"),
        ("ren gong zhi neng", "ai"),
        ("芯片", "ic"),
        ("跨境电商平台", "e-commerce"),
        ("fin-tech", "fintech"),
    ],
)
def test_the_nearest_comes_first(typed, first):
    assert suggest_sectors(typed)[0].id == first


@pytest.mark.parametrize("typed", ["", "?", "<b>" + "x" * 99_999])
def test_nothing_is_like_nonsense(typed):
    assert suggest_sectors(typed) == ()


def test_no_sector_is_offered_twice_and_few_are():
    found = suggest_sectors("智能", 5)
    assert len(found) == len(set(found)) <= 5

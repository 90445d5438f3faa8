"""The answer of the page of districts: whether they differ by more than chance."""

from typing import Final

from parks.district_findings import count_solid
from parks.district_matrix import FEW_ROWS, DistrictMatrix
from parks.district_measures import Chance, weigh_chance
from parks.edition import Edition
from views._words import say

_SURE: Final = 0.05
"""The usual level of a test."""


def answer(edition: Edition, matrix: DistrictMatrix) -> list[str]:
    """Say whether the districts differ, and on how few rows that stands."""
    chance = weigh_chance(edition, matrix)
    if chance is None:
        return [
            say("Fewer than two districts take up a sector here: none can be compared.")
        ]
    solid, cells = count_solid(matrix)
    rows = sum(map(len, matrix.tagged_rows))
    small = say(
        "Small numbers: {rows} rows in {districts} districts are counted, and {solid} "
        "of the {cells} filled cells below stand on {few} rows or more. One row read "
        "otherwise moves most figures of this page.",
        rows=rows,
        districts=len(matrix.tagged),
        solid=solid,
        cells=cells,
        few=FEW_ROWS,
    )
    return [_judge(chance), small] if solid * 2 < cells else [_judge(chance)]


def _judge(chance: Chance) -> str:
    facts = {
        "observed": f"{chance.observed:.2f}",
        "expected": f"{chance.expected:.2f}",
    }
    if chance.share_lower <= _SURE:
        return say(
            "Yes: two districts are alike by {observed} on average (cosine, from 0 to "
            "1). The same rows dealt out to the districts at random would give "
            "{expected}, and as little as observed in {share} of deals.",
            **facts,
            share=_percent(chance.share_lower),
        )
    if chance.share_higher <= _SURE:
        return say(
            "No, they are more alike than chance would have it: {observed} on average "
            "(cosine, from 0 to 1). The same rows dealt out to the districts at random "
            "would give {expected}, and as much as observed in {share} of deals.",
            **facts,
            share=_percent(chance.share_higher),
        )
    return say(
        "This table does not show it: two districts are alike by {observed} on average "
        "(cosine, from 0 to 1). The same rows dealt out to the districts at random "
        "would give {expected}, and as little as observed in {share} of deals. That "
        "districts differ cannot be told from chance here.",
        **facts,
        share=_percent(chance.share_lower),
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%" if share < 0.1 else f"{share * 100:.0f}%"  # noqa: PLR2004

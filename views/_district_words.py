"""What the matrix of districts says, in sentences with the rows behind them."""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from parks.district_findings import (
    Overlap,
    find_most_common,
    find_only_here,
    find_untagged,
    rank_overlaps,
)
from parks.district_matrix import FEW_ROWS, DistrictMatrix
from parks.edition import Edition
from parks.language import Language
from parks.wording import name_district, name_sector
from views._words import current_language, enumerate_words, say

_MOST_OVERLAPS: Final = 5
"""Pairs that get a sentence; the chart has them all."""
_MOST_NAMED: Final = 12
"""Names or numbers in a sentence."""
_ONLY_HERE: Final = {
    "focus": "A focus in {district} alone: {sectors} (row no. {numbers}).",
    "mention": "Mentioned beside the focus in {district} alone: {sectors} (row no. "
    "{numbers}).",
    "any": "Taken up in {district} alone: {sectors} (row no. {numbers}).",
}
"""What one district has alone, as it is counted: others may name it otherwise."""


def list_findings(edition: Edition, matrix: DistrictMatrix) -> list[str]:
    """List what stands out, a sentence each."""
    return [
        *_say_overlaps(matrix),
        *_say_most_common(matrix),
        *_say_only_here(edition, matrix),
    ]


def list_districts(edition: Edition, matrix: DistrictMatrix) -> list[tuple[str, str]]:
    """Say a sentence of each district, with its name."""
    overlaps = rank_overlaps(matrix)
    untagged = find_untagged(matrix)
    return [
        (
            _name(matrix, at),
            _say_untagged(edition, matrix, at)
            if at in untagged
            else _say_district(edition, matrix, at, overlaps),
        )
        for at in range(len(matrix.districts))
    ]


def list_left_out(matrix: DistrictMatrix) -> list[str]:
    """Say what of the table is not counted at all."""
    said = []
    if matrix.nameless:
        said.append(
            say(
                "Rows that name no district and are counted nowhere here: {count}.",
                count=matrix.nameless,
            )
        )
    if matrix.left_out:
        said.append(
            say(
                "The table names more districts than can be set side by side. Left "
                "out here, with the fewest rows: {count}.",
                count=matrix.left_out,
            )
        )
    return said


def list_row_numbers(edition: Edition, positions: Sequence[int]) -> str:
    """List the numbers of rows as the table has them."""
    rows = edition.table.rows
    named = enumerate_words(str(rows[at].seq) for at in positions[:_MOST_NAMED])
    more = len(positions) - _MOST_NAMED
    return f"{named} … +{more:,}" if more > 0 else named


def as_items(sentences: Iterable[str]) -> Markup:
    """Write sentences as a list; none, as nothing."""
    items = Markup().join(Markup("<li>{}</li>").format(each) for each in sentences)
    return Markup("<ul>{}</ul>").format(items) if items else Markup()


def _say_overlaps(matrix: DistrictMatrix) -> list[str]:
    ranked = [pair for pair in rank_overlaps(matrix) if pair.shared]
    if not ranked:
        return (
            [say("No two districts have a sector in common.")]
            if len(matrix.tagged) > 1
            else []
        )
    listed = ranked[:_MOST_OVERLAPS]
    best, last = (round(pair.cosine, 9) for pair in (listed[0], listed[-1]))
    said = [
        _say_overlap(matrix, pair, is_most=round(pair.cosine, 9) == best)
        for pair in listed
    ]
    # What is not listed is less alike, or as much as the last.
    even = sum(round(pair.cosine, 9) == last for pair in ranked[_MOST_OVERLAPS:])
    if even:
        told = say("More pairs that overlap as much as the last: {count}.", count=even)
        said.append(told)
    return said


def _say_overlap(matrix: DistrictMatrix, pair: Overlap, *, is_most: bool) -> str:
    facts = {
        "first": _name(matrix, pair.first),
        "second": _name(matrix, pair.second),
        "cosine": f"{pair.cosine:.2f}",
        "sectors": _name_sectors(matrix, pair.shared),
    }
    said = (
        say(
            "{first} and {second} overlap most (cosine {cosine}), in {sectors}.",
            **facts,
        )
        if is_most
        else say(
            "{first} and {second} overlap (cosine {cosine}) in {sectors}.", **facts
        )
    )
    counted = [len(matrix.tagged_rows[at]) for at in (pair.first, pair.second)]
    if min(counted) >= FEW_ROWS:
        return said
    small = say(
        "Small: rows counted, {one} and {other}.", one=counted[0], other=counted[1]
    )
    return _join([said, small])


def _say_most_common(matrix: DistrictMatrix) -> list[str]:
    width, lines = find_most_common(matrix)
    if width < 2:  # noqa: PLR2004 - one district alone shares with nobody
        return []
    return [
        say(
            "Taken up by the most districts, {count} of {total}: {sectors}. It tells "
            "them apart least.",
            count=width,
            total=len(matrix.tagged),
            sectors=_name_sectors(matrix, lines),
        )
    ]


def _say_only_here(edition: Edition, matrix: DistrictMatrix) -> list[str]:
    if len(matrix.tagged) < 2:  # noqa: PLR2004 - the only one has everything alone
        return []
    return [
        say(
            _ONLY_HERE[matrix.counting.role],
            district=_name(matrix, home),
            sectors=_name_sectors(matrix, lines),
            numbers=list_row_numbers(
                edition, sorted({r for line in lines for r in matrix.rows[line, home]})
            ),
        )
        for home, lines in find_only_here(matrix).items()
    ]


def _say_untagged(edition: Edition, matrix: DistrictMatrix, at: int) -> str:
    own = matrix.district_rows[at]
    return say(
        "nothing can be measured: of its rows (no. {numbers}) none has anything that "
        "is counted here.",
        numbers=list_row_numbers(edition, own),
    )


def _say_district(
    edition: Edition, matrix: DistrictMatrix, at: int, overlaps: Sequence[Overlap]
) -> str:
    column = matrix.counts[:, at]
    most = [n for n in range(len(matrix.sectors)) if column[n] == column.max()]
    own = [pair for pair in overlaps if at in {pair.first, pair.second}]
    said = [
        say(
            "Rows counted: {counted} of {count} (no. {numbers}); most often: "
            "{sectors}.",
            counted=len(matrix.tagged_rows[at]),
            count=len(matrix.district_rows[at]),
            numbers=list_row_numbers(edition, matrix.tagged_rows[at]),
            sectors=_name_sectors(matrix, most),
        )
    ]
    if own and own[0].shared:
        alike = [p for p in own if round(p.cosine, 9) == round(own[0].cosine, 9)]
        shared = dict.fromkeys(line for pair in alike for line in pair.shared)
        said.append(
            say(
                "Most like {districts} ({cosine}), in {sectors}.",
                districts=_name_districts(matrix, at, alike),
                cosine=f"{own[0].cosine:.2f}",
                sectors=_name_sectors(matrix, tuple(shared)),
            )
        )
    apart = sorted(
        (pair for pair in own if not pair.shared), key=lambda p: (p.first, p.second)
    )
    if apart and len(apart) == len(own):
        said.append(say("Shares no sector with any other district."))
    elif apart:
        names = _name_districts(matrix, at, apart)
        said.append(say("Shares no sector with {districts}.", districts=names))
    return _join(said)


def _name_districts(matrix: DistrictMatrix, at: int, pairs: Sequence[Overlap]) -> str:
    others = [pair.second if pair.first == at else pair.first for pair in pairs]
    return _enumerate(_name(matrix, other) for other in others)


def _name(matrix: DistrictMatrix, at: int) -> str:
    return name_district(matrix.districts[at], current_language())


def _name_sectors(matrix: DistrictMatrix, lines: Iterable[int]) -> str:
    return _enumerate(
        name_sector(matrix.sectors[line], current_language()) for line in lines
    )


def _enumerate(names: Iterable[str]) -> str:
    every = list(names)
    said = enumerate_words(every[:_MOST_NAMED])
    more = len(every) - _MOST_NAMED
    return f"{said} … +{more:,}" if more > 0 else said


def _join(sentences: Iterable[str]) -> str:
    """Put sentences behind each other, as the language does."""
    return ("" if current_language() is Language.ZH else " ").join(sentences)

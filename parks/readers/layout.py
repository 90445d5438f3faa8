"""How columns lie: blank ones, tables side by side, several under one heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from parks.readers import columns
from parks.readers.cells import is_placeholder
from parks.readers.raw import Repair, excerpt
from parks.readers.record import Record

_NARROWEST: Final = 2
"""A single column that comes again may mean another thing each time."""


@dataclass(frozen=True, slots=True)
class Laid:
    """
    A table whose columns each mean one thing.

    Attributes
    ----------
    head, body
        Its headings and its rows.
    repairs
        What was done to the whole table.
    """

    head: Record
    body: list[Record]
    repairs: tuple[Repair, ...] = ()


def lay_out(head: Record, body: list[Record]) -> Laid:
    """
    Leave out columns of nothing, join parts of a direction, unfold tables side by side.

    Parameters
    ----------
    head
        The headings.
    body
        The records of the rows; headings that come again are none.
    """
    laid = _unfold(_join_parts(Laid(head, body)))
    return _drop_blank(laid)


def _drop_blank(laid: Laid) -> Laid:
    """Leave out the columns that have neither a heading nor a text."""
    blank = [place for place, cell in enumerate(laid.head.cells) if not cell.strip()]
    empty = {place for place in blank if not _holds_any(laid.body, place)}
    if not empty:
        return laid
    width = max(len(record.cells) for record in (laid.head, *laid.body))
    kept = [place for place in range(width) if place not in empty]
    taken = [_take(record, kept) for record in laid.body]
    return replace(laid, head=_take(laid.head, kept), body=taken)


def _holds_any(body: Sequence[Record], place: int) -> bool:
    return any(
        (place < len(record.cells) and record.cells[place].strip())
        or place in record.uncomputed
        for record in body
    )


def _take(record: Record, kept: Sequence[int]) -> Record:
    """Take some columns of a record, in their order; what it lacks it still lacks."""
    where = {place: number for number, place in enumerate(kept)}

    def move(places: frozenset[int]) -> frozenset[int]:
        return frozenset(where[place] for place in places if place in where)

    said = (
        repair
        if repair.column is None
        else replace(repair, column=where[repair.column])
        for repair in record.said
        if repair.column is None or repair.column in where
    )
    return replace(
        record,
        cells=[record.cells[place] for place in kept if place < len(record.cells)],
        merged=move(record.merged),
        full=move(record.full),
        uncomputed=move(record.uncomputed),
        said=tuple(said),
    )


def _unfold(laid: Laid) -> Laid:
    """Put tables that stand side by side under the same headings below each other."""
    runs = _find_runs(laid.head.cells)
    if runs is None or not _hold_all(laid.body, runs):
        return laid
    found = "、".join(laid.head.cells[place].strip() for place in runs[0])
    repair = Repair("tables-abreast", found=found, used=str(len(runs)))
    body = list(_list_below(laid.body, runs))
    return Laid(_take(laid.head, runs[0]), body, (*laid.repairs, repair))


def _find_runs(cells: Sequence[str]) -> list[range] | None:
    """Find the columns of each table, if the same headings come again and again."""
    names = [cell.strip() for cell in cells]
    starts = [place for place, name in enumerate(names) if name]
    starts = [place for place in starts if names[place] == names[starts[0]]]
    if len(starts) == 1 or not starts:
        return None
    ends = [*starts[1:], len(names)]
    runs = []
    for start, end in zip(starts, ends, strict=True):
        while not names[end - 1]:
            end -= 1  # noqa: PLW2901 - columns between the tables belong to none
        runs.append(range(start, end))
    texts = {tuple(names[place] for place in run) for run in runs}
    first = next(iter(texts))
    is_table = len(texts) == 1 and "" not in first and len(first) >= _NARROWEST
    return runs if is_table and columns.holds_parks(columns.assign(first)) else None


def _hold_all(body: Sequence[Record], runs: Sequence[range]) -> bool:
    """Say whether all that the rows hold stands in one of the tables."""
    inside = {place for run in runs for place in run}
    return all(
        place in inside or not cell.strip()
        for record in body
        for place, cell in enumerate(record.cells)
    )


def _list_below(body: Sequence[Record], runs: Sequence[range]) -> Iterator[Record]:
    """
    List the rows of the first table, then those of the next.

    A line of one cell is a title of all that stand below it.
    """
    block: list[Record] = []
    for record in (*body, None):
        if record is not None and record.text_count > 1:
            block.append(record)
            continue
        for run in runs:
            yield from _take_filled(block, run, is_first=run is runs[0])
        block = []
        if record is not None:
            yield from _take_filled([record], runs[0], is_first=True)
            yield from (_take(record, r) for r in runs[1:] if _is_filled(record, r))


def _take_filled(
    block: Sequence[Record], run: range, *, is_first: bool
) -> Iterator[Record]:
    """Take a table's part of records; where it is blank a further table has ended."""
    for record in block:
        if is_first or _is_filled(record, run):
            yield _take(record, run)


def _is_filled(record: Record, run: range) -> bool:
    return any(
        record.cells[place].strip() for place in run if place < len(record.cells)
    )


def _join_parts(laid: Laid) -> Laid:
    """Join the columns under one heading that means a direction, if no part does."""
    parts = _find_parts(laid.head)
    if parts is None:
        return laid
    first = parts[0]
    spanning = laid.head.spanning[first]
    cells = laid.head.cells
    kept = [place for place in range(len(cells)) if place not in parts[1:]]
    body = []
    for record in laid.body:
        texts = [record.cells[place] for place in parts if place < len(record.cells)]
        joined = list(record.cells)
        if texts:
            said = (text.strip() for text in texts if not is_placeholder(text))
            joined[first] = "、".join(filter(None, said))
        width = max(len(cells), len(joined))
        wide = [*kept, *range(len(cells), width)]
        body.append(_take(replace(record, cells=joined), wide))
    names = "、".join(cells[place] for place in parts)
    head = _take(laid.head, kept)
    head.cells[first] = spanning
    repair = Repair("columns-spanned", found=excerpt(names), used=spanning)
    return Laid(head, body, (*laid.repairs, repair))


def _find_parts(head: Record) -> list[int] | None:
    """Find the columns of a direction's parts, where no other column has directions."""
    if not head.spanning or "direction" in columns.assign(head.cells):
        return None
    for spanning in dict.fromkeys(filter(None, head.spanning)):
        if any(claim.field == "direction" for claim in columns.claims(spanning)):
            places = enumerate(head.spanning)
            return [place for place, upper in places if upper == spanning]
    return None

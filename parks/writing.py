"""A table written out part by part, as its key is made of."""

from collections.abc import Iterable, Iterator
from typing import Final

from parks.model import (
    Evidence,
    Policy,
    Problem,
    Role,
    Row,
    SectorTag,
    Table,
    WrittenPosition,
)

_KEPT: Final = 10_000
"""Values whose writing is kept; a large table may hold many times more."""
_ROLES: Final = {role: repr(role) for role in Role}


def write_out(table: Table) -> Iterator[str]:
    """
    Write ``repr((table.rows, table.problems, table.source))`` part by part.

    `repr` itself takes three times as long over a large table.

    Parameters
    ----------
    table
        Any table. Whole, the text would take many times the memory of the table.
    """
    yield "("
    yield from _as_tuple(_write_rows(table.rows))
    yield ", "
    yield from _as_tuple(map(_write_problem, table.problems))
    yield f", {table.source!r})"


def _as_tuple(items: Iterable[str]) -> Iterator[str]:
    """Write a tuple as `repr` does: one item alone has a comma behind it."""
    count = 0
    for count, item in enumerate(items, 1):
        yield f", {item}" if count > 1 else f"({item}"
    yield "()" if count == 0 else ",)" if count == 1 else ")"


def _write_rows(rows: Iterable[Row]) -> Iterator[str]:
    """Write each row; a value that rows share, the very object, is written once."""
    known: dict[int, str] = {}
    for row in rows:
        if len(known) > _KEPT:
            known.clear()
        if id(row.policies) not in known:
            known[id(row.policies)] = "".join(
                _as_tuple(map(_write_policy, row.policies))
            )
        if id(row.sectors) not in known:
            known[id(row.sectors)] = "".join(_as_tuple(map(_write_tag, row.sectors)))
        yield (
            f"Row(seq={row.seq!r}, district={row.district!r}, zone={row.zone!r},"
            f" parks={row.parks!r}, direction={row.direction!r},"
            f" policies={known[id(row.policies)]}, sectors={known[id(row.sectors)]},"
            f" extra={row.extra!r}, position={_write_position(row.position)})"
        )


def _write_position(at: WrittenPosition | None) -> str:
    if at is None:
        return "None"
    return (
        f"WrittenPosition(x={at.x!r}, y={at.y!r}, system={at.system!r},"
        f" has_sure_axes={at.has_sure_axes!r})"
    )


def _write_policy(policy: Policy) -> str:
    return f"Policy(title={policy.title!r}, number={policy.number!r})"


def _write_tag(tag: SectorTag) -> str:
    evidence = "".join(_as_tuple(map(_write_evidence, tag.evidence)))
    return f"SectorTag(id={tag.id!r}, role={_ROLES[tag.role]}, evidence={evidence})"


def _write_evidence(words: Evidence) -> str:
    return (
        f"Evidence(text={words.text!r}, start={words.start!r}, end={words.end!r},"
        f" role={_ROLES[words.role]})"
    )


def _write_problem(problem: Problem) -> str:
    return (
        f"Problem(row={problem.row!r}, column={problem.column!r},"
        f" code={problem.code!r}, found={problem.found!r}, used={problem.used!r},"
        f" place={problem.place!r})"
    )

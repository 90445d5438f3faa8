"""A table written out part by part, as its key is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Final

from parks.model import Problem, Row, Table

_KEPT: Final = 1000
"""Values whose writing is kept; a large table may hold many times more."""
_SHARED: Final = frozenset({"policies", "sectors"})
"""What equal rows hold in common: the longest parts of a row."""
_ROW_FIELDS: Final = tuple(field.name for field in fields(Row))


def write_out(table: Table) -> Iterator[str]:
    """
    Write ``repr((table.rows, table.problems, table.source))`` part by part.

    Parameters
    ----------
    table
        Any table. Whole, the text would take many times the memory of the table.
    """
    yield "("
    yield from _as_tuple(_write_rows(table.rows))
    yield ", "
    yield from _as_tuple(_write_problems(table.problems))
    yield f", {table.source!r})"


def _as_tuple(items: Iterable[str]) -> Iterator[str]:
    """Write a tuple as `repr` does: one item alone has a comma behind it."""
    count = 0
    for count, item in enumerate(items, 1):
        yield f", {item}" if count > 1 else f"({item}"
    yield "()" if count == 0 else ",)" if count == 1 else ")"


def _write_problems(problems: Iterable[Problem]) -> Iterator[str]:
    return map(repr, problems)


def _write_rows(rows: Iterable[Row]) -> Iterator[str]:
    """Write each row; a value that rows share, the very object, is written once."""
    known: dict[int, str] = {}
    for row in rows:
        if len(known) > _KEPT:
            known.clear()
        for value in (row.policies, row.sectors):
            if id(value) not in known:
                known[id(value)] = repr(value)
        said = (
            known[id(value)] if name in _SHARED else repr(value)
            for name, value in ((name, getattr(row, name)) for name in _ROW_FIELDS)
        )
        pairs = zip(_ROW_FIELDS, said, strict=True)
        yield f"Row({', '.join(f'{name}={value}' for name, value in pairs)})"

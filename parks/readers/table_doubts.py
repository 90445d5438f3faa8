"""What is to be said of a whole table by its headings alone."""

from collections.abc import Sequence

from parks.model import Problem
from parks.readers import columns
from parks.readers.raw import RawTable


def doubt_table(
    raw: RawTable, keys: Sequence[str], fields: Sequence[str | None]
) -> list[Problem]:
    """
    List what its reader inferred of a table, what it lacks, and what comes twice.

    Parameters
    ----------
    raw
        The table.
    keys, fields
        What each column is called, and what it means.
    """
    problems = [
        Problem(
            None,
            None if repair.column is None else keys[repair.column],
            repair.code,
            repair.found,
            repair.used,
        )
        for repair in raw.repairs
        if repair.row is None
    ]
    problems += [
        Problem(None, name, "column-missing")
        for name in columns.ROW_FIELDS
        if name not in fields
    ]
    repeated = [
        keys[place]
        for place in columns.find_repeated(raw.headings, fields)
        if any((row[place] or "").strip() for row in raw.rows)
    ]
    if repeated:
        problems.append(Problem(None, None, "columns-repeated", "、".join(repeated)))
    return problems

"""Which sectors of the economy a row of the table names, and as what."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Final

from parks.model import Row, SectorTag, Table
from parks.sectors.folding import fold
from parks.sectors.proper_names import names_within
from parks.sectors.score import Score, score_tags
from parks.sectors.tagger import tag
from parks.sectors.taxonomy import Sector, find_sector, read_taxonomy

__all__ = [
    "Score",
    "Sector",
    "find_sector",
    "read_taxonomy",
    "score_tags",
    "tag",
    "tag_rows",
    "tag_table",
]

_FIELDS: Final = tuple(field.name for field in fields(Row))
_SECTORS: Final = _FIELDS.index("sectors")
# `dataclasses.replace` takes three times as long.
_read_fields: Final = attrgetter(*_FIELDS)


def tag_table(table: Table) -> Table:
    """
    Tag every row of a table with the sectors its direction names.

    Parameters
    ----------
    table
        A table as it was read.

    Returns
    -------
    Table
        The same table, its rows tagged anew.
    """
    return replace(table, rows=tuple(tag_rows(table.rows)))


def tag_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """
    Tag row after row; see `tag_table`.

    Rows alike in direction and in the names that stand in it are tagged once.
    """
    known: dict[tuple[str, tuple[str, ...]], tuple[SectorTag, ...]] = {}
    folded = lru_cache(maxsize=4096)(fold)
    for row in rows:
        direction = row.direction or ""
        # Hardly a direction speaks of its own park, whose name no other row has.
        key = direction, names_within(folded(direction), _names(row))
        if key not in known:
            known[key] = tag(direction, names=key[1])
        said = list(_read_fields(row))
        said[_SECTORS] = known[key]
        yield Row(*said)


def _names(row: Row) -> tuple[str, ...]:
    """Gather the names of a row's parks and zone."""
    return (*row.parks, row.zone) if row.zone else row.parks

"""Which sectors of the economy a row of the table names, and as what."""

from dataclasses import replace

from parks.model import Row, SectorTag, Table
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
    "tag_table",
]


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
        The same table, its rows tagged anew. Rows alike in direction and names
        are tagged once.
    """
    known: dict[tuple[str, tuple[str, ...]], tuple[SectorTag, ...]] = {}
    rows = []
    for row in table.rows:
        key = (row.direction or "", _names(row))
        if key not in known:
            known[key] = tag(key[0], names=key[1])
        rows.append(replace(row, sectors=known[key]))
    return replace(table, rows=tuple(rows))


def _names(row: Row) -> tuple[str, ...]:
    """Gather the names of a row's parks and zone."""
    return (*row.parks, row.zone) if row.zone else row.parks

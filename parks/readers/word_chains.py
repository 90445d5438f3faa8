"""The tables of a Word document, each with those that are more rows of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from parks.readers import columns
from parks.readers.cells import read_number
from parks.readers.grid import Record, find_heading
from parks.readers.word_xml import PARAGRAPH, TABLE, list_records, read_paragraph

_CONTINUED: Final = re.compile(r"续表|續表|[(（][续續](?:表|上表)?\d*[)）]")


@dataclass(frozen=True, slots=True)
class WordTable:
    """
    A table of a document.

    Attributes
    ----------
    element
        Its element.
    records
        Its rows.
    headings
        Its headings if it is one of parks.
    """

    element: Any
    records: Sequence[Record]
    headings: Sequence[str] | None


def _list_parts(body: Any) -> Iterator[WordTable]:  # noqa: ANN401 - an lxml element
    """List the tables that stand for themselves, with what those of parks hold."""
    tables = [_open(element) for element in body.iter(TABLE)]
    of_parks = {table.element for table in tables if table.headings is not None}
    held = {
        table.element
        for table in tables
        if table.headings is None
        and any(outer in of_parks for outer in table.element.iterancestors(TABLE))
    }
    for table in tables:
        if table.element in held:
            continue
        if any(inner in held for inner in table.element.iter(TABLE)):
            records = list(list_records(table.element, held))
            yield replace(table, records=records)
        else:
            yield table


def _open(element: Any) -> WordTable:  # noqa: ANN401
    records = list(list_records(element))
    found = find_heading(records)
    return WordTable(element, records, records[found[1]].cells if found else None)


def list_chains(
    body: Any,  # noqa: ANN401 - an lxml element
    known_districts: frozenset[str],
) -> Iterator[list[WordTable]]:
    """
    List the tables of a document, each with those that go on with it.

    Parameters
    ----------
    body
        The document's body. A table inside one of parks that is none itself is part of
        the cell that holds it.
    known_districts
        Names that tell a row of parks.
    """
    chain: list[WordTable] = []
    for table in _list_parts(body):
        if chain and _goes_on(chain, table, known_districts):
            chain.append(table)
            continue
        if chain:
            yield chain
        chain = [table]
    if chain:
        yield chain


def _goes_on(
    chain: Sequence[WordTable], table: WordTable, known_districts: frozenset[str]
) -> bool:
    """
    Say whether a table is more rows of the one above.

    It has as many columns and no headings of its own, nothing stands between, and
    the line between, its first number or its first district says so.
    """
    headings = chain[0].headings
    lines = _lines_between(chain[-1].element, table.element)
    records = table.records
    if headings is None or lines is None or not records:
        return False
    if {len(record.cells) for record in records} != {len(headings)}:
        return False
    if table.headings is not None:
        if records[0].cells != headings:
            return False
        records = records[1:]
    if any(map(_CONTINUED.search, lines)):
        return True
    if lines or not records:
        return False
    return _counts_on(headings, chain[-1].records, records[0].cells) or (
        table.headings is None
        and _names_district(headings, records[0].cells, known_districts)
    )


def _counts_on(
    headings: Sequence[str], above: Sequence[Record], cells: Sequence[str]
) -> bool:
    """Say whether a row has the number after that of the last row above."""
    fields = columns.assign(headings)
    if "seq" not in fields:
        return False
    place = fields.index("seq")
    numbers = [read_number(r.cells[place]) for r in above if r.cells[place:]]
    last = next((number for number in reversed(numbers) if number is not None), None)
    return last is not None and read_number(cells[place]) == last + 1


def _names_district(
    headings: Sequence[str], cells: Sequence[str], known_districts: frozenset[str]
) -> bool:
    """Say whether a row that has no number names a district where one stands."""
    fields = columns.assign(headings)
    if "seq" in fields or "district" not in fields:
        return False
    name = cells[fields.index("district")]
    return columns.is_known_district(name, known_districts)


def _lines_between(above: Any, below: Any) -> list[str] | None:  # noqa: ANN401
    """List the lines between two tables; None if they are not neighbours."""
    lines: list[str] = []
    for element in below.itersiblings(preceding=True):
        if element is above:
            return lines
        if element.tag == PARAGRAPH:
            lines.append(read_paragraph(element).strip())
            lines = [line for line in lines if line]
    return None

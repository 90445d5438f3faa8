"""What is measured of districts, as plain tables for CSV and Excel."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from parks.district_matrix import DistrictMatrix
from parks.district_measures import (
    measure_diversity,
    measure_quotients,
    measure_similarity,
)
from parks.edition import Edition
from parks.exports.flat import SEPARATOR
from parks.exports.sheets import open_book, say_cut, write_about, write_cell
from parks.formulas import disarm
from parks.language import Language, translate
from parks.neighbouring_zones import ZonePairs
from parks.wording import name_district, name_precision, name_sector, name_sectors

Cell: TypeAlias = str | int | float | None
_DECIMALS: Final = 4
"""Of measures in a file; far more than so few rows bear out."""
_WIDTH: Final = 18
_WIDE: Final = 34
ROLE_WORDS: Final = {
    "focus": "Focus",
    "mention": "Mentioned",
    "any": "Either",
}
"""What the roles of a counting are called."""
UNIT_WORDS: Final = {"zone": "Zones (rows)", "park": "Parks"}
"""What the units of a counting are called."""
SCOPE_WORDS: Final = {
    "all": "All that occur",
    "key": "The plan's twelve",
}
"""What the scopes of a counting are called."""

TITLES: Final = (
    "Sectors by district",
    "Diversity of districts",
    "Similarity of districts",
    "Neighbouring zones",
)
"""What the tables are called."""
HEADINGS: Final = (
    "District",
    "Sector",
    "Sector id",
    "Location quotient",
    "Rows behind it",
    "Row numbers",
    "Rows",
    "Rows counted",
    "Sectors",
    "Entropy H",
    "Effective number exp(H)",
    "Zone",
    "Row number",
    "Precision of place",
    "Shared focus",
    "Metres between the points",
)
"""What their columns are called."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """
    A table of plain cells.

    Attributes
    ----------
    name
        Of the file, and of the sheet in English.
    title
        Of the sheet, in the language asked for; at most 31 characters.
    columns
        Headings in the language asked for.
    rows
        Cells: text, numbers, or None.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tabulate_matrix(
    edition: Edition, matrix: DistrictMatrix, language: Language
) -> PlainTable:
    """List every count that is not zero, with its quotient and the rows behind it."""
    quotients = measure_quotients(matrix.counts)
    rows = tuple(
        (
            name_district(matrix.districts[district], language),
            name_sector(matrix.sectors[sector], language),
            matrix.sectors[sector],
            int(matrix.counts[sector, district]),
            _round(quotients[sector, district]),
            len(behind),
            _list_rows(edition, behind),
        )
        for (sector, district), behind in sorted(
            matrix.rows.items(), key=lambda item: item[0][::-1]
        )
    )
    heads = (
        "District",
        "Sector",
        "Sector id",
        UNIT_WORDS[matrix.counting.unit],
        "Location quotient",
        "Rows behind it",
        "Row numbers",
    )
    return _make("sectors-by-district", "Sectors by district", heads, rows, language)


def tabulate_diversity(
    edition: Edition, matrix: DistrictMatrix, language: Language
) -> PlainTable:
    """List the measures of diversity, one row a district; blank without any count."""
    rows = []
    for number, measured in enumerate(measure_diversity(matrix.counts)):
        figures: tuple[Cell, ...] = (0, None, None, None)
        if measured:
            figures = (
                measured.sectors,
                _round(measured.entropy),
                _round(measured.effective),
                _round(measured.hhi),
            )
        own, tagged = matrix.district_rows[number], matrix.tagged_rows[number]
        name = name_district(matrix.districts[number], language)
        numbers = _list_rows(edition, tagged)
        rows.append((name, len(own), len(tagged), *figures, numbers))
    heads = (
        "District",
        "Rows",
        "Rows counted",
        "Sectors",
        "Entropy H",
        "Effective number exp(H)",
        "HHI",
        "Row numbers",
    )
    return _make("diversity", "Diversity of districts", heads, rows, language)


def tabulate_similarity(matrix: DistrictMatrix, language: Language) -> PlainTable:
    """Write the cosines as a square table; blank beside a district without a count."""
    cosines = measure_similarity(matrix.counts)
    names = tuple(name_district(name, language) for name in matrix.districts)
    rows = [
        (name, *(_round(cosine) for cosine in line))
        for name, line in zip(names, cosines, strict=True)
    ]
    table = _make(
        "similarity", "Similarity of districts", ("District",), rows, language
    )
    return PlainTable(table.name, table.title, (*table.columns, *names), table.rows)


def tabulate_pairs(
    edition: Edition, found: ZonePairs, language: Language
) -> PlainTable:
    """List the neighbouring zones, nearest first, with what their places are worth."""
    zones = edition.zones
    columns = {
        name: zones[name].tolist() for name in ("district", "zone", "seq", "precision")
    }

    def say_zone(at: int) -> tuple[Cell, ...]:
        return (
            name_district(columns["district"][at], language),
            columns["zone"][at],
            int(columns["seq"][at]),
            name_precision(columns["precision"][at], language),
        )

    rows = [
        (
            *say_zone(pair.first),
            *say_zone(pair.second),
            name_sectors(pair.shared, language),
            round(pair.metres),
        )
        for pair in found.pairs
    ]
    one = ("District", "Zone", "Row number", "Precision of place")
    heads = (*one, *one, "Shared focus", "Metres between the points")
    return _make("neighbouring-zones", "Neighbouring zones", heads, rows, language)


def write_table_csv(table: PlainTable) -> bytes:
    """Write a table as CSV in UTF-8 with a byte order mark, no cell a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    for cells in (table.columns, *table.rows):
        writer.writerow([disarm(c) if isinstance(c, str) else c for c in cells])
    return text.getvalue().encode("utf-8-sig")


def write_tables_xlsx(
    tables: Sequence[PlainTable], about: dict[str, str], language: Language
) -> bytes:
    """
    Write tables as a workbook, a sheet each, and one that says what they are.

    Parameters
    ----------
    tables
        The tables, in order.
    about
        What the last sheet says, label and text.
    language
        Of the sheets' names.
    """
    file = io.BytesIO()
    cut = 0
    with open_book(file) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for table in tables:
            sheet = book.add_worksheet(table.title)
            sheet.set_column(0, len(table.columns) - 1, _WIDTH)
            sheet.set_column(len(table.columns) - 1, len(table.columns) - 1, _WIDE)
            for at, heading in enumerate(table.columns):
                cut += write_cell(sheet, 0, at, heading, bold)
            for number, cells in enumerate(table.rows, start=1):
                for at, cell in enumerate(cells):
                    cut += write_cell(sheet, number, at, cell)
            sheet.freeze_panes(1, 1)
        write_about(book, {**about, **say_cut(cut, language)}, language)
    return file.getvalue()


def _make(
    name: str,
    title: str,
    heads: Iterable[str],
    rows: Iterable[tuple[Cell, ...]],
    language: Language,
) -> PlainTable:
    columns = tuple(translate(text, language) for text in heads)
    return PlainTable(name, translate(title, language), columns, tuple(rows))


def _round(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), _DECIMALS)


def _list_rows(edition: Edition, positions: Iterable[int]) -> str:
    """List the row numbers of the table, as it counts them itself."""
    rows = edition.table.rows
    return SEPARATOR.join(str(rows[at].seq) for at in positions)

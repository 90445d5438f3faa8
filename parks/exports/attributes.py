"""What a format that keeps geometry apart says of each row: its fields in one line."""

from collections.abc import Iterator
from typing import Final

from parks.exports.flat import join_list
from parks.exports.layer import ExportLayer
from parks.language import Language
from parks.sectors import find_sector

Attribute = str | int | float | None
NO_SECTOR: Final = "#545a62"
"""The map's colour of a park that aims at no sector."""
_TITLE_COLUMNS: Final = {"parks": "name", "zones": "zone"}
_DISTRICT_COLUMNS: Final = {Language.ZH: "name_zh", Language.EN: "name_en"}


def list_attributes(layer: ExportLayer) -> Iterator[list[Attribute]]:
    """List the values of each row, lists joined by `SEPARATOR`, geometry left out."""
    columns = [layer.rows[name].tolist() for name in layer.columns]
    for values in zip(*columns, strict=True):
        joined = map(join_list, values)
        # What a frame leaves blank may be NaN: no file is to call that a number.
        yield [*(None if v != v else v for v in joined), layer.reference]  # noqa: PLR0124


def title_rows(layer: ExportLayer, language: Language) -> list[str]:
    """Give the text that stands beside each row on a map; empty for a nameless one."""
    column = _TITLE_COLUMNS.get(layer.name, _DISTRICT_COLUMNS[language])
    return [title or "" for title in layer.rows[column].tolist()]


def colour_rows(layer: ExportLayer) -> list[str]:
    """Give each row the colour that the map gives its first focus sector."""
    return [find_colour(focus[0] if focus else "") for focus in layer.rows["focus"]]


def find_colour(sector_id: str) -> str:
    """Find the colour of a sector as ``#rrggbb``; `NO_SECTOR` for none."""
    sector = find_sector(sector_id)
    return sector.colour if sector else NO_SECTOR

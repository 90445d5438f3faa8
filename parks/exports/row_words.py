"""Rows in words: what a map's balloon says of a park, a zone or a district."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from parks.exports.layer import ExportLayer
from parks.headings import head
from parks.language import Language
from parks.wording import (
    enumerate_words,
    name_district,
    name_precision,
    name_sectors,
)

_IDS: Final = ("park_id", "zone_id", "district_code", "county_code")
NOTE: Final = "location_note"
_NOTES: Final = {Language.ZH: NOTE, Language.EN: f"{NOTE}_en"}
_COLONS: Final = {Language.ZH: "：", Language.EN: ": "}
_SAID: Final[dict[str, Callable[..., str]]] = {
    "district": name_district,
    "focus": name_sectors,
    "sectors": name_sectors,
    "policies": enumerate_words,
    "precision": name_precision,
}
"""How the cells of a column are said; others stand for themselves."""


def speak_notes(layer: ExportLayer, language: Language) -> ExportLayer:
    """Put a layer's notes into a language, for files that are read and not computed."""
    spoken = _NOTES[language]
    if NOTE not in layer.columns or spoken not in layer.rows:
        return layer
    return replace(layer, rows=layer.rows.assign(**{NOTE: layer.rows[spoken]}))


def describe_rows(layer: ExportLayer, language: Language) -> Iterator[list[str]]:
    """Say each row in lines of label and text; what is unknown is left out."""
    layer = speak_notes(layer, language)
    columns = [name for name in layer.columns if name not in _IDS]
    labels = [f"{head(name, language)}{_COLONS[language]}" for name in columns]
    cells = [layer.rows[name].tolist() for name in columns]
    for values in zip(*cells, strict=True):
        said = (_say(*pair, language) for pair in zip(columns, values, strict=True))
        yield [
            f"{label}{text}" for label, text in zip(labels, said, strict=True) if text
        ]


def _say(column: str, value: object, language: Language) -> str:
    if column in _SAID:
        return _SAID[column](value, language)
    return "" if value is None or value != value else str(value)  # noqa: PLR0124 - NaN

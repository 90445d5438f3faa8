"""
Writers of parks, one module a format.

To add a format: write its module, give it one line in `EXPORTERS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from parks.errors import UnknownFormatError
from parks.exports.about import describe_source
from parks.exports.csv_file import write_csv
from parks.exports.geojson import write_geojson
from parks.exports.layer import LAYERS, ExportLayer, pick_layer
from parks.exports.xlsx import write_xlsx
from parks.language import Language

__all__ = [
    "EXPORTERS",
    "LAYERS",
    "ExportLayer",
    "Exporter",
    "describe_source",
    "export",
    "format_of",
    "pick_layer",
]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its media type and the function that writes it."""

    media_type: str
    write: Callable[[ExportLayer, Language, dict[str, str]], bytes]


EXPORTERS: Final = {
    "geojson": Exporter(
        "application/geo+json", lambda layer, _language, _about: write_geojson(layer)
    ),
    "csv": Exporter(
        "text/csv; charset=utf-8", lambda layer, _language, _about: write_csv(layer)
    ),
    "xlsx": Exporter(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda layer, language, about: write_xlsx(
            layer, language=language, about=about
        ),
    ),
}
"""Every format by the suffix of its files."""


def export(
    layer: ExportLayer, name: str, *, language: Language, about: dict[str, str]
) -> bytes:
    """
    Write a layer in a format.

    Parameters
    ----------
    layer
        What `pick_layer` picked.
    name
        A key of `EXPORTERS`.
    language
        Of headings, where the format has them.
    about
        What to say of source, edition and filter, where the format has room.

    Raises
    ------
    UnknownFormatError
        If there is no such format.
    """
    if name not in EXPORTERS:
        raise UnknownFormatError(name=name, known=", ".join(EXPORTERS))
    return EXPORTERS[name].write(layer, language, about)


def format_of(file_name: str) -> str:
    """
    Tell the format from a file name's ending.

    Raises
    ------
    UnknownFormatError
        If the ending belongs to no format.
    """
    for name in EXPORTERS:
        if file_name.lower().endswith(f".{name}"):
            return name
    raise UnknownFormatError(name=file_name, known=", ".join(EXPORTERS))

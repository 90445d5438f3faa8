"""What is known of one layer of a download: its fields, its rows and its origins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from parks.edition import Edition
from parks.exports.layer import ExportLayer
from parks.exports.origins import Origin, list_origins
from parks.headings import head
from parks.language import Language

TABLE_FIELDS: Final = {
    "name": "parks",
    "district": "district",
    "zone": "zone",
    "seq": "seq",
    "direction": "direction",
    "focus": "direction",
    "sectors": "direction",
    "policies": "policies",
}
"""For each field that a cell of the table stands behind, that cell's column."""


class WrittenLayer(NamedTuple):
    """A layer and, by its name in code, what each of its fields is called in a file."""

    layer: ExportLayer
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldRecord:
    """
    A field of a download.

    Attributes
    ----------
    code, zh, en
        Its names: in code, in Chinese, in English.
    written
        Its name in the file.
    column
        The column of the table its cells are in, by its name in code; None if it is
        derived.
    """

    code: str
    zh: str
    en: str
    written: str
    column: str | None


@dataclass(frozen=True, slots=True)
class RowRecord:
    """
    Where a row of a download comes from.

    Attributes
    ----------
    id
        Its id in the download.
    seq
        The number that the table gives its row.
    line
        Which line of the table's body that is, from 1: numbers may repeat.
    """

    id: str
    seq: int
    line: int


@dataclass(frozen=True, slots=True)
class LayerRecord:
    """
    A layer of a download: its name, how many rows, its fields, whence its rows.

    `origins` is what of the project's own data it rests on.
    """

    name: str
    count: int
    fields: tuple[FieldRecord, ...]
    rows: tuple[RowRecord, ...]
    origins: tuple[Origin, ...]


def record_layer(written: WrittenLayer, edition: Edition) -> LayerRecord:
    """Record the fields of a layer, whence its rows come and what it rests on."""
    layer, names = written
    fields = tuple(
        FieldRecord(
            code,
            head(code, Language.ZH),
            head(code, Language.EN),
            name,
            TABLE_FIELDS.get(code) if layer.name != "districts" else None,
        )
        for code, name in names.items()
    )
    return LayerRecord(
        layer.name,
        len(layer.rows),
        fields,
        _record_rows(layer, edition),
        list_origins(layer, edition),
    )


def _record_rows(layer: ExportLayer, edition: Edition) -> tuple[RowRecord, ...]:
    if layer.name == "districts":
        return ()  # their borders and names come from elsewhere, as `source` says
    # A zone is a row of the table; its position in the frame is the row's.
    at = layer.rows.get("row", layer.rows.index)
    places = edition.table.places or range(len(edition.table.rows))
    ids = layer.rows[layer.id_column].tolist()
    return tuple(
        RowRecord(id_, edition.table.rows[row].seq, places[row] + 1)
        for id_, row in zip(ids, at.tolist(), strict=True)
    )

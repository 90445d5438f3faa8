"""Rows as an Arrow table, which GDAL's drivers and Parquet write as it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa

import shapely

from parks.exports.flat import SEPARATOR
from parks.exports.layer import ExportLayer
from parks.exports.written_names import name_attributes
from parks.language import Language, translate

GEOMETRY: Final = "geometry"
"""The last column: WKB, rings counter-clockwise, null where there is no place."""
# GDAL takes the column so marked for the geometry without being told.
_AS_GEOMETRY: Final = {"ARROW:extension:name": "geoarrow.wkb"}
_UNHELD: Final = re.compile("[\0\ud800-\udfff]")
_UNSAID: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"
_REPLACED: Final = (
    "{count} character(s) that the format cannot hold (NUL, halves of surrogate pairs) "
    "were written as �."
)


@dataclass(frozen=True, slots=True)
class ArrowRows:
    """
    A layer as it is written.

    Attributes
    ----------
    table
        A column a field, called as the file does: integers, floats and booleans as
        such, all else text, null where nothing is known; then `GEOMETRY`.
    replaced
        How many characters had to be replaced.
    """

    table: pa.Table
    replaced: int


def find_shape(layer: ExportLayer) -> str:
    """Name the one geometry type of a layer, whatever its rows happen to be."""
    return "Point" if layer.name == "parks" else "MultiPolygon"


def tabulate(layer: ExportLayer, names: Sequence[str] | None = None) -> ArrowRows:
    """
    Tabulate a layer, and in a last field name the reference system of each row.

    Lists are joined by `parks.exports.flat.SEPARATOR`. NUL and halves of surrogate
    pairs, which no GIS format holds, become U+FFFD and are counted.

    Parameters
    ----------
    layer
        The rows.
    names
        What to call `layer.columns` and ``reference``; None to call them as the layer
        says.
    """
    names = names or tuple(name_attributes(layer).values())
    columns = [_write_column(layer.rows[column]) for column in layer.columns]
    references = pa.array([layer.reference] * len(layer.rows), pa.string())
    arrays = [array for array, _ in columns] + [references, _write_wkb(layer)]
    fields = [
        *(
            pa.field(name, array.type)
            for name, array in zip(names, arrays, strict=False)
        ),
        pa.field(GEOMETRY, pa.binary(), metadata=_AS_GEOMETRY),
    ]
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    return ArrowRows(table, sum(replaced for _, replaced in columns))


def say_replaced(replaced: int, language: Language) -> dict[str, str]:
    """Say that characters had to be replaced, label and text; nothing if none had."""
    if not replaced:
        return {}
    said = translate(_REPLACED, language).format(count=replaced)
    return {translate("Replaced", language): said}


def hold_about(about: dict[str, str]) -> dict[str, str]:
    """Replace what XML and JSON headers cannot hold in what is said of a file."""
    return {label: _UNSAID.sub(_REPLACEMENT, text) for label, text in about.items()}


def _write_column(values: pd.Series) -> tuple[pa.Array, int]:
    if pd.api.types.is_numeric_dtype(values.dtype):
        return pa.Array.from_pandas(values), 0
    replaced = 0
    texts: list[str | None] = []
    for value in values.tolist():
        text = _write_text(value)
        if text is not None and _UNHELD.search(text):
            text, count = _UNHELD.subn(_REPLACEMENT, text)
            replaced += count
        texts.append(text)
    return pa.array(texts, pa.string()), replaced


def _write_text(value: object) -> str | None:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    return str(value)


def _write_wkb(layer: ExportLayer) -> pa.Array:
    shapes = np.asarray(layer.rows.geometry, dtype=object)
    if layer.name != "parks":
        shapes = shapely.orient_polygons(shapes, exterior_cw=False)
        singles = shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON
        shapes[singles] = [shapely.MultiPolygon([shape]) for shape in shapes[singles]]
    return pa.array(shapely.to_wkb(shapes, byte_order=1), pa.binary())

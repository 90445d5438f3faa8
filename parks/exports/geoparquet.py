"""GeoParquet: a layer for data people, columns compressed."""

import io
from typing import Any, Final

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from parks.exports.arrow_rows import (
    GEOMETRY,
    find_shape,
    hold_about,
    say_replaced,
    tabulate,
)
from parks.exports.bundle import ExportBundle
from parks.exports.layer import ExportLayer

_VERSION: Final = "1.1.0"
_ABOUT: Final = "parkatlas"
"""The key of the file's metadata under which stands what is said of the layer."""


def write_geoparquet(bundle: ExportBundle) -> bytes:
    """
    Write a layer as GeoParquet 1.1.

    In GCJ-02 and BD-09 ``crs`` is null, which the format takes for unknown; every
    row's field names the reference system, as ``parkatlas`` in the file's metadata
    does beside what is said of the layer.

    Returns
    -------
    bytes
        The same bundle gives the same.
    """
    layer = bundle.layer
    rows = tabulate(layer)
    about = {**bundle.about, **say_replaced(rows.replaced, bundle.language)}
    said = {"reference": layer.reference, "about": hold_about(about)}
    # The mark on the geometry is for GDAL alone: here `geo` says what it is.
    plain = pa.schema([field.remove_metadata() for field in rows.table.schema])
    metadata = {"geo": orjson.dumps(_describe(layer)), _ABOUT: orjson.dumps(said)}
    file = io.BytesIO()
    pq.write_table(rows.table.cast(plain).replace_schema_metadata(metadata), file)
    return file.getvalue()


def _describe(layer: ExportLayer) -> dict[str, object]:
    """Describe the geometry as the format's specification has it (``geo``)."""
    crs = layer.rows.crs
    bounds = layer.rows.total_bounds
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": [find_shape(layer)],
        "crs": None if crs is None else crs.to_json_dict(),
        "orientation": "counterclockwise",
    }
    if np.isfinite(bounds).all():
        column["bbox"] = bounds.tolist()
    return {
        "version": _VERSION,
        "primary_column": GEOMETRY,
        "columns": {GEOMETRY: column},
    }

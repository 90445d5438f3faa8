"""FlatGeobuf: a layer that can be read by its index, over a network too."""

import io

import pyarrow as pa

import pyogrio

from parks.exports.arrow_rows import (
    GEOMETRY,
    find_shape,
    hold_about,
    say_replaced,
    tabulate,
)
from parks.exports.bundle import ExportBundle
from parks.exports.references import describe_reference
from parks.language import translate


def write_flatgeobuf(bundle: ExportBundle) -> bytes:
    """
    Write a layer as FlatGeobuf, with a spatial index where every row has a place.

    The index sorts rows by where they lie. It has no room for a row without a place:
    a layer that has one is written without it, rows in the table's order.

    GCJ-02 and BD-09 have no reference system in the file; its title, its metadata and
    every row's field name it.

    Returns
    -------
    bytes
        The same bundle gives the same.
    """
    layer = bundle.layer
    rows = tabulate(layer)
    about = {**bundle.about, **say_replaced(rows.replaced, bundle.language)}
    title = translate(layer.name.capitalize(), bundle.language)
    reference = describe_reference(layer.reference, bundle.language)
    file = io.BytesIO()
    pyogrio.write_arrow(
        rows.table,
        file,
        layer=layer.name,
        driver="FlatGeobuf",
        geometry_type=find_shape(layer),
        crs=None if layer.rows.crs is None else layer.reference,
        layer_metadata={**hold_about(about), "reference": layer.reference},
        layer_options={
            "SPATIAL_INDEX": "YES" if _can_be_indexed(rows.table) else "NO",
            "TITLE": f"{title} · {reference}",
        },
    )
    return file.getvalue()


def _can_be_indexed(table: pa.Table) -> bool:
    return len(table) > 0 and table[GEOMETRY].null_count == 0

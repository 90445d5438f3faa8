"""Rows as plain cells, for formats that hold neither lists nor geometry."""

from collections.abc import Iterator
from typing import Final

import shapely

from parks.exports.layer import ExportLayer

SEPARATOR: Final = "; "
"""Between the values of a list."""
_DECIMALS: Final = 6


def name_columns(layer: ExportLayer) -> tuple[str, ...]:
    """Name the columns of `list_cells`."""
    if layer.name != "parks":
        return (*layer.columns, "wkt")
    x, y = ("x", "y") if _is_projected(layer) else ("lon", "lat")
    return (*layer.columns, x, y, "reference")


def list_cells(layer: ExportLayer) -> Iterator[list[str | int | float | None]]:
    """
    List the cells of each row: lists joined by `SEPARATOR`, geometry at the end.

    A park ends in its coordinates and the name of their reference system, a zone
    or district in WKT.
    """
    columns = [layer.rows[name].tolist() for name in layer.columns]
    for geometry, *values in zip(layer.rows.geometry, *columns, strict=True):
        cells = [SEPARATOR.join(v) if isinstance(v, tuple) else v for v in values]
        yield [*cells, *_place(layer, geometry)]


def _place(
    layer: ExportLayer, geometry: shapely.Geometry | None
) -> list[str | float | None]:
    if layer.name != "parks":
        wkt = shapely.to_wkt(geometry, rounding_precision=_DECIMALS)
        return [wkt if isinstance(wkt, str) else None]
    if not isinstance(geometry, shapely.Point):
        return [None, None, layer.reference]
    return [round(geometry.x, _DECIMALS), round(geometry.y, _DECIMALS), layer.reference]


def _is_projected(layer: ExportLayer) -> bool:
    return layer.rows.crs is not None and layer.rows.crs.is_projected

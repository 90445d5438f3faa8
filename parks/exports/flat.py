"""Rows as plain cells, for formats that hold neither lists nor geometry."""

from collections.abc import Iterator
from typing import Any, Final

import shapely

from parks.exports.layer import ExportLayer

SEPARATOR: Final = "; "
"""Between the values of a list."""
DEGREE_DECIMALS: Final = 6
"""A tenth of a metre; what no source of ours exceeds."""
METRE_DECIMALS: Final = 2


def join_list(value: Any) -> Any:  # noqa: ANN401 - whatever else a cell holds stays
    """Join the values of a list by `SEPARATOR`; all else stays as it is."""
    return SEPARATOR.join(value) if isinstance(value, tuple) else value


def name_columns(layer: ExportLayer, *, with_wkt: bool = False) -> tuple[str, ...]:
    """Name the columns of `list_cells`, for `ExportLayer.list_fields` to word."""
    if layer.name != "parks":
        return (*layer.columns, "reference", "wkt")
    x, y = ("x", "y") if _is_projected(layer) else ("lon", "lat")
    return (*layer.columns, *(("wkt",) if with_wkt else ()), x, y, "reference")


def list_cells(
    layer: ExportLayer, *, with_wkt: bool = False
) -> Iterator[list[str | int | float | None]]:
    """
    List the cells of each row: lists joined by `SEPARATOR`, geometry at the end.

    A park ends in its coordinates and the name of their reference system, before them
    in WKT if that is asked for; a zone or district ends in the name and in WKT.
    """
    columns = [layer.rows[name].tolist() for name in layer.columns]
    decimals = METRE_DECIMALS if _is_projected(layer) else DEGREE_DECIMALS
    for geometry, *values in zip(layer.rows.geometry, *columns, strict=True):
        cells = [join_list(value) for value in values]
        if layer.name != "parks":
            yield [*cells, layer.reference, _write_wkt(geometry, decimals)]
            continue
        wkt = [_write_wkt(geometry, decimals)] if with_wkt else []
        yield [*cells, *wkt, *_locate(geometry, decimals), layer.reference]


def _write_wkt(geometry: shapely.Geometry | None, decimals: int) -> str | None:
    wkt = shapely.to_wkt(geometry, rounding_precision=decimals)
    return wkt if isinstance(wkt, str) else None


def _locate(
    geometry: shapely.Geometry | None, decimals: int
) -> tuple[float | None, float | None]:
    if not isinstance(geometry, shapely.Point):
        return None, None
    return round(geometry.x, decimals), round(geometry.y, decimals)


def _is_projected(layer: ExportLayer) -> bool:
    return layer.rows.crs is not None and layer.rows.crs.is_projected

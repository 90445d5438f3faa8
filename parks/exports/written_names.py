"""What each kind of file calls the fields it holds, which writers and records share."""

from collections.abc import Callable, Sequence

from parks.edition import WGS84
from parks.exports.flat import name_columns
from parks.exports.layer import ExportLayer
from parks.exports.short_names import shorten_names

NameFields = Callable[[ExportLayer], dict[str, str]]
"""Gives, for each field of a file by its name in code, its name there, in order."""


def name_attributes(layer: ExportLayer) -> dict[str, str]:
    """Name the fields of a file that keeps geometry apart."""
    return _name(layer, (*layer.columns, "reference"))


def name_properties(layer: ExportLayer) -> dict[str, str]:
    """Name the properties of GeoJSON, which needs no word on WGS 84."""
    if layer.reference == WGS84:
        return _name(layer, layer.columns)
    return name_attributes(layer)


def name_short(layer: ExportLayer) -> dict[str, str]:
    """Name the fields of a shapefile, in code alone and as short as it demands."""
    codes = (*layer.columns, "reference")
    return dict(zip(codes, shorten_names(codes), strict=True))


def name_cells(layer: ExportLayer) -> dict[str, str]:
    """Name the columns of a sheet, which holds a park's place as two numbers."""
    return _name(layer, name_columns(layer))


def name_cells_and_wkt(layer: ExportLayer) -> dict[str, str]:
    """Name the columns of a sheet that holds every geometry in WKT too."""
    return _name(layer, name_columns(layer, with_wkt=True))


def _name(layer: ExportLayer, codes: Sequence[str]) -> dict[str, str]:
    return dict(zip(codes, layer.list_fields(*codes), strict=True))

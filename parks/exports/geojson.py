"""GeoJSON as RFC 7946 has it."""

from collections.abc import Callable, Iterator

import numpy as np
import orjson
from numpy.typing import NDArray

import shapely

from parks.edition import WGS84
from parks.exports.bundle import ExportBundle
from parks.exports.flat import DEGREE_DECIMALS, METRE_DECIMALS
from parks.exports.layer import ExportLayer
from parks.exports.written_names import name_properties

Settle = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def write_geojson(bundle: ExportBundle) -> bytes:
    """
    Write a layer as a FeatureCollection with rings counter-clockwise.

    In WGS 84 there is no ``crs`` member, as RFC 7946 demands. In another reference
    system, which the standard leaves to agreement, ``crs`` names its EPSG code, and
    ``datum`` says GCJ-02 or BD-09, which have none; every feature's ``reference`` says
    it again, for a feature may leave its collection.

    Returns
    -------
    bytes
        UTF-8; the same layer gives the same bytes.
    """
    layer = bundle.layer
    empty = {"type": "FeatureCollection", **_name_reference(layer), "features": []}
    head, tail = orjson.dumps(empty)[:-2], b"]}"
    # Each feature becomes text at once: a hundred thousand kept as objects would
    # cost most of the time in garbage collection, and the memory too.
    return head + b",".join(map(orjson.dumps, _write_features(layer))) + tail


def _name_reference(layer: ExportLayer) -> dict[str, object]:
    if layer.reference == WGS84:
        return {}
    if layer.rows.crs is None:
        return {"datum": layer.reference}
    authority, _, code = layer.reference.partition(":")
    name = f"urn:ogc:def:crs:{authority}::{code}"
    return {"crs": {"type": "name", "properties": {"name": name}}}


def _write_features(layer: ExportLayer) -> Iterator[dict[str, object]]:
    ids = layer.rows[layer.id_column].tolist()
    named = name_properties(layer)
    columns = [layer.rows[name].tolist() for name in layer.columns]
    if "reference" in named:
        columns.append([layer.reference] * len(ids))
    geometries = write_geometries(layer, _round_to(layer))
    for park_id, geometry, *values in zip(ids, geometries, *columns, strict=True):
        yield {
            "type": "Feature",
            "id": park_id,
            "geometry": geometry,
            "properties": dict(zip(named.values(), values, strict=True)),
        }


def _round_to(layer: ExportLayer) -> Settle:
    crs = layer.rows.crs
    decimals = METRE_DECIMALS if crs and crs.is_projected else DEGREE_DECIMALS
    return lambda xy: np.round(xy, decimals)


def write_geometries(
    layer: ExportLayer, settle: Settle
) -> Iterator[dict[str, object] | None]:
    """
    Write the geometry of each row as GeoJSON, rings counter-clockwise.

    Parameters
    ----------
    layer
        The rows; those of parks are points.
    settle
        Rounds coordinates, an array of two columns, and may put them in another order.
    """
    geometries = layer.rows.geometry.to_numpy()
    if layer.name == "parks":
        # Points go straight from their coordinates: many times quicker.
        xy = np.column_stack((shapely.get_x(geometries), shapely.get_y(geometries)))
        for x, y in settle(xy).tolist():
            yield None if x != x else {"type": "Point", "coordinates": [x, y]}  # noqa: PLR0124 - NaN
        return
    for geometry in shapely.orient_polygons(geometries, exterior_cw=False):
        yield _write_polygon(geometry, settle)


def _write_polygon(
    geometry: shapely.Geometry | None, settle: Settle
) -> dict[str, object] | None:
    if geometry is None:
        return None
    written: dict[str, object] = orjson.loads(
        shapely.to_geojson(shapely.transform(geometry, settle))
    )
    return written

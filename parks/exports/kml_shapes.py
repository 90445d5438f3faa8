"""Points and polygons as KML has them: longitude, latitude, nothing else."""

import numpy as np
from lxml import etree

import shapely

from parks.exports.flat import DEGREE_DECIMALS


def write_shape(geometry: shapely.Geometry | None) -> etree._Element | None:
    """Write a geometry in WGS 84, rounded; None if there is none."""
    if isinstance(geometry, shapely.Point) and not geometry.is_empty:
        return _place(etree.Element("Point"), shapely.get_coordinates(geometry))
    if not isinstance(geometry, shapely.Polygon | shapely.MultiPolygon):
        return None
    turned = shapely.orient_polygons(geometry, exterior_cw=False)
    parts = [_write_polygon(part) for part in shapely.get_parts(turned).tolist()]
    if len(parts) == 1:
        return parts[0]
    several = etree.Element("MultiGeometry")
    several.extend(parts)
    return several


def _write_polygon(polygon: shapely.Polygon) -> etree._Element:
    written = etree.Element("Polygon")
    rings = [("outerBoundaryIs", polygon.exterior)]
    rings += [("innerBoundaryIs", hole) for hole in polygon.interiors]
    for name, ring in rings:
        border = etree.SubElement(etree.SubElement(written, name), "LinearRing")
        _place(border, shapely.get_coordinates(ring))
    return written


def _place(element: etree._Element, xy: np.ndarray) -> etree._Element:
    pairs = np.round(xy, DEGREE_DECIMALS).tolist()
    text = " ".join(f"{x!r},{y!r}" for x, y in pairs)
    etree.SubElement(element, "coordinates").text = text
    return element

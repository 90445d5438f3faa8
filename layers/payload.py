"""What the browser is told: parks, zones, districts and words, as plain values."""

from dataclasses import asdict
from typing import Any, Final

import numpy as np
import orjson
from numpy.typing import NDArray

import geopandas as gpd
import shapely

from geodata.district_names import read_district_names
from geodata.districts import simplify_for_display
from layers.coverage import describe_coverage
from layers.quantities import find_quantities
from layers.registry import describe_registry
from layers.texts import TEXTS
from parks.edition import Edition
from parks.language import Language, translate
from parks.sectors import read_taxonomy

DISPLAY_TOLERANCE_METRES: Final = 25
"""How far a drawn border may leave the true one: under a pixel up to zoom 12."""
_DECIMALS: Final = 6
_LABEL_DECIMALS: Final = 5
_GROUND: Final = "EPSG:4547"
_TURN: Final = 360.0
"""Degrees once round the earth."""
MOST_ZONES: Final = 1000
"""More outlines than this hide the map they are drawn on; then none is drawn."""


def describe_edition(edition: Edition, language: Language) -> dict[str, object]:
    """
    Describe an edition for the map's script.

    Parameters
    ----------
    edition
        What is drawn.
    language
        The language to begin in; both are told.

    Returns
    -------
    dict
        JSON values: ``language texts sectors districtNames districts zones parks
        bounds table sizes coverage`` and those of `describe_registry`. The parks keep
        their order, so that a row of bits can say which of them to show.
    """
    return {
        "language": language.value,
        "texts": {
            spoken.value: {key: translate(text, spoken) for key, text in TEXTS.items()}
            for spoken in Language
        },
        "sectors": _describe_sectors(edition),
        "districtNames": {
            district.name: {"name_zh": district.name_zh, "name_en": district.name_en}
            for district in read_district_names()
        },
        "districts": _describe_districts(edition),
        "zones": _describe_zones(edition),
        "parks": describe_parks(edition),
        "bounds": frame_view(edition),
        "table": {"name": edition.table.source.name, "rows": len(edition.table.rows)},
        "sizes": [asdict(quantity) for quantity in find_quantities(edition)],
        "coverage": describe_coverage(list_extents(edition), edition.districts),
        **describe_registry(edition),
    }


def describe_parks(edition: Edition) -> list[dict[str, object]]:
    """Describe the parks in order, their coordinates to six decimals."""
    parks = edition.parks
    points = np.asarray(parks.geometry, dtype=object)
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    zones = number_zones(edition)
    columns = ("park_id", "name", "district", "zone", "precision", "focus", "sectors")
    values = [parks[name].tolist() for name in columns]
    keys = ("id", *columns[1:])
    return [
        {
            **dict(zip(keys, said, strict=True)),
            "lon": None if np.isnan(x) else round(x, _DECIMALS),
            "lat": None if np.isnan(x) else round(y, _DECIMALS),
            "zoneIndex": zones.get((said[2], said[3])),
        }
        for x, y, *said in zip(lon.tolist(), lat.tolist(), *values, strict=True)
    ]


def frame_view(edition: Edition) -> list[list[float]]:
    """
    Frame the first view: the main body of the city, or else all parks.

    A district that touches no other, as 深汕 a hundred kilometres east, would make
    all others tiny; its parks are counted beside the map as outside the view.

    Returns
    -------
    list
        South-west and north-east corner as [lat, lon]; over the date line the
        eastern longitude is more than 180.
    """
    parks = edition.parks[~edition.parks.geometry.isna()]
    body = _find_main_body(edition.districts)
    inside = bool(parks.geometry.intersects(shapely.box(*body.total_bounds)).any())
    shapes = body if inside or not len(parks) else parks
    west, south, east, north = shapes.total_bounds.tolist()
    if shapes is parks:
        west, east = _span_longitudes(np.unique(parks.geometry.x))
    return [[south, west], [north, east]]


def _span_longitudes(ordered: NDArray[np.float64]) -> tuple[float, float]:
    """Span longitudes the shorter way round the earth, be it over the date line."""
    west, east = float(ordered[0]), float(ordered[-1])
    gaps = np.diff(ordered)
    widest = int(np.argmax(gaps)) if len(gaps) else 0
    if not len(gaps) or gaps[widest] <= _TURN - (east - west):
        return west, east
    return float(ordered[widest + 1]), float(ordered[widest]) + _TURN


def _find_main_body(districts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Find the largest group of districts that touch one another."""
    # A kilometre bridges what slivers there may be between neighbours.
    merged = shapely.union_all(districts.geometry.to_crs(_GROUND).buffer(1000))
    parts = gpd.GeoSeries(list(shapely.get_parts(merged)), crs=_GROUND)
    main = parts.iloc[int(np.argmax(parts.area))]
    within = districts.geometry.to_crs(_GROUND).representative_point().within(main)
    return districts[within]


def _describe_sectors(edition: Edition) -> list[dict[str, str]]:
    taken = frozenset().union(*edition.sector_rows("any"))
    return [
        {
            "id": sector.id,
            "name_zh": sector.zh,
            "name_en": sector.en,
            "colour": sector.colour,
        }
        for sector in read_taxonomy()
        if sector.id in taken
    ]


def _describe_districts(edition: Edition) -> dict[str, object]:
    drawn = simplify_for_display(edition.districts, DISPLAY_TOLERANCE_METRES)
    names = drawn["name_zh"].tolist(), drawn["name_en"].tolist()
    features = describe_outlines(drawn, *names)
    for feature, name in zip(features, drawn["district"].tolist(), strict=True):
        feature["properties"]["name"] = name
    return _collect(features)


def _pick_zones(edition: Edition) -> gpd.GeoDataFrame:
    """Pick the zones that are drawn: each once, however many rows name it."""
    zones = edition.zones.drop_duplicates(["district", "zone"])
    zones = zones[zones.geometry.notna()]
    return zones if len(zones) <= MOST_ZONES else zones.iloc[:0]


def number_zones(edition: Edition) -> dict[tuple[str, str], int]:
    """Give each drawn zone its number, by district and name."""
    zones = _pick_zones(edition)
    return {
        key: number
        for number, key in enumerate(zip(zones["district"], zones["zone"], strict=True))
    }


def list_extents(edition: Edition) -> list[shapely.Geometry]:
    """List the indicative extents of the drawn zones, in the order of their numbers."""
    return list(_pick_zones(edition).geometry)


def _describe_zones(edition: Edition) -> dict[str, object]:
    zones = _pick_zones(edition)
    names = zones["zone"].tolist()
    return _collect(describe_outlines(zones, names, names))


def describe_outlines(
    rows: gpd.GeoDataFrame, names_zh: list[str], names_en: list[str]
) -> list[dict[str, Any]]:
    """Describe polygons in EPSG:4326 as features, each with names and label."""
    return [
        {
            "type": "Feature",
            "geometry": _write(geometry),
            "properties": {
                "name_zh": zh,
                "name_en": en,
                "label": _place_label(geometry),
            },
        }
        for geometry, zh, en in zip(rows.geometry, names_zh, names_en, strict=True)
    ]


def _collect(features: list[dict[str, Any]]) -> dict[str, object]:
    return {"type": "FeatureCollection", "features": features}


def _place_label(geometry: shapely.Geometry) -> list[float]:
    """Find the middle of the widest part, where a name has most room."""
    parts = shapely.get_parts(geometry)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    middle = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest))[0]
    return [round(float(value), _LABEL_DECIMALS) for value in middle]


def _write(geometry: shapely.Geometry) -> dict[str, object]:
    rounded = shapely.transform(geometry, lambda xy: np.round(xy, _LABEL_DECIMALS))
    written: dict[str, object] = orjson.loads(shapely.to_geojson(rounded))
    return written

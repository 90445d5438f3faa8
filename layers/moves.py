"""What the browser is told of corrected parks, so that its map need not be reloaded."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NotRequired, TypeAlias, TypedDict

import numpy as np

import geopandas as gpd
import shapely

from layers.coverage import describe_coverage
from layers.payload import describe_outlines, list_extents, number_zones
from parks.corrections import COLUMN
from parks.edition import Edition

_DECIMALS: Final = 6
_KEPT: Final = 16
_Zone: TypeAlias = tuple[str | None, str | None]


class Moves(TypedDict):
    """
    Parks and zones that differ from the map as it was loaded.

    Attributes
    ----------
    parks
        For each park its ``index``, WGS 84 ``lon lat``, ``precision`` and the
        ``zoneIndex`` of its zone.
    zones
        For each zone its ``index`` and ``outline``, a feature; None where it has no
        extent any more. An index beyond those of the loaded map is a zone's that had
        none before.
    coverage
        What `layers.coverage.describe_coverage` says of the extents as corrected;
        only where some are told.
    """

    parks: list[dict[str, object]]
    zones: list[dict[str, object]]
    coverage: NotRequired[dict[str, object] | None]


@lru_cache(maxsize=_KEPT)
def describe_moves(loaded: Edition, corrected: Edition) -> Moves:
    """
    Describe where a corrected edition differs from the one that a map was loaded with.

    The answer is kept and shared: it is never to be altered.

    Parameters
    ----------
    loaded
        The edition as published or imported.
    corrected
        The same with corrections, or the very same: then nothing differs.
    """
    reasons = corrected.parks.get(COLUMN)
    if reasons is None or loaded is corrected:
        return {"parks": [], "zones": []}
    positions = np.flatnonzero(reasons.notna())
    parks = corrected.parks.iloc[positions]
    indices = _number_zones(loaded, parks)
    moves: Moves = {
        "parks": _describe_parks(parks, positions.tolist(), indices),
        "zones": _describe_zones(corrected.zones, indices),
    }
    if indices:
        extents = _correct_extents(loaded, corrected, indices)
        moves["coverage"] = describe_coverage(extents, corrected.districts)
    return moves


def _correct_extents(
    loaded: Edition, corrected: Edition, indices: dict[_Zone, int]
) -> list[shapely.Geometry | None]:
    """Give the extents of the loaded map's zones with those that were corrected."""
    known = dict(enumerate(list_extents(loaded)))
    rows = _find_rows(corrected.zones, indices)
    extents = corrected.zones.geometry.iloc[rows].tolist()
    known |= dict(zip(indices.values(), extents, strict=True))
    return [known.get(number) for number in range(max(known) + 1)]


def _number_zones(loaded: Edition, parks: gpd.GeoDataFrame) -> dict[_Zone, int]:
    """Give zones of parks their number on the loaded map, further ones the next."""
    drawn = number_zones(loaded)
    # Where all outlines were left out, one more would look like the only zone.
    is_drawing = bool(drawn) or bool(loaded.zones.geometry.isna().all())
    named = [key for key in dict.fromkeys(_name_zones(parks)) if None not in key]
    new = [key for key in named if key not in drawn] if is_drawing else []
    known = {key: drawn[key] for key in named if key in drawn}
    return known | {key: len(drawn) + place for place, key in enumerate(new)}


def _name_zones(rows: gpd.GeoDataFrame) -> list[_Zone]:
    return list(zip(rows["district"], rows["zone"], strict=True))


def _describe_parks(
    parks: gpd.GeoDataFrame, positions: list[int], indices: dict[_Zone, int]
) -> list[dict[str, object]]:
    points = np.asarray(parks.geometry, dtype=object)
    places = shapely.get_coordinates(points).round(_DECIMALS).tolist()
    return [
        {
            "index": position,
            "lon": lon,
            "lat": lat,
            "precision": precision,
            "zoneIndex": indices.get(zone),
        }
        for position, (lon, lat), precision, zone in zip(
            positions, places, parks["precision"], _name_zones(parks), strict=True
        )
    ]


def _describe_zones(
    zones: gpd.GeoDataFrame, indices: dict[_Zone, int]
) -> list[dict[str, object]]:
    rows = _find_rows(zones, indices)
    return [
        {"index": index, "outline": _outline(zones.iloc[[row]])}
        for index, row in zip(indices.values(), rows, strict=True)
    ]


def _find_rows(zones: gpd.GeoDataFrame, keys: Iterable[_Zone]) -> list[int]:
    """Find the position of the first row of each zone."""
    first = np.flatnonzero(~zones.duplicated(["district", "zone"]))
    rows = dict(zip(_name_zones(zones.iloc[first]), first.tolist(), strict=True))
    return [rows[key] for key in keys]


def _outline(zone: gpd.GeoDataFrame) -> object:
    if zone.geometry.isna().all():
        return None
    names = zone["zone"].tolist()
    (feature,) = describe_outlines(zone, names, names)
    return feature

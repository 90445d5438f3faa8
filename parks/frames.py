"""The frames of an edition: one row a park, one row a zone, points in WGS 84."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

import geopandas as gpd
import shapely

from parks.location import Location
from parks.model import Role, Row
from parks.normalise import number_repeats, slug, syllables
from parks.places import PlacedRow

_CRS: Final = "EPSG:4326"
_SAID: Final = (
    "district",
    "district_code",
    "zone",
    "seq",
    "direction",
    "focus",
    "sectors",
    "policies",
)
"""What a row of the table says of all its parks."""
_WHOLE: Final = frozenset({"seq", "row", "park_count"})


def spread_rows(
    rows: Sequence[Row],
    districts: Sequence[str | None],
    codes: Mapping[str, str | None],
) -> dict[str, list[object]]:
    """
    Gather column by column what the rows say of their parks.

    Parameters
    ----------
    rows
        The rows of a tagged table.
    districts
        The district of each row, by its short name where it has one.
    codes
        The codes of districts by name.
    """
    said = (
        (
            district,
            codes.get(district or ""),
            row.zone,
            row.seq,
            row.direction,
            tuple(tag.id for tag in row.sectors if tag.role is Role.FOCUS),
            tuple(tag.id for tag in row.sectors),
            tuple(
                policy.title + (f"（{policy.number}）" if policy.number else "")
                for policy in row.policies
            ),
        )
        for row, district in zip(rows, districts, strict=True)
    )
    columns = zip(*said, strict=True) if rows else ((),) * len(_SAID)
    return {name: list(values) for name, values in zip(_SAID, columns, strict=True)}


def frame_parks(
    rows: Sequence[Row],
    said: Mapping[str, Sequence[object]],
    places: Sequence[PlacedRow],
) -> gpd.GeoDataFrame:
    """
    Frame the parks; see `parks.edition.Edition.parks`.

    Parameters
    ----------
    rows
        The rows of a tagged table.
    said
        What `spread_rows` made of them.
    places
        Where each row's zone and parks stand.
    """
    names = [name for row in rows for name in row.parks]
    index = [number for number, row in enumerate(rows) for _ in row.parks]
    located = [place for placed in places for place in placed.parks]
    zone_slugs = [_spell(row.zone) if row.zone else "" for row in rows]
    columns: dict[str, Iterable[object]] = {
        "park_id": number_repeats(
            (slug(syllables(name)) for name in names), (zone_slugs[i] for i in index)
        ),
        "name": names,
        **{name: [values[i] for i in index] for name, values in said.items()},
        **_describe_locations(located),
        "row": index,
    }
    return _with_points(columns, located)


def frame_zones(
    rows: Sequence[Row],
    said: Mapping[str, Sequence[object]],
    places: Sequence[PlacedRow],
) -> gpd.GeoDataFrame:
    """Frame the zones of what `frame_parks` takes; see `parks.edition.Edition`."""
    slugs = (_spell(row.zone or row.district or "") for row in rows)
    districts = (_spell(str(name or "")) for name in said["district"])
    located = [placed.zone for placed in places]
    columns: dict[str, Iterable[object]] = {
        "zone_id": number_repeats(slugs, districts),
        **said,
        "park_count": [len(row.parks) for row in rows],
        **_describe_locations(located),
    }
    return _with_points(columns, located)


@lru_cache(maxsize=1024)
def _spell(name: str) -> str:
    """Spell a zone or district, which repeat from row to row."""
    return slug(syllables(name))


def _describe_locations(places: Sequence[Location]) -> dict[str, list[object]]:
    return {
        "precision": [place.precision for place in places],
        "location_source": [place.source for place in places],
        "location_note": [place.note_zh for place in places],
        "location_note_en": [place.note_en for place in places],
    }


def _with_points(
    columns: Mapping[str, Iterable[object]],
    places: Sequence[Location],
) -> gpd.GeoDataFrame:
    frame = pd.DataFrame(
        {
            # Text stays Python text: a missing value is None, never a NaN.
            name: pd.Series(list(values), dtype=int if name in _WHOLE else object)
            for name, values in columns.items()
        }
    )
    lon = np.array([place.lon for place in places], dtype=float)
    lat = np.array([place.lat for place in places], dtype=float)
    points = np.asarray(shapely.points(lon, lat), dtype=object)
    points[np.isnan(lon)] = None
    return gpd.GeoDataFrame(frame, geometry=points, crs=_CRS)

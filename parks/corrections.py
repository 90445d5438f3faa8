"""Places put right by hand: what was moved, from where, by whose reason, since when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas as gpd
import shapely

from geodata.distances import measure_metres
from parks.edition import Edition, doubt_places
from parks.errors import LongReasonError, MissingReasonError
from parks.extents import outline_zones
from parks.language import Language, translate
from parks.location import Location
from parks.model import Table
from parks.places import PRECISION_WORDS

MOST_REASON: Final = 200
"""Characters of a reason: a line that is read beside the place."""
COLUMN: Final = "correction"
"""What the parks of a corrected edition have besides: the reason, None if unmoved."""


@dataclass(frozen=True)
class Correction:
    """
    A park's place as somebody put it right.

    Attributes
    ----------
    park_id
        Of the park.
    lon, lat
        Where it was put, WGS 84 degrees.
    precision
        One of `parks.places.PRECISIONS`, as whoever corrected it claims.
    reason
        One line that says how the place is known.
    old
        Where the table's edition has the park.
    date
        ISO date of the correction.
    typed
        The coordinates as they were typed; empty if the park was moved on the map.
    reference
        Name of the reference system of `typed`.
    """

    park_id: str
    lon: float
    lat: float
    precision: str
    reason: str
    old: Location
    date: str
    typed: str = ""
    reference: str = "WGS-84"

    @cached_property
    def metres(self) -> float | None:
        """How far the park was moved, on the ellipsoid; None if it had no place."""
        return measure_move(self.old, self.lon, self.lat)

    @property
    def source(self) -> str:
        """What stands as source of the place."""
        how = f"typed as {self.reference} {self.typed}" if self.typed else "dragged"
        return f"correction: {how}{'' if self.typed else ' on the map'}, {self.date}"

    def describe(self, language: Language) -> str:
        """Say the old place, the distance and the reason."""
        metres = self.metres
        if metres is None:
            sentence = translate(
                "Corrected by hand on {date}: it had no place before. Reason: {reason}",
                language,
            )
            return sentence.format(date=self.date, reason=self.reason)
        sentence = translate(
            "Corrected by hand on {date}: moved {metres} m from {lon}, {lat} "
            "({precision}). Reason: {reason}",
            language,
        )
        words = PRECISION_WORDS.get(self.old.precision or "", "place unknown")
        return sentence.format(
            date=self.date,
            metres=f"{metres:,.0f}",
            lon=f"{self.old.lon:.6f}",
            lat=f"{self.old.lat:.6f}",
            precision=translate(words, language),
            reason=self.reason,
        )


def measure_move(old: Location, lon: float, lat: float) -> float | None:
    """Measure metres on the ellipsoid from an old place; None if there was none."""
    if old.lon is None or old.lat is None:
        return None
    return measure_metres(old.lon, old.lat, lon, lat)


def read_reason(text: str) -> str:
    """
    Read the reason of a correction as one line.

    Raises
    ------
    MissingReasonError
        If it is blank.
    LongReasonError
        If it has more than `MOST_REASON` characters.
    """
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    reason = " ".join(visible.split())
    if not reason:
        raise MissingReasonError
    if len(reason) > MOST_REASON:
        raise LongReasonError(count=len(reason), most=MOST_REASON)
    return reason


def recall_location(edition: Edition, position: int) -> Location:
    """Give where an edition has a park, by the park's position in it."""
    park = edition.parks.iloc[position]
    point = park["geometry"]
    is_placed = isinstance(point, shapely.Point)
    return Location(
        point.x if is_placed else None,
        point.y if is_placed else None,
        park["precision"],
        park["location_source"],
        park["location_note"],
        park["location_note_en"],
    )


def correct(edition: Edition, corrections: Sequence[Correction]) -> Edition:
    """
    Put parks where corrections say, in an edition of its own.

    The parks get the new points, precision, source and notes, and a column
    `COLUMN`; the extents of their zones and the doubts of standing outside a district
    are derived again. The table's rows stay what they were, and so does the key, which
    stands for them.

    Parameters
    ----------
    edition
        Any edition; it is not altered.
    corrections
        Of one park the last one counts; one of a park that is not in the edition is
        left out.

    Returns
    -------
    Edition
        `edition` itself if nothing in it is corrected.
    """
    wanted = {correction.park_id: correction for correction in corrections}
    positions = np.flatnonzero(edition.parks["park_id"].isin(wanted))
    if not len(positions):
        return edition
    ids = edition.parks["park_id"].iloc[positions]
    parks = _move(edition.parks, positions, [wanted[id_] for id_ in ids])
    rows = np.unique(parks["row"].to_numpy()[positions])
    corrected = replace(
        edition,
        parks=parks,
        zones=edition.zones.set_geometry(_outline_again(edition, parks, rows)),
        table=_doubt_again(edition, parks, rows),
    )
    # A moved park keeps its name: the words to search need not be gathered again.
    if "search_index" in vars(edition):
        vars(corrected)["search_index"] = edition.search_index
    return corrected


def _move(
    parks: gpd.GeoDataFrame,
    positions: NDArray[np.intp],
    corrections: Sequence[Correction],
) -> gpd.GeoDataFrame:
    said: Mapping[str, list[object]] = {
        "precision": [each.precision for each in corrections],
        "location_source": [each.source for each in corrections],
        "location_note": [each.describe(Language.ZH) for each in corrections],
        "location_note_en": [each.describe(Language.EN) for each in corrections],
        COLUMN: [each.reason for each in corrections],
    }
    columns = {
        name: _replace(parks.get(name), positions, values, parks.index)
        for name, values in said.items()
    }
    points = np.array(parks.geometry, dtype=object)
    points[positions] = shapely.points(
        [each.lon for each in corrections], [each.lat for each in corrections]
    )
    moved = gpd.GeoSeries(points, index=parks.index, crs=parks.crs)
    return parks.assign(**columns).set_geometry(moved)


def _replace(
    column: "pd.Series[str] | None",
    positions: NDArray[np.intp],
    values: list[object],
    index: "pd.Index[int]",
) -> "pd.Series[str]":
    """Put values into a copy of a column; one that lacks begins without any."""
    cells = np.full(len(index), None, dtype=object)
    if column is not None:
        cells[:] = column.to_numpy(dtype=object)
    cells[positions] = np.array(values, dtype=object)
    return pd.Series(cells, index=index, dtype=object)


def _outline_again(
    edition: Edition, parks: gpd.GeoDataFrame, rows: NDArray[np.intp]
) -> gpd.GeoSeries:
    """Outline the zones that rows name anew; the others keep their outlines."""
    zones = edition.zones
    groups = zones.groupby(["district", "zone"], dropna=True, sort=False).ngroup()
    numbers = groups.fillna(-1).to_numpy(dtype=int)
    touched = np.flatnonzero(np.isin(numbers, numbers[rows]) & (numbers >= 0))
    members = parks[parks["row"].isin(touched)]
    members = members.assign(row=np.searchsorted(touched, members["row"].to_numpy()))
    own = zones.iloc[touched].set_geometry("point")
    outlines = np.array(zones.geometry, dtype=object)
    outlines[touched] = outline_zones(own, members, edition.districts).to_numpy()
    return gpd.GeoSeries(outlines, index=zones.index, crs=zones.crs)


def _doubt_again(
    edition: Edition, parks: gpd.GeoDataFrame, rows: NDArray[np.intp]
) -> Table:
    """Say anew of the parks of rows whether they stand outside their district."""
    kept = [
        problem
        for problem in edition.table.problems
        if problem.code != "place-outside-district" or problem.place not in rows
    ]
    doubts = doubt_places(parks[parks["row"].isin(rows)], edition.districts)
    return replace(edition.table, problems=(*kept, *doubts))

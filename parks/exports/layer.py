"""What is exported: a layer of an edition, picked by a filter, in a datum."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas as gpd
import shapely

from geodata.datums import Datum, convert
from parks.corrections import COLUMN as CORRECTION
from parks.edition import PARK_COLUMNS, WGS84, Edition
from parks.errors import UnknownLayerError, UnknownReferenceError
from parks.exports.field_names import FieldNames, name_fields
from parks.exports.references import OFFSET_DATUMS, read_reference

LAYERS: Final = ("parks", "zones", "districts")
_COLUMNS: Final = {
    "parks": PARK_COLUMNS,
    "zones": (
        "zone_id",
        "zone",
        "district",
        "district_code",
        "seq",
        "direction",
        "focus",
        "sectors",
        "policies",
        "park_count",
        "location_source",
        "location_note",
    ),
    "districts": (
        "district",
        "name_zh",
        "name_en",
        "district_code",
        "county_code",
        "source",
    ),
}
_IDS: Final = {"parks": "park_id", "zones": "zone_id", "districts": "pinyin"}


@dataclass(frozen=True, slots=True)
class ExportLayer:
    """
    Rows to export.

    Attributes
    ----------
    name
        Which layer it is, one of `LAYERS`.
    rows
        The chosen rows, geometry in the reference system asked for. Its ``crs`` is
        None in GCJ-02 and BD-09, which have no EPSG code.
    columns
        The columns to write, in order; geometry apart.
    id_column
        The column that identifies a row.
    reference
        Name of the reference system, such as ``EPSG:4326`` or ``GCJ-02``.
    fields
        How its columns are called in the file.
    """

    name: str
    rows: gpd.GeoDataFrame
    columns: Sequence[str]
    id_column: str
    reference: str
    fields: FieldNames = FieldNames.CODE

    def list_fields(self, *columns: str) -> tuple[str, ...]:
        """Name columns as the file does: those given, or all of `columns`."""
        return name_fields(columns or self.columns, self.fields)


def pick_layer(
    edition: Edition,
    chosen: NDArray[np.bool_],
    *,
    layer: str = "parks",
    reference: str = WGS84,
) -> ExportLayer:
    """
    Pick the rows of a layer that a choice of parks stands for.

    Parameters
    ----------
    edition
        The edition to export from.
    chosen
        For each park whether it is meant.
    layer
        ``parks``; or the ``zones`` or ``districts`` of the chosen parks, all of
        them when every park is chosen.
    reference
        As `parks.exports.references.read_reference` reads it.

    Raises
    ------
    UnknownLayerError, UnknownReferenceError
        If there is no such layer or reference system, or a row lies where the
        reference system has no coordinates.
    """
    if layer not in LAYERS:
        raise UnknownLayerError(layer=layer, known=", ".join(LAYERS))
    reference = read_reference(reference)
    rows = _rows(edition, chosen, layer)
    moved = move_rows(rows, reference)
    columns = _COLUMNS[layer]
    if CORRECTION in rows:
        # Only where something was corrected: all other downloads stay as agreed.
        columns = (*columns, CORRECTION)
    return ExportLayer(layer, moved, columns, _IDS[layer], reference)


def _rows(edition: Edition, chosen: NDArray[np.bool_], layer: str) -> gpd.GeoDataFrame:
    if layer == "parks":
        return edition.parks[chosen]
    every = bool(chosen.all())
    if layer == "zones":
        kept = np.unique(edition.parks["row"].to_numpy()[chosen])
        return edition.zones if every else edition.zones.iloc[kept]
    named = edition.districts["district"].isin(edition.parks["district"][chosen])
    return edition.districts if every else edition.districts[named]


def move_rows(rows: gpd.GeoDataFrame, reference: str) -> gpd.GeoDataFrame:
    """
    Move rows from WGS 84 to another reference system.

    Raises
    ------
    UnknownReferenceError
        If a row lies where it has no coordinates.
    """
    if reference in OFFSET_DATUMS:
        datum = Datum(reference)
        shifted = shapely.transform(
            np.asarray(rows.geometry, dtype=object),
            lambda degrees: np.column_stack(
                convert(degrees[:, 0], degrees[:, 1], source=Datum.WGS84, target=datum)
            ),
        )
        # A frame anew: the old one would go on calling itself WGS 84.
        bare = pd.DataFrame(rows.drop(columns=str(rows.geometry.name)))
        return gpd.GeoDataFrame(bare, geometry=gpd.GeoSeries(shifted, index=rows.index))
    moved = rows if reference == WGS84 else rows.to_crs(reference)
    # A plane ends somewhere: beyond it there are no numbers, and no place to give up.
    if not np.isfinite(shapely.get_coordinates(moved.geometry)).all():
        raise UnknownReferenceError(reference=reference)
    return moved

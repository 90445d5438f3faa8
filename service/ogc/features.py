"""The features of a layer in a reference system, written once for each edition."""

from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Final

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray

import shapely

from parks.edition import Edition
from parks.exports import ExportLayer, pick_layer
from parks.exports.geojson import write_geometries
from service.ogc.references import Reference

_NUMBERS: Final = ("seq", "park_count")
LISTS: Final = ("focus", "sectors", "policies")


@dataclass(frozen=True)
class LayerFeatures:
    """
    All features of a layer.

    Attributes
    ----------
    layer
        The rows, their geometry in the reference system with x first.
    reference
        That system.
    """

    layer: ExportLayer
    reference: Reference

    @cached_property
    def columns(self) -> pd.DataFrame:
        """The properties, a value a row."""
        return pd.DataFrame(self.layer.rows[list(self.layer.columns)])

    @cached_property
    def geometries(self) -> NDArray[np.object_]:
        """The geometry of each row, None for none."""
        return np.asarray(self.layer.rows.geometry, dtype=object)

    @cached_property
    def bounds(self) -> NDArray[np.float64]:
        """The least and greatest coordinates of all; NaN where nothing has a place."""
        return shapely.total_bounds(self.geometries)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each feature stands, by its id."""
        ids = self.layer.rows[self.layer.id_column].tolist()
        return {id_: at for at, id_ in enumerate(ids)}

    @cached_property
    def written(self) -> list[bytes]:
        """Each feature as GeoJSON, axes in the order of the reference system."""
        columns = [self.columns[name].tolist() for name in self.columns]
        rows = zip(
            self.positions,
            write_geometries(self.layer, self._settle),
            *columns,
            strict=True,
        )
        return [
            orjson.dumps(
                {
                    "type": "Feature",
                    "id": id_,
                    "geometry": geometry,
                    "properties": dict(zip(self.columns, values, strict=True)),
                }
            )
            for id_, geometry, *values in rows
        ]

    def describe_columns(self) -> dict[str, dict[str, object]]:
        """Describe the properties by JSON schemas, as pygeoapi takes them."""
        return {name: _describe(name) for name in self.layer.columns}

    def _settle(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.round(self.reference.order(xy), self.reference.decimals)


def _describe(name: str) -> dict[str, object]:
    if name in LISTS:
        return {"title": name, "type": "array", "items": {"type": "string"}}
    return {"title": name, "type": "integer" if name in _NUMBERS else "string"}


class FeatureShelf:
    """Keeps the written features of the edition that was asked for last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._edition: Edition | None = None
        self._kept: dict[tuple[str, str], LayerFeatures] = {}

    def take(self, edition: Edition, layer: str, reference: Reference) -> LayerFeatures:
        """Take the features of a layer, made if they are not at hand."""
        with self._lock:
            if self._edition is not edition:
                self._edition, self._kept = edition, {}
            key = (layer, reference.uri)
            if key not in self._kept:
                every = np.ones(len(edition.parks), dtype=np.bool_)
                picked = pick_layer(
                    edition,
                    every,
                    layer=layer,
                    reference=reference.name,
                )
                self._kept[key] = LayerFeatures(picked, reference)
            return self._kept[key]

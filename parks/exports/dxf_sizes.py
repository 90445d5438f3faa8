"""How large texts and symbols are in a drawing, for what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Final

import numpy as np

from parks.exports.layer import ExportLayer

_ALONE_METRES, _ALONE_DEGREES = 20.0, 0.0002
"""Height of a text where everything is drawn at one point."""
_LEAST, _MOST = 1 / 4000, 1 / 150
"""Height of a text, as a share of the drawing's diagonal."""
_GAP_SHARE: Final = 1 / 8
"""The same as a share of the mean distance of neighbouring parks."""
_NOTE_SHARE: Final = 1 / 100


@dataclass(frozen=True, slots=True)
class Sizes:
    """
    Sizes in the drawing's unit.

    Attributes
    ----------
    label
        Height of a park's name.
    note
        Height of a line of the note.
    bounds
        West, south, east, north of what is drawn, the note apart.
    """

    label: float
    note: float
    bounds: tuple[float, float, float, float]


def size_drawing(layers: Sequence[ExportLayer], *, is_plane: bool) -> Sizes:
    """Choose sizes by how far the parks of a drawing stand apart."""
    west, south, east, north = bounds = measure_bounds(layers)
    diagonal = hypot(east - west, north - south)
    if not diagonal:
        alone = _ALONE_METRES if is_plane else _ALONE_DEGREES
        return Sizes(alone, alone, bounds)
    count = max((len(layer.rows) for layer in layers), default=1) or 1
    gap = sqrt((east - west) * (north - south) / count)
    label = min(max(gap * _GAP_SHARE, diagonal * _LEAST), diagonal * _MOST)
    return Sizes(_round(label), _round(diagonal * _NOTE_SHARE), bounds)


def measure_bounds(layers: Sequence[ExportLayer]) -> tuple[float, float, float, float]:
    """Find the least rectangle around all rows; a point at 0 if none has a place."""
    corners = np.array([layer.rows.total_bounds for layer in layers])
    corners = corners[~np.isnan(corners).any(axis=1)]
    if not len(corners):
        return 0.0, 0.0, 0.0, 0.0
    west, south = corners[:, :2].min(axis=0).tolist()
    east, north = corners[:, 2:].max(axis=0).tolist()
    return west, south, east, north


def _round(size: float) -> float:
    return float(f"{size:.3g}")

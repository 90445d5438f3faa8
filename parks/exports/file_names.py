"""What the files of downloads are called."""

from collections.abc import Sequence
from typing import Final

from parks.exports.references import slug_reference

EVERY_LAYER: Final = "parkatlas"
"""The name of a file of several layers."""


def name_file(layers: Sequence[str], reference: str, ending: str) -> str:
    """Name a file by its layers and datum: ``parks_cgcs2000-epsg4547.gpkg``."""
    stem = layers[0] if len(layers) == 1 else EVERY_LAYER
    return f"{stem}_{slug_reference(reference)}.{ending}"

"""The reference systems that features are asked for in, and their axes."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

import pyproj

from parks.exports.flat import DEGREE_DECIMALS, METRE_DECIMALS

CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
"""Longitude and latitude in WGS 84: what everything is in unless asked otherwise."""
_EPSG: Final = "http://www.opengis.net/def/crs/EPSG/0/"
_CODES: Final = (4326, 4490, 4547, 3857)


@dataclass(frozen=True)
class Reference:
    """
    A reference system.

    Attributes
    ----------
    uri
        By which clients ask for it.
    name
        As `parks.exports.pick_layer` takes it.
    """

    uri: str
    name: str

    @cached_property
    def crs(self) -> pyproj.CRS:
        """The system, as EPSG defines it."""
        return pyproj.CRS(self.name)

    @cached_property
    def is_northing_first(self) -> bool:
        """Whether its definition puts the latitude or northing first."""
        return self.uri != CRS84 and self.crs.axis_info[0].direction == "north"

    @cached_property
    def is_around(self) -> bool:
        """Whether it goes around the earth, so that a box may cross the date line."""
        return bool(self.crs.is_geographic) or self.name == "EPSG:3857"

    @property
    def decimals(self) -> int:
        """Decimals of a coordinate: a tenth of a metre at least."""
        return METRE_DECIMALS if self.crs.is_projected else DEGREE_DECIMALS

    def order(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Order coordinates, an array of two columns, as the definition does."""
        return xy[:, ::-1] if self.is_northing_first else xy


REFERENCES: Final = {
    reference.uri: reference
    for reference in (
        Reference(CRS84, "EPSG:4326"),
        *(Reference(f"{_EPSG}{code}", f"EPSG:{code}") for code in _CODES),
    )
}
"""By URI; the first is the default."""

"""The ground that a small map shows, and where on it a position falls."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import shapely

from layers.payload import frame_view
from parks.edition import Edition

METRES_PER_DEGREE: Final = 111_195
"""Of latitude, on a sphere of the mean radius 6,371 km; ample for a small map."""
LEAST_METRES: Final = 4_000
"""A map shows at least so much ground from west to east."""
_MARGIN: Final = 0.08
"""Share of the map's width kept free on either side of what it shows."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground that a map shows: a middle in WGS 84, a width in metres, in pixels."""

    lon: float
    lat: float
    metres: float
    width: int = 460
    height: int = 300

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Give the pixels, from the upper left, of a position in WGS 84."""
        scale = self.width / self.metres * METRES_PER_DEGREE
        x = (lon - self.lon) * math.cos(math.radians(self.lat)) * scale
        return self.width / 2 + x, self.height / 2 - (lat - self.lat) * scale

    @property
    def box(self) -> shapely.Polygon:
        """What it shows, in WGS 84, with a little more around."""
        return self._cut(0.55)

    @property
    def view(self) -> shapely.Polygon:
        """What it shows, in WGS 84, and nothing beyond its edge."""
        return self._cut(0.5)

    def _cut(self, share: float) -> shapely.Polygon:
        """Cut out what lies within a share of its sides around the middle."""
        north = share * self.metres * self.height / self.width / METRES_PER_DEGREE
        east = share * self.metres / METRES_PER_DEGREE
        east /= math.cos(math.radians(self.lat))
        return shapely.box(
            self.lon - east, self.lat - north, self.lon + east, self.lat + north
        )


def frame_around(
    shapes: Iterable[shapely.Geometry],
    *,
    least_metres: float = LEAST_METRES,
    width: int = 460,
    height: int = 300,
) -> Frame | None:
    """
    Frame shapes in WGS 84 with a margin; None if there are none.

    Parameters
    ----------
    shapes
        What is to be seen.
    least_metres
        From west to east at least so much ground is shown.
    width, height
        Of the map in pixels.
    """
    known = [shape for shape in shapes if not shapely.is_empty(shape)]
    if not known:
        return None
    west, south, east, north = shapely.total_bounds(known).tolist()
    lat = (south + north) / 2
    across = (east - west) * METRES_PER_DEGREE * math.cos(math.radians(lat))
    up = (north - south) * METRES_PER_DEGREE * width / height
    metres = max(across, up) / (1 - 2 * _MARGIN)
    return Frame((west + east) / 2, lat, max(metres, least_metres), width, height)


def frame_city(
    edition: Edition,
    points: Iterable[shapely.Geometry] = (),
    *,
    width: int = 460,
    height: int = 300,
) -> Frame:
    """Frame the main body of the city, or all of what is asked for where more is."""
    (south, west), (north, east) = frame_view(edition)
    body = shapely.box(west, south, east, north)
    frame = frame_around([body, *points], width=width, height=height)
    # Without any district and any point there is no ground to show.
    return frame or Frame(0, 0, LEAST_METRES, width, height)

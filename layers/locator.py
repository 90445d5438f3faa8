"""
Small maps that show where a place lies, as SVG made here: no script, no request.

Colours of lines and grounds come from the page (``--pa-…`` variables), so that a map is
light, dark or printed as the page is. A place has the symbol that its precision has on
the large map.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

import shapely

from geodata.districts import simplify_for_display
from layers.locator_frame import METRES_PER_DEGREE, Frame
from layers.locator_spots import Spot, draw_spots
from layers.payload import DISPLAY_TOLERANCE_METRES
from parks.edition import Edition
from parks.language import Language

_SCALE_STEPS: Final = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_SCALE_SHARE: Final = 0.3
"""Share of the map's width that its scale bar takes at most."""
_SPOT_PIXELS: Final = 22
"""Around a symbol so much is kept free of names."""
_KEPT: Final = 16


@dataclass(frozen=True, slots=True)
class Locator:
    """
    What a small map shows.

    Attributes
    ----------
    title
        In words, for those who do not see it; any text.
    frame
        The ground.
    spots
        Places; those that fall on one pixel are moved apart on legs.
    extents
        Indicative extents of zones in WGS 84.
    """

    title: str
    frame: Frame
    spots: tuple[Spot, ...]
    extents: tuple[shapely.Geometry, ...] = ()


def draw_locator(
    edition: Edition, locator: Locator, language: Language = Language.ZH
) -> Markup:
    """
    Draw a small map.

    Parameters
    ----------
    edition
        Its districts are the ground.
    locator
        What is shown.
    language
        Of the districts' names.
    """
    frame = locator.frame
    size = frame.width, frame.height
    parts = [
        _draw_districts(edition, locator, language),
        *(_draw_extent(frame, extent) for extent in locator.extents),
        *draw_spots(frame, locator.spots),
        _draw_scale(frame),
    ]
    return Markup(
        "<svg class='pa-locator' role='img' viewBox='0 0 {} {}' width='{}' height='{}'"
        " xmlns='http://www.w3.org/2000/svg'><title>{}</title>{}</svg>"
    ).format(*size, *size, locator.title, Markup().join(parts))


@lru_cache(maxsize=_KEPT)
def _simplify(
    edition: Edition, tolerance_metres: float
) -> tuple[shapely.Geometry, ...]:
    drawn = simplify_for_display(edition.districts, tolerance_metres)
    return tuple(drawn.geometry)


def _draw_districts(edition: Edition, locator: Locator, language: Language) -> Markup:
    """Draw the districts within the frame, with their names where there is room."""
    frame = locator.frame
    free = shapely.difference(frame.view, _cover_spots(locator))
    pixel = frame.metres / frame.width
    # Steps of two, so that maps of about one scale share one simplified ground.
    tolerance = max(DISPLAY_TOLERANCE_METRES, 2 ** math.floor(math.log2(pixel)))
    column = "name_en" if language is Language.EN else "name_zh"
    box = frame.box
    outlines, names = [], []
    for shape, name in zip(
        _simplify(edition, tolerance), edition.districts[column], strict=True
    ):
        seen = shapely.clip_by_rect(shape, *box.bounds)
        if seen.is_empty:
            continue
        path = Markup("<path class='pa-land' d='{}'/>")
        outlines.append(path.format(_trace(frame, seen)))
        names.append(_name(frame, shapely.intersection(seen, free), name))
    return Markup().join([*outlines, *names])


def _cover_spots(locator: Locator) -> shapely.Geometry:
    """Give the ground that the symbols and their letters take, in WGS 84."""
    frame = locator.frame
    radius = _SPOT_PIXELS * frame.metres / frame.width / METRES_PER_DEGREE
    points = [shapely.Point(spot.lon, spot.lat) for spot in locator.spots]
    return shapely.union_all([point.buffer(radius) for point in points])


def _name(frame: Frame, free: shapely.Geometry, name: str) -> Markup:
    """Write a district's name where it has most room, if it has enough."""
    parts = [part for part in shapely.get_parts(free) if part.area]
    if not parts:
        return Markup()
    widest = max(parts, key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(widest)
    x, y = frame.project(*shapely.get_coordinates(circle)[0])
    edge_x, edge_y = frame.project(*shapely.get_coordinates(circle)[1])
    room = 2 * math.hypot(edge_x - x, edge_y - y)
    letter = 6.2 if name.isascii() else 12
    if room < letter * len(name) * 0.8:
        return Markup()
    return Markup("<text class='pa-land-name' x='{:.1f}' y='{:.1f}'>{}</text>").format(
        x, y + 4, name
    )


def _draw_extent(frame: Frame, extent: shapely.Geometry) -> Markup:
    return Markup("<path class='pa-extent' d='{}'/>").format(_trace(frame, extent))


def _trace(frame: Frame, shape: shapely.Geometry) -> str:
    """Write the rings of polygons as the data of a path, to a tenth of a pixel."""
    rings = []
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        pixels = [frame.project(*xy) for xy in shapely.get_coordinates(ring)]
        rings.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in pixels[:-1]) + "Z")
    return "".join(rings)


def _draw_scale(frame: Frame) -> Markup:
    """Draw a bar as long as a round number of kilometres."""
    most = _SCALE_SHARE * frame.metres / 1000
    fitting = [step for step in _SCALE_STEPS if step <= most]
    if not fitting:
        return Markup()
    kilometres = fitting[-1]
    length = kilometres * 1000 / frame.metres * frame.width
    x, y = 12, frame.height - 12
    return Markup(
        "<g class='pa-scale'><path d='M{} {}v5h{:.1f}v-5'/>"
        "<text x='{:.1f}' y='{}'>{:g} km</text></g>"
    ).format(x, y - 5, length, x + length + 6, y + 1, kilometres)

"""Places on a small map, each with the symbol that its precision has on the large."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from layers.locator_frame import Frame

_RADIUS: Final = 7.0
_TURN: Final = 13.0
"""Pixels by which symbols on one point are moved apart."""
_GROUND: Final = "var(--pa-panel)"
_DIAMOND: Final = ((0, -1), (1, 0), (0, 1), (-1, 0))
_SQUARE: Final = ((-1, -1), (1, -1), (1, 1), (-1, 1))
_HALO: Final = Markup("<circle class='pa-halo' cx='{:.1f}' cy='{:.1f}' r='{:.1f}'/>")
_DISC: Final = Markup(
    "<circle cx='{:.1f}' cy='{:.1f}' r='{:.1f}' fill='{}' fill-opacity='{}'"
    " stroke='{}' stroke-width='2'/>"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A place on a small map.

    Attributes
    ----------
    lon, lat
        Degrees in WGS 84.
    precision
        One of `parks.places.PRECISIONS`; says its symbol.
    colour
        A CSS colour, for instance of its sector.
    label
        A number or letter beside it, empty for none.
    is_own
        Whether it is what the map is about, else a neighbour, drawn small.
    """

    lon: float
    lat: float
    precision: str
    colour: str = "var(--pa-accent)"
    label: str = ""
    is_own: bool = True


def draw_spots(frame: Frame, spots: Sequence[Spot]) -> list[Markup]:
    """Draw the neighbours first, so that none hides what the map is about."""
    places = _spread(frame, spots)
    order = sorted(range(len(spots)), key=lambda index: spots[index].is_own)
    return [_draw_spot(spots[index], *places[index]) for index in order]


def _spread(
    frame: Frame, spots: Sequence[Spot]
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Give each spot the pixel of its place, and of its symbol beside others there."""
    anchors = [frame.project(spot.lon, spot.lat) for spot in spots]
    groups: dict[tuple[int, int], list[int]] = {}
    for index, ((x, y), spot) in enumerate(zip(anchors, spots, strict=True)):
        if spot.is_own:
            groups.setdefault((round(x), round(y)), []).append(index)
    placed = [(anchor, anchor) for anchor in anchors]
    for members in groups.values():
        for turn, index in enumerate(members if len(members) > 1 else ()):
            angle = 2 * math.pi * turn / len(members) - math.pi / 2
            x, y = anchors[index]
            moved = x + _TURN * math.cos(angle), y + _TURN * math.sin(angle)
            placed[index] = anchors[index], moved
    return placed


def _draw_spot(
    spot: Spot, anchor: tuple[float, float], at: tuple[float, float]
) -> Markup:
    radius = _RADIUS if spot.is_own else 0.6 * _RADIUS
    parts = []
    if anchor != at:
        leg = Markup("<path class='pa-leg' d='M{:.1f} {:.1f}L{:.1f} {:.1f}'/>")
        parts.append(leg.format(*anchor, *at))
    if spot.is_own:
        parts.append(_HALO.format(*at, radius + 4))
    parts.append(_draw_symbol(spot, at, radius))
    if spot.label:
        text = Markup("<text class='pa-spot-name' x='{:.1f}' y='{:.1f}'>{}</text>")
        parts.append(text.format(at[0] + radius + 6, at[1] + 5, spot.label))
    kind = "pa-own" if spot.is_own else "pa-other"
    return Markup("<g class='{}'>{}</g>").format(kind, Markup().join(parts))


def _draw_symbol(spot: Spot, at: tuple[float, float], radius: float) -> Markup:
    """Draw the precision's shape, as layers/static/symbols.js has it."""
    colour = spot.colour
    if spot.precision == "site":
        return _DISC.format(*at, radius, colour, 1, colour)
    if spot.precision == "near":
        ring = _DISC.format(*at, radius, _GROUND, 1, colour)
        return ring + _DISC.format(*at, radius / 2, colour, 1, "none")
    if spot.precision == "street":
        ground = _DISC.format(*at, radius, _GROUND, 1, _GROUND)
        return ground + _DISC.format(*at, radius, colour, 0.3, colour)
    side = 1.25 * radius if spot.precision == "zone" else radius
    corners = _DIAMOND if spot.precision == "zone" else _SQUARE
    points = " ".join(
        f"{at[0] + side * x:.1f},{at[1] + side * y:.1f}" for x, y in corners
    )
    return Markup(
        "<polygon points='{}' fill='{}' stroke='{}' stroke-width='2'"
        " stroke-dasharray='3 2'/>"
    ).format(points, _GROUND, colour)

"""Marks of parks in a picture: a number each, in the shape of their precision."""

import math
from collections import defaultdict
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from parks.briefs.brief import Mark, Sketch
from parks.briefs.sketching import METRES_PER_DEGREE, shrink_longitude

Point = tuple[float, float]
_APART_CENTIMETRES: Final = 0.42
"""So far from their point several marks of one point stand, and from one another."""
_ONE_POINT_CENTIMETRES: Final = 0.1
_SIZE: Final = 8.5
"""Points across a mark among a few; among many there is less room."""
CROWD: Final = 12
"""More marks than this may cover one another."""
_SMALL: Final = 0.68
_GROUND: Final = "#ffffff"
_LEG: Final = "#55646f"
_INK: Final = "#1d2b36"
_DASHES: Final = (0, (1.6, 1.0))


def spread_marks(
    sketch: Sketch, kilometres_per_centimetre: float
) -> list[tuple[Mark, Point, Point]]:
    """
    Give each mark the point of its place, and where it is drawn beside others there.

    Parameters
    ----------
    sketch
        Whose marks are drawn.
    kilometres_per_centimetre
        The scale of the picture.

    Returns
    -------
    list
        Mark, place and where it is drawn, in kilometres east and north of the middle.
    """
    west, south, east, north = sketch.bounds
    scale = METRES_PER_DEGREE / 1000
    shrink = scale * shrink_longitude(sketch)
    cell = _ONE_POINT_CENTIMETRES * kilometres_per_centimetre
    groups: dict[tuple[int, int], list[tuple[Mark, Point]]] = defaultdict(list)
    for mark in sketch.marks:
        x = (mark.lon - (west + east) / 2) * shrink
        y = (mark.lat - (south + north) / 2) * scale
        groups[round(x / cell), round(y / cell)].append((mark, (x, y)))
    apart = _APART_CENTIMETRES * kilometres_per_centimetre * _shrink(sketch)
    return [placed for group in groups.values() for placed in _fan(group, apart)]


def _fan(
    group: list[tuple[Mark, Point]], apart: float
) -> list[tuple[Mark, Point, Point]]:
    """Set the marks of one point in a ring with room for each."""
    if len(group) == 1:
        ((mark, place),) = group
        return [(mark, place, place)]
    radius = max(apart, apart * len(group) / (2 * math.pi) * 1.3)
    placed = []
    for turn, (mark, (x, y)) in enumerate(group):
        angle = math.pi / 2 - 2 * math.pi * turn / len(group)
        at = x + radius * math.cos(angle), y + radius * math.sin(angle)
        placed.append((mark, (x, y), at))
    return placed


def draw_marks(axes: Axes, sketch: Sketch, kilometres_per_centimetre: float) -> None:
    """Draw the marks with their numbers; as `spread_marks` takes the scale."""
    for placed in spread_marks(sketch, kilometres_per_centimetre):
        _draw_mark(axes, *placed, _shrink(sketch))


def _shrink(sketch: Sketch) -> float:
    return 1.0 if len(sketch.marks) <= CROWD else _SMALL


def _draw_mark(axes: Axes, mark: Mark, anchor: Point, at: Point, shrink: float) -> None:
    """Draw a mark with its number, on a leg if it was moved."""
    if anchor != at:
        legs = [anchor[0], at[0]], [anchor[1], at[1]]
        axes.plot(*legs, color=_LEG, linewidth=0.7, zorder=4)
    for look in _list_looks(mark, _SIZE * shrink):
        axes.scatter(*at, zorder=5, **look)
    axes.annotate(
        str(mark.number),
        at,
        xytext=(5.5 * shrink, 3.5 * shrink),
        textcoords="offset points",
        fontsize=8.5 * shrink,
        fontweight="bold",
        color=_INK,
        path_effects=[withStroke(linewidth=2.4 * shrink, foreground=_GROUND)],
        zorder=7,
    )


def _list_looks(mark: Mark, size: float) -> list[dict[str, Any]]:
    """List the shapes that one mark is made of, as layers/static/symbols.js has it."""
    ring: dict[str, Any] = {
        "marker": "o",
        "s": size**2,
        "edgecolors": mark.colour,
        "facecolors": _GROUND,
        "linewidths": 0.19 * size,
    }
    if mark.precision == "site":
        return [{**ring, "facecolors": mark.colour}]
    if mark.precision == "near":
        dot = {"s": (size / 2) ** 2, "facecolors": mark.colour, "linewidths": 0}
        return [ring, {**ring, **dot}]
    if mark.precision == "street":
        return [ring, {**ring, "facecolors": [(mark.colour, 0.3)]}]
    # A guess is hollow and dashed, so that it never looks surveyed.
    shape = "D" if mark.precision == "zone" else "s"
    return [{**ring, "marker": shape, "linestyle": _DASHES}]

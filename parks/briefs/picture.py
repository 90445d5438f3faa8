"""
The map of a brief as a picture, drawn on the server without browser or Chinese font.

It holds figures, an arrow and a scale: all words stand in the legend beside it.
"""

import io
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

import shapely

from parks.briefs.brief import Sketch
from parks.briefs.marks import draw_marks
from parks.briefs.sketching import METRES_PER_DEGREE, shrink_longitude

WIDTH_CENTIMETRES: Final = 16.0
HEIGHT_CENTIMETRES: Final = 10.4
_DPI: Final = 200
_CENTIMETRES_PER_INCH: Final = 2.54
_SEA, _LAND, _BORDER, _INK = "#eef3f6", "#fdfdfb", "#7d8d99", "#1d2b36"
_SCALE_STEPS: Final = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_SCALE_SHARE: Final = 0.25


def draw_picture(sketch: Sketch) -> bytes:
    """
    Draw a sketch as PNG; the same sketch gives the same bytes.

    The shape of a mark says how well its place is known, as on the large map; marks on
    one point are moved apart on legs.

    Parameters
    ----------
    sketch
        What is shown.

    Returns
    -------
    bytes
        `WIDTH_CENTIMETRES` by `HEIGHT_CENTIMETRES` at 200 dots an inch.
    """
    inches = (
        WIDTH_CENTIMETRES / _CENTIMETRES_PER_INCH,
        HEIGHT_CENTIMETRES / _CENTIMETRES_PER_INCH,
    )
    # The figure and its canvas alone: pyplot would keep what all threads draw.
    figure = Figure(figsize=inches, dpi=_DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), facecolor=_SEA)
    axes.set_axis_off()
    figure.patch.set_facecolor(_SEA)
    kilometres = _frame(axes, sketch)
    _draw_land(axes, sketch)
    draw_marks(axes, sketch, kilometres / WIDTH_CENTIMETRES)
    _draw_scale(axes, kilometres)
    _draw_north(axes)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _frame(axes: Axes, sketch: Sketch) -> float:
    """Show the sketch's ground around its middle; gives the kilometres across."""
    west, south, east, north = sketch.bounds
    per_degree = METRES_PER_DEGREE / 1000
    up = (north - south) * per_degree
    across = (east - west) * per_degree * shrink_longitude(sketch)
    ratio = WIDTH_CENTIMETRES / HEIGHT_CENTIMETRES
    width = max(across, up * ratio)
    axes.set_xlim(-width / 2, width / 2)
    axes.set_ylim(-width / 2 / ratio, width / 2 / ratio)
    return width


def _draw_land(axes: Axes, sketch: Sketch) -> None:
    west, south, east, north = sketch.bounds
    scale = METRES_PER_DEGREE / 1000
    shrink = shrink_longitude(sketch) * scale
    for outline in sketch.outlines:
        parts = []
        for ring in shapely.get_rings(shapely.get_parts(outline)):
            degrees = shapely.get_coordinates(ring)
            x = (degrees[:, 0] - (west + east) / 2) * shrink
            y = (degrees[:, 1] - (south + north) / 2) * scale
            parts.append(Path(np.column_stack((x, y)), closed=True))
        if parts:
            path = Path.make_compound_path(*parts)
            patch = PathPatch(path, facecolor=_LAND, edgecolor=_BORDER, linewidth=0.7)
            axes.add_patch(patch)


def _draw_scale(axes: Axes, kilometres: float) -> None:
    """Draw a bar as long as a round number of kilometres."""
    fitting = [step for step in _SCALE_STEPS if step <= _SCALE_SHARE * kilometres]
    if not fitting:
        return
    length = fitting[-1] / kilometres
    left, bottom, tick = 0.025, 0.045, 0.014
    axes.plot(
        [left, left, left + length, left + length],
        [bottom + tick, bottom, bottom, bottom + tick],
        color=_INK,
        linewidth=1.2,
        transform=axes.transAxes,
        zorder=9,
    )
    axes.text(
        left + length + 0.012,
        bottom,
        f"{fitting[-1]:g} km",
        color=_INK,
        fontsize=8,
        transform=axes.transAxes,
        zorder=9,
    )


def _draw_north(axes: Axes) -> None:
    """Draw an arrow: the upper edge is north."""
    axes.annotate(
        "N",
        xy=(0.965, 0.955),
        xytext=(0.965, 0.845),
        xycoords="axes fraction",
        textcoords="axes fraction",
        ha="center",
        va="center",
        fontsize=10,
        fontweight="bold",
        color=_INK,
        arrowprops={"arrowstyle": "-|>", "color": _INK, "linewidth": 1.2},
        zorder=9,
    )

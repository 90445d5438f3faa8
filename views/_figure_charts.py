"""Charts of figures: small, of few marks, each with its source on hovering."""

from collections.abc import Sequence
from typing import Final

import altair as alt
import pandas as pd

from parks.growth import expect, require
from parks.indicator_model import Goal, Indicator, Pair
from parks.indicator_words import (
    PLACE_NAMES,
    convert_money,
    name_unit,
    write_period,
    write_share,
    write_short,
    write_value,
)
from views._figure import tell_source
from views._words import current_language, say

# Told apart by the colour-blind and by lightness, and seen on light and on dark; the
# words of a chart have the colours of views/static/figures.css, on paper too.
_REPORTED: Final = "#3a80aa"
_TARGET: Final = "#d0672e"
_PATH: Final = "#7d8d99"
_HEIGHT: Final = 250
_HEAD_ROOM: Final = 1.18
"""Of the largest value, so that its label has room."""


def draw_goal(goal: Goal) -> alt.LayerChart:
    """
    Draw base, even way, target and what was reported since, over the years.

    Parameters
    ----------
    goal
        In 亿元, drawn in the unit of money that the language counts in.
    """
    reported = _tabulate([goal.base, *goal.reported])
    target, computed = _tabulate([goal.target]), _tabulate([goal.computed])
    top = max(frame["value"].max() for frame in (reported, target, computed))
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0))
    title = name_unit(goal.base.unit, current_language())
    scale = alt.Scale(domain=[0, top * _HEAD_ROOM])
    y = alt.Y("value:Q", title=title, scale=scale)
    layers = [
        alt.Chart(reported).mark_bar(color=_REPORTED, width=alt.RelativeBandSize(0.6)),
        alt.Chart(_lay_path(goal)).mark_line(
            color=_PATH, strokeDash=[5, 4], strokeWidth=2
        ),
        alt.Chart(target).mark_tick(color=_TARGET, thickness=4, size=46, opacity=1),
        alt.Chart(computed).mark_point(
            color=_TARGET,
            size=70,
            shape="circle",
            filled=False,
            strokeWidth=1.5,
            opacity=1,
        ),
    ]
    drawn = [layer.encode(x=x, y=y, tooltip=_tip()) for layer in layers]
    labels = [
        _label(reported, dy=-9).encode(x=x, y=y),
        _label(target, dy=15).encode(x=x, y=y),
        _label(computed, dy=-12).encode(x=x, y=y),
    ]
    return _finish([*drawn, *labels])


def draw_pair(pair: Pair) -> alt.LayerChart:
    """Draw two cities' figures of one definition, each with its year."""
    frame = _tabulate([pair.shenzhen, pair.beijing])
    title = name_unit(pair.shenzhen.unit, current_language())
    order = frame["city"].tolist()
    scale = alt.Scale(domain=[0, frame["value"].max() * _HEAD_ROOM])
    x = alt.X("city:N", title=None, sort=order, axis=alt.Axis(labelAngle=0))
    y = alt.Y("value:Q", title=title, scale=scale)
    bars = alt.Chart(frame).mark_bar(size=44, color=_REPORTED)
    return _finish(
        [
            bars.encode(x=x, y=y, tooltip=_tip()),
            _label(frame, dy=-9).encode(x=x, y=y),
        ]
    )


def draw_shares(figures: Sequence[Indicator]) -> alt.LayerChart:
    """Draw shares of one whole as bars from 0 to 100 per cent."""
    frame = _tabulate(figures)
    y = alt.Y(
        "name:N",
        title=None,
        sort=frame["name"].tolist(),
        axis=alt.Axis(labelLimit=220),
    )
    scale = alt.Scale(domain=[0, 100])
    title = name_unit(figures[0].unit, current_language())
    x = alt.X("value:Q", title=title, scale=scale, axis=alt.Axis(tickCount=5))
    bars = alt.Chart(frame).mark_bar(size=22, color=_REPORTED)
    labels = alt.Chart(frame).mark_text(align="left", dx=5, fontSize=12)
    return _finish(
        [
            bars.encode(x=x, y=y, tooltip=_tip()),
            labels.encode(x=x, y=y, text="short:N"),
        ],
        height=150,
    )


def _tabulate(figures: Sequence[Indicator]) -> pd.DataFrame:
    """Put figures into rows: where they stand, their label, and their source."""
    language = current_language()
    return pd.DataFrame(
        [
            {
                "year": each.period[:4],
                "city": f"{say(PLACE_NAMES[each.place])} {each.period[:4]}",
                "name": each.name(language),
                "value": convert_money(each.value, language)
                if each.unit == "yi-yuan"
                else each.value,
                "label": write_value(each, language),
                "short": write_short(each, language),
                "time": write_period(each.period, language),
                "source": tell_source(each),
            }
            for each in figures
        ]
    )


def _lay_path(goal: Goal) -> pd.DataFrame:
    """Lay the even way from base to target through the years between."""
    language = current_language()
    said = say("+{share} a year", share=write_share(require(goal)))
    years = range(goal.base.year, goal.target.year + 1)
    return pd.DataFrame(
        [
            {
                "year": str(year),
                "name": say("even way to the target (computed here)"),
                "value": convert_money(expect(goal, year), language),
                "label": said,
                "time": str(year),
                "source": f"{tell_source(goal.base)} {tell_source(goal.target)}",
            }
            for year in years
        ]
    )


def _tip() -> list[alt.Tooltip]:
    titles = {
        "name": say("Figure"),
        "label": say("Number"),
        "time": say("Time"),
        "source": say("Source"),
    }
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]


def _label(frame: pd.DataFrame, *, dy: int) -> alt.Chart:
    labels: alt.Chart = alt.Chart(frame).mark_text(dy=dy, fontSize=12)
    return labels.encode(text="short:N")


def _finish(layers: Sequence[alt.Chart], height: int = _HEIGHT) -> alt.LayerChart:
    """Lay marks over each other, in a form that stays sharp and can be styled."""
    drawn = alt.LayerChart(layer=list(layers), height=height, background="transparent")
    drawn.usermeta = {"embedOptions": {"renderer": "svg"}}
    return drawn

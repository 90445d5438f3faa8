"""The charts of the page of districts; they read in light, in dark and on paper."""

from collections.abc import Callable, Sequence
from typing import Final

import altair as alt
import streamlit as st
from markupsafe import Markup

from parks.district_matrix import FEW_ROWS, DistrictMatrix
from parks.district_measures import (
    measure_diversity,
    measure_quotients,
    measure_similarity,
)
from parks.wording import name_district, name_sector
from views._sheet import offer_drawing
from views._words import current_language, say

_INK: Final = "#14202a"
"""On every colour of a cell, whatever lies behind the chart: 4.5 to 1 or better."""
_AS_SVG: Final = {"embedOptions": {"renderer": "svg"}}
_EITHER: Final = "#70808c"
"""Of letters beside the bars in a saved file, 4 to 1 on either ground."""
_ALIKE: Final = ("#e9f1f6", "#5fa9d8")
_QUOTIENT: Final = ("#8cb9e0", "#f1f2f0", "#f2a55f")
_BAR: Final = "#3f8fbf"
_MOST_LABELLED: Final = 16
"""Districts whose cells have room for a number."""
_ROOM: Final = 1.4
"""Of the longest bar, so that the number behind it has room on a phone."""
_IN_TWO: Final = (
    "lastindexof(slice(datum.label, 0, 17), ' ') > 0 && length(datum.label) > 16 ? "
    "[slice(datum.label, 0, lastindexof(slice(datum.label, 0, 17), ' ')), "
    "slice(datum.label, lastindexof(slice(datum.label, 0, 17), ' ') + 1)] : datum.label"
)
"""Breaks a long name at a blank, in the language of Vega."""
_LABEL: Final = 150
"""Pixels of the longest line of a name."""
_AROUND: Final = 150
"""Pixels of names above the cells and of the legend below them."""
_LINE: Final = 34
"""Pixels of a cell's height: a name in two lines does not reach the next."""


def chart_quotients(
    matrix: DistrictMatrix, list_rows: Callable[[Sequence[int]], str]
) -> alt.LayerChart | None:
    """Chart the location quotients, each with how many rows stand behind it."""
    quotients = measure_quotients(matrix.counts)
    values = [
        {
            "district": _district(matrix, district),
            "sector": _sector(matrix, sector),
            "quotient": float(quotients[sector, district]),
            "count": int(matrix.counts[sector, district]),
            "rows": list_rows(behind),
            "said": f"{quotients[sector, district]:.1f}\nn={len(behind)}",
            "weight": "normal" if len(behind) < FEW_ROWS else "bold",
        }
        for (sector, district), behind in matrix.rows.items()
    ]
    if not values:
        return None
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=_axis("district", [_district(matrix, at) for at in matrix.tagged]),
        y=_lines("sector", [_sector(matrix, n) for n in range(len(matrix.sectors))]),
        tooltip=[
            _tip("district", say("District")),
            _tip("sector", say("Sector")),
            _tip("quotient", say("Location quotient"), ".2f"),
            _tip("count", say("Count")),
            _tip("rows", say("Row numbers")),
        ],
    )
    colour = alt.Color(
        "quotient:Q",
        scale=alt.Scale(
            type="log", domain=[0.25, 1, 4], range=list(_QUOTIENT), clamp=True
        ),
        legend=_legend(say("Location quotient"), [0.25, 0.5, 1, 2, 4]),
    )
    layers = [base.mark_rect().encode(color=colour)]
    if len(matrix.tagged) <= _MOST_LABELLED:
        layers += [
            base.transform_filter(alt.datum.weight == weight)
            .mark_text(
                color=_INK, fontSize=10, fontWeight=weight, lineBreak="\n", dy=-5
            )
            .encode(text="said:N")
            for weight in ("normal", "bold")
        ]
    return _finish(
        layers,
        _LINE * len(matrix.sectors) + _AROUND,
        say("Heat map of the location quotients"),
    )


def chart_diversity(
    matrix: DistrictMatrix, list_rows: Callable[[Sequence[int]], str]
) -> alt.LayerChart | None:
    """Chart the effective number of sectors, hollow where few rows stand behind it."""
    measured = measure_diversity(matrix.counts)
    values = [
        {
            "district": _district(matrix, at),
            "effective": found.effective,
            "entropy": found.entropy,
            "hhi": found.hhi,
            "sectors": found.sectors,
            "rows": list_rows(matrix.tagged_rows[at]),
            "said": f"{found.effective:.1f}  n={len(matrix.tagged_rows[at])}",
            "fill": 0.2 if len(matrix.tagged_rows[at]) < FEW_ROWS else 1.0,
        }
        for at, found in enumerate(measured)
        if found
    ]
    if not values:
        return None
    effective = [found.effective for found in measured if found]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=_lines("district", [_district(matrix, at) for at in matrix.tagged]),
        x=alt.X(
            "effective:Q",
            title="exp(H)",
            scale=alt.Scale(domain=[0, _ROOM * max(effective)], nice=False),
            axis=alt.Axis(grid=False, tickMinStep=1, tickCount=5, format="d"),
        ),
        tooltip=[
            _tip("district", say("District")),
            _tip("effective", say("Effective number exp(H)"), ".2f"),
            _tip("entropy", say("Entropy H"), ".2f"),
            _tip("hhi", "HHI", ".2f"),
            _tip("sectors", say("Sectors")),
            _tip("rows", say("Row numbers")),
        ],
    )
    bars = base.mark_bar(color=_BAR, stroke=_BAR, strokeWidth=1.5, height=16).encode(
        fillOpacity=alt.FillOpacity("fill:Q", scale=None, legend=None)
    )
    label = base.mark_text(align="left", dx=5, fontSize=11, color=_EITHER)
    label = label.encode(text="said:N")
    return _finish([bars, label], 26 * len(values) + 60, say("Bars of diversity"))


def chart_similarity(matrix: DistrictMatrix) -> alt.LayerChart | None:
    """Chart how alike each two districts are."""
    cosines = measure_similarity(matrix.counts)
    values = [
        {
            "one": _district(matrix, one),
            "other": _district(matrix, other),
            "cosine": float(cosines[one, other]),
            # Without the nought before the point it fits a cell on a phone.
            "said": f"{cosines[one, other]:.2f}".removeprefix("0")
            if cosines[one, other]
            else "0",
        }
        for one in matrix.tagged
        for other in matrix.tagged
        if one != other
    ]
    if not values:
        return None
    names = [_district(matrix, at) for at in matrix.tagged]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=_axis("one", names),
        y=_lines("other", names),
        tooltip=[
            _tip("other", say("District")),
            _tip("one", say("Beside")),
            _tip("cosine", say("Cosine"), ".2f"),
        ],
    )
    colour = alt.Color(
        "cosine:Q",
        scale=alt.Scale(domain=[0, 1], range=list(_ALIKE)),
        legend=_legend(say("Cosine"), [0, 0.5, 1]),
    )
    layers = [base.mark_rect().encode(color=colour)]
    if len(names) <= _MOST_LABELLED:
        label = base.mark_text(color=_INK, fontSize=10)
        layers.append(label.encode(text="said:N"))
    return _finish(
        layers,
        _LINE * len(names) + _AROUND,
        say("Heat map of how alike districts are"),
    )


def offer_chart(key: str) -> Markup:
    """Offer to save a chart of the page."""
    return offer_drawing(f".st-key-districts_chart_{key} svg.marks", f"{key}.svg")


def show_chart(chart: alt.LayerChart | None, key: str) -> None:
    """Show a chart, as wide as a sheet of paper at most; nothing if there is none."""
    if chart is None:
        return
    with st.container(key=f"districts_chart_{key}"):
        st.altair_chart(chart, width="stretch", theme="streamlit", key=f"chart_{key}")


def _finish(layers: Sequence[alt.Chart], height: int, title: str) -> alt.LayerChart:
    """
    Give a chart its size, and its name for who cannot see it.

    As SVG it stays sharp on paper, and the style of paper reaches its letters.
    """
    chart = alt.LayerChart(layer=list(layers))
    sized = chart.properties(
        height=max(120, height), description=title, usermeta=_AS_SVG
    )
    finished: alt.LayerChart = sized.configure_view(strokeWidth=0)
    return finished


def _axis(field: str, names: Sequence[str]) -> alt.X:
    return alt.X(
        f"{field}:N",
        sort=list(names),
        title=None,
        axis=alt.Axis(
            orient="top",
            labelAngle=_turn(names),
            labelLimit=_LABEL,
            labelExpr=_IN_TWO,
            ticks=False,
            domain=False,
        ),
        scale=alt.Scale(domain=list(names), paddingInner=0.06),
    )


def _lines(field: str, names: Sequence[str]) -> alt.Y:
    return alt.Y(
        f"{field}:N",
        sort=list(names),
        title=None,
        axis=alt.Axis(
            ticks=False,
            domain=False,
            labelLimit=_LABEL,
            labelFontSize=11,
            labelLineHeight=11,
            labelOverlap=False,
            labelExpr=_IN_TWO,
        ),
        scale=alt.Scale(domain=list(names), paddingInner=0.06),
    )


def _turn(names: Sequence[str]) -> int:
    """Turn names on their side unless they are as short as Chinese districts' are."""
    return 0 if all(len(name) <= 3 for name in names) else -90  # noqa: PLR2004


def _legend(title: str, values: Sequence[float]) -> alt.Legend:
    return alt.Legend(
        title=title,
        orient="bottom",
        values=list(values),
        format="~g",
        gradientLength=130,
    )


def _tip(field: str, title: str, form: str = "") -> alt.Tooltip:
    if form:
        return alt.Tooltip(field, type="quantitative", title=title, format=form)
    return alt.Tooltip(field, type="nominal", title=title)


def _district(matrix: DistrictMatrix, at: int) -> str:
    return name_district(matrix.districts[at], current_language())


def _sector(matrix: DistrictMatrix, at: int) -> str:
    return name_sector(matrix.sectors[at], current_language())

"""Layers parted by district, for formats with folders or with a file for each."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from parks.exports.layer import ExportLayer
from parks.language import Language, translate
from parks.wording import name_district


def part_by_district(layer: ExportLayer) -> Iterator[tuple[str | None, ExportLayer]]:
    """
    Part a layer: districts as they first occur, rows that name none last.

    Returns
    -------
    Iterator
        A district as the table names it, or None, and its rows in their order.
    """
    codes, names = pd.factorize(layer.rows["district"].to_numpy(dtype=object))
    codes = np.where(codes < 0, len(names), codes)
    order = np.argsort(codes, kind="stable")
    bounds = np.flatnonzero(np.diff(codes[order])) + 1
    for rows in np.split(order, bounds) if len(order) else ():
        code = codes[rows[0]]
        name = names[code] if code < len(names) else None
        yield name, replace(layer, rows=layer.rows.iloc[rows])


def title_district(name: str | None, language: Language) -> str:
    """Name a district for people; say so if there is none."""
    return name_district(name, language) or translate("no district named", language)

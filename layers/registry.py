"""
What can be drawn and how: layers, shades of the districts, colours of the parks.

A layer is one line here and one file ``static/layer_ID.js``, which draws it and its
entry in the legend.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from parks.edition import Edition

MOST_SINGLE: Final = 300
"""Parks drawn one by one at first; more than these cover each other in one view."""


@dataclass(frozen=True, slots=True)
class MapLayer:
    """
    Something drawn that can be switched on and off.

    Attributes
    ----------
    id
        In links, and in the name of its script.
    title, explanation
        On its switch, in English; the Chinese stands in the catalogue.
    is_on
        Whether it is on at first.
    is_for_crowds
        Whether it is on at first where more than `MOST_SINGLE` parks are drawn.
    """

    id: str
    title: str
    explanation: str
    is_on: bool = False
    is_for_crowds: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """
    By what the districts are shaded.

    Attributes
    ----------
    id
        In links.
    title, explanation
        In English; the explanation says how the number is found.
    """

    id: str
    title: str
    explanation: str


@dataclass(frozen=True, slots=True)
class ColourMode:
    """
    What the colour of a park says.

    Attributes
    ----------
    id
        In links; also the option of the filter that its legend entries choose.
    title, explanation
        In English.
    """

    id: str
    title: str
    explanation: str


LAYERS: Final = (
    MapLayer(
        "districts",
        "Districts",
        "Borders and names of the districts, which can be shaded by a number.",
        is_on=True,
    ),
    MapLayer(
        "zones",
        "Zones (indicative)",
        "The hull of a zone's known points with a margin of 500 m, "
        "not its real boundary.",
        is_on=True,
    ),
    MapLayer(
        "heat",
        "Density",
        "Parks per square kilometre: each known place is spread over 1.5 km around it, "
        "a zone's point over 4 km; parks known by their district only are left out.",
    ),
    MapLayer(
        "parks",
        "Parks",
        "Each park a symbol; its shape says how well its place is known.",
        is_on=True,
    ),
    MapLayer(
        "clusters",
        "Pies where it is crowded",
        "Parks that lie close together are one pie, split by colour; the pale part is "
        "known by its zone or district only. A click takes it apart.",
        is_for_crowds=True,
    ),
    MapLayer(
        "labels",
        "Names of parks",
        "As many names as fit without covering a park or each other; "
        "the better a place is known, the sooner it is named.",
    ),
)
"""All layers, from the lowest to the highest."""

PLAIN: Final = Shade("plain", "Plain", "Districts are not shaded.")
SECTOR_SHADE: Final = "sector"
"""Of `SHADES`, the one that takes a sector: ``sector:ai`` in links."""
SHADES: Final = (
    PLAIN,
    Shade(
        "count",
        "Number of parks",
        "Parks that the filter keeps, by the district that their row names; "
        "those without a place count too.",
    ),
    Shade(
        SECTOR_SHADE,
        "Parks of a sector",
        "Parks that the filter keeps and whose row aims at the sector or mentions it, "
        "by the district that the row names.",
    ),
    Shade(
        "area",
        "Share of area in zones",
        "Share of the district's area that lies inside the indicative extent of a zone "
        "with a park shown. The extents are no real boundaries: "
        "compare the shares, do not quote them.",
    ),
)

COLOURS: Final = (
    ColourMode(
        "sector",
        "First focus sector",
        "The sector asked for in the filter, else the first that the park's row aims "
        "at.",
    ),
    ColourMode("district", "District", "The district that the park's row names."),
    ColourMode(
        "precision",
        "Precision of the place",
        "How well the park's place is known.",
    ),
)

DISTRICT_COLOURS: Final = (
    "#1f77b4",
    "#d9480f",
    "#2b8a3e",
    "#9c36b5",
    "#b8860b",
    "#0b7285",
    "#c2255c",
    "#5c940d",
    "#5f3dc4",
    "#8d5524",
    "#087f5b",
    "#495057",
)
"""For the districts with most parks; more colours than these nobody tells apart."""
PRECISION_COLOURS: Final = {
    "site": "#1b7f5c",
    "near": "#7cbf9e",
    "street": "#d0a02c",
    "zone": "#e08a3c",
    "district": "#c2473d",
}

_Registered: TypeAlias = MapLayer | Shade | ColourMode
_NAMED: Final[dict[str, tuple[_Registered, ...]]] = {
    "layer": LAYERS,
    "shade": SHADES,
    "colour": COLOURS,
}
REGISTRY_TEXTS: Final = {
    f"{kind}-{it.id}{part}": text
    for kind, registered in _NAMED.items()
    for it in registered
    for part, text in (("", it.title), ("-why", it.explanation))
}
"""Titles and explanations by the keys under which the map's script asks for them."""


def describe_registry(edition: Edition) -> dict[str, object]:
    """
    Describe what can be drawn of an edition, for the map's script.

    Returns
    -------
    dict
        ``layers``: ids with whether each is on at first. ``shades`` and ``colours``:
        ids. ``palettes``: the colours of districts and precisions.
    """
    crowd = int(edition.parks.geometry.notna().sum()) > MOST_SINGLE
    return {
        "layers": [
            {"id": layer.id, "isOn": layer.is_on or (layer.is_for_crowds and crowd)}
            for layer in LAYERS
        ],
        "shades": [shade.id for shade in SHADES],
        "colours": [colour.id for colour in COLOURS],
        "palettes": {
            "district": _colour_districts(edition),
            "precision": PRECISION_COLOURS,
        },
    }


def _colour_districts(edition: Edition) -> dict[str, str]:
    """Give the districts with most parks a colour each; equal ones in table order."""
    counts = edition.parks["district"].value_counts(sort=False)
    order = np.argsort(-counts.to_numpy(), kind="stable")
    names = counts.index[order].tolist()
    return dict(zip(names, DISTRICT_COLOURS, strict=False))

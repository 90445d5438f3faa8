"""What a link wishes of the map's look, and what of it means nothing here."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from layers.page import CLOSEST, FARTHEST_OUT
from layers.quantities import find_quantities
from layers.registry import COLOURS, LAYERS, SECTOR_SHADE, SHADES
from parks.edition import Edition
from parks.errors import AbsentValueError, FilterError
from parks.sectors import find_sector, read_taxonomy

NO_LAYERS: Final = "none"
"""In the place of layers, where all are switched off."""
_AT: Final = f"LON,LAT,ZOOM (zoom {FARTHEST_OUT}-{CLOSEST})"
_POLEMOST: Final = 85.0
"""Degrees of latitude, about where a web map ends."""
_NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)")
"""The numbers of a view: the map's script and Python read other texts differently."""


def check_display(
    options: Mapping[str, Sequence[str]],
    edition: Edition,
    *,
    basemaps: Collection[str] = (),
) -> list[FilterError]:
    """
    Find what a link says of the map's look that means nothing here.

    Parameters
    ----------
    options
        For each option of a link its values; those that say nothing of the look are
        left alone. ``layers``: ids joined by commas, or `NO_LAYERS`. ``colour``,
        ``shade``, ``basemap``: an id; ``sector:ID`` is a shade too. ``size``: the
        heading of a column of numbers. ``at``: longitude, latitude and zoom.
    edition
        What is drawn: the columns are those it has.
    basemaps
        The ids of those that are offered.

    Returns
    -------
    list of FilterError
        One for each value that means nothing; the map leaves these as they are.
    """
    known = {
        "colour": [mode.id for mode in COLOURS],
        "size": [quantity.heading for quantity in find_quantities(edition)],
        "basemap": sorted(basemaps),
    }
    errors = list(_check_layers(options.get("layers", ())))
    errors += [
        _refuse(option, value, choices)
        for option, choices in known.items()
        for value in options.get(option, ())
        if value and value not in choices
    ]
    errors += _check_shades(options.get("shade", ()), edition)
    errors += [
        _refuse("at", value, [_AT])
        for value in options.get("at", ())
        if value and not _is_view(value)
    ]
    return errors


def _refuse(option: str, value: str, known: Sequence[str]) -> FilterError:
    return FilterError(option=option, value=value, known=", ".join(known) or "—")


def _check_layers(values: Sequence[str]) -> Iterator[FilterError]:
    known = [layer.id for layer in LAYERS]
    for value in values:
        for name in value.split(","):
            if name and name not in {*known, NO_LAYERS}:
                yield _refuse("layers", name, known)


def _check_shades(values: Sequence[str], edition: Edition) -> Iterator[FilterError]:
    known = [shade.id for shade in SHADES if shade.id != SECTOR_SHADE]
    taken = edition.memberships.sectors["any"].names
    for value in values:
        kind, _, sector = value.partition(":")
        if kind != SECTOR_SHADE:
            if value and value not in known:
                yield _refuse("shade", value, [*known, f"{SECTOR_SHADE}:ai"])
        elif (found := find_sector(sector)) is None:
            yield _refuse("shade", value, [entry.id for entry in read_taxonomy()])
        elif found.id not in taken:
            yield AbsentValueError(option="shade", value=value)


def _is_view(value: str) -> bool:
    """Tell whether the map takes a view; layers/static/view.js has the same rule."""
    parts = [part.strip() for part in value.split(",")]
    if len(parts) != 3 or not all(map(_NUMBER.fullmatch, parts)):  # noqa: PLR2004 - at
        return False
    lon, lat, zoom = map(float, parts)
    return (
        abs(lon) <= 180  # noqa: PLR2004 - degrees
        and abs(lat) <= _POLEMOST
        and FARTHEST_OUT <= zoom <= CLOSEST
    )

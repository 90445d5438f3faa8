"""Whether a table's own points lie in their districts, and would in another system."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import Final

import geopandas as gpd

from geodata.reference_names import recognise_system
from geodata.reference_systems import (
    BD09,
    CGCS2000,
    GAUSS_KRUGER,
    GCJ02,
    WEB_MERCATOR,
    WGS84,
    ReferenceSystem,
)
from parks.model import Problem, Row
from parks.sample_points import Mask, SamplePoints

OFFERED: Final = (WGS84, CGCS2000, GCJ02, BD09, *GAUSS_KRUGER, WEB_MERCATOR)
"""What a table's coordinates can be read in; zone numbers are read without asking."""
_COMPARED: Final = tuple(system for system in OFFERED if system is not CGCS2000)
"""CGCS2000 is WGS 84 here."""
_CHANCE: Final = 0.05
"""A difference that comes so often by chance tells nothing."""


@dataclass(frozen=True, slots=True)
class Fit:
    """
    How many points lie in their districts.

    Attributes
    ----------
    system
        The reference system they are read in; None for each row's own, or for none.
    is_swapped
        Whether first and second coordinate are exchanged.
    inside
        How many lie in the district their row names, or at most some 100 m outside.
    """

    system: ReferenceSystem | None
    is_swapped: bool
    inside: int


@dataclass(frozen=True, slots=True)
class SystemCheck:
    """
    What districts say of the reference system of a table's coordinates.

    Attributes
    ----------
    count
        How many points were held against their districts: all different ones, or a
        thousand of them. Where no row's district is known, 0.
    present
        As the table is read now.
    better
        In what it would clearly fit better, the best first; several where the
        districts cannot tell which.
    equal
        What fits about as well as now, the best first.
    """

    count: int
    present: Fit
    better: tuple[Fit, ...] = ()
    equal: tuple[Fit, ...] = ()


def check_system(
    rows: Sequence[Row], districts: gpd.GeoDataFrame
) -> SystemCheck | None:
    """
    Hold a table's own points against the districts its rows name.

    Another system is better only where points tell so that lie outside their
    district in one and inside in the other: by the sign test, of five such points
    none may speak against it, of eight one. Where all points are kilometres off,
    as with swapped axes, half of them inside are enough.

    Parameters
    ----------
    rows
        The rows of a table.
    districts
        As `geodata.districts.read_districts` gives them.

    Returns
    -------
    SystemCheck or None
        None where no row brings coordinates.
    """
    written = [row for row in rows if row.position is not None]
    if not written:
        return None
    systems = {row.position.system for row in written if row.position}
    own = recognise_system(systems.pop()) if len(systems) == 1 else None
    points = SamplePoints.of(written, districts)
    is_inside, is_near = points.place_now()
    present = Fit(own, is_swapped=False, inside=int(is_inside.sum()))
    masks = {
        (system, is_swapped): points.place_in(system, is_swapped=is_swapped)
        for system, is_swapped in _list_others(own)
    }
    fits = {
        Fit(system, is_swapped, int(mask.sum())): mask
        for (system, is_swapped), mask in masks.items()
        if mask.any()
    }
    ordered = sorted(fits, key=lambda fit: -fit.inside)
    better = [
        fit
        for fit in ordered
        if _is_clearer(fits[fit], is_inside)
        or (not is_near.any() and 2 * fit.inside >= points.count)
    ]
    best = better[:1]
    better = [fit for fit in better if not _is_clearer(fits[best[0]], fits[fit])]
    equal = [fit for fit in ordered if not _is_clearer(is_inside, fits[fit])]
    return SystemCheck(
        points.count,
        present,
        tuple(better),
        () if better else tuple(equal),
    )


def doubt_system(rows: Sequence[Row], districts: gpd.GeoDataFrame) -> list[Problem]:
    """Say in one problem that a table's points clearly fit another system better."""
    check = check_system(rows, districts)
    if check is None or not check.better:
        return []
    names = [
        f"{fit.system}{' (y, x)' if fit.is_swapped else ''}" for fit in check.better
    ]
    found = f"{check.count - check.present.inside}/{check.count}"
    return [Problem(None, "lon", "place-system", found, "、".join(names))]


def _list_others(
    own: ReferenceSystem | None,
) -> list[tuple[ReferenceSystem, bool]]:
    """List what a table may be read in instead; axes of planes are told by size."""
    others = [(system, False) for system in _COMPARED if system is not own]
    if own is CGCS2000:
        others.remove((WGS84, False))
    is_of_degrees = own is not None and not own.is_plane
    return [*others, (own if own and is_of_degrees else WGS84, True)]


def _is_clearer(one: Mask, other: Mask) -> bool:
    """Say by a sign test whether clearly more points lie inside in the one."""
    gains, losses = int((one & ~other).sum()), int((other & ~one).sum())
    if gains <= losses:
        return False
    total = gains + losses
    tail = sum(comb(total, more) for more in range(gains, total + 1))
    return bool(tail < _CHANCE * 2**total)

"""The parts of the score, each from 0 to 1, and how they become one."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from parks.matching.result import Parts
from parks.matching.wishes import Weights
from parks.model import Role, SectorTag

ROLE_SHARES: Final = {Role.FOCUS: 1.0, Role.MENTION: 0.5}
"""What a sector counts by how a row takes it up; one it does not take up counts 0."""
HALVING_KILOMETRES: Final = 10.0
"""Every so many kilometres the part of the distance is halved."""
PRECISION_SHARES: Final = {
    "site": 1.0,
    "near": 0.75,
    "street": 0.5,
    "zone": 0.25,
    "district": 0.0,
}
"""What a place counts by how well it is known; an unknown one counts 0."""
_METRES_PER_KILOMETRE: Final = 1_000


def rate_fit(wanted: Mapping[str, float], tags: Sequence[SectorTag]) -> float:
    """
    Rate how much of what is wanted a row takes up.

    The sum over the wanted sectors of their weight times `ROLE_SHARES` of the row's
    role for it, divided by the sum of the weights: 1 if the row has all of them as
    its focus, 0 if none. A row that gains a wanted sector is never rated lower.
    """
    roles = {tag.id: ROLE_SHARES[tag.role] for tag in tags}
    whole = sum(wanted.values())
    return sum(share * roles.get(id_, 0.0) for id_, share in wanted.items()) / whole


def rate_distance(metres: float) -> float:
    """
    Rate a distance: 0.5 to the power of its number of `HALVING_KILOMETRES`.

    1 at the point itself, 0.5 at 10 km, 0.25 at 20 km; NaN, an unknown place, is 0.
    """
    if math.isnan(metres):
        return 0.0
    return float(0.5 ** (metres / _METRES_PER_KILOMETRE / HALVING_KILOMETRES))


def rate_backing(documents: int) -> float:
    """
    Rate on how many documents a row rests: 1 less 0.5 to the power of their number.

    0 for none, 0.5 for one, 0.75 for two: each further one says half as much.
    """
    return 1.0 - 0.5**documents


def rate_precision(precision: str | None) -> float:
    """Rate how well a place is known, by `PRECISION_SHARES`."""
    return PRECISION_SHARES.get(precision or "", 0.0)


def weigh(parts: Parts, weights: Weights) -> float:
    """
    Make one score of the parts: their mean, weighted, in hundredths.

    Nothing of a place is known more finely than that, so scores equal to the
    hundredth are equal.
    """
    values = parts.fit, parts.distance or 0.0, parts.backing, parts.precision
    shares = weights.list_applied(has_point=parts.distance is not None)
    total = sum(value * share for value, share in zip(values, shares, strict=True))
    # Rounding twice takes the last bits of the mean away: 0.285 is always 0.285.
    return round(round(total / sum(shares), 9), 2)


def rank(scores: Sequence[float]) -> list[int]:
    """Give each score its rank: one more than there are higher ones."""
    order = np.sort(np.asarray(scores, dtype=np.float64))
    higher = len(order) - np.searchsorted(order, scores, side="right")
    return [int(count) + 1 for count in np.atleast_1d(higher)]

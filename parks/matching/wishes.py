"""What somebody wishes of a place: sectors, nearness, districts, and what counts."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from parks.matching.errors import (
    NoPointError,
    NothingWantedError,
    RadiusError,
    WeightsError,
)
from parks.named_points import NamedPoint

MOST_RADIUS: Final = 500.0
"""Kilometres of a radius at most: beyond it no wish near a city is meant."""


@dataclass(frozen=True, slots=True)
class Weights:
    """
    How much each part of the score counts beside the others; 0 leaves it out.

    Attributes
    ----------
    fit, distance, backing, precision
        As `parks.matching.result.Parts` has them.
    """

    fit: float = 6.0
    distance: float = 2.0
    backing: float = 1.0
    precision: float = 1.0

    def list_applied(self, *, has_point: bool) -> tuple[float, float, float, float]:
        """List the weights in the order of the parts; no point, no distance."""
        distance = self.distance if has_point else 0.0
        return self.fit, distance, self.backing, self.precision


@dataclass(frozen=True, slots=True)
class Wish:
    """
    What is looked for.

    Attributes
    ----------
    wanted
        The sectors, each with how much it is wanted beside the others, above 0.
    words
        The words of a business scope that name each of them, where one was read.
    point
        Where the place is to be near to; None if that does not matter.
    districts
        Nothing outside these is looked at; empty for everywhere.
    radius
        Kilometres from the point, beyond which nothing is looked at; None for all.
    weights
        What counts how much.
    """

    wanted: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    point: NamedPoint | None = None
    districts: tuple[str, ...] = ()
    radius: float | None = None
    weights: Weights = Weights()

    def check(self) -> None:
        """
        Make sure that something can be ranked by it.

        Raises
        ------
        NothingWantedError
            If no sector is wanted.
        WeightsError
            If no weight that applies is above 0, or one is no number from 0 on.
        RadiusError
            If the radius is no length.
        NoPointError
            If there is a radius, but no point to measure it from.
        """
        if not any(_is_positive(share) for share in self.wanted.values()):
            raise NothingWantedError
        weights = self.weights.list_applied(has_point=self.point is not None)
        if not all(math.isfinite(w) and w >= 0 for w in weights) or not any(weights):
            raise WeightsError
        if self.radius is None:
            return
        if not _is_positive(self.radius) or self.radius > MOST_RADIUS:
            raise RadiusError(value=f"{self.radius:g}", limit=f"{MOST_RADIUS:g}")
        if self.point is None:
            raise NoPointError(radius=f"{self.radius:g}")


def _is_positive(value: float) -> bool:
    return math.isfinite(value) and value > 0

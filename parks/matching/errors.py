"""What can be wrong with a wish for parks, said in sentences for who wishes."""

from parks.errors import ParksError


class EmptyScopeError(ParksError, ValueError):
    """Nothing was pasted."""

    template = "The business scope is empty: paste one, or pick sectors"


class LongScopeError(ParksError, ValueError):
    """What was pasted is longer than any business scope."""

    template = (
        "This text has {length} characters, more than any business scope "
        "({limit} at most): paste the scope alone"
    )


class NothingWantedError(ParksError, ValueError):
    """No sector is wanted."""

    template = "No sector is wanted: paste a business scope, or pick sectors"


class WeightsError(ParksError, ValueError):
    """No part of the score counts."""

    template = (
        "All weights that apply are 0, so nothing can be ranked: "
        "raise at least one of them; distance counts only with a point"
    )


class RadiusError(ParksError, ValueError):
    """A radius is no length."""

    template = "{value!r} is no radius: give kilometres above 0, up to {limit}"


class NoPointError(ParksError, ValueError):
    """There is a radius, but nothing to measure it from."""

    template = (
        "A radius of {radius} km needs a point to measure from: give one, or clear "
        "the radius"
    )


class NothingReachedError(ParksError, ValueError):
    """A radius reaches nothing that fits."""

    template = (
        "Nothing that fits lies within {radius} km: the nearest is {name}, about "
        "{distance} km away"
    )


class NothingKnownReachedError(ParksError, ValueError):
    """A radius reaches nothing of the wished districts, but there is more that fits."""

    template = (
        "Within {radius} km nothing that fits is known to lie in the wished districts: "
        "the nearest is {name}, about {distance} km away. Rows that fit, but have no "
        "known place: {unmeasured}; rows outside the wished districts that lie within "
        "the radius: {elsewhere}"
    )

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
    """A radius is no length, or there is nothing to measure it from."""

    template = (
        "{value!r} is no radius: give kilometres above 0, up to {limit}, "
        "and a point to measure from"
    )


class NothingReachedError(ParksError, ValueError):
    """A radius reaches nothing that fits."""

    template = (
        "Nothing that fits lies within {radius} km: the nearest is {name}, "
        "{distance} km away"
    )

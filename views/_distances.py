"""Distances as people read them, with what they are worth."""

from markupsafe import Markup

from views._words import say

_METRES_PER_KILOMETRE = 1000
_ONE_POINT_METRES = 0.1
"""The places of tables have six decimals, a tenth of a metre."""


def say_distance(metres: float, *, is_rough: bool) -> str:
    """Say a distance in metres or kilometres, and if it is only about so far."""
    if metres < _ONE_POINT_METRES:
        return say("same point")
    if metres < _METRES_PER_KILOMETRE:
        said = say("{metres} m", metres=f"{metres:.0f}")
    else:
        kilometres = f"{metres / _METRES_PER_KILOMETRE:,.1f}"
        said = say("{kilometres} km", kilometres=kilometres)
    return say("about {distance}", distance=said) if is_rough else said


def explain_distances() -> Markup:
    """Say what a distance on these pages is, and what it is not."""
    return Markup("<p class='pa-quiet'>{}</p>").format(
        say(
            "Distances run from point to point on the WGS 84 ellipsoid, not along "
            "roads. “About”: a point stands for a road, zone or district, so it may be "
            "off by kilometres. “Same point”: nothing is known of the distance."
        )
    )

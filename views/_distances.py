"""Distances as people read them, with what they are worth."""

from markupsafe import Markup

from parks.wording import write_distance
from views._words import current_language, say


def say_distance(metres: float, *, is_rough: bool) -> str:
    """Say a distance in metres or kilometres, and if it is only about so far."""
    return write_distance(metres, current_language(), is_rough=is_rough)


def explain_distances() -> Markup:
    """Say what a distance on these pages is, and what it is not."""
    return Markup("<p class='pa-quiet'>{}</p>").format(
        say(
            "Distances run from point to point on the WGS 84 ellipsoid, not along "
            "roads. “About”: a point stands for a road, zone or district, so it may be "
            "off by kilometres. “Same point”: nothing is known of the distance."
        )
    )

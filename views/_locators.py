"""Small maps of parks and zones, in the words and colours of the visit."""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

import shapely

from layers.locator import Locator, draw_locator
from layers.locator_frame import frame_around, frame_city
from layers.locator_spots import Spot
from parks.comparison import Member
from parks.edition import Edition
from parks.model import Role
from parks.sectors import find_sector
from views._around import name_member
from views._words import current_language, enumerate_words, say

_NO_SECTOR: Final = "#545a62"
"""What the large map paints parks without a sector with."""
_SMALL: Final = {"width": 300, "height": 200}
_NEAR_METRES: Final = 6_000
"""From west to east, how much ground the map of one place shows at least."""


def mark_member(member: Member, *, label: str = "", is_own: bool = True) -> Spot | None:
    """Mark a park or zone on a small map; None without a place."""
    if member.point is None:
        return None
    colour = "var(--pa-quiet)"
    if is_own:
        focus = [tag.id for tag in member.row.sectors if tag.role is Role.FOCUS]
        sector = find_sector(focus[0]) if focus else None
        own = sector.colour if sector else _NO_SECTOR
        colour = f"color-mix(in srgb, {own}, white var(--pa-lift))"
    x, y = member.point.x, member.point.y
    return Spot(x, y, str(member.precision), colour, label, is_own)


def draw_near(
    edition: Edition,
    member: Member,
    others: Iterable[Member] = (),
    *,
    label: str = "",
) -> Markup:
    """Draw where a park or zone lies in its zone, or say that no place is known."""
    spot = mark_member(member, label=label)
    extent = edition.zones.geometry.iloc[member.zone]
    shapes = [shape for shape in (member.point, extent) if shape is not None]
    frame = frame_around(shapes, least_metres=_NEAR_METRES, **_SMALL)
    if spot is None or frame is None:
        return Markup("<p class='pa-quiet'>{}</p>").format(
            say("No place is known, so there is no map.")
        )
    marks = (mark_member(other, is_own=False) for other in others)
    spots = (*(mark for mark in marks if mark is not None), spot)
    title = say("{name} and its zone's indicative extent", name=name_member(member))
    extents = () if extent is None else (extent,)
    locator = Locator(title, frame, spots, extents)
    return draw_locator(edition, locator, current_language())


def draw_city(edition: Edition, members: Sequence[Member], labels: str = "") -> Markup:
    """
    Draw where parks or zones lie in the city, each with its letter if there are.

    Nothing where no place is known: a map without a mark would put them in Shenzhen.
    """
    marks = [
        mark_member(member, label=labels[number : number + 1])
        for number, member in enumerate(members)
    ]
    spots = tuple(mark for mark in marks if mark is not None)
    if not spots:
        return Markup()
    points = [shapely.Point(spot.lon, spot.lat) for spot in spots]
    names = enumerate_words(name_member(member) for member in members)
    title = say("In the city: {name}", name=names)
    # Letters need room: several places have a map of their own size.
    size = {} if labels else _SMALL
    locator = Locator(title, frame_city(edition, points, **size), spots)
    return draw_locator(edition, locator, current_language())

"""The small map of a sector, and how well the places on it are known."""

import math
from collections import Counter
from typing import Final

from markupsafe import Markup

import shapely

from layers.locator import Locator, draw_locator
from layers.locator_frame import frame_city
from layers.locator_spots import Spot
from parks.edition import Edition
from parks.model import Role
from parks.places import PRECISIONS
from parks.sector_profiles import Profile
from views._place import name_precision
from views._sector_words import join_sentences
from views._words import current_language, say

_SIZE: Final = {"width": 620, "height": 400}
_MOST_DRAWN: Final = 200
"""Parks that a small map has room for."""


def draw_sector(edition: Edition, profile: Profile) -> Markup:
    """Draw the parks of a sector: its focus in its colour, mentions small beside."""
    focus = profile.list_parks(Role.FOCUS)
    mentioned = profile.list_parks(Role.MENTION)
    if not (focus or mentioned):
        return Markup()
    colour = f"color-mix(in srgb, {profile.sector.colour}, white var(--pa-lift))"
    spots = _mark(edition, focus, colour, is_own=True)
    spots += _mark(edition, mentioned, "var(--pa-quiet)", is_own=False)
    if not spots:
        none = say("No place is known, so there is no map.")
        return Markup("<p class='pa-quiet'>{}</p>").format(none)
    drawn = tuple(spots[:_MOST_DRAWN])
    points = [shapely.Point(spot.lon, spot.lat) for spot in drawn]
    name = profile.sector.name(current_language())
    title = say("Where the parks of {sector} lie in the city", sector=name)
    locator = Locator(title, frame_city(edition, points, **_SIZE), drawn)
    return draw_locator(edition, locator, current_language()) + _explain(
        profile, len(drawn), len(spots)
    )


def count_precisions(edition: Edition, profile: Profile) -> Markup:
    """Tabulate how well the places of the parks are known, best first."""
    precisions = edition.parks["precision"]
    positions = profile.list_parks(Role.FOCUS) + profile.list_parks(Role.MENTION)
    counts = Counter(precisions.iloc[list(positions)].tolist())
    if not counts:
        return Markup()
    known = [precision for precision in PRECISIONS if precision in counts]
    unknown = [precision for precision in counts if precision not in PRECISIONS]
    line = Markup("<tr><th scope='row'>{}</th><td class='pa-num'>{:,}</td></tr>")
    lines = [line.format(name_precision(each), counts[each]) for each in known]
    if unknown:
        left = sum(counts[each] for each in unknown)
        lines.append(line.format(name_precision(None), left))
    return Markup("<table class='pa-lines'><tbody>{}</tbody></table>").format(
        Markup().join(lines)
    )


def _mark(
    edition: Edition, positions: tuple[int, ...], colour: str, *, is_own: bool
) -> list[Spot]:
    lon, lat = edition.coordinates
    precisions = edition.parks["precision"]
    return [
        Spot(
            float(lon[at]),
            float(lat[at]),
            str(precisions.iloc[at]),
            colour,
            is_own=is_own,
        )
        for at in positions
        if not math.isnan(lon[at])
    ]


def _explain(profile: Profile, drawn: int, placed: int) -> Markup:
    """Say what the symbols mean, and what the map has no room for."""
    lines = [
        say(
            "A dashed outline stands for a zone or district, not for the park itself; "
            "parks on one point are drawn side by side."
        )
    ]
    if profile.list_zones(Role.MENTION):
        lines.append(say("Small and grey: parks of zones that only mention it."))
    if drawn < placed:
        lines.append(
            say(
                "The first {count} of {total} are drawn; the large map shows all.",
                count=drawn,
                total=placed,
            )
        )
    return Markup("<p class='pa-quiet'>{}</p>").format(join_sentences(lines))

"""The kinds of problem that places and coordinates of a table can have."""

from typing import Final

PLACE_SENTENCES: Final[dict[str, str]] = {
    "place-unreadable": (
        "The longitude and latitude ({found}) are no position: give degrees, "
        "longitude up to 180 and latitude up to 90."
    ),
    "place-swapped": (
        "Longitude and latitude ({found}) seem to be swapped: change the two cells, "
        "or the meaning of their columns."
    ),
    "place-null": (
        "{found} is no place, but what a program writes for none: clear the cells or "
        "give the place."
    ),
    "place-minutes": (
        "Minutes and seconds of {found} must be below 60: check the two cells."
    ),
    "place-metres": (
        "{found} are metres, but degrees are expected: choose the reference system "
        "of the easting and northing."
    ),
    "place-degrees": (
        "{found} are degrees, but metres are expected: choose the reference system "
        "of the longitude and latitude."
    ),
    "place-unreadable-plane": (
        "The easting and northing ({found}) are no numbers: give metres."
    ),
    "place-swapped-plane": (
        "Easting and northing ({found}) seem to be swapped: change the two cells, or "
        "the meaning of their columns."
    ),
    "place-outside-plane": (
        "{found} is no easting and northing in {used}: check both numbers and the "
        "reference system."
    ),
    "place-other-zone": (
        "The easting of {found} begins with the number of zone {used}, another than "
        "the reference system's: check the number, or choose the zone's own system."
    ),
    "plane-blank": (
        "The row does not name the reference system of its coordinates as others do "
        "({found}), so they were not used as a place: name it."
    ),
    "datum-blank": (
        "The row does not name the reference system of its coordinates as others do "
        "({found}); they were taken as WGS 84: check the place."
    ),
    "place-name-unsaid": (
        "{used} does not say which place it took for {found}: check that it is the "
        "one meant."
    ),
    "place-name-differs": (
        "{found} was placed by another name ({used}): check that it is the one meant."
    ),
    "place-uncertain": "{used} calls its place of {found} uncertain: check it.",
    "place-level-unknown": (
        "How precise the place of {found} is, {used} says in a way unknown here; it is "
        "taken as coarse."
    ),
    "place-several": (
        "{used} knows several places called {found}, far apart; the first was taken: "
        "check it."
    ),
    "place-district-unchecked": (
        "The borders of the district of {found} are not known here: check that the "
        "place from {used} lies in it."
    ),
    "place-city-unchecked": (
        "Nothing tells in which city the place of {found} from {used} lies: check it."
    ),
    "place-outside-district": (
        "{found} stands outside the district its row names, by {used}."
    ),
}
"""As `parks.problems.SENTENCES`, of which they are a part."""

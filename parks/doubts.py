"""What can make a park's place doubtful, defined once and in words."""

from enum import StrEnum
from typing import Final


class Doubt(StrEnum):
    """
    Why a park's place is doubtful, the worst reason first.

    A park is doubtful just if one of these holds; nothing else makes it so.
    """

    PLACELESS = "placeless"
    """No source gives it a place."""
    OUTSIDE = "outside"
    """It stands outside the district that its row names."""
    DISTRICT_POINT = "district-point"
    """Its place is the point of its whole district."""
    ZONE_POINT = "zone-point"
    """Its place is the point of its whole zone."""
    APART = "apart"
    """A source that knows it, or a neighbour, puts it `DISAGREEMENT_METRES` off."""
    STREET = "street"
    """Only its road or sub-district is known."""
    UNSURE = "unsure"
    """The source of its place is of low confidence."""
    NOTED = "noted"
    """Reading the table left a doubt about its place."""
    SHARED = "shared"
    """It is said to be known itself, yet so is another park on the same point."""


DOUBT_WORDS: Final = {
    Doubt.PLACELESS: "No source gives its place, so it is not on the map.",
    Doubt.OUTSIDE: "It stands outside the district that its row names.",
    Doubt.DISTRICT_POINT: "Its place is a point that stands for its whole district.",
    Doubt.ZONE_POINT: "Its place is a point that stands for its whole zone.",
    Doubt.APART: "Another source of it or of a neighbour lies over 300 m away.",
    Doubt.STREET: "Only its road or sub-district is known, up to some km off.",
    Doubt.UNSURE: "The source of its place is of low confidence: its note says why.",
    Doubt.NOTED: "Reading the table left a doubt about its place.",
    Doubt.SHARED: "Another park is said to stand on exactly the same point.",
}
"""Each doubt in a sentence on a park."""
DOUBT_NAMES: Final = {
    Doubt.PLACELESS: "No place known",
    Doubt.OUTSIDE: "Outside its district",
    Doubt.DISTRICT_POINT: "District's point only",
    Doubt.ZONE_POINT: "Zone's point only",
    Doubt.APART: "Sources over 300 m apart",
    Doubt.STREET: "Road or sub-district only",
    Doubt.UNSURE: "Source of low confidence",
    Doubt.NOTED: "Doubted while reading",
    Doubt.SHARED: "Same point as another park",
}
"""What each doubt is called where there is little room."""


class InDistrict(StrEnum):
    """Whether a park stands in the district that its row names."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"
    """No boundary of the district is known here, or the row names none."""
    PLACELESS = "placeless"


IN_DISTRICT_NAMES: Final = {
    InDistrict.INSIDE: "inside",
    InDistrict.OUTSIDE: "outside",
    InDistrict.UNKNOWN: "boundary not known",
    InDistrict.PLACELESS: "no place",
}

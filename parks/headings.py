"""What the columns of a download and of the page's table are called."""

from typing import Final

from parks.language import Language, translate

_HEADINGS: Final = {
    "park_id": "Park id",
    "zone_id": "Zone id",
    "name": "Park",
    "parks": "Core parks",
    "district": "District",
    "name_zh": "Chinese name",
    "name_en": "English name",
    "district_code": "District code",
    "county_code": "County code",
    "zone": "Zone",
    "seq": "Row number",
    "direction": "Industry direction",
    "focus": "Focus sectors",
    "sectors": "All sectors",
    "mentioned": "Mentioned",
    "policies": "Policy basis",
    "park_count": "Number of parks",
    "precision": "Precision of place",
    "location_source": "Source of place",
    "location_note": "Note on place",
    "correction": "Reason of correction",
    "lon": "Longitude",
    "lat": "Latitude",
    "x": "Easting",
    "y": "Northing",
    "reference": "Reference system",
    "source": "Source",
    "wkt": "Geometry (WKT)",
    "section": "Title above",
    "area": "Area",
    "address": "Address",
    "contact": "Contact person",
    "phone": "Telephone",
    "operator": "Operator",
    "rent": "Rent",
    "the row": "The row",
    "rank": "Rank",
    "doubts": "Doubts",
    "in_district": "In its district",
    "outside_metres": "Metres outside",
    "source_count": "Other sources",
    "nearest_metres": "Metres to the nearest other source",
    "farthest_metres": "Metres to the farthest other source",
    "shared_count": "Others on its point",
    "confidence": "Confidence of source",
    "source_date": "Date of source",
}


def head(column: str, language: Language) -> str:
    """Name a column for people; an unknown one keeps its name."""
    return translate(_HEADINGS.get(column, column), language)

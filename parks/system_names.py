"""What reference systems are called on pages."""

from typing import Final

from geodata.reference_systems import (
    BD09,
    CGCS2000,
    GCJ02,
    WEB_MERCATOR,
    WGS84,
    ReferenceSystem,
)
from parks.language import Language, translate

SYSTEM_NAMES: Final = {
    WGS84: "WGS 84 (GPS, OpenStreetMap)",
    CGCS2000: "CGCS2000 longitude and latitude (surveyors, Tianditu)",
    GCJ02: "GCJ-02 (AMap, Tencent)",
    BD09: "BD-09 (Baidu)",
    WEB_MERCATOR: "Web Mercator, metres (EPSG:3857)",
}
ZONE_NAME: Final = "CGCS2000 3-degree zone, {meridian}°E, metres ({name})"


def name_system(system: ReferenceSystem, language: Language) -> str:
    """Name a reference system for people, by what they know it from."""
    if system.meridian is None:
        return translate(SYSTEM_NAMES[system], language)
    name = translate(ZONE_NAME, language)
    return name.format(meridian=system.meridian, name=system.name)

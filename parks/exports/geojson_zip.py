"""GeoJSON in a zip, one file a district, for offices that pass on their own alone."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from parks.exports.bundle import ExportBundle
from parks.exports.by_district import part_by_district, title_district
from parks.exports.companion_files import list_companions
from parks.exports.geojson import write_geojson
from parks.exports.zipped import pack_zip
from parks.normalise import syllables

_ENDING: Final = "geojson.zip"
_MEDIA_TYPE: Final = "application/zip"
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f<>/\\\":;?*|]+")
"""What Windows forbids in the name of a file."""
_LONGEST: Final = 40
"""Characters of a district in a file's name, and of its pinyin."""
_NAMELESS: Final = "no-district"


def write_geojson_zip(bundle: ExportBundle) -> bytes:
    """
    Write a layer as a zip of GeoJSON files, ``南山_nanshan.geojson`` and so on.

    Rows that name no district are in a file of their own. README and metadata of the
    whole lie beside them; without any row the one file there is is an empty one.
    """
    files: dict[str, bytes] = {}
    for district, part in part_by_district(bundle.layer):
        name = _name_apart(_name_file(district, bundle), files)
        files[name] = write_geojson(replace(bundle, layers=(part,)))
    if not files:
        files[f"{bundle.layer.name}.geojson"] = write_geojson(bundle)
    called = bundle.name_file(_ENDING)
    files |= list_companions(bundle, called, _ENDING, _MEDIA_TYPE)
    return pack_zip(files)


def _name_file(district: str | None, bundle: ExportBundle) -> str:
    if district is None:
        return f"{title_district(None, bundle.language)}_{_NAMELESS}"
    pinyin = "".join(syllables(district))[:_LONGEST]
    name = _UNFIT.sub("_", district)[:_LONGEST].strip(" .")
    return "_".join(filter(None, (name, pinyin))) or _NAMELESS


def _name_apart(stem: str, taken: Mapping[str, bytes]) -> str:
    """Put a number after a name that is taken: Windows tells no case apart."""
    known = {name.casefold() for name in taken}
    name, number = f"{stem}.geojson", 1
    while name.casefold() in known:
        number += 1
        name = f"{stem}_{number}.geojson"
    return name

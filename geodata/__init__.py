"""Where things are: datums, districts and gazetteer; knows nothing of parks."""

from geodata.datums import Datum, convert, parse_datum
from geodata.district_names import District, find_district, read_district_names
from geodata.districts import find_outside, read_districts, simplify_for_display
from geodata.errors import (
    CoordinateError,
    DataFileError,
    GeodataError,
    StatedError,
    UnknownDatumError,
)
from geodata.gazetteer import (
    Confidence,
    Gazetteer,
    Kind,
    Place,
    Precision,
    read_gazetteer,
)
from geodata.misplacements import Misplacement, read_misplacements

__all__ = [
    "Confidence",
    "CoordinateError",
    "DataFileError",
    "Datum",
    "District",
    "Gazetteer",
    "GeodataError",
    "Kind",
    "Misplacement",
    "Place",
    "Precision",
    "StatedError",
    "UnknownDatumError",
    "convert",
    "find_district",
    "find_outside",
    "parse_datum",
    "read_district_names",
    "read_districts",
    "read_gazetteer",
    "read_misplacements",
    "simplify_for_display",
]

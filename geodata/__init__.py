"""Where things are: datums, districts and gazetteer; knows nothing of parks."""

from geodata.datums import Datum, convert, parse_datum
from geodata.distances import measure_metres
from geodata.district_names import District, find_district, read_district_names
from geodata.districts import find_outside, read_districts, simplify_for_display
from geodata.errors import (
    CoordinateError,
    DataFileError,
    GeodataError,
    StatedError,
    UnknownDatumError,
)
from geodata.evidence import Evidence, read_evidence
from geodata.gazetteer import (
    Confidence,
    Gazetteer,
    Kind,
    Place,
    Precision,
    read_gazetteer,
)
from geodata.misplacements import Misplacement, read_misplacements
from geodata.unplaced import Unplaced, find_unplaced, read_unplaced

__all__ = [
    "Confidence",
    "CoordinateError",
    "DataFileError",
    "Datum",
    "District",
    "Evidence",
    "Gazetteer",
    "GeodataError",
    "Kind",
    "Misplacement",
    "Place",
    "Precision",
    "StatedError",
    "UnknownDatumError",
    "Unplaced",
    "convert",
    "find_district",
    "find_outside",
    "find_unplaced",
    "measure_metres",
    "parse_datum",
    "read_district_names",
    "read_districts",
    "read_evidence",
    "read_gazetteer",
    "read_misplacements",
    "read_unplaced",
    "simplify_for_display",
]

"""
Every format of a download, one module each.

To add a format: write its module, give it one line in `EXPORTERS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from parks.edition import WGS84
from parks.errors import UnknownFormatError
from parks.exports.bundle import ExportBundle
from parks.exports.csv_file import write_csv
from parks.exports.dxf import write_dxf
from parks.exports.flatgeobuf import write_flatgeobuf
from parks.exports.geojson import write_geojson
from parks.exports.geojson_zip import write_geojson_zip
from parks.exports.geopackage import write_geopackage
from parks.exports.geoparquet import write_geoparquet
from parks.exports.kml import write_kml, write_kmz
from parks.exports.shapefile import write_shapefile
from parks.exports.written_names import (
    NameFields,
    name_attributes,
    name_cells,
    name_cells_and_wkt,
    name_properties,
    name_short,
)
from parks.exports.xlsx import write_xlsx

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_GPKG: Final = "application/geopackage+sqlite3"
_PARQUET: Final = "application/vnd.apache.parquet"
_KML: Final = "application/vnd.google-earth.kml+xml"
_KMZ: Final = "application/vnd.google-earth.kmz"
_ZIP: Final = "application/zip"
_ONLY_WGS84: Final = (WGS84,)


@dataclass(frozen=True, slots=True)
class Exporter:
    """
    A format.

    Attributes
    ----------
    title
        What it is called, in every language.
    media_type
        Its media type.
    write
        Writes it.
    name_fields
        Names the fields that it writes of a layer.
    holds_many
        Whether a file of it holds several layers.
    is_read_by_people
        Whether fields are called in the reader's language unless otherwise asked.
    references
        The only reference systems it can be in; empty if it can be in any.
    """

    title: str
    media_type: str
    write: Callable[[ExportBundle], bytes]
    name_fields: NameFields
    holds_many: bool = False
    is_read_by_people: bool = False
    references: tuple[str, ...] = ()

    def fits(self, reference: str) -> bool:
        """Say whether it can be in a reference system."""
        return not self.references or reference in self.references


EXPORTERS: Final = {
    "geojson": Exporter(
        "GeoJSON", "application/geo+json", write_geojson, name_properties
    ),
    "gpkg": Exporter(
        "GeoPackage", _GPKG, write_geopackage, name_attributes, holds_many=True
    ),
    "shp.zip": Exporter("Shapefile", _ZIP, write_shapefile, name_short),
    "kml": Exporter(
        "KML",
        _KML,
        write_kml,
        name_attributes,
        holds_many=True,
        references=_ONLY_WGS84,
    ),
    "kmz": Exporter(
        "KMZ",
        _KMZ,
        write_kmz,
        name_attributes,
        holds_many=True,
        references=_ONLY_WGS84,
    ),
    "fgb": Exporter(
        "FlatGeobuf", "application/flatgeobuf", write_flatgeobuf, name_attributes
    ),
    "parquet": Exporter("GeoParquet", _PARQUET, write_geoparquet, name_attributes),
    "dxf": Exporter(
        "DXF", "image/vnd.dxf", write_dxf, name_attributes, holds_many=True
    ),
    "csv": Exporter("CSV", "text/csv; charset=utf-8", write_csv, name_cells_and_wkt),
    "xlsx": Exporter("Excel", _XLSX, write_xlsx, name_cells, is_read_by_people=True),
    "geojson.zip": Exporter("GeoJSON ZIP", _ZIP, write_geojson_zip, name_properties),
}
"""Every format by the ending of its files."""


def find_exporter(name: str) -> Exporter:
    """
    Find a format by its name.

    Raises
    ------
    UnknownFormatError
        If there is no such format.
    """
    if name not in EXPORTERS:
        raise UnknownFormatError(name=name[:60], known=", ".join(EXPORTERS))
    return EXPORTERS[name]


def format_of(file_name: str) -> str:
    """
    Tell the format from a file name's ending.

    Raises
    ------
    UnknownFormatError
        If the ending belongs to no format.
    """
    for name in EXPORTERS:
        if file_name.lower().endswith(f".{name}"):
            return name
    raise UnknownFormatError(name=file_name[:60], known=", ".join(EXPORTERS))

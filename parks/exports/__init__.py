"""
Writers of parks, one module a format.

`make_export` makes a download of an edition; `export` writes other rows.
"""

from collections.abc import Mapping
from dataclasses import replace

from parks.exports.about import describe_source
from parks.exports.bundle import ExportBundle
from parks.exports.companion_files import list_companions
from parks.exports.companions import COMPANION_TYPES, make_companions
from parks.exports.field_names import FieldNames
from parks.exports.file_names import EVERY_LAYER
from parks.exports.formats import EXPORTERS, Exporter, find_exporter, format_of
from parks.exports.layer import LAYERS, ExportLayer, pick_layer
from parks.exports.making import (
    ExportFile,
    gather_bundle,
    make_export,
    name_order,
    require_fit,
)
from parks.exports.order import ORDER_OPTIONS, ExportOrder
from parks.exports.references import (
    OFFERED,
    describe_reference,
    read_reference,
)
from parks.exports.terms import Terms
from parks.language import Language

__all__ = [
    "COMPANION_TYPES",
    "EVERY_LAYER",
    "EXPORTERS",
    "LAYERS",
    "OFFERED",
    "ORDER_OPTIONS",
    "ExportBundle",
    "ExportFile",
    "ExportLayer",
    "ExportOrder",
    "Exporter",
    "FieldNames",
    "Terms",
    "describe_reference",
    "describe_source",
    "export",
    "format_of",
    "gather_bundle",
    "list_companions",
    "make_companions",
    "make_export",
    "name_order",
    "pick_layer",
    "read_reference",
    "require_fit",
]


def export(
    layer: ExportLayer, name: str, *, language: Language, about: Mapping[str, str]
) -> bytes:
    """
    Write rows that are no order of an edition, such as a list of doubtful places.

    Parameters
    ----------
    layer
        The rows.
    name
        A key of `EXPORTERS`.
    language
        Of headings, where the format has them.
    about
        What to say of source, edition and filter, where the format has room.

    Raises
    ------
    UnknownFormatError
        If there is no such format.
    """
    exporter = find_exporter(name)
    if exporter.is_read_by_people:
        layer = replace(layer, fields=FieldNames.of(language))
    return exporter.write(ExportBundle((layer,), language, about))

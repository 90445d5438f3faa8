"""How metadata describe the file itself: its format, reference system and licence."""

from typing import Final
from urllib.parse import quote

from parks.exports.links import find_link
from parks.exports.nodes import Node, label_node, say_twice
from parks.exports.record import ExportRecord
from parks.exports.references import OFFSET_DATUMS, describe_reference

_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"


def describe_distribution(
    record: ExportRecord, file_name: str, ending: str, media_type: str
) -> Node:
    """
    Describe a file as a distribution of its dataset.

    Parameters
    ----------
    record
        What is known of it.
    file_name, ending, media_type
        Its name, the ending of its format and its media type.
    """
    written: Node = {
        "@type": "dcat:Distribution",
        "dct:title": file_name,
        "dcat:accessURL": {"@id": quote(file_name)},
        "dcat:downloadURL": {"@id": quote(file_name)},
        **_name_format(ending, media_type),
        "dct:description": say_twice(
            lambda language: describe_reference(record.reference, language)
        ),
    }
    if record.reference not in OFFSET_DATUMS:
        written["dct:conformsTo"] = _name_reference(record.reference)
    if record.terms.licence:
        written["dct:license"] = _name_licence(record.terms.licence)
    return written


def _name_format(ending: str, media_type: str) -> Node:
    kind = media_type.partition(";")[0]
    return {
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{kind}"},
        "dct:format": label_node("dct:MediaTypeOrExtent", ending),
    }


def _name_reference(reference: str) -> Node:
    authority, _, code = reference.partition(":")
    return {
        "@id": f"http://www.opengis.net/def/crs/{authority}/0/{code}",
        "@type": "dct:Standard",
    }


def _name_licence(licence: str) -> Node:
    named = label_node("dct:LicenseDocument", licence)
    link = find_link(licence)
    return named if link is None else {"@id": link, **named}

"""
Metadata of a download as DCAT-AP 3 in JSON-LD.

The context stands in the file: whoever reads it asks no host.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

import orjson

from parks.exports.bundle import ExportBundle
from parks.exports.distribution import describe_distribution
from parks.exports.layer_record import LayerRecord
from parks.exports.nodes import Node, label_node, say_twice
from parks.exports.origins import describe_origins
from parks.exports.readme import count_layers, require_record
from parks.exports.record import ExportRecord
from parks.exports.references import describe_reference
from parks.headings import head
from parks.language import Language, translate

_OWN: Final = "urn:parkatlas:"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "prov": "http://www.w3.org/ns/prov#",
    "dqv": "http://www.w3.org/ns/dqv#",
    "csvw": "http://www.w3.org/ns/csvw#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "pa": f"{_OWN}terms:",
}
_LANGUAGES: Final = "http://publications.europa.eu/resource/authority/language/"
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


def write_dcat(
    bundle: ExportBundle, file_name: str, ending: str, media_type: str
) -> bytes:
    """
    Describe a download for machines.

    A field's column and a row's line of the table's body give the cell behind every
    value. A reference system that has an EPSG code is named by its address; GCJ-02
    and BD-09, which have none, in words. What is not known, such as a date, is left
    out.

    Parameters
    ----------
    bundle
        What was written, with its record.
    file_name, ending, media_type
        Of the file that is described, which lies beside this one. Its ending is told
        apart, for a name may hold a point anywhere.

    Raises
    ------
    ValueError
        If the bundle is no layer of an edition and so has no record.
    """
    record = require_record(bundle)
    dataset = {
        "@context": _CONTEXT,
        "@id": f"{_OWN}edition:{record.edition}",
        "@type": "dcat:Dataset",
        "dct:title": say_twice(lambda language: _title(record, language)),
        "dct:description": _describe(record),
        "dct:identifier": record.edition,
        "dct:language": [{"@id": f"{_LANGUAGES}{code}"} for code in ("ZHO", "ENG")],
        **_locate(record),
        **_state_terms(record),
        "dct:provenance": _state_provenance(record),
        "dct:source": [
            {"@type": "prov:Entity", "dct:title": record.table},
            *_cite_origins(record),
        ],
        "dqv:hasQualityMeasurement": list(_measure_quality(record)),
        "pa:filter": record.options,
        "pa:layer": [_describe_layer(layer) for layer in record.layers],
        "dcat:distribution": describe_distribution(
            record, file_name, ending, media_type
        ),
    }
    return orjson.dumps(dataset, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _title(record: ExportRecord, language: Language) -> str:
    return f"{record.table} · {count_layers(record, language)}"


def _describe(record: ExportRecord) -> list[Node]:
    def say(language: Language) -> str:
        shown = translate("{shown} of {total} parks", language)
        chosen = record.options or translate("none: every park of the table", language)
        said = {
            "Table": record.table,
            "Edition": record.edition,
            "Filter": chosen,
            "Count": shown.format(shown=record.shown, total=record.total),
            "Reference system": describe_reference(record.reference, language),
        }
        return "\n".join(
            f"{translate(label, language)}: {text}" for label, text in said.items()
        )

    return say_twice(say)


def _locate(record: ExportRecord) -> Node:
    if record.bounds is None:
        return {}
    west, south, east, north = record.bounds
    corners = (
        (west, south),
        (east, south),
        (east, north),
        (west, north),
        (west, south),
    )
    ring = ", ".join(f"{x} {y}" for x, y in corners)
    box = {"@type": "geo:wktLiteral", "@value": f"POLYGON(({ring}))"}
    return {"dct:spatial": {"@type": "dct:Location", "dcat:bbox": box}}


def _state_terms(record: ExportRecord) -> Node:
    terms = record.terms
    said: Node = {}
    rights = [
        label_node("dct:RightsStatement", text)
        for text in (terms.attribution, terms.map_approval)
        if text
    ]
    rights += _state_origins(record)
    if rights:
        said["dct:rights"] = rights
    if terms.data_date:
        day = terms.data_date.isoformat()
        said["dct:modified"] = {"@type": "xsd:date", "@value": day}
    if terms.contact:
        contact = label_node("vcard:Kind", terms.contact, "vcard:fn")
        found = _EMAIL.search(terms.contact)
        if found:
            contact["vcard:hasEmail"] = {"@id": f"mailto:{found[0]}"}
        said["dcat:contactPoint"] = contact
    return said


def _state_origins(record: ExportRecord) -> Iterator[Node]:
    for layer in record.layers:
        if layer.origins:
            yield {
                "@type": "dct:RightsStatement",
                "rdfs:label": say_twice(partial(_say_origins, layer)),
            }


def _say_origins(layer: LayerRecord, language: Language) -> str:
    said = describe_origins({layer.name: layer.origins}, language)
    return "\n".join(f"{label}: {text}" for label, text in said.items())


def _cite_origins(record: ExportRecord) -> Iterator[Node]:
    cited = {
        (origin.source, origin.licence): None
        for layer in record.layers
        for origin in layer.origins
        if origin.source
    }
    for source, licence in cited:
        yield {
            "@type": "prov:Entity",
            "dct:title": source,
            "dct:license": label_node("dct:LicenseDocument", licence),
        }


def _state_provenance(record: ExportRecord) -> Node:
    def say(language: Language) -> str:
        return translate(
            "Where each cell comes from: a field's column and a row's line in the "
            "table give its cell.",
            language,
        )

    return {
        "@type": "dct:ProvenanceStatement",
        "rdfs:label": [
            *say_twice(say),
            *(
                {"@language": record.language.value, "@value": f"{label}: {text}"}
                for label, text in record.about.items()
            ),
        ],
    }


def _measure_quality(record: ExportRecord) -> Iterator[Node]:
    unplaced = record.shown - sum(record.precisions.values())
    counted: Mapping[str, int] = {**record.precisions, "unknown": unplaced}
    for precision, count in counted.items():
        yield {
            "@type": "dqv:QualityMeasurement",
            "dqv:isMeasurementOf": {
                "@id": f"pa:precision-{precision}",
                "@type": "dqv:Metric",
            },
            "dqv:value": count,
        }


def _describe_layer(layer: LayerRecord) -> Node:
    fields = [
        {
            "@type": "csvw:Column",
            "csvw:name": field.written,
            "dct:identifier": field.code,
            "csvw:title": [
                {"@language": "zh", "@value": field.zh},
                {"@language": "en", "@value": field.en},
            ],
            **_name_column(field.column),
        }
        for field in layer.fields
    ]
    rows = [
        {"dct:identifier": row.id, "pa:rowNumber": row.seq, "pa:line": row.line}
        for row in layer.rows
    ]
    return {
        "dct:title": layer.name,
        "pa:count": layer.count,
        "csvw:column": fields,
        "pa:row": rows,
    }


def _name_column(column: str | None) -> Node:
    if column is None:
        return {"pa:isDerived": True}
    named = [
        {"@language": each.value, "@value": head(column, each)} for each in Language
    ]
    return {"pa:sourceColumn": named}

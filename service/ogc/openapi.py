"""
The OpenAPI document of the service.

pygeoapi's refers to schemas on other hosts; this one holds all it needs.
"""

from importlib.metadata import version
from typing import Any, Final

from parks.language import translate
from service.ogc.configuration import LAYER_TITLES, SERVICE_TITLE, SERVICE_WORDS
from service.ogc.features import LayerFeatures
from service.ogc.links import OPENAPI_TYPE
from service.ogc.options import COMMON
from service.ogc.parameters import describe_id, describe_parameters
from service.ogc.questions import ITEM_OPTIONS, ITEMS_OPTIONS
from service.ogc.visits import Visit
from service.problems import MEDIA_TYPE

OPERATION_WORDS: Final = {
    "landing": "The landing page",
    "conformance": "What the service conforms to",
    "collections": "The collections",
    "api": "This description",
    "collection": "{title}: what the collection holds",
    "schema": "{title}: the schema of its features",
    "queryables": "{title}: what a filter may name",
    "items": "{title}: its features",
    "item": "{title}: one feature",
}
"""What each operation gives, in English."""
RESPONSE_WORDS: Final = {
    "200": "What was asked for",
    "304": "What the client has is still true",
    "400": "A parameter is unknown or its value means nothing",
    "404": "There is nothing here",
    "414": "This address is too long",
}
"""What each status means, in English."""
_JSON: Final = "application/json"
_GEOJSON: Final = "application/geo+json"
_LINKS: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["href", "rel"],
        "properties": {
            name: {"type": "string"}
            for name in ("href", "rel", "type", "title", "hreflang")
        },
    },
}
_PROBLEM: Final = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string"},
        "code": {"type": "string"},
        "description": {"type": "string"},
    },
}
_ANY: Final = {"type": "object"}


def describe_api(visit: Visit) -> dict[str, Any]:
    """Write the OpenAPI 3.0 document of what the visit can reach."""
    paths: dict[str, Any] = {
        "/": _get(visit, "landing", "landing", (_JSON, "Linked")),
        "/conformance": _get(
            visit, "conformance", "conformance", (_JSON, "Conformance")
        ),
        "/api": _get(visit, "api", "api", (OPENAPI_TYPE, "Any")),
        "/collections": _get(visit, "collections", "collections", (_JSON, "Linked")),
    }
    schemas = _write_schemas()
    for name in visit.holdings.layers:
        paths |= _describe_collection(visit, name)
        schemas |= _write_feature_schemas(name, visit.holdings.take(name))
    return {
        "openapi": "3.0.3",
        "info": {
            "title": translate(SERVICE_TITLE, visit.language),
            "description": translate(SERVICE_WORDS, visit.language),
            "version": version("pygeoapi"),
        },
        "servers": [{"url": visit.base}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _describe_collection(visit: Visit, name: str) -> dict[str, Any]:
    path = f"/collections/{name}"
    id_ = {"parameters": [describe_id(visit.language)]}
    schema = "application/schema+json"
    return {
        path: _get(visit, "collection", name, (_JSON, "Linked")),
        f"{path}/schema": _get(visit, "schema", name, (schema, "Any")),
        f"{path}/queryables": _get(visit, "queryables", name, (schema, "Any")),
        f"{path}/items": _get(
            visit, "items", name, (_GEOJSON, f"{name}Items"), ITEMS_OPTIONS
        ),
        f"{path}/items/{{featureId}}": id_
        | _get(visit, "item", name, (_GEOJSON, f"{name}Item"), ITEM_OPTIONS),
    }


def _get(
    visit: Visit,
    operation: str,
    subject: str,
    content: tuple[str, str],
    options: tuple[str, ...] = COMMON,
) -> dict[str, Any]:
    """Describe reading; `content` is the media type and the name of its schema."""
    title = translate(LAYER_TITLES.get(subject, ""), visit.language)
    words = translate(OPERATION_WORDS[operation], visit.language)
    is_own = subject == operation
    references = visit.holdings.references
    return {
        "get": {
            "summary": words.format(title=title),
            "tags": ["service" if is_own else subject],
            "operationId": operation if is_own else f"{operation}-{subject}",
            "parameters": describe_parameters(options, references, visit.language),
            "responses": _describe_responses(visit, *content),
        }
    }


def _describe_responses(visit: Visit, media_type: str, schema: str) -> dict[str, Any]:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    page = {"text/html": {"schema": {"type": "string"}}}
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    contents: dict[str, dict[str, Any]] = {
        "200": {media_type: {"schema": reference}} | page,
        "304": {},
    }
    refused = {MEDIA_TYPE: problem} | page
    return {
        status: {"description": translate(RESPONSE_WORDS[status], visit.language)}
        | ({"content": content} if content else {})
        for status in RESPONSE_WORDS
        for content in [contents.get(status, refused)]
    }


def _write_schemas() -> dict[str, Any]:
    listed = {"type": "array", "items": {"type": "string"}}
    return {
        "Any": _ANY,
        "Linked": {
            "type": "object",
            "required": ["links"],
            "properties": {"links": _LINKS},
        },
        "Conformance": {
            "type": "object",
            "required": ["conformsTo"],
            "properties": {"conformsTo": listed},
        },
        "Problem": _PROBLEM,
    }


def _write_feature_schemas(name: str, features: LayerFeatures) -> dict[str, Any]:
    properties = {
        column: {**described, "nullable": True}
        for column, described in features.describe_columns().items()
    }
    feature = {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "string"},
            "geometry": {"type": "object", "nullable": True},
            "properties": {"type": "object", "properties": properties},
            "links": _LINKS,
        },
    }
    items = {
        "type": "object",
        "required": ["type", "features", "links", "numberMatched", "numberReturned"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "numberMatched": {"type": "integer", "minimum": 0},
            "numberReturned": {"type": "integer", "minimum": 0},
            "links": _LINKS,
            "features": {
                "type": "array",
                "items": {"$ref": f"#/components/schemas/{name}Item"},
            },
        },
    }
    return {f"{name}Item": feature, f"{name}Items": items}

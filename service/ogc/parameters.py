"""The parameters of the service as OpenAPI describes them, and what each means."""

from collections.abc import Iterable
from typing import Any, Final

from parks.filter_values import LONGEST_WORDS, MATCHES, MOST_VALUES, ROLES
from parks.language import Language, translate
from parks.places import PRECISIONS
from service.ogc.boxes import FEWEST_NUMBERS, MOST_NUMBERS
from service.ogc.cql_text import LANGUAGES, LONGEST
from service.ogc.options import FORMATS
from service.ogc.questions import DEFAULT_LIMIT, LARGEST_LIMIT
from service.ogc.references import CRS84

PARAMETER_WORDS: Final = {
    "f": "The format: json, or html for a page.",
    "lang": "The language of titles and sentences.",
    "limit": "How many features an answer holds; a larger number than the maximum is "
    "taken as the maximum.",
    "offset": "How many features to pass over before.",
    "bbox": "A box that features must meet: lower corner, upper corner; with west "
    "greater than east it lies across the date line.",
    "bbox-crs": "The reference system of bbox, which says the order of its numbers.",
    "crs": "The reference system of the answer, which says the order of coordinates.",
    "datetime": "An instant or interval; the table has no times, so it selects all.",
    "filter": "A filter in CQL2 over the properties named by the queryables.",
    "filter-lang": "How the filter is written.",
    "filter-crs": "The reference system of geometries in the filter.",
    "district": "A district, in Chinese or pinyin or by its code; several are "
    "alternatives.",
    "sector": "A sector, by its id or Chinese name; several are alternatives.",
    "role": "Whether the row names the sector as its focus, mentions it, or either.",
    "match": "Whether any of the sectors is enough or all are asked for.",
    "zone": "A zone, by its name; several are alternatives.",
    "policy": "A document that the row rests on: its title, or words of it.",
    "precision": "How precise a park's place is; several are alternatives.",
    "q": "Words to find, as in the search box: Chinese, pinyin or initials.",
    "within": "A circle or polygon that parks lie in, as in the app's address.",
    "id": "A park, by its id; several are alternatives.",
    "featureId": "The id of a feature.",
}
"""What each parameter is for, in English."""
_SEVERAL: Final = ("district", "sector", "zone", "policy", "within", "id")
REPEATED: Final = (*_SEVERAL, "precision")
"""What may be given several times."""


def describe_parameters(
    names: Iterable[str], references: Iterable[str], language: Language
) -> list[dict[str, Any]]:
    """Describe parameters of a query for OpenAPI 3.0."""
    schemas = _write_schemas(list(references))
    return [
        {
            "name": name,
            "in": "query",
            "description": translate(PARAMETER_WORDS[name], language),
            "required": False,
            "schema": schemas[name],
            "style": "form",
            "explode": name in REPEATED,
        }
        for name in names
    ]


def describe_id(language: Language) -> dict[str, Any]:
    """Describe the id of a feature in a path."""
    return {
        "name": "featureId",
        "in": "path",
        "description": translate(PARAMETER_WORDS["featureId"], language),
        "required": True,
        "schema": {"type": "string", "minLength": 1},
    }


def _write_schemas(references: list[str]) -> dict[str, dict[str, Any]]:
    text = {"type": "string"}
    system = {"type": "string", "enum": references, "default": CRS84}
    whole = {"type": "integer", "minimum": 0, "default": 0}
    limit = {"minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT}
    several = {"type": "array", "maxItems": MOST_VALUES, "items": text}
    box = {"minItems": FEWEST_NUMBERS, "maxItems": MOST_NUMBERS}
    return {
        "f": {"type": "string", "enum": list(FORMATS), "default": FORMATS[0]},
        "lang": {"type": "string", "enum": [name.value for name in Language]},
        "limit": {"type": "integer", **limit},
        "offset": whole,
        "bbox": {"type": "array", **box, "items": {"type": "number"}},
        **dict.fromkeys(("crs", "bbox-crs", "filter-crs"), system),
        "datetime": text,
        "filter": {"type": "string", "maxLength": LONGEST},
        "filter-lang": {"type": "string", "enum": list(LANGUAGES)},
        **dict.fromkeys(_SEVERAL, several),
        "precision": {
            "type": "array",
            "items": {"type": "string", "enum": list(PRECISIONS)},
        },
        "role": {"type": "string", "enum": list(ROLES), "default": ROLES[0]},
        "match": {"type": "string", "enum": list(MATCHES), "default": MATCHES[0]},
        "q": {"type": "string", "maxLength": LONGEST_WORDS},
    }

"""The documents of the service: pygeoapi writes them, and they are set right here."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import orjson
from pygeoapi.api import (
    describe_collections,
    get_collection_schema,
    landing_page,
)
from pygeoapi.api.itemtypes import (
    get_collection_item,
    get_collection_items,
    get_collection_queryables,
)

from service.ogc.configuration import configure
from service.ogc.features import LISTS, LayerFeatures
from service.ogc.interface import Interface, InterfaceRequest, Parameters
from service.ogc.links import Link, tidy_links
from service.ogc.problems import miss
from service.ogc.questions import Question
from service.ogc.references import CRS84
from service.ogc.visits import Visit

Document = dict[str, Any]
CONFORMANCE: Final = (
    *(
        f"http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/{name}"
        for name in ("core", "landing-page", "json", "html", "oas30")
    ),
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    *(
        f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}"
        for name in ("core", "oas30", "html", "geojson")
    ),
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
    *(
        f"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{name}"
        for name in ("queryables", "filter", "features-filter")
    ),
    *(
        f"http://www.opengis.net/spec/cql2/1.0/conf/{name}"
        for name in (
            *("cql2-text", "cql2-json", "basic-cql2"),
            *("advanced-comparison-operators", "case-insensitive-comparison"),
            *("basic-spatial-functions", "spatial-functions", "array-functions"),
        )
    ),
    "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
)
"""What the service conforms to; our tests hold it to each."""
_NO_FEATURE: Final = "there is no feature {value!r} in {layer}"


def write_landing(visit: Visit) -> Document:
    """Write the landing page."""
    document = _ask(visit, landing_page, {})
    document["links"] = tidy_links(document["links"], visit)
    return document | _describe_terms(visit)


def write_conformance(_: Visit) -> Document:
    """Write what the service conforms to."""
    return {"conformsTo": list(CONFORMANCE)}


def write_collections(visit: Visit) -> Document:
    """Write the list of collections."""
    data = {name: visit.holdings.take(name) for name in visit.holdings.layers}
    document = _ask(visit, describe_collections, data)
    document["collections"] = [
        _tidy_collection(collection, visit) for collection in document["collections"]
    ]
    document["links"] = tidy_links(document["links"], visit)
    return document


def write_collection(visit: Visit, name: str) -> Document:
    """Write what a collection holds."""
    data = {name: visit.holdings.take(name)}
    return _tidy_collection(_ask(visit, describe_collections, data, name), visit)


def write_schema(visit: Visit, name: str) -> Document:
    """Write the schema of a collection's features."""
    data = {name: visit.holdings.take(name)}
    document = _ask(visit, get_collection_schema, data, name)
    return _mend_geometry(document, name)


def write_queryables(visit: Visit, name: str) -> Document:
    """Write what a CQL2 filter may name."""
    features = visit.holdings.take(name)
    document = _ask(visit, get_collection_queryables, {name: features}, name)
    document["additionalProperties"] = False
    for column, described in features.describe_columns().items():
        # pygeoapi leaves out what a list is a list of.
        if column in LISTS:
            document["properties"][column]["items"] = described["items"]
    return _mend_geometry(document, name)


def write_items(visit: Visit, name: str, question: Question) -> Document:
    """Write all of a collection's answer but its features."""
    read = {"limit": str(question.limit), "offset": str(question.offset)}
    document = _ask(visit, get_collection_items, {name: question}, name, read=read)
    links = tidy_links(document["links"], visit)
    if question.offset:
        # pygeoapi leaves out where an answer begins in the links to itself.
        for link in links:
            if link["rel"] in {"self", "alternate"}:
                link["href"] += f"&offset={question.offset}"
    if visit.format == "json" and "f" in visit.options:
        # Without it a browser that turned the page would get another format.
        for link in links:
            if link["rel"] in {"prev", "next"}:
                link["href"] += "&f=json"
    document["links"] = links
    # With a time of its own no two answers would be the same, and none be kept.
    del document["timeStamp"], document["features"]
    return document


def write_item(visit: Visit, name: str, features: LayerFeatures, id_: str) -> Document:
    """Write a feature."""
    if id_ not in features.positions:
        raise miss(_NO_FEATURE, value=id_, layer=name)
    document = _ask(visit, get_collection_item, {name: features}, name, id_)
    document["links"] = tidy_links(document["links"], visit)
    return document


def _ask(
    visit: Visit,
    function: Callable[..., tuple[dict[str, str], int, str]],
    data: Mapping[str, LayerFeatures | Question],
    *parts: str,
    read: Mapping[str, str] | None = None,
) -> Document:
    config = configure(visit.holdings, visit.base, visit.language, data)
    parameters = Parameters(visit.options, read or {})
    request = InterfaceRequest(parameters, visit.language)
    _, status, text = function(Interface(config), request, *parts)
    document: Document = orjson.loads(text)
    if status != 200:  # noqa: PLR2004
        raise RuntimeError(f"pygeoapi refuses what was checked: {document}")
    return document


def _tidy_collection(document: Document, visit: Visit) -> Document:
    links: list[Link] = tidy_links(document["links"], visit)
    # In a list of collections the list is what is read.
    own = visit.locate("collections", document["id"], f="json")
    for link in links:
        if link["rel"] == "self" and visit.parts == ["collections"]:
            link["rel"] = "alternate" if link["href"] != own else "self"
    document["links"] = links
    document["storageCrs"] = CRS84
    return document | _describe_terms(visit)


def _describe_terms(visit: Visit) -> Document:
    terms = visit.holdings.terms
    said = {
        "attribution": terms.attribution,
        "license": terms.licence,
        "contact": terms.contact,
        "mapApproval": terms.map_approval,
    }
    return {name: text for name, text in said.items() if text}


def _mend_geometry(document: Document, name: str) -> Document:
    document["properties"]["geometry"] = {
        "title": "geometry",
        "format": "geometry-point" if name == "parks" else "geometry-any",
        "x-ogc-role": "primary-geometry",
    }
    return document

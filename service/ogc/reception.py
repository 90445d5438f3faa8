"""Receives every request to the service: which address it is, and what is answered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Final

import orjson
from starlette.requests import Request
from starlette.responses import Response

from geodata.errors import StatedError
from parks.edition import Edition
from parks.exports import Terms
from parks.language import Language
from service.ogc import documents
from service.ogc.answers import OPEN_HEADERS, Answer, Packer
from service.ogc.configuration import Holdings
from service.ogc.features import FeatureShelf
from service.ogc.links import OPENAPI_TYPE
from service.ogc.openapi import describe_api
from service.ogc.options import (
    COMMON,
    Options,
    read_format,
    read_language,
    read_options,
    require_known,
)
from service.ogc.pages import draw_page, draw_problem
from service.ogc.problems import Refusal, RefusalError, miss
from service.ogc.questions import ITEM_OPTIONS
from service.ogc.visits import PREFIX, Visit, find_base
from service.problems import MEDIA_TYPE

_JSON: Final = "application/json"
_GEOJSON: Final = "application/geo+json"
_SCHEMA: Final = "application/schema+json"
_NO_PAGE: Final = "the service has no address {path!r}: begin at {start}"
_NO_COLLECTION: Final = "there is no collection {name!r}: use one of {known}"
_READING: Final = "{method} is not answered: this service is for reading, by GET"
_METHODS: Final = "GET, HEAD, OPTIONS"
_PREFLIGHT: Final = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_Document = Callable[[Visit], documents.Document]
_DOCUMENTS: Final[dict[str, tuple[str, str, _Document]]] = {
    "": ("landing", _JSON, documents.write_landing),
    "conformance": ("conformance", _JSON, documents.write_conformance),
    "collections": ("collections", _JSON, documents.write_collections),
    "api": ("api", OPENAPI_TYPE, describe_api),
    "openapi": ("api", OPENAPI_TYPE, describe_api),
}
"""Of every address: its page, the type of its JSON, and who writes it."""
_OF_A_COLLECTION: Final[
    dict[str, tuple[str, str, Callable[[Visit, str], documents.Document]]]
] = {
    "": ("collection", _JSON, documents.write_collection),
    "schema": ("properties", _SCHEMA, documents.write_schema),
    "queryables": ("properties", _SCHEMA, documents.write_queryables),
}


class Reception:
    """
    Answers requests.

    Parameters
    ----------
    published
        Opens the published edition; it is asked at every request, so that a changed
        table is followed.
    terms
        What the public may have.
    """

    def __init__(self, published: Callable[[], Edition], terms: Terms) -> None:
        self._published = published
        self._terms = terms
        self._shelf = FeatureShelf()
        self._packer = Packer()

    def receive(self, request: Request) -> Response:
        """Answer a request; whatever it is, there is an answer."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**OPEN_HEADERS, **_PREFLIGHT})
        language, format_ = Language.ZH, "json"
        try:
            options = read_options(request)
            language = _guess_language(options, request)
            format_ = read_format(options, request)
            language = read_language(options, request)
            visit = self._read_visit(request, options, language, format_)
            return self._packer.respond(request, _answer(visit))
        except RefusalError as error:
            return _refuse(error.refusal, language, format_, request)
        except StatedError as error:
            refusal = Refusal(
                error.template, error.facts, status=HTTPStatus.SERVICE_UNAVAILABLE
            )
            return _refuse(refusal, language, format_, request)

    def _read_visit(
        self, request: Request, options: Options, language: Language, format_: str
    ) -> Visit:
        if request.method not in {"GET", "HEAD"}:
            facts: dict[str, object] = {"method": request.method}
            status = HTTPStatus.METHOD_NOT_ALLOWED
            raise RefusalError(Refusal(_READING, facts, status=status))
        edition = self._terms.coarsen(self._published())
        holdings = Holdings(edition, self._terms, self._shelf)
        path = request.path_params.get("path", "").rstrip("/")
        base = find_base(request)
        return Visit(holdings, base, path, options, language, format_)


def _guess_language(options: Options, request: Request) -> Language:
    """Tell in which language to refuse what cannot be read."""
    spoken = {name: values for name, values in options.items() if name == "lang"}
    try:
        return read_language(spoken, request)
    except RefusalError:
        return read_language({}, request)


def _answer(visit: Visit) -> Answer:
    if visit.path in _DOCUMENTS:
        require_known(visit.options, COMMON)
        page, media_type, write = _DOCUMENTS[visit.path]
        return _show(visit, page, media_type, write(visit))
    match visit.parts:
        case ["collections", name]:
            return _answer_collection(visit, name, "")
        case ["collections", name, "items"]:
            return _answer_items(visit, name)
        case ["collections", name, "items", id_]:
            return _answer_item(visit, name, id_)
        case ["collections", name, part] if part in _OF_A_COLLECTION:
            return _answer_collection(visit, name, part)
    raise miss(_NO_PAGE, path=visit.path, start=PREFIX)


def _answer_collection(visit: Visit, name: str, part: str) -> Answer:
    _require_collection(visit, name)
    require_known(visit.options, COMMON)
    page, media_type, write = _OF_A_COLLECTION[part]
    return _show(visit, page, media_type, write(visit, name))


def _answer_items(visit: Visit, name: str) -> Answer:
    _require_collection(visit, name)
    question = visit.holdings.ask(name).read(visit.options)
    document = documents.write_items(visit, name, question)
    headers = {"Content-Crs": f"<{question.features.reference.uri}>"}
    if visit.format == "html":
        features = [orjson.loads(feature) for feature in question.page]
        layer = question.features.layer
        columns = [column for column in layer.columns if column != layer.id_column]
        shown = _show(
            visit,
            "items",
            _GEOJSON,
            {**document, "features": features, "columns": columns}
            | {"offset": question.offset},
        )
        return replace(shown, headers={**shown.headers, **headers})
    head = orjson.dumps(document)[:-1]
    body = head + b',"features":[' + b",".join(question.page) + b"]}"
    return Answer(body, _GEOJSON, headers)


def _answer_item(visit: Visit, name: str, id_: str) -> Answer:
    _require_collection(visit, name)
    require_known(visit.options, ITEM_OPTIONS)
    features = visit.holdings.ask(name).take(visit.options)
    document = documents.write_item(visit, name, features, id_)
    shown = _show(visit, "item", _GEOJSON, document)
    content = {"Content-Crs": f"<{features.reference.uri}>"}
    return replace(shown, headers={**shown.headers, **content})


def _require_collection(visit: Visit, name: str) -> None:
    layers: Sequence[str] = visit.holdings.layers
    if name not in layers:
        raise miss(_NO_COLLECTION, name=name, known=", ".join(layers))


def _show(
    visit: Visit, page: str, media_type: str, document: documents.Document
) -> Answer:
    headers = {"Content-Language": visit.language.value}
    if visit.format == "html":
        drawn = draw_page(page, visit, document)
        return Answer(drawn.encode(), "text/html; charset=utf-8", headers)
    return Answer(orjson.dumps(document), media_type, headers)


def _refuse(
    refusal: Refusal, language: Language, format_: str, request: Request
) -> Response:
    problem = refusal.describe(language)
    headers = {**OPEN_HEADERS, "Cache-Control": "no-store"}
    if refusal.status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = _METHODS
    if format_ == "html":
        start = f"{request.scope.get('root_path', '').rstrip('/')}{PREFIX}"
        page = draw_problem(problem, language, start).encode()
        return Response(
            page, refusal.status, headers, media_type="text/html; charset=utf-8"
        )
    return Response(orjson.dumps(problem), refusal.status, headers, MEDIA_TYPE)

"""What the search box suggests, asked for as somebody types."""

from dataclasses import asdict
from typing import Final

import orjson
from starlette.requests import Request
from starlette.routing import Route

from parks.edition import Edition
from parks.language import Language
from parks.suggestions import suggest
from service.answers import route_answer

_UNKNOWN: Final = "The service has this table open no longer: reload the page."


def route_search() -> Route:
    """
    Route ``/search?edition=KEY&lang=zh&q=…`` to suggestions in an opened edition.

    The answer is the JSON of `parks.suggestions.Answer`; an unknown edition is 404
    with one sentence. Nothing of what was typed is kept or logged.
    """
    return route_answer("/search", _answer, unknown=_UNKNOWN, kept="no-store")


def _answer(edition: Edition, language: Language, request: Request) -> bytes:
    typed = request.query_params.get("q", "")
    return orjson.dumps(asdict(suggest(edition, typed, language)))

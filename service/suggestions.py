"""What the search box suggests, asked for as somebody types."""

from dataclasses import asdict
from typing import Final

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.errors import StatedError
from parks.catalogue import find_edition
from parks.edition import Edition
from parks.language import Language, state, translate
from parks.suggestions import suggest

_UNKNOWN: Final = "This search is in a table that has changed since: reload the page."


def route_search() -> Route:
    """
    Route ``/search?edition=KEY&lang=zh&q=…`` to suggestions in an opened edition.

    The answer is the JSON of `parks.suggestions.Answer`; an unknown edition is 404
    with one sentence. Nothing of what was typed is kept or logged.
    """

    async def serve(request: Request) -> Response:
        asked = request.query_params.get("lang", "")
        language = Language.EN if asked == Language.EN else Language.ZH
        edition = find_edition(request.query_params.get("edition", ""))
        if edition is None:
            return PlainTextResponse(translate(_UNKNOWN, language), 404)
        typed = request.query_params.get("q", "")
        try:
            answer = await run_in_threadpool(_answer, edition, typed, language)
        except StatedError as error:
            return PlainTextResponse(state(error, language), 503)
        return Response(
            answer,
            media_type="application/json",
            headers={"Cache-Control": "no-store"},
        )

    return Route("/search", serve)


def _answer(edition: Edition, typed: str, language: Language) -> bytes:
    return orjson.dumps(asdict(suggest(edition, typed, language)))

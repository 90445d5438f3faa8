"""The lists of the filter, which the page's sidebar draws once."""

from typing import Final

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.errors import StatedError
from parks.catalogue import find_edition
from parks.edition import Edition
from parks.filter_lists import describe_lists
from parks.language import Language, state, translate

_UNKNOWN: Final = "This filter is of a table that has changed since: reload the page."


def route_lists() -> Route:
    """
    Route ``/lists?edition=KEY&lang=zh`` to what an opened edition is filtered by.

    The answer is the JSON of `parks.filter_lists.describe_lists`.
    """

    async def serve(request: Request) -> Response:
        asked = request.query_params.get("lang", "")
        language = Language.EN if asked == Language.EN else Language.ZH
        edition = find_edition(request.query_params.get("edition", ""))
        if edition is None:
            return PlainTextResponse(translate(_UNKNOWN, language), 404)
        try:
            answer = await run_in_threadpool(_write, edition, language)
        except StatedError as error:
            return PlainTextResponse(state(error, language), 503)
        return Response(
            answer,
            media_type="application/json",
            headers={"Cache-Control": "private, no-cache"},
        )

    return Route("/lists", serve)


def _write(edition: Edition, language: Language) -> bytes:
    return orjson.dumps(describe_lists(edition, language))
